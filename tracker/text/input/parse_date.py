"""The reading of dates as people type them, in any of the three languages and digit scripts.

Everything is first read into a `Span`: `2026-Q4` is a quarter, `3/12/2026` a span of one day. What is ambiguous is
settled once: day before month; a form that fits nothing is refused, never guessed.
"""

import re
from datetime import date
from functools import lru_cache

from tracker import errors
from tracker.text.input import date_words
from tracker.text.input.misread import misread
from tracker.text.input.parts_of_years import part_of_year
from tracker.text.input.span import Span, day_of, months_of
from tracker.text.input.spoken_dates import spoken
from tracker.text.input.written import tidied

_LONGEST = 80


def parse_date(text: str, today: date, edge: str = "start") -> date:
    """The day that was typed; of a month, quarter, half or year its first or last day as `edge` (start, end) says.

    Raises BadDate and HijriRange.
    """
    span = parse_span(text, today)
    return span.end if edge == "end" else span.start


def parse_partial(text: str, today: date) -> str:
    """Read a date of low precision, as stored: `2024`, `2024-05` or `2024-05-31`. Raises BadDate and HijriRange."""
    span = parse_span(text, today)
    if span.unit in {"quarter", "half"}:
        raise errors.BadDate(text, f"no_{span.unit}", span.start.year, example=span.start.isoformat()[:7])
    return span.start.isoformat()[: {"year": 4, "month": 7, "day": 10}[span.unit]]


def parse_period(text: str, today: date) -> str:
    """Read a period of reporting, `2026-Q1`, `2026-H1` or `2026`, in all forms that dates have.

    Raises BadDate and HijriRange.
    """
    span = parse_span(text, today)
    year, month = span.start.year, span.start.month
    if span.unit == "year" and month == 1:
        return str(year)
    if span.unit == "half":
        return f"{year}-H{(month + 5) // 6}"
    quarter = f"{year}-Q{(month + 2) // 3}"
    if span.unit == "quarter":
        return quarter
    raise errors.BadDate(text, "no_period", year, example=quarter)


@lru_cache(4096)  # a spreadsheet says the same days over and over
def parse_span(text: str, today: date) -> Span:
    """Read what was typed as a span of days within 1900 to 2200. Raises BadDate and HijriRange."""
    if len(text) > _LONGEST:
        raise errors.BadDate(text)
    plain = tidied(text)
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
    return _written(text) or spoken(text, today, _written) or _both(text, today)


def _written(text: str) -> Span | None:
    return _numeric(text) or part_of_year(text) or _named(text)


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


_ERA = r" ?(h\.?|ah|ه|م|)"
_DAYS = (
    rf"(?P<y>\d{{4}})([-/.])(?P<m>\d{{1,2}})\2(?P<d>\d{{1,2}}){_ERA}",
    rf"(?P<d>\d{{1,2}})([-/.])(?P<m>\d{{1,2}})\2(?P<y>\d{{4}}){_ERA}",
    rf"(?P<y>\d{{4}})(?P<m>\d\d)(?P<d>\d\d){_ERA}",
)
_MONTHS = (r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})", r"(?P<m>\d{1,2})[-/.](?P<y>\d{4})")


def _numeric(text: str) -> Span | None:
    for pattern in _DAYS:
        if found := re.fullmatch(pattern, text):
            return day_of(*(int(found[part]) for part in "ymd"), hijri_era=_is_hijri(found[found.lastindex or 0]))
    for pattern in _MONTHS:
        if found := re.fullmatch(pattern, text):
            return months_of(int(found["y"]), int(found["m"]), "month")
    return None


def _named(text: str) -> Span | None:
    """A month in words, with the day of the week at either end; that must be the right one."""
    weekdays = date_words.weekdays()
    first, _, rest = text.partition(" ")
    if first not in weekdays:
        rest, _, first = text.rpartition(" ")
    if first not in weekdays:
        return _with_month(text)
    span = _with_month(rest) or _numeric(rest)
    if span is None or span.unit != "day":
        return None
    if span.start.weekday() != weekdays[first]:
        day = span.start
        raise errors.BadDate("", "weekday", day.year, day.month, day.day, example=day.isoformat())
    return span


def _with_month(text: str) -> Span | None:
    if found := re.fullmatch(rf"(\d{{1,2}}) (\D+) (\d{{4}}){_ERA}", text):
        day, name, year, era = int(found[1]), found[2], int(found[3]), found[4]
    elif found := re.fullmatch(rf"(\D+) (\d{{1,2}}) (\d{{4}}){_ERA}", text):
        day, name, year, era = int(found[2]), found[1], int(found[3]), found[4]
    elif found := re.fullmatch(rf"(\d{{4}}) (\D+) (\d{{1,2}}){_ERA}", text):
        day, name, year, era = int(found[3]), found[2], int(found[1]), found[4]
    elif (found := re.fullmatch(r"(\D+) (\d{4})م?", text)) and (month := date_words.month_named(found[1])):
        return months_of(int(found[2]), month, "month")
    else:
        return None
    month = date_words.month_named(name)
    if month and not _is_hijri(era):
        return day_of(year, month, day)
    if name in date_words.hijri_months() and era != "م":
        return day_of(year, date_words.hijri_months()[name], day, hijri_era=True)
    return None


def _is_hijri(era: str) -> bool:
    return era not in {"", "م"}
