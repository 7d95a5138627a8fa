"""The status machine that steps, activities and commitments share (section 2).

`transition` carries a record from one status to another: which may follow, the reasons and decisions that this
requires, the obstacle that a block needs, the days of beginning and end. Percentages, gates and evidence are the
affair of each kind.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.records.activities import Activity, Gate
from tracker.model.records.commitments import Commitment
from tracker.model.records.localized import Text, in_languages
from tracker.model.records.obstacles import Obstacle
from tracker.model.records.status import Status, allowed
from tracker.model.records.steps import Step
from tracker.model.rules.dates import check_past
from tracker.model.tracker import Tracker

Work = TypeVar("Work", Step, Activity, Commitment)
AnyWork = Step | Activity | Commitment


class Grounds(Frozen, kw_only=True):
    """The grounds given with a change of status; its days are those of the real beginning and end, today when None."""

    reason: Text | None = None
    decision: str | None = None
    start: date | None = None
    end: date | None = None


def transition(tracker: Tracker, record: Work, after: Status, grounds: Grounds, on: date) -> tuple[Tracker, Work]:
    """The record in the status `after`, and the tracker with the obstacle that had to be made; not yet `put`.

    What is completed without having been started passes through in progress (rule 2.4). Raises `TransitionRefused`,
    `NeedsReason`, `NeedsDecision`, `NeedsObstacle`, `DateInFuture`.
    """
    if record.status is Status.NOT_STARTED and after is Status.COMPLETED:
        begun = replace(grounds, start=grounds.start or grounds.end)
        tracker, record = transition(tracker, record, Status.IN_PROGRESS, begun, on)
    check_transition(record, after)
    check_past(record.id, on, grounds.start, grounds.end)
    if after is Status.BLOCKED:
        tracker = _with_obstacle(tracker, record, grounds.reason, on)
    change = _change(tracker, record, after)
    _require(record, change, grounds)
    return tracker, replace(record, **_fields(record, after, change, grounds, on))


def check_transition(record: AnyWork, after: Status) -> None:
    """Raise `TransitionRefused` where that status cannot follow the one that the record has (rule 2.2)."""
    can = allowed(record.status, started=has_begun(record))
    check_among(record.id, record.status, after, [status for status in Status if status in can])


def check_among(code: str, before: StrEnum, after: StrEnum, can: Sequence[StrEnum]) -> None:
    """Raise `TransitionRefused` where `after` is not among the states that may follow."""
    if after not in can:
        raise errors.TransitionRefused(code, before, after, tuple(status.value for status in can))


def has_begun(record: AnyWork) -> bool:
    """Whether work on it has ever begun."""
    match record:
        case Step():
            return record.actual_start is not None or record.declared > 0
        case Activity():
            return record.actual_start is not None or record.gate is not Gate.NONE
    return record.started_on is not None


def obstacles_to(tracker: Tracker, record: AnyWork) -> list[Obstacle]:
    """The obstacles that a record may be blocked by; those of a commitment are its source and those of its step."""
    if not isinstance(record, Commitment):
        return tracker.obstacles_of(record.id)
    source = tracker.obstacles.get(record.source)
    return [*([source] if source else []), *tracker.obstacles_of(record.step or "")]


def _fields(record: AnyWork, after: Status, change: str | None, grounds: Grounds, on: date) -> dict[str, Any]:
    """Give the fields that the transition sets."""
    # Where none is needed, the reason is a note: the revision keeps it, and there it can be erased.
    explained = after is Status.BLOCKED or change is not None
    fields: dict[str, Any] = {"status": after, "status_reason": grounds.reason if explained else None}
    start, end = ("started_on", "completed_on") if isinstance(record, Commitment) else ("actual_start", "actual_end")
    if isinstance(record, Step):
        fields["decision"] = grounds.decision
    if after is Status.IN_PROGRESS and getattr(record, start) is None:
        fields[start] = grounds.start or on
    if after is Status.COMPLETED:
        fields[end] = grounds.end or on
    if change == "reopened":
        fields |= {end: None, "reopened": record.reopened + 1}
    if change == "reinstated":
        fields[start] = None
    return fields


def _require(record: AnyWork, change: str | None, grounds: Grounds) -> None:
    """Check the reason and the decision that a transition requires."""
    if change and not grounds.reason:
        raise errors.NeedsReason(record.id, change)
    if isinstance(record, Step) and change in ("suspended", "cancelled", "reinstated") and not grounds.decision:
        raise errors.NeedsDecision(record.id)


def _change(tracker: Tracker, record: AnyWork, after: Status) -> str | None:
    """The slug of `NeedsReason` for a transition that must be explained."""
    if after in (Status.SUSPENDED, Status.CANCELLED):
        return after.value
    if record.status is Status.SUSPENDED:
        return "resumed"
    if record.status is Status.COMPLETED:
        return "reopened"
    if record.status is Status.CANCELLED:
        return "reinstated"
    still_blocked = any(o.active for o in obstacles_to(tracker, record))
    return "unblocked" if record.status is Status.BLOCKED and still_blocked else None


def _with_obstacle(tracker: Tracker, record: AnyWork, reason: Text | None, on: date) -> Tracker:
    """Give the tracker with an obstacle for the block: an active one, or one made of the reason and linked."""
    if any(o.active for o in obstacles_to(tracker, record)):
        return tracker
    if not reason:
        raise errors.NeedsObstacle(record.id)
    code, tracker = tracker.new_code("O")
    steps: tuple[str, ...] = (record.id,) if isinstance(record, Step) else ()
    if isinstance(record, Commitment) and record.step:
        steps = (record.step,)
    activities = (record.id,) if isinstance(record, Activity) else ()
    title = in_languages(reason)
    return tracker.put(Obstacle(id=code, title=title, raised_on=on, steps=steps, activities=activities), on)
