"""Adding and changing activities: gates, dates, descriptions, and what their step does with them (section 3).

`add` and `update` are the use cases: they take a tracker and give a new one or raise `RuleBroken`.
"""

from datetime import date
from typing import Any

from tracker import errors
from tracker.frozen import asdict, replace
from tracker.model.changes import papers
from tracker.model.changes.dates import Redated, check_past, dated
from tracker.model.changes.offices import named_offices
from tracker.model.records.activities import Activity, ActivityMode, ActivityType, Gate, Participants
from tracker.model.records.localized import Localized, reworded
from tracker.model.records.meetings import Place
from tracker.model.records.office import Office
from tracker.model.records.status import CLOSED, Status
from tracker.model.records.steps import Step
from tracker.model.rules.gates import at_gate, gate_after
from tracker.model.rules.passages import Said, begun, passed
from tracker.model.tracker import Tracker


class ActivityUpdate(Redated, kw_only=True):
    """A change asked of an activity; None leaves a field as it is.

    `gate_on` is the day on which the gate was passed; `ly`, `tr` and `women` count participants.
    """

    status: Status | None = None
    gate: Gate | None = None
    gate_on: date | None = None
    evidence: tuple[papers.Paper, ...] = ()
    owner: Office | None = None
    support: Office | None = None
    weight: int | None = None
    type: ActivityType | None = None
    mode: ActivityMode | None = None
    place: Place | None = None
    ly: int | None = None
    tr: int | None = None
    women: int | None = None
    duration_days: int | None = None
    themes: tuple[str, ...] | None = None
    aspects: tuple[str, ...] | None = None
    title_ar: str | None = None
    title_tr: str | None = None
    title_en: str | None = None
    confirm: bool = False


LIKE = ("type", "weight", "owner", "support", "mode", "place", "duration_days", "themes", "aspects")
"""The fields that an activity takes over from another one that it is to be like."""

PLAIN = ("weight", "type", "mode", "place", "duration_days")


def add(
    tracker: Tracker, step: str, title: Localized, wanted: ActivityUpdate, on: date, like: str | None = None
) -> tuple[str, Tracker]:
    """The code of the new activity and the tracker with it. Raises `StepClosed` and what `update` raises.

    It takes from `like` what does not tell them apart, the length of its dates too; its owner is that of its step
    unless another is named.
    """
    parent = tracker.get(Step, step, "S")
    if parent.status in CLOSED:
        raise errors.StepClosed(parent.id, parent.status)
    made = Activity(id="", step=parent.id, title=title, owner=parent.owner)
    if like is not None:
        other = tracker.get(Activity, like)
        made = replace(made, **{name: getattr(other, name) for name in LIKE})
        wanted = _with_length_of(other, wanted)
    code, tracker = tracker.new_code(f"{parent.id}.")
    tracker = tracker.put(replace(made, id=code), on)
    return code, update(tracker, code, wanted, on)


def _with_length_of(other: Activity, wanted: ActivityUpdate) -> ActivityUpdate:
    if wanted.planned_start is None or wanted.planned_end or not (other.planned_start and other.planned_end):
        return wanted
    return replace(wanted, planned_end=wanted.planned_start + (other.planned_end - other.planned_start))


def update(tracker: Tracker, code: str, wanted: ActivityUpdate, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`; raises `NotFound` or what `RuleBroken` names.

    What starts an activity starts its step. A gate starts what has not started, the last one completes.
    """
    before = tracker.get(Activity, code)
    check_past(before.id, wanted, on)
    if wanted.gate_on is not None and wanted.gate_on > on:
        raise errors.DateInFuture(before.id, wanted.gate_on.isoformat())
    status = _status_after(before, wanted)
    activity = before
    if status is not before.status:
        tracker, activity = passed(tracker, before, status, _said(wanted), on)
    activity = dated(_gated(before, activity, wanted, on), wanted)
    tracker, activity = _described(tracker, activity, wanted, on)
    if wanted.confirm:
        activity = replace(activity, updated_on=on)
    tracker = tracker.put(activity, on)
    for paper in wanted.evidence:
        tracker = papers.attach(tracker, activity.id, paper, on)
    if status is Status.COMPLETED and tracker.index.attached.get(activity.id) != 100:
        raise errors.NeedsEvidence(activity.id)
    return _step_follows(tracker, activity, on)


def _said(wanted: ActivityUpdate) -> Said:
    return Said(
        reason=wanted.reason,
        start=wanted.actual_start or wanted.gate_on,
        end=wanted.actual_end or wanted.gate_on,
    )


def _status_after(activity: Activity, wanted: ActivityUpdate) -> Status:
    """Give the status after the change: a gate or a day of beginning starts, the last gate completes."""
    named = wanted.status or activity.status
    if wanted.gate is Gate.DOCUMENTED and wanted.status is None and named in (Status.NOT_STARTED, Status.IN_PROGRESS):
        return Status.COMPLETED
    if named is activity.status is Status.NOT_STARTED and (wanted.gate not in (None, Gate.NONE) or wanted.actual_start):
        return Status.IN_PROGRESS
    return named


def _gated(before: Activity, activity: Activity, wanted: ActivityUpdate, on: date) -> Activity:
    """The activity, in its new status, at its new gate."""
    gate = gate_after(before, wanted.gate, activity.status)
    day = wanted.gate_on or (wanted.actual_end if gate is Gate.DOCUMENTED else None) or on
    return at_gate(activity, gate, day, dated=wanted.gate_on is not None, reason=wanted.reason)


def _described(tracker: Tracker, activity: Activity, wanted: ActivityUpdate, on: date) -> tuple[Tracker, Activity]:
    """Change the offices, weight and titles of an activity, and what sort of work it is."""
    tracker, named = named_offices(tracker, activity, wanted, on)
    changed: dict[str, Any] = named | {name: wanted.after(activity, name) for name in PLAIN}
    changed |= {name: () if name in wanted.clear else wanted.after(activity, name) for name in ("themes", "aspects")}
    title = reworded(activity.title, asdict(wanted), "title", wanted.clear)
    counts = _participants(activity, wanted)
    activity = replace(activity, title=title, participants=counts, **changed)
    return tracker, activity


def _participants(activity: Activity, wanted: ActivityUpdate) -> Participants | None:
    if "participants" in wanted.clear:
        return None
    given = {name: number for name in ("ly", "tr", "women") if (number := getattr(wanted, name)) is not None}
    return replace(activity.participants or Participants(), **given) if given else activity.participants


def _step_follows(tracker: Tracker, activity: Activity, on: date) -> Tracker:
    """Start the step of an activity that has begun; what counts is rolled up, so the step declares nothing itself."""
    step = tracker.steps[activity.step]
    if begun(activity) and activity.status not in CLOSED and step.status is Status.NOT_STARTED:
        tracker, step = passed(tracker, step, Status.IN_PROGRESS, Said(start=activity.actual_start), on)
    if activity.status is not Status.CANCELLED and step.status is not Status.COMPLETED:
        step = replace(step, declared=0)
    return tracker.put(step, on)
