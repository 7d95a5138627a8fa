"""Rules of dates: nothing ends before it began or lies ahead once it has happened (rule 1.5)."""

from collections.abc import Iterator
from datetime import date

from tracker import errors
from tracker.model.records.activities import Activity
from tracker.model.records.initiatives import Initiative
from tracker.model.records.steps import Step

Span = tuple[date | None, date | None]
"""A beginning and an end, None where it is not known."""


def reversed_dates(code: str, *spans: Span) -> "Iterator[errors.DatesReversed]":
    """Every span of a record that ends before it begins."""
    for start, end in spans:
        if start and end and start > end:
            yield errors.DatesReversed(code, start.isoformat(), end.isoformat())


def check_order(code: str, *spans: Span) -> None:
    """Raise `DatesReversed` where a span of a record ends before it begins."""
    for start, end in spans:
        if start and end and start > end:
            raise errors.DatesReversed(code, start.isoformat(), end.isoformat())


def check_past(code: str, on: date, *days: date | None) -> None:
    """Raise `DateInFuture` for what is said to have happened after the day `on`."""
    for day in days:
        if day is not None and day > on:
            raise errors.DateInFuture(code, day.isoformat())


def is_moved(old: Initiative | Step | Activity, new: Initiative | Step | Activity) -> bool:
    """Whether a planned date that was set is another one, or none, afterwards."""
    return old.planned_start not in (None, new.planned_start) or old.planned_end not in (None, new.planned_end)
