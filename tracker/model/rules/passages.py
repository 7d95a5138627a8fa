"""The status machine that steps, activities and commitments share (section 2).

`passed` carries a record from one status to another: what may follow what, the reasons and decisions that this rests
on, the obstacle that a block needs, the days of beginning and end. Percentages, gates and papers are the affair of
each kind.
"""

from datetime import date
from typing import Any, TypeVar

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.records.activities import Activity, Gate
from tracker.model.records.commitments import Commitment
from tracker.model.records.localized import Localized
from tracker.model.records.obstacles import Obstacle
from tracker.model.records.status import Status, allowed
from tracker.model.records.steps import Step
from tracker.model.tracker import Tracker

Work = TypeVar("Work", Step, Activity, Commitment)
AnyWork = Step | Activity | Commitment


class Said(Frozen, kw_only=True):
    """The grounds given with a change of status; its days are those of the real beginning and end, today when None."""

    reason: str | None = None
    decision: str | None = None
    start: date | None = None
    end: date | None = None


def passed(tracker: Tracker, record: Work, after: Status, said: Said, on: date) -> tuple[Tracker, Work]:
    """The record in the status `after`, and the tracker with the obstacle that had to be made; not yet `put`.

    Raises `TransitionRefused`, `NeedsReason`, `NeedsDecision`, `NeedsObstacle`, `DateInFuture`.
    """
    check_passage(record, after)
    for day in (said.start, said.end):
        if day is not None and day > on:
            raise errors.DateInFuture(record.id, day.isoformat())
    if after is Status.BLOCKED:
        tracker = _with_obstacle(tracker, record, said.reason, on)
    change = _change(tracker, record, after)
    _require(record, change, said)
    return tracker, replace(record, **_fields(record, after, change, said, on))


def check_passage(record: AnyWork, after: Status) -> None:
    """Raise `TransitionRefused` where the record cannot pass into that status."""
    can = allowed(record.status, started=begun(record))
    if after not in can:
        raise errors.TransitionRefused(record.id, record.status, after, tuple(s.value for s in Status if s in can))


def begun(record: AnyWork) -> bool:
    """Whether work on it has ever begun."""
    match record:
        case Step():
            return record.actual_start is not None or record.declared > 0
        case Activity():
            return record.actual_start is not None or record.gate is not Gate.NONE
    return record.started_on is not None


def hindering(tracker: Tracker, record: AnyWork) -> list[Obstacle]:
    """The obstacles that a record may be blocked by; those of a commitment are its source and those of its step."""
    if not isinstance(record, Commitment):
        return tracker.obstacles_of(record.id)
    source = tracker.obstacles.get(record.source)
    return [*([source] if source else []), *tracker.obstacles_of(record.step or "")]


def _fields(record: AnyWork, after: Status, change: str | None, said: Said, on: date) -> dict[str, Any]:
    """Give the fields that the passage sets."""
    # Where none is needed, what was said is a note: the revision keeps it, and there it can be erased.
    explained = after is Status.BLOCKED or change is not None
    fields: dict[str, Any] = {"status": after, "status_reason": said.reason if explained else None}
    start, end = ("started_on", "completed_on") if isinstance(record, Commitment) else ("actual_start", "actual_end")
    if isinstance(record, Step):
        fields["decision"] = said.decision
    if after is Status.IN_PROGRESS and getattr(record, start) is None:
        fields[start] = said.start or on
    if after is Status.COMPLETED:
        fields[end] = said.end or on
    if change == "reopened":
        fields |= {end: None, "reopened": record.reopened + 1}
    if change == "reinstated":
        fields[start] = None
    return fields


def _require(record: AnyWork, change: str | None, said: Said) -> None:
    """Check the reason and the decision that a passage rests on."""
    if change and not said.reason:
        raise errors.NeedsReason(record.id, change)
    if isinstance(record, Step) and change in ("suspended", "cancelled", "reinstated") and not said.decision:
        raise errors.NeedsDecision(record.id)


def _change(tracker: Tracker, record: AnyWork, after: Status) -> str | None:
    """The slug of `NeedsReason` for a passage that must be explained."""
    if after in (Status.SUSPENDED, Status.CANCELLED):
        return after.value
    if record.status is Status.SUSPENDED:
        return "resumed"
    if record.status is Status.COMPLETED:
        return "reopened"
    if record.status is Status.CANCELLED:
        return "reinstated"
    still_blocked = any(o.active for o in hindering(tracker, record))
    return "unblocked" if record.status is Status.BLOCKED and still_blocked else None


def _with_obstacle(tracker: Tracker, record: AnyWork, reason: str | None, on: date) -> Tracker:
    """Give the tracker with an obstacle for the block: an active one, or one made of the reason and linked."""
    if any(o.active for o in hindering(tracker, record)):
        return tracker
    if not reason:
        raise errors.NeedsObstacle(record.id)
    code, tracker = tracker.new_code("O")
    steps: tuple[str, ...] = (record.id,) if isinstance(record, Step) else ()
    if isinstance(record, Commitment) and record.step:
        steps = (record.step,)
    activities = (record.id,) if isinstance(record, Activity) else ()
    title = Localized(reason)
    return tracker.put(Obstacle(id=code, title=title, raised_on=on, steps=steps, activities=activities), on)
