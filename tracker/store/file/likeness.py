"""The files that no document is written over: a tracker, however it begins or is damaged, its lock, its backups."""

import re
from pathlib import Path

from tracker.store.file import backup_folder, lock

BESIDE = (lock.SUFFIX, backup_folder.SUFFIX)
"""The endings of what belongs to a tracker."""
# The name of our own table, which stands in every tracker; else a line of its layout, at whatever place it begins.
_OURS = re.compile(rb'"_meta"\s*:|\n"[a-z_]+": \{\r?\n|\n"[0-9]+": \{"')
_CHUNK = 1 << 20
_LONGEST = 256  # bytes of what is looked for: it may stand where two chunks meet


def belongs_to_a_tracker(path: Path) -> bool:
    """Whether a tracker lies at a place, or what belongs to one that is there; raises OSError."""
    for each in (path, *path.parents):
        ending = next((ending for ending in BESIDE if each.name.endswith(ending)), None)
        if ending and _is_tracker(each.with_name(each.name.removesuffix(ending))):
            return True
    return _is_tracker(path)


def _is_lock(path: Path) -> bool:
    """Whether a lock lies there: locks are empty, which those of other programs are not."""
    return path.is_file() and path.stat().st_size == 0


def _is_tracker(path: Path) -> bool:
    """Whether the file looks like a tracker, or something that only trackers have lies beside it."""
    if Path(f"{path}{backup_folder.SUFFIX}").is_dir() or _is_lock(Path(f"{path}{lock.SUFFIX}")):
        return True
    if not path.is_file():
        return False
    with path.open("rb") as file:
        before = b"\n"
        while chunk := file.read(_CHUNK):
            if _OURS.search(before + chunk):
                return True
            before = chunk[-_LONGEST:]
    return False
