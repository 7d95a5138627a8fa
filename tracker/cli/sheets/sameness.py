"""Cells that say what a record has already, as other programs write it: no change.

A program that opens a sheet and saves it again writes days, numbers and texts that look like either in its own way.
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from tracker import errors
from tracker.model.records.localized import Localized
from tracker.text.input.digits import NOT_LATIN, to_latin
from tracker.text.input.parse_date import parse_date

_DAY = re.compile(r"(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})")
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u202a\u202b\u202c\ufeff"))
_OTHERWISE = re.compile(f"[{''.join(map(chr, _MARKS))}\u00a0\u202f{NOT_LATIN}]")
"""A character that is written here in another way."""
_FORMS = (
    re.compile(r"(\d{1,2})[-/](\d{4})"),
    re.compile(r"(\d{4})[-/](\d{1,2})"),
    re.compile(r"(\d{1,2})[-/](\d{1,2})"),
)
_SIGNS = frozenset("+-._iInNsS")
"""The beginnings of a number that are no digit, endless ones too."""
_EXACT = 15
"""The digits of a number that sheet programs keep."""
CENTURY = 2000
"""Two digits of a year are of this one, as sheet programs write the days of a programme."""


def plain(cell: str) -> str:
    """The cell without marks of direction, with blanks and digits as we write them."""
    if cell.isascii() or not _OTHERWISE.search(cell):  # as most words, of which a sheet has very many
        return cell.strip()
    return to_latin(cell.translate(_MARKS).replace("\u00a0", " ").replace("\u202f", " ")).strip()


def is_same(cell: str, ours: str, value: Any) -> bool:
    """Whether a cell says what stands in ours, which is the text of `value`."""
    there, here = plain(cell), plain(ours)
    if there == here or there.replace("\r\n", "\n") == here.replace("\r\n", "\n"):
        return True
    if isinstance(value, date):
        return False  # days are read by the order of their column
    if not here or isinstance(value, Localized):
        return False
    return same_number(there, here) or _taken_for_a_day(there, here)


def same_number(there: str, here: str) -> bool:
    """Whether both are one number, with whatever sign its fraction is set off, or rounded as large ones are.

    An identity such as `12345678e9012345` is a number for programs, too.
    """
    if not (here[:1].isdigit() or here[:1] in _SIGNS):
        return False
    try:
        mine = Decimal(here)
        theirs = Decimal(there.replace(" ", "").replace(",", "."))
    except InvalidOperation:
        return False
    if not mine.is_finite() or not theirs.is_finite() or mine == theirs:
        return mine == theirs
    if len(here) <= _EXACT and "e" not in there.lower():
        return False
    places = min(len(theirs.as_tuple().digits), _EXACT) - 1
    return f"{mine:.{places}e}" == f"{theirs:.{places}e}"


def _taken_for_a_day(there: str, here: str) -> bool:
    """Whether a text such as `5/2026` was taken for a day, and the cell has that day."""
    if not here[:1].isdigit():
        return False
    found = (form.fullmatch(here) for form in _FORMS)
    numbers = next((tuple(map(int, match.groups())) for match in found if match), None)
    if numbers is None:
        return False
    days = {(day.month, day.year) for day in _days(there)}
    one, other = numbers
    possible = {(one, other), (other, one)} if max(numbers) > 31 else None
    if possible is None:
        return any({day.day, day.month} == set(numbers) for day in _days(there))
    return bool(days & possible)


def _days(text: str) -> list[date]:
    """The days that a text may name."""
    found = [day for first in (True, False) if (day := day_of(text, month_first=first))]
    try:
        return [*found, parse_date(text, date(CENTURY, 1, 1))]
    except errors.TrackerError:
        return found


@lru_cache(4096)  # as days are over and over
def day_of(text: str, *, month_first: bool) -> date | None:
    """The day in numbers that sheet programs write, None where it is none."""
    found = _DAY.fullmatch(plain(text).split(" 00:00")[0])
    if found is None:
        return None
    one, two, three = int(found[1]), int(found[3]), int(found[4])
    if len(found[1]) == 4:
        year, month, day = one, two, three
    elif len(found[4]) in (2, 4):
        year = three if len(found[4]) == 4 else CENTURY + three
        month, day = (one, two) if month_first else (two, one)
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_unclear(cell: str) -> bool:
    """Whether a cell has another day, or none, where the month stands first in it."""
    return day_of(cell, month_first=True) != day_of(cell, month_first=False)


def is_month_first(pairs: Iterable[tuple[str, date | None]]) -> bool:
    """Whether the days of a column have the month first: each cell that is unclear, beside the day of its record.

    The records that are there say it, as most of a sheet that was only opened and saved; else a day that is none
    the other way round.
    """
    votes = 0
    for cell, known in pairs:
        first, second = day_of(cell, month_first=True), day_of(cell, month_first=False)
        if known is not None and known in (first, second):
            votes += 10 if known == first else -10
        elif first is None or second is None:
            votes += 1 if second is None else -1
    return votes > 0


@lru_cache(4096)  # as `day_of`
def iso_day(cell: str, *, month_first: bool) -> str:
    """The day of a cell as an ISO date; the cell itself where it is none in numbers."""
    day = day_of(cell, month_first=month_first)
    return cell if day is None else day.isoformat()
