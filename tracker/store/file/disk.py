"""A whole file at a time: read, or replaced so that a reader or a crash meets the old one or the new one.

The functions raise OSError; `refusals` words it.
"""

# The language here is that of system calls: names, descriptors, flags, links.
# ruff: noqa: PTH101, PTH102, PTH108, PTH112, PTH116, PTH118, PTH120

import os
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from tracker.frozen import Frozen
from tracker.store.file.refusals import LARGEST, NotAFileError, TooLargeError

if sys.platform == "darwin":
    import fcntl

SAFE_FLAGS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
PRIVATE = 0o600
Result = TypeVar("Result")
_ATTEMPTS = 100  # × 10 ms: how long Windows is given to close a file that a virus scanner or a reader holds
_KEPT_ATTRIBUTES = ("system.posix_acl_access", "user.")


class Identity(Frozen):
    """The marks that tell one version of a file from another without reading it."""

    device: int
    inode: int
    size: int
    changed: int

    @classmethod
    def of(cls, status: os.stat_result) -> "Identity":
        """The identity in a `stat` result."""
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def look(real: str) -> os.stat_result | None:
    """The `stat` of a file, or None when there is none."""
    try:
        return os.stat(real)
    except FileNotFoundError:
        return None


def read(real: str, known: Identity | None) -> tuple[Identity, bytes | None] | None:
    """The identity and bytes of a file; no bytes when it still is the `known` one; None when there is no file."""
    if sys.platform == "win32" and os.path.isdir(real):  # which refuses to open it as if we had no right to
        raise NotAFileError
    try:
        # Non-blocking, or a pipe in place of the file would make us wait for ever.
        fd = persistently(os.open, real, os.O_RDONLY | SAFE_FLAGS | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return None
    except IsADirectoryError as error:
        raise NotAFileError from error
    try:
        status = os.fstat(fd)
        if not stat.S_ISREG(status.st_mode):
            raise NotAFileError
        if status.st_size > LARGEST:
            raise TooLargeError(LARGEST)
        identity = Identity.of(status)
        return identity, None if identity == known else _read_all(fd, status.st_size)
    finally:
        with suppress(OSError):
            os.close(fd)


def _read_all(fd: int, size: int) -> bytes:
    parts = []
    while part := os.read(fd, size + 1):  # one more than expected: most often one call reads all
        parts.append(part)
        size = max(size - len(part), 1 << 16)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def make_folder(folder: str) -> None:
    """The folder and what is missing above it, for the owner alone, safe on the disk."""
    if not folder or os.path.isdir(folder):
        return
    above = os.path.dirname(folder)
    if above != folder:  # nothing is above a drive, which may be missing
        make_folder(above)
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        return
    os.chmod(folder, 0o700)  # whatever the umask took away
    with suppress(OSError):
        sync_folder(above)


@contextmanager
def beside(real: str, data: Iterable[bytes | memoryview], like: str | None = None) -> Iterator[str]:
    """The name of a new file next to `real`, removed if the block fails.

    It holds the pieces of `data`, safe on the disk, and is owned like `like` (or `real`)."""
    model = like or real
    temporary, fd = _create_beside(real)
    try:
        try:
            for piece in data:
                _write_all(fd, piece)
            share(fd, PRIVATE, look(model), exact=True)
            _copy_attributes(model, fd)
            _flush(fd)
        finally:
            with suppress(InterruptedError):  # closed all the same
                os.close(fd)
        yield temporary
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _create_beside(real: str) -> tuple[str, int]:
    while True:
        temporary = f"{stem_of(real)}{os.urandom(6).hex()}.tmp"
        with suppress(FileExistsError):
            fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | SAFE_FLAGS, PRIVATE)
            set_mode(fd, PRIVATE)
            return temporary, fd


def stem_of(real: str) -> str:
    """The beginning of the names of all temporary files for `real`."""
    folder, name = os.path.split(real)
    return os.path.join(folder, f".{name}.")


def remove_litter(stem: str) -> None:
    """Removes the temporary files that begin like `stem`, left by killed writers; only under the lock."""
    folder, start = os.path.split(stem)
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(start) and entry.name.endswith(".tmp"):
                os.unlink(entry.path)


def _write_all(fd: int, data: bytes | memoryview) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def _flush(fd: int) -> None:
    if sys.platform == "darwin":
        # fsync leaves the data in the drive's own memory there; not every file system knows the stronger one.
        with suppress(OSError):
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
            return
    os.fsync(fd)


def swap(temporary: str, real: str) -> None:
    """The temporary file takes the name. When an error is reported for a rename that took place, it is believed
    to have taken place: a network drive may lose the answer."""
    new = os.stat(temporary)
    try:
        persistently(os.replace, temporary, real)
    except OSError:
        now = look(real)
        if now is None or Identity.of(now) != Identity.of(new):
            raise


def persistently(act: Callable[..., Result], *given: str | int) -> Result:
    """Call `act` with what is given, again when interrupted, and on Windows while somebody has the file open."""
    for _ in range(_ATTEMPTS):
        with suppress(InterruptedError, PermissionError if sys.platform == "win32" else InterruptedError):
            return act(*given)
        time.sleep(0.01)
    return act(*given)


def sync_folder(folder: str) -> None:
    """Makes the names in a folder safe on the disk, where the system has a way to do it."""
    if sys.platform == "win32":
        return
    fd = os.open(folder or ".", os.O_RDONLY | SAFE_FLAGS)
    try:
        os.fsync(fd)
    finally:
        with suppress(OSError):
            os.close(fd)


def share(fd: int, mode: int, like: os.stat_result | None, *, exact: bool = False) -> None:
    """Gives an open file the owner and group of `like`, and `mode`: for the group too, if it may write `like`.

    `exact`: the mode of `like` itself. A group that cannot be given gets no rights either: ours may be another one.
    """
    if like is None or sys.platform == "win32":
        return
    wanted = stat.S_IMODE(like.st_mode) if exact else mode | _group_rights(like.st_mode, mode)
    mine = os.fstat(fd)
    if (mine.st_uid, mine.st_gid) != (like.st_uid, like.st_gid) and not _give(fd, like):
        wanted &= ~0o070
    if exact or stat.S_IMODE(mine.st_mode) != wanted:
        with suppress(PermissionError):  # not ours: its owner has chosen
            os.fchmod(fd, wanted)


def set_mode(fd: int, mode: int) -> None:
    """The mode of a file just made, whatever the umask took away."""
    if sys.platform != "win32":
        os.fchmod(fd, mode)


def share_folder(folder: str, like: os.stat_result | None) -> None:
    """Call `share` for a folder that is the owner's alone."""
    if like is None or sys.platform == "win32" or not like.st_mode & stat.S_IWGRP:
        return
    fd = os.open(folder, os.O_RDONLY | SAFE_FLAGS)
    try:
        share(fd, 0o700, like)
    finally:
        os.close(fd)


def _give(fd: int, like: os.stat_result) -> bool:
    if sys.platform != "win32":
        for owner in (like.st_uid, -1):
            with suppress(PermissionError):
                os.fchown(fd, owner, like.st_gid)
                return True
    return False


def _group_rights(like: int, mode: int) -> int:
    """The rights of the owner, for the group too if the group may write the database."""
    return (mode & 0o700) >> 3 if like & stat.S_IWGRP else 0


def _copy_attributes(real: str, fd: int) -> None:
    """Copy access lists and the user's own attributes; what the file system refuses is left out."""
    if sys.platform != "linux":
        return
    with suppress(OSError):
        for name in os.listxattr(real):
            if name.startswith(_KEPT_ATTRIBUTES):
                os.setxattr(fd, name, os.getxattr(real, name))
