"""The names of periods in digits and in words: a quarter, a half year, a month or a year."""

import re
from calendar import monthrange
from datetime import date

from tracker.message import Message, msg
from tracker.model.records.indicators import Frequency
from tracker.reports.numbers import Numeral
from tracker.reports.report import Day

_PART = re.compile(r"(\d{4})-([QH])(\d)")


def period_ending(day: date, frequency: Frequency) -> str:
    """The period of a measurement that ends on that day, in digits; the day itself where no such period ends then."""
    if day.day < monthrange(day.year, day.month)[1]:
        return day.isoformat()
    match frequency:
        case Frequency.ANNUAL if day.month == 12:
            return str(day.year)
        case Frequency.SEMIANNUAL if day.month % 6 == 0:
            return f"{day.year}-H{day.month // 6}"
        case Frequency.MONTHLY:
            return day.isoformat()[:7]
        case _:
            return f"{day.year}-Q{day.month // 3}" if day.month % 3 == 0 else day.isoformat()


def period_name(period: str) -> Message:
    """The words for a period in digits: `2026-Q1`, `2026-H1`, `2026-03`, `2026`, or a day."""
    found = _PART.fullmatch(period)
    if found is None:
        return Message("{day}", {"day": Day(period)})
    year = Numeral(int(found[1]))
    if found[2] == "H":
        return msg("H1 {year}", year=year) if found[3] == "1" else msg("H2 {year}", year=year)
    match found[3]:
        case "1":
            return msg("Q1 {year}", year=year)
        case "2":
            return msg("Q2 {year}", year=year)
        case "3":
            return msg("Q3 {year}", year=year)
        case _:
            return msg("Q4 {year}", year=year)
