"""The periods of reporting as they are typed: a quarter or a year."""

from datetime import date

from tracker import errors
from tracker.text.input.parse_date import parse_span


def parse_period(text: str, today: date) -> str:
    """Read `2026-Q1` or `2026`, in all forms of quarters and years that dates have. Raises `BadDate`, `HijriRange`."""
    span = parse_span(text, today)
    if span.unit == "quarter":
        return f"{span.start.year}-Q{(span.start.month + 2) // 3}"
    if span.unit == "year" and span.start.month == 1:
        return str(span.start.year)
    quarter = f"{span.start.year}-Q{(span.start.month + 2) // 3}"
    raise errors.BadDate(text, "no_period", span.start.year, example=quarter)
