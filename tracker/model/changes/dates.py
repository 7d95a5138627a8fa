"""Baseline, forecast and actual dates of steps and activities, and the reasons that changing them needs (section 6)."""

from datetime import date
from typing import TypeVar

from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.asked import Asked
from tracker.model.records.activities import Activity
from tracker.model.records.status import Status
from tracker.model.records.steps import Step

Planned = TypeVar("Planned", Step, Activity)
DATES = ("planned_start", "planned_end", "forecast_end", "actual_start", "actual_end")


class Redated(Asked, kw_only=True):
    """A change asked of a step or an activity."""

    planned_start: date | None = None
    planned_end: date | None = None
    forecast_end: date | None = None
    actual_start: date | None = None
    actual_end: date | None = None


def check_past(code: str, wanted: Redated, on: date) -> None:
    """Raise `DateInFuture` for what is said to have happened after the day `on`."""
    for day in (wanted.actual_start, wanted.actual_end):
        if day is not None and day > on:
            raise errors.DateInFuture(code, day.isoformat())


def dated(record: Planned, wanted: Redated) -> Planned:
    """The record with its new dates. Raises `NeedsReason`, `DatesReversed`, `EndedOpen`."""
    moved = [
        getattr(record, field) not in (None, wanted.after(record, field)) for field in ("planned_start", "planned_end")
    ]
    if any(moved) and not wanted.reason:
        raise errors.NeedsReason(record.id, "baseline")
    record = replace(record, **{field: wanted.after(record, field) for field in DATES})
    check_order(record)
    if wanted.actual_end and record.status is not Status.COMPLETED:
        raise errors.EndedOpen(record.id)
    return _forecast(record, wanted)


def _forecast(record: Planned, wanted: Redated) -> Planned:
    """Give the record with its forecast; one past the planned end has a reason, also when it is that end that moved."""
    if record.forecast_end is None:
        return replace(record, forecast_reason=None)
    reason = record.forecast_reason if wanted.forecast_end is None else wanted.reason
    slips = record.planned_end is not None and record.forecast_end > record.planned_end
    if slips and not reason:
        reason = wanted.reason
    if slips and not reason:
        raise errors.NeedsReason(record.id, "forecast")
    return replace(record, forecast_reason=reason)


def check_order(record: Step | Activity) -> None:
    """Raise `DatesReversed` where an end lies before its start."""
    for start, end in ((record.planned_start, record.planned_end), (record.actual_start, record.actual_end)):
        if start and end and start > end:
            raise errors.DatesReversed(record.id, start.isoformat(), end.isoformat())
