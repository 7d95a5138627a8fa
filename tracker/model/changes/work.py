"""Changes that steps and activities have in common: dates, with the reasons for moving them, and titles (section 6)."""

from collections.abc import Callable
from datetime import date
from operator import attrgetter
from typing import TypeVar

from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.change import TitleChange
from tracker.model.changes.evidence import Attachment, put_with_evidence
from tracker.model.records.activities import Activity
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.rules.dates import check_order, is_moved
from tracker.model.rules.work import check_completed
from tracker.model.state.health_rules import slips
from tracker.model.tracker import Tracker

W = TypeVar("W", Step, Activity)
DATES = ("planned_start", "planned_end", "forecast_end", "actual_start", "actual_end")


class WorkChange(TitleChange, kw_only=True):
    """A change asked of a step or an activity; `confirm` says that the record is still true."""

    status: Status | None = None
    evidence: tuple[Attachment, ...] = ()
    owner: Office | None = None
    support: Office | None = None
    status_reason_ar: str | None = None
    status_reason_tr: str | None = None
    status_reason_en: str | None = None
    forecast_reason_ar: str | None = None
    forecast_reason_tr: str | None = None
    forecast_reason_en: str | None = None
    weight: int | None = None
    planned_start: date | None = None
    planned_end: date | None = None
    forecast_end: date | None = None
    actual_start: date | None = None
    actual_end: date | None = None
    confirm: bool = False


_days_of: Callable[[WorkChange], tuple[date | None, ...]] = attrgetter(*DATES)
"""Gives the dates that a change asks for."""


def with_dates(old: W, change: WorkChange) -> W:
    """The record with its new dates. Raises `NeedsReason`, `DatesReversed`, `EndedOpen`."""
    dates: dict[str, date | None]
    dates = {name: day for name, day in zip(DATES, _days_of(change), strict=True) if day is not None}
    if change.clear:
        dates |= dict.fromkeys(change.clear.intersection(DATES))
    new = replace(old, **dates) if dates else old
    if is_moved(old, new) and not change.reason:
        raise errors.NeedsReason(old.id, "baseline")
    check_order(new.id, (new.planned_start, new.planned_end), (new.actual_start, new.actual_end))
    if change.actual_end and new.status is not Status.COMPLETED:
        raise errors.EndedOpen(new.id)
    return _with_forecast(new, change)


def _with_forecast(record: W, change: WorkChange) -> W:
    """Give the record with its forecast; one past the planned end has a reason, also when it is that end that moved."""
    if record.forecast_end is None:
        return record if record.forecast_reason is None else replace(record, forecast_reason=None)
    reason = record.forecast_reason if change.forecast_end is None else change.reason
    if slips(record):
        reason = reason or change.reason
        if not reason:
            raise errors.NeedsReason(record.id, "forecast")
    return replace(record, forecast_reason=reason)


def put_work(tracker: Tracker, record: Step | Activity, change: WorkChange, on: date) -> Tracker:
    """The tracker with the record as it was changed or confirmed, and the evidence of the change attached to it.

    Raises `NeedsEvidence` for what is completed without.
    """
    if change.confirm:
        record = replace(record, updated_on=on)
    tracker = put_with_evidence(tracker, record, change.evidence, on)
    check_completed(tracker, record)
    return tracker
