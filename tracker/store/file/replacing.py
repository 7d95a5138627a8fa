"""Replacing the file by one beside it: a save is whole or not at all, and once said, it is on disk."""

# The language here is that of system calls, as in `file.py`.
# ruff: noqa: PTH120

import errno
import os
from collections.abc import Callable

from tracker import errors
from tracker.signals import held_back
from tracker.store.file import backups, disk, layout, refusals
from tracker.store.file.backup_names import EVERY_WRITE
from tracker.store.file.backups import locked
from tracker.store.file.layout import Content

__all__ = ["check_replaceable", "locked", "replace"]


def check_replaceable(path: str, real: str) -> None:
    """Raises `CannotWrite` for a file that nobody may replace, and `Detached` for one that has other names."""
    with refusals.writing(path):
        status = disk.look(real)
        if status is None:
            return
        if not os.access(real, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if status.st_nlink > 1 and status.st_nlink > 1 + backups.links_to(real, status):
        raise errors.Detached(path)


def replace(path: str, content: Content, found: disk.Identity | None, keep: str, replaced: Callable[[], None]) -> None:
    """Put a file of that content in the place of the one that was `found`; `replaced` is called once it is there.

    `keep` is the kind of the backup, that of every write if empty. Raises as `FileStorage.transaction`.
    """
    data, real = layout.pieces(content), os.path.realpath(path)
    with refusals.reading(path):
        if sum(map(len, data)) > refusals.LARGEST:  # nobody would read it again
            raise refusals.TooLargeError(refusals.LARGEST)
    with held_back():
        with refusals.writing(path):
            disk.remove_litter(disk.stem_of(real))
            with disk.beside(real, data) as temporary:
                _check_unchanged(path, real, found)
                if found:
                    backups.keep_replaced(real, keep or EVERY_WRITE)
                disk.swap(temporary, real)
        replaced()
        _sync(path, os.path.dirname(real))
    backups.rotate(real)


def _check_unchanged(path: str, real: str, found: disk.Identity | None) -> None:
    """A net for editors that do not lock, and for drives whose locks do nothing."""
    status = disk.look(real)
    if (status and disk.Identity.of(status)) != found:
        raise errors.ChangedMeanwhile(path)


def _sync(path: str, folder: str) -> None:
    try:
        disk.sync_folder(folder)
    except OSError as error:
        raise errors.NotFlushed(path, refusals.cause_of(error)) from error
