"""The reading of dates as people type them, in any of the three languages and digit scripts.

Everything is first read into a `Span`: `2026-Q4` is a quarter, `3/12/2026` a span of one day. What is ambiguous is
settled once: day before month; a form that fits nothing is refused, never guessed.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from tracker import errors
from tracker.text.input import date_words, hijri
from tracker.text.input.fold import fold
from tracker.text.input.misread import FIRST_YEAR, LAST_YEAR, misread, outside

_LONGEST = 80


class Span(NamedTuple):
    """The days from `start` to `end`, both included, and what was named: day, month, quarter or year."""

    start: date
    end: date
    unit: str


def parse_date(text: str, today: date, edge: str = "start") -> date:
    """The day that was typed; of a month, quarter or year its first or last day as `edge` (start, end) says.

    Raises BadDate and HijriRange.
    """
    span = parse_span(text, today)
    return span.end if edge == "end" else span.start


def parse_partial(text: str, today: date) -> str:
    """Read a date of low precision, as stored: `2024`, `2024-05` or `2024-05-31`. Raises BadDate and HijriRange."""
    span = parse_span(text, today)
    if span.unit == "quarter":
        raise errors.BadDate(text, "no_quarter", span.start.year, example=span.start.isoformat()[:7])
    return span.start.isoformat()[: {"year": 4, "month": 7, "day": 10}[span.unit]]


def parse_period(text: str, today: date) -> str:
    """Read a period of reporting, `2026-Q1` or `2026`, in all forms that dates have. Raises BadDate and HijriRange."""
    span = parse_span(text, today)
    if span.unit == "year" and span.start.month == 1:
        return str(span.start.year)
    quarter = f"{span.start.year}-Q{(span.start.month + 2) // 3}"
    if span.unit == "quarter":
        return quarter
    raise errors.BadDate(text, "no_period", span.start.year, example=quarter)


def parse_span(text: str, today: date) -> Span:
    """Read what was typed as a span of days within 1900 to 2200. Raises BadDate and HijriRange."""
    if len(text) > _LONGEST:
        raise errors.BadDate(text)
    plain = " ".join(fold(text).replace(",", " ").replace("،", " ").split())
    try:
        span = _read(plain, today)
        if span is None:
            raise misread(plain, today)
    except errors.Unreadable as refused:
        refused.value = text
        raise
    except (ValueError, OverflowError):  # a step beyond the calendar of Python
        raise errors.BadDate(text, "years") from None
    return span


def _read(text: str, today: date) -> Span | None:
    return (
        _relative(text, today) or _numeric(text) or _quarter(text) or _year(text) or _named(text) or _both(text, today)
    )


def _both(text: str, today: date) -> Span | None:
    """A date in two calendars as the program writes it: `… الموافق …`, `… (…)`; both must name the same day."""
    found = re.fullmatch(r"(.+?) (?:الموافق (.+)|\((.+)\))", text)
    if found is None:
        return None
    one, other = _read(found[1], today), _read(found[2] or found[3], today)
    if one is None or other is None:
        return None
    if one != other:
        raise errors.BadDate("", "two_days", example=one.start.isoformat())
    return one


def _relative(text: str, today: date) -> Span | None:
    words = date_words.relative_days()
    if text in words:
        return _one(today + timedelta(days=words[text]))
    found = re.fullmatch(r"([+-]) ?(\d{1,5}) ?([^\W\d_]+)", text)
    unit = date_words.units().get(found[3]) if found else None
    if found is None or unit is None:
        return None
    number = int(found[1] + found[2])
    if unit in {"d", "w"}:
        return _one(today + timedelta(days=number * (7 if unit == "w" else 1)))
    return _one(_later(today, number * (12 if unit == "y" else 1)))


def _later(day: date, months: int) -> date:
    """The same day of a later or earlier month, or that month's last day when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    span = _months(year, month + 1, 1, "month")
    return min(span.end, span.start + timedelta(days=day.day - 1))


def _numeric(text: str) -> Span | None:
    if found := re.fullmatch(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2}) ?(h|ah|ه|م|)", text):
        return _day(int(found[1]), int(found[3]), int(found[4]), hijri_era=_is_hijri(found[5]))
    if found := re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}) ?(h|ah|ه|م|)", text):
        return _day(int(found[4]), int(found[3]), int(found[1]), hijri_era=_is_hijri(found[5]))
    if found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})", text):
        return _months(int(found[1]), int(found[2]), 1, "month")
    if found := re.fullmatch(r"(\d{1,2})[-/.](\d{4})", text):
        return _months(int(found[2]), int(found[1]), 1, "month")
    return None


_QUARTERS = (
    r"(?P<y>\d{4})[-/ ]?[qcر](?P<q>[1-4])",
    r"[qcر](?P<q>[1-4])[-/ ]?(?P<y>\d{4})",
    r"(?P<y>\d{4})(?: yili)? (?P<q>[1-4])\. ceyre(?:k|gi)",
    r"(?P<q>[1-4])\. ceyrek (?P<y>\d{4})",
)


def _quarter(text: str) -> Span | None:
    for pattern in _QUARTERS:
        if found := re.fullmatch(pattern, text):
            return _months(int(found["y"]), int(found["q"]) * 3 - 2, 3, "quarter")
    if found := re.fullmatch(r"الربع (\w+)(?: من)?(?: عام| سنه)? (\d{4})", text):
        ordinals = [fold(word) for word in date_words.ORDINALS]
        if found[1] in ordinals:
            return _months(int(found[2]), ordinals.index(found[1]) * 3 + 1, 3, "quarter")
    return None


def _year(text: str) -> Span | None:
    found = re.fullmatch(r"(?:عام |سنه )?(\d{4})م?", text) or re.fullmatch(r"(\d{4}) yili", text)
    return _months(int(found[1]), 1, 12, "year") if found else None


def _named(text: str) -> Span | None:
    """A month in words, with the day of the week at either end; that must be the right one."""
    weekdays = date_words.weekdays()
    first, _, rest = text.partition(" ")
    if first not in weekdays:
        rest, _, first = text.rpartition(" ")
    if first not in weekdays:
        return _with_month(text)
    span = _with_month(rest)
    if span is None or span.unit != "day":
        return None
    if span.start.weekday() != weekdays[first]:
        day = span.start
        raise errors.BadDate("", "weekday", day.year, day.month, day.day, example=day.isoformat())
    return span


def _with_month(text: str) -> Span | None:
    if found := re.fullmatch(r"(\d{1,2}) (\D+) (\d{4}) ?(h\.?|ah|ه|م|)", text):
        day, name, year, era = int(found[1]), found[2], int(found[3]), found[4]
    elif found := re.fullmatch(r"(\D+) (\d{1,2}) (\d{4}) ?(h\.?|ah|ه|م|)", text):
        day, name, year, era = int(found[2]), found[1], int(found[3]), found[4]
    elif (found := re.fullmatch(r"(\D+) (\d{4})م?", text)) and found[1] in date_words.months():
        return _months(int(found[2]), date_words.months()[found[1]], 1, "month")
    else:
        return None
    if name in date_words.months() and not _is_hijri(era):
        return _day(year, date_words.months()[name], day)
    if name in date_words.hijri_months() and era != "م":
        return _day(year, date_words.hijri_months()[name], day, hijri_era=True)
    return None


def _is_hijri(era: str) -> bool:
    return era not in {"", "م"}


def _day(year: int, month: int, day: int, *, hijri_era: bool = False) -> Span:
    if hijri_era:
        return _one(hijri.to_gregorian(year, month, day))
    _check(year, month, day)  # before the day is looked at: of 1448-06-30 it is the year that is wrong
    last = _months(year, _month(year, month, day), 1, "month").end
    if not 1 <= day <= last.day:
        raise errors.BadDate("", "day", year, month, day, last.day, last.isoformat())
    return _one(date(year, month, day))


def _month(year: int, month: int, day: int = 0) -> int:
    """The month; where there is none of that number, the two were perhaps typed in the American order."""
    if 1 <= month <= 12:
        return month
    swapped = 1 <= day <= 12 and 1 <= month <= _months(year, day, 1, "month").end.day
    raise errors.BadDate("", "month", year, month, day, example=f"{year}-{day:02}-{month:02}" if swapped else "")


def _one(day: date) -> Span:
    _check(day.year, day.month, day.day)
    return Span(day, day, "day")


def _months(year: int, first: int, count: int, unit: str) -> Span:
    _check(year, first)
    start = date(year, _month(year, first), 1)
    after = year * 12 + first - 1 + count
    return Span(start, date(after // 12, after % 12 + 1, 1) - timedelta(days=1), unit)


def _check(year: int, month: int = 0, day: int = 0) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise outside(year, month, day)
