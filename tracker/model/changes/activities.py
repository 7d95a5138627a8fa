"""Adding and changing activities: gates, participants, and what their step does with them (section 3).

`add` and `update` are the use cases: they take a tracker and give a new one or raise `RuleBroken`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.change import apply_fields, take_over
from tracker.model.changes.many import Asked, Rule, each, with_changed, with_many
from tracker.model.changes.work import DATES, WorkChange, put_work, with_dates
from tracker.model.records.activities import Activity, ActivityMode, ActivityType, Gate, Participants
from tracker.model.records.localized import LANGS, Localized
from tracker.model.records.meetings import Place
from tracker.model.records.status import CLOSED, Status
from tracker.model.records.steps import Step
from tracker.model.rules.dates import check_order, check_past
from tracker.model.rules.gates import at_gate, gate_after
from tracker.model.rules.transitions import Grounds, has_begun, transition
from tracker.model.tracker import Tracker


class ActivityChange(WorkChange, kw_only=True):
    """A change asked of an activity; `gate_on` is the day on which the gate was passed, `ly`, `tr` and `women` count
    participants.
    """

    ruled = frozenset({"status", "gate", *DATES})
    replaced = frozenset({"themes", "aspects", "after"})
    gate: Gate | None = None
    gate_on: date | None = None
    type: ActivityType | None = None
    mode: ActivityMode | None = None
    place: Place | None = None
    ly: int | None = None
    tr: int | None = None
    women: int | None = None
    duration_days: int | None = None
    themes: tuple[str, ...] | None = None
    aspects: tuple[str, ...] | None = None
    after: tuple[str, ...] | None = None


LIKE = ("type", "weight", "owner", "support", "mode", "place", "duration_days", "themes", "aspects")
"""The fields that an activity takes over from another one that it is to be like."""
COUNTS = ("ly", "tr", "women")
PLANNED = ("planned_start", "planned_end")
_TITLES = tuple(f"title_{lang}" for lang in LANGS)
OF_MANY = frozenset(
    {"step", *_TITLES, "type", "mode", "owner", "support", "weight", *PLANNED, "duration_days", *COUNTS}
)
"""The names under which something is asked of many new activities: what their step and their status have no part in."""
OF_KNOWN = OF_MANY - {"step", *PLANNED}
"""The names under which something is asked of many known activities: what the rules of dates have no part in either."""
_JUDGED = attrgetter("status", "gate", *DATES, "forecast_reason", "step")
"""Gives what the rules look at of an activity that a change leaves as it is in all of that."""


def add(
    tracker: Tracker, step: str, title: Localized, change: ActivityChange, on: date, like: str | None = None
) -> tuple[str, Tracker]:
    """The code of the new activity and the tracker with it. Raises `StepClosed` and what `update` raises.

    It takes from `like` what does not tell them apart, the length of its dates too; its owner is that of its step
    unless another is named.
    """
    parent = _open_step(tracker, step)
    other = None if like is None else tracker.get(Activity, like)
    code, tracker = tracker.new_code(f"{parent.id}.")
    new = take_over(tracker, Activity(id=code, step=parent.id, title=title, owner=parent.owner), like, LIKE)
    return code, _apply(tracker, new, change if other is None else _with_length_of(other, change), on)


def add_all(tracker: Tracker, asked: Asked, on: date) -> Tracker:
    """The tracker with many more activities, each as `add` makes it of what is asked under the names of `OF_MANY`.

    Raises what `add` raises, though not of which it is, and `UnknownRole` for any that is new.
    """
    parents = each(asked.column("step"), lambda step: _open_step(tracker, step))
    numbered = Counter(parent.id for parent in parents)
    codes: dict[str, Iterator[str]] = {}
    for step, many in numbered.items():
        found, tracker = tracker.new_codes(f"{step}.", many)
        codes[step] = iter(found)
    own: dict[str, Sequence[Any]] = {
        "id": [next(codes[parent.id]) for parent in parents],
        "step": [parent.id for parent in parents],
        "title": asked.texts("title"),
        "owner": [office or parent.owner for office, parent in zip(asked.column("owner"), parents, strict=True)],
        "participants": each(zip(*map(asked.column, COUNTS), strict=True), _counts),
    }
    for code, start, end in zip(own["id"], *map(asked.column, PLANNED), strict=True):
        check_order(code, (start, end))
    tracker = with_many(tracker, Activity, asked, own, on)
    for code in dict(zip(own["step"], own["id"], strict=True)).values():
        tracker = _step_follows(tracker, tracker.activities[code], on)
    return tracker


def _counts(counts: tuple[int | None, ...], old: Participants | None = None) -> Participants | None:
    given = {name: number for name, number in zip(COUNTS, counts, strict=True) if number is not None}
    return replace(old or Participants(), **given) if given else None


def _open_step(tracker: Tracker, step: str) -> Step:
    """The step that a new activity is part of; raises `NotFound`, `StepClosed`."""
    parent = tracker.get(Step, step)
    if parent.status in CLOSED:
        raise errors.StepClosed(parent.id, parent.status)
    return parent


def _with_length_of(other: Activity, change: ActivityChange) -> ActivityChange:
    if change.planned_start is None or change.planned_end or not (other.planned_start and other.planned_end):
        return change
    return replace(change, planned_end=change.planned_start + (other.planned_end - other.planned_start))


def update(tracker: Tracker, code: str, change: ActivityChange, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`; raises `NotFound` or what `RuleBroken` names.

    What starts an activity starts its step. A gate starts what has not started, the last one completes.
    """
    return _apply(tracker, tracker.get(Activity, code), change, on)


def change_all(tracker: Tracker, codes: Sequence[str], asked: Asked, on: date) -> Tracker:
    """The tracker with many activities changed, each as `update` does by what is asked under the names of `OF_KNOWN`.

    Raises what `update` raises, though not of which it is, and `UnknownRole` for a role that would be new.
    """
    olds = [*map(tracker.activities.__getitem__, codes)]
    own: dict[str, Sequence[Any]] = {}
    if not asked.columns.keys().isdisjoint(COUNTS):
        counted = zip(*map(asked.column, COUNTS), strict=True)
        own["participants"] = each(zip([old.participants for old in olds], counted, strict=True), _recounted)
    return with_changed(tracker, olds, asked, own, on, Rule(_JUDGED, ActivityChange, _apply))


def _recounted(counts: tuple[Participants | None, tuple[int | None, ...]]) -> Participants | None:
    old, numbers = counts
    return _counts(numbers, old) or old


def _apply(tracker: Tracker, old: Activity, change: ActivityChange, on: date) -> Tracker:
    check_past(old.id, on, change.actual_start, change.actual_end, change.gate_on)
    status = _status_after(old, change)
    new = old
    if status is not old.status:
        tracker, new = transition(tracker, old, status, _grounds(change), on)
    new = with_dates(_with_gate(old, new, change, on), change)
    tracker, new = apply_fields(tracker, new, change, on)
    participants = _participants(new, change)
    if participants is not new.participants:
        new = replace(new, participants=participants)
    tracker = put_work(tracker, new, change, on)
    return _step_follows(tracker, new, on)


def _grounds(change: ActivityChange) -> Grounds:
    return Grounds(
        reason=change.reason,
        start=change.actual_start or change.gate_on,
        end=change.actual_end or change.gate_on,
    )


def _status_after(activity: Activity, change: ActivityChange) -> Status:
    """Give the status after the change: a gate or a day of beginning starts, the last gate completes."""
    named = change.status or activity.status
    if change.gate is Gate.DOCUMENTED and change.status is None and named in (Status.NOT_STARTED, Status.IN_PROGRESS):
        return Status.COMPLETED
    if named is activity.status is Status.NOT_STARTED and (change.gate not in (None, Gate.NONE) or change.actual_start):
        return Status.IN_PROGRESS
    return named


def _with_gate(old: Activity, new: Activity, change: ActivityChange, on: date) -> Activity:
    """The activity, in its new status, at its new gate."""
    if change.gate is None and change.gate_on is None and new.status is old.status:
        return new
    gate = gate_after(old, change.gate, new.status)
    day = change.gate_on or (change.actual_end if gate is Gate.DOCUMENTED else None) or on
    return at_gate(new, gate, day, dated=change.gate_on is not None, reason=change.reason)


def _participants(activity: Activity, change: ActivityChange) -> Participants | None:
    if "participants" in change.clear:
        return None
    given = {name: number for name in COUNTS if (number := getattr(change, name)) is not None}
    return replace(activity.participants or Participants(), **given) if given else activity.participants


def _step_follows(tracker: Tracker, activity: Activity, on: date) -> Tracker:
    """Start the step of an activity that has begun; what counts is rolled up, so the step declares nothing itself.

    Raises `BrokenReference` where somebody has taken the step away by hand.
    """
    old = tracker.steps.get(activity.step)
    if old is None:
        raise errors.BrokenReference(activity.id, activity.step)
    step = old
    if has_begun(activity) and activity.status not in CLOSED and step.status is Status.NOT_STARTED:
        tracker, step = transition(tracker, step, Status.IN_PROGRESS, Grounds(start=activity.actual_start), on)
    if step.declared and activity.status is not Status.CANCELLED and step.status is not Status.COMPLETED:
        step = replace(step, declared=0)
    return tracker if step is old else tracker.put(step, on)
