"""The spans of days that dates are read into: a day, a month, a quarter, a half year or a year."""

from datetime import date, timedelta
from typing import NamedTuple

from tracker import errors
from tracker.text.input import hijri
from tracker.text.input.misread import FIRST_YEAR, LAST_YEAR, outside

UNITS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
"""The months in each span that is longer than a day."""


class Span(NamedTuple):
    """The days from `start` to `end`, both included, and what was named: day, month, quarter, half or year."""

    start: date
    end: date
    unit: str


def one(day: date) -> Span:
    """The span of a day. Raises BadDate outside 1900 to 2200."""
    _check(day.year, day.month, day.day)
    return Span(day, day, "day")


def day_of(year: int, month: int, day: int, *, hijri_era: bool = False) -> Span:
    """The span of a day of either calendar. Raises BadDate where there is none, and HijriRange."""
    if hijri_era:
        return one(hijri.to_gregorian(year, month, day))
    _check(year, month, day)  # before the day is looked at: of 1448-06-30 it is the year that is wrong
    last = months_of(year, _month(year, month, day), "month").end
    if not 1 <= day <= last.day:
        raise errors.BadDate("", "day", year, month, day, last.day, last.isoformat())
    return one(date(year, month, day))


def months_of(year: int, first: int, unit: str) -> Span:
    """The span of a unit that begins with the month `first`. Raises BadDate where there is none."""
    _check(year, first)
    start = date(year, _month(year, first), 1)
    after = year * 12 + first - 1 + UNITS[unit]
    return Span(start, date(after // 12, after % 12 + 1, 1) - timedelta(days=1), unit)


def around(today: date, unit: str, steps: int = 0) -> Span:
    """The span of a unit in which `today` lies, or so many such spans later. Raises BadDate outside 1900 to 2200."""
    length = UNITS[unit]
    count = (today.year * 12 + today.month - 1) // length * length + steps * length
    return months_of(count // 12, count % 12 + 1, unit)


def later(day: date, months: int) -> date:
    """The same day of a later or earlier month, or that month's last day when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    span = months_of(year, month + 1, "month")
    return min(span.end, span.start + timedelta(days=day.day - 1))


def _month(year: int, month: int, day: int = 0) -> int:
    """The month; where there is none of that number, the two were perhaps typed in the American order."""
    if 1 <= month <= 12:
        return month
    swapped = 1 <= day <= 12 and 1 <= month <= months_of(year, day, "month").end.day
    raise errors.BadDate("", "month", year, month, day, example=f"{year}-{day:02}-{month:02}" if swapped else "")


def _check(year: int, month: int = 0, day: int = 0) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise outside(year, month, day)
