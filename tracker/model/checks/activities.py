"""Findings of `check` in activities: late, undocumented, unassessed, nobody's (rule 16.1)."""

from collections.abc import Iterator

from tracker.model.checks.finding import Finding
from tracker.model.records.activities import Activity
from tracker.model.records.status import ACTIVE, OPEN, Status
from tracker.model.records.steps import Step
from tracker.model.state.assessment import Assessment
from tracker.model.state.work import ActivityState
from tracker.model.tracker import Tracker

CODES = (
    "activity_stopped",
    "activity_overdue",
    "activity_unassessed",
    "activity_undocumented",
    "activity_no_dates",
    "activity_no_owner",
    "activity_outside",
    "activity_too_early",
    "activity_unevidenced",
    "activity_unverified",
    "activity_unblocked",
)


def activity_findings(tracker: Tracker, assessment: Assessment) -> Iterator[Finding]:
    """Find everything to be mended in activities."""
    steps = tracker.steps
    for code, state in assessment.activities.items():
        activity = state.activity
        step, is_open = steps.get(activity.step), activity.status in OPEN
        if is_open and step is not None and step.status is Status.CANCELLED:
            yield Finding("activity_stopped", code)
        if state.asked:
            if state.overdue and state.days_left is not None:
                yield Finding("activity_overdue", code, -state.days_left)
            if is_open:
                yield from _plan(activity)
            if outside_step(step, activity):
                yield Finding("activity_outside", code)
            if activity.after:
                yield from _order(tracker, activity)
            if activity.status is Status.BLOCKED and not any(o.active for o in tracker.obstacles_of(code)):
                yield Finding("activity_unblocked", code)
            yield from _evidence(tracker, code, state)


def _plan(activity: Activity) -> Iterator[Finding]:
    if not (activity.planned_start and activity.planned_end):
        yield Finding("activity_no_dates", activity.id)
    if activity.owner is None:
        yield Finding("activity_no_owner", activity.id)


def _order(tracker: Tracker, activity: Activity) -> Iterator[Finding]:
    from tracker.model.state.follows import too_late_for  # noqa: PLC0415 - few activities follow others

    for late in too_late_for(tracker, activity)[:1]:
        yield Finding("activity_too_early", activity.id, detail=late.id)


def _evidence(tracker: Tracker, code: str, state: ActivityState) -> Iterator[Finding]:
    if state.unassessed:
        yield Finding("activity_unassessed", code)
    if state.undocumented:
        yield Finding("activity_undocumented", code)
    if state.status in ACTIVE and state.unevidenced:
        yield Finding("activity_unevidenced", code)
    if state.unverified:
        yield Finding("activity_unverified", code, detail=next((e.id for e in tracker.evidence_of(code)), ""))


def outside_step(step: Step | None, activity: Activity) -> bool:
    """Whether its planned dates lie outside those of its step (rule 6.3), as far as both are known."""
    days = [day for day in (activity.planned_start, activity.planned_end) if day]
    start, end = (step.planned_start, step.planned_end) if step else (None, None)
    return any((start is not None and day < start) or (end is not None and day > end) for day in days)
