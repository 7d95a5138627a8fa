"""The folder of the backups: made for the owner alone, and never that of somebody else, who could remove them."""

import os
import sys

from tracker import errors
from tracker.store.file import disk

SUFFIX = ".backups"


def folder_of(path: str | os.PathLike[str]) -> str:
    """The folder in which the backups of the file at `path` lie, if there is one; links are followed."""
    return os.path.realpath(path) + SUFFIX


def check_owner(folder: str, real: str) -> None:
    """Raise `BackupsOfOthers` for a folder that is neither ours nor root's nor of who owns the file at `real`."""
    found = disk.look(folder)
    if found and sys.platform != "win32":
        database = disk.look(real)
        if found.st_uid not in {0, os.geteuid(), database.st_uid if database else 0}:
            raise errors.BackupsOfOthers(folder)


def made(folder: str, real: str) -> str:
    """The folder, made where there is none, for the group too if the group may write the file at `real`."""
    check_owner(folder, real)
    if not disk.look(folder):
        disk.make_folder(folder)
        disk.share_folder(folder, disk.look(real))
    return folder
