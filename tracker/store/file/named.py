"""The files that people name on a command line: read as far as a limit, replaced as a whole, never by another's link.

The functions raise OSError, also for what no path can be; `refusals` words it.
"""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from tracker import errors
from tracker.store.file.disk import PRIVATE, SAFE_FLAGS, persistently
from tracker.store.file.refusals import TooLargeError

PUBLIC = 0o664
"""The rights of a document for others, of which the umask takes away; nobody but owner and group ever writes it."""
PATIENCE = 60.0
"""Seconds for which a pipe or a device may say nothing."""

_CHUNK = 1 << 20
_LINKS = 40
_FLAGS = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")


def expanded(name: str) -> Path:
    """The path that a name with `~` stands for.

    Raises `ServerAddress`, and OSError for the home of nobody and for what no path can be.
    """
    if address := _ADDRESS.match(name):
        raise errors.ServerAddress(f"{address[1]}://…")  # what follows may hold a password
    if "\0" in name:
        raise _impossible(name)
    try:
        return Path(name).expanduser() if name.startswith("~") else Path(name)
    except RuntimeError as error:  # nobody has that name
        raise _impossible(name) from error


def _impossible(name: str) -> OSError:
    return OSError(errno.EINVAL, os.strerror(errno.EINVAL), name)


def read(path: str | os.PathLike[str], limit: int, patience: float = PATIENCE) -> bytes:
    """The whole content, of a pipe or a device too; raises `TooLargeError` beyond `limit` bytes, and OSError.

    A pipe into which nobody writes is empty; one whose writer says nothing for `patience` seconds is given up.
    """
    # Opened without waiting, or a pipe without a writer would keep us for ever.
    fd = os.open(path, _FLAGS | getattr(os, "O_NONBLOCK", 0))
    try:
        if os.fstat(fd).st_size > limit:
            raise TooLargeError(limit)
        return read_to_end(lambda size: _part(fd, size, patience), limit)
    finally:
        os.close(fd)


def read_to_end(part_of: Callable[[int], bytes], limit: int) -> bytes:
    """All that `part_of` gives, which is asked for a number of bytes each time; raises `TooLargeError` beyond `limit`.

    Input without end costs no more memory than the limit.
    """
    parts: list[bytes] = []
    left = limit + 1
    while left and (part := part_of(min(_CHUNK, left))):
        parts.append(part)
        left -= len(part)
    if not left:
        raise TooLargeError(limit)
    return b"".join(parts)


def _part(fd: int, size: int, patience: float) -> bytes:
    """The next bytes, none at the end; raises OSError where nothing comes for so long."""
    while True:
        try:
            return os.read(fd, size)
        except BlockingIOError:  # somebody is about to write
            from select import select  # noqa: PLC0415 - for pipes and devices only

            if not select([fd], [], [], patience)[0]:
                raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT)) from None


def place(path: Path) -> Path:
    """The place at which a file is to be written: links followed, unless somebody else planted one of them.

    Raises OSError, `LinkOfOthers`, and `NotAFile` for a pipe or a device.
    """
    with suppress(FileNotFoundError):
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(mode):
            raise errors.NotAFile(str(path))
    left, links = list(reversed(path.absolute().parts)), 0
    found = Path(left.pop())
    while left:
        part = left.pop()
        if part == os.pardir:
            found = found.parent
            continue
        found /= part
        if found.is_symlink():
            links += 1
            _check_owner(found, links)
            target = found.readlink()
            left += reversed(target.parts)
            found = Path(left.pop()) if target.is_absolute() else found.parent
    return found


def _check_owner(link: Path, links: int) -> None:
    """Raise `LinkOfOthers` for a link that its user may have planted (those of root are part of the system)."""
    if links > _LINKS:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if hasattr(os, "geteuid") and link.lstat().st_uid not in (os.geteuid(), 0):
        raise errors.LinkOfOthers(str(link))


def write(real: Path, chunks: Iterable[bytes], mode: int) -> None:
    """Replaces the file at a `place`, or makes it; what was there stays until all of it is on the disk.

    An older file keeps its rights, a new one gets `mode` less what the umask takes away.
    """
    old = real.stat().st_mode if real.exists() else None
    temporary, fd = _beside(real, PRIVATE if old is not None else mode)
    try:
        with os.fdopen(fd, "wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        if old is not None:
            temporary.chmod(stat.S_IMODE(old))
        persistently(os.replace, str(temporary), str(real))
    finally:
        with suppress(OSError):
            temporary.unlink()


def keep_copy(real: Path, ending: str, content: bytes) -> Path:
    """Keep a content beside the file, under a name that nothing has yet, for its user alone; gives the path."""
    number = 1
    while True:
        path = real.with_name(f"{real.name}{ending}{number if number > 1 else ''}")
        try:
            fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | SAFE_FLAGS, PRIVATE)
        except FileExistsError:
            number += 1
            continue
        with os.fdopen(fd, "wb") as file:
            file.write(content)
        return path


def _beside(real: Path, mode: int) -> tuple[Path, int]:
    """A new file next to `real`: nobody can have planted anything under its name."""
    while True:
        temporary = real.with_name(f".{real.name[:100]}.{os.urandom(6).hex()}.tmp")
        with suppress(FileExistsError):
            return temporary, os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | SAFE_FLAGS, mode)
