"""The names of backups, their order, and those of them that rotation gives up.

A name says when a backup was taken, by a clock that may have been wrong. So the order is that of the revisions that
the backups hold, and the time decides only between those of one revision.
"""

# The language here is that of system calls: names, descriptors, offsets.
# ruff: noqa: PTH118, PTH208

import os
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import BinaryIO

from tracker.store.file.layout import FILE_END

EVERY_WRITE = "write"
LAST_WRITES = 3
DAYS = 14

_NAME = r"([0-9]{8}T[0-9]{6})\.([0-9]{6})Z-([a-z]+)\.json"
_DAY = len("YYYYMMDD")
_PLACE = rb'\n"([1-9][0-9]{0,17})": '
_LONGEST_PLACE = 32
_BLOCK = 1 << 16
_LATEST = int(datetime(9999, 12, 31, tzinfo=UTC).timestamp()) * 1_000_000


def moment_of(name: str) -> datetime | None:
    """The moment (UTC) that a name says; None for what is no name of a backup, or names no day that there is."""
    match = re.fullmatch(_NAME, name)
    try:
        return match and datetime.fromisoformat(f"{match[1]}.{match[2]}+0000")
    except ValueError:
        return None


def kind_of(name: str) -> str:
    """The kind of a backup: the word at the end of its name."""
    return name.removesuffix(".json").rpartition("-")[2]


def in_order(folder: str) -> list[str]:
    """The names of the backups in a folder, by the revisions they hold, oldest first; none where there is no folder.

    One that does not tell its revision, as nobody has left it so, stands behind the one of the time before it.
    Raises OSError.
    """
    try:
        names = sorted(name for name in os.listdir(folder) if moment_of(name))
    except (FileNotFoundError, NotADirectoryError):
        return []
    places, last = dict[str, int](), 0
    for name in names:
        last = places[name] = _last_revision(os.path.join(folder, name), last)
    return sorted(names, key=lambda name: places[name])


def _last_revision(path: str, unknown: int) -> int:
    """Give the place of the last revision in a backup, read from the end of the file alone."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            found = re.match(_PLACE, _last_line(file))
            return int(found[1]) if found else unknown
    except OSError:
        return unknown


def _last_line(file: BinaryIO) -> bytes:
    """Read how the last line of a file begins, with the end of the line before it, if it is followed by our end.

    One command can have made a line of many megabytes: it is looked through from behind, and not kept.
    """
    end = file.seek(0, os.SEEK_END) - len(FILE_END)
    file.seek(max(0, end))
    if file.read() != FILE_END:
        return b""
    found = -1
    while end > 0 and found < 0:
        start = max(0, end - _BLOCK)
        file.seek(start)
        found, end = file.read(end - start).rfind(b"\n"), start
    file.seek(end + max(0, found))
    return file.read(_LONGEST_PLACE)


def _without_waiting(path: str, flags: int) -> int:
    """Open a path so that a pipe in the place of a file does not make anybody wait."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def expired(names: Sequence[str], now: str) -> set[str]:
    """Choose those that rotation gives up of the names, which are in their order; `now` is a name of this moment.

    The last ones stay by their revisions and by their times: who goes back to an earlier revision has new backups of
    lower ones. A time that lies ahead is that of a clock that was wrong, and keeps nothing. Days are those that have a
    backup, not those of the calendar: a month without work, or a clock that was wrong for an hour, costs nothing.
    """
    writes = [name for name in names if kind_of(name) == EVERY_WRITE]
    by_time = sorted(name for name in writes if name <= now)
    last_of_day = {name[:_DAY]: name for name in writes}
    days = list(dict.fromkeys(name[:_DAY] for name in reversed(writes)))[:DAYS]
    kept = {last_of_day[day] for day in days}
    return set(writes) - kept - {*writes[-LAST_WRITES:], *by_time[-LAST_WRITES:]}


def free_names(nanoseconds: int, kind: str) -> Iterator[str]:
    """Give names for a backup of that kind: of the moment, in nanoseconds since 1970, and of those that follow it."""
    if not re.fullmatch("[a-z]+", kind):
        raise ValueError(kind)
    # Nothing later could be said in a name, whatever the clock says.
    moment = min(nanoseconds // 1000, _LATEST)
    while True:
        seconds, rest = divmod(moment, 1_000_000)
        yield f"{datetime.fromtimestamp(seconds, UTC):%Y%m%dT%H%M%S}.{rest:06d}Z-{kind}.json"
        moment += 1
