"""The earlier versions of the file, in `<file>.backups` beside it.

Each write leaves the version it replaced, as a second name of the same file: no copying, no window without one.
Of these the last three stay, and the last of each of fourteen days. What somebody asked to keep, and what was
there before a migration, an import or a restore, is never removed by itself.
"""

# The language here is that of system calls: names, descriptors, flags, links.
# ruff: noqa: PTH108, PTH116, PTH118, PTH119, PTH120

import errno
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

from tracker import errors
from tracker.frozen import Frozen
from tracker.signals import held_back
from tracker.store.file import backup_folder, disk, lock, refusals
from tracker.store.file.backup_folder import SUFFIX, folder_of
from tracker.store.file.backup_names import EVERY_WRITE, expired, free_names, in_order, kind_of, moment_of
from tracker.store.file.parse import parse
from tracker.store.file.schema import MIGRATIONS, Migrations


class Backup(Frozen):
    """One earlier version; `time` is when it was taken (UTC), `size` in bytes, `good`: it can be read."""

    name: str
    path: str
    time: datetime
    size: int
    kind: str
    good: bool


def list_backups(path: str | os.PathLike[str], migrations: Migrations = MIGRATIONS) -> list[Backup]:
    """All backups of the file at `path`, oldest first; empty if there are none. Raises CannotRead, BackupsOfOthers."""
    folder, found = folder_of(path), []
    with refusals.reading(folder):
        for name in _names(folder):
            # Somebody writes beside us, and rotation gives one up.
            with suppress(FileNotFoundError):
                found.append(_backup(folder, name, migrations))
    return found


def newest_good(path: str | os.PathLike[str], migrations: Migrations = MIGRATIONS) -> Backup | None:
    """The newest backup that can be read, or None. Never raises: it is asked for when something is wrong already."""
    folder = folder_of(path)
    with suppress(OSError, errors.BackupsOfOthers):
        for name in reversed(_names(folder)):
            with suppress(OSError):
                backup = _backup(folder, name, migrations)
                if backup.good:
                    return backup
    return None


def corrupt(
    path: str | os.PathLike[str], reason: str, where: str, migrations: Migrations = MIGRATIONS
) -> "errors.Corrupt":  # quoted: the families of errors are loaded when one is raised
    """The error for a place in the file that cannot be read; it names the newest good backup."""
    good = newest_good(path, migrations)
    return errors.Corrupt(os.fspath(path), reason, where, good.name if good else "")


@contextmanager
def locked(path: str | os.PathLike[str], seconds: float, migrations: Migrations = MIGRATIONS) -> Iterator[None]:
    """Holds the lock of the file. Raises Corrupt for what is no file, and what `lock.held` raises."""
    try:
        with lock.held(os.path.realpath(path), os.fspath(path), seconds):
            yield
    except refusals.NotAFileError as error:
        raise corrupt(path, "not_a_file", "", migrations) from error


def paths_of(path: str | os.PathLike[str]) -> list[str]:
    """The backups of the file at `path`, newest first, whether they can be read or not; empty if nothing can be."""
    folder = folder_of(path)
    with suppress(OSError, errors.BackupsOfOthers):
        return [os.path.join(folder, name) for name in reversed(_names(folder))]
    return []


def make_backup(path: str | os.PathLike[str], kind: str = "manual", *, seconds: float = 10.0) -> Backup:
    """A kept copy of the file as it stands. Raises DatabaseMissing, Corrupt, CannotWrite, NoSpace, Locked.

    A copy and not a second name: an editor that writes in place would change both.
    """
    real, shown = os.path.realpath(path), os.fspath(path)
    folder = folder_of(path)
    with refusals.reading(shown):
        if disk.look(real) is None:
            raise errors.DatabaseMissing(shown)
    with locked(path, seconds), refusals.writing(folder):
        target = os.path.join(_make_folder(real), _free_name(folder, kind))
        _copy(real, target)
        disk.sync_folder(folder)
        return _backup(folder, os.path.basename(target), MIGRATIONS)


def keep(path: str | os.PathLike[str], kind: str, content: Iterable[bytes | memoryview]) -> Backup:
    """A backup of that content beside `path`, where no file has it. Raises CannotWrite, NoSpace."""
    real, folder = os.path.realpath(path), folder_of(path)
    with refusals.writing(folder):
        disk.make_folder(os.path.dirname(real))
        target = os.path.join(_make_folder(real), _free_name(folder, kind))
        with disk.beside(target, content) as temporary:
            disk.persistently(os.rename, temporary, target)
        disk.sync_folder(folder)
        return _backup(folder, os.path.basename(target), MIGRATIONS)


def put_back(path: str | os.PathLike[str], backup: Backup, *, seconds: float = 10.0) -> None:
    """Puts a backup in the place of a file that is gone or cannot be read; that file is kept, as kind `broken`.

    Raises Corrupt where something else than a file lies there, NoSuchBackup where rotation has given it up meanwhile,
    Locked, CannotWrite, NoSpace, NotFlushed.
    """
    real, shown = os.path.realpath(path), os.fspath(path)
    try:
        content = _bytes_of(backup.path)
    except FileNotFoundError as error:
        raise errors.NoSuchBackup(shown, backup.name) from error
    with refusals.writing(shown):
        disk.make_folder(os.path.dirname(real))
    with locked(path, seconds), refusals.writing(shown):
        with held_back(), disk.beside(real, [content], like=backup.path) as temporary:
            if disk.look(real) is not None:
                keep_replaced(real, "broken")
            disk.swap(temporary, real)
        try:
            disk.sync_folder(os.path.dirname(real))
        except OSError as error:
            raise errors.NotFlushed(shown, refusals.cause_of(error)) from error


def keep_replaced(real: str, kind: str) -> None:
    """The version at `real`, about to be replaced, gets a second name among the backups. Raises OSError."""
    folder = _make_folder(real)
    target = os.path.join(folder, _free_name(folder, kind))
    try:
        disk.persistently(os.link, real, target)
    except OSError as error:
        if not _no_links(error):
            raise
        _copy(real, target)


def _copy(real: str, target: str) -> None:
    with disk.beside(target, [_bytes_of(real)], like=real) as temporary:
        disk.persistently(os.rename, temporary, target)


def _bytes_of(path: str) -> bytes:
    try:
        found = disk.read(path, None)
    except refusals.NotAFileError:
        found = None
    if found is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
    return found[1] or b""


def rotate(real: str) -> None:
    """Remove the backups that nobody needs any more; silently, because the write before it has succeeded."""
    folder = real + SUFFIX
    disk.remove_litter(os.path.join(folder, "."))
    try:
        for name in expired(_names(folder), next(free_names(time.time_ns(), EVERY_WRITE))):
            with suppress(OSError):
                os.unlink(os.path.join(folder, name))
    except (OSError, errors.BackupsOfOthers):  # not suppressed: that would load the errors of files each time
        pass


def links_to(real: str, status: os.stat_result) -> int:
    """Count the backups that are the very file at `real`: a writer was killed between its last two steps."""
    folder = real + SUFFIX
    with suppress(OSError, errors.BackupsOfOthers):
        found = (os.stat(os.path.join(folder, name)) for name in _names(folder))
        return sum(os.path.samestat(status, each) for each in found)
    return 0


def remove_all(path: str | os.PathLike[str]) -> list[str]:
    """Removes every backup, for a redaction that must reach them too; gives their names. Raises CannotWrite."""
    folder = folder_of(path)
    with refusals.writing(folder):
        names = _names(folder)
        for name in names:
            os.unlink(os.path.join(folder, name))
    return names


def _names(folder: str) -> list[str]:
    """The names of the backups in a folder, in order; raises `BackupsOfOthers`."""
    backup_folder.check_owner(folder, folder.removesuffix(SUFFIX))
    return in_order(folder)


def _backup(folder: str, name: str, migrations: Migrations) -> Backup:
    """Describe a backup; raises OSError, where it is gone by now `FileNotFoundError`."""
    path, taken = os.path.join(folder, name), moment_of(name)
    assert taken is not None
    return Backup(name, path, taken, os.stat(path).st_size, kind_of(name), _is_good(path, migrations))


def _is_good(path: str, migrations: Migrations) -> bool:
    try:
        parse(_bytes_of(path), path, migrations)
    except (OSError, errors.StoreError):
        return False
    return True


def _make_folder(real: str) -> str:
    return backup_folder.made(real + SUFFIX, real)


def _free_name(folder: str, kind: str) -> str:
    names = free_names(time.time_ns(), kind)
    return next(name for name in names if not os.path.lexists(os.path.join(folder, name)))


def _no_links(error: OSError) -> bool:  # FAT, some network drives, systems with a limit of names per file
    return error.errno in {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV, errno.EINVAL}
