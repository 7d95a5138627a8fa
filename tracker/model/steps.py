"""Changing a step: the status machine (DOMAIN.md 2.2) and the rules that go with each passage.

`update` is the use case: it takes a tracker and gives a new one or raises `RuleBroken`.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from tracker import errors
from tracker.frozen import frozen
from tracker.model import papers
from tracker.model.assessment import step_state
from tracker.model.health import SET_BY_HAND, Health, worse
from tracker.model.localized import Localized, reworded
from tracker.model.obstacle import Obstacle
from tracker.model.office import Office
from tracker.model.offices import known_office
from tracker.model.status import ACTIVE, Status, allowed
from tracker.model.step import Step
from tracker.model.tracker import Tracker


@frozen(kw_only=True)
class StepUpdate:
    """What is asked of a step; None leaves a field as it is. `declared` and `weight` are percent 0–100.

    `clear` names the fields that are emptied: owner, planned and forecast dates, translations of the title.
    `clear_concern` takes a health set by hand away; `confirm` says that the record is still true.
    """

    status: Status | None = None
    declared: int | None = None
    evidence: tuple[papers.Paper, ...] = ()
    reason: str | None = None
    decision: str | None = None
    owner: Office | None = None
    planned_start: date | None = None
    planned_end: date | None = None
    actual_start: date | None = None
    actual_end: date | None = None
    forecast_end: date | None = None
    weight: int | None = None
    concern: Health | None = None
    clear_concern: bool = False
    title_tr: str | None = None
    title_en: str | None = None
    title_ar: str | None = None
    confirm: bool = False
    clear: frozenset[str] = frozenset()

    def after(self, step: Step, field: str) -> Any:
        """What a field holds after the change."""
        new = getattr(self, field)
        return None if field in self.clear else getattr(step, field) if new is None else new


def update(tracker: Tracker, code: str, wanted: StepUpdate, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`; raises `NotFound` or what `RuleBroken` names."""
    step = tracker.get(Step, code, "S")
    _check_ranges(step, wanted, on)
    status = _status_after(step, wanted)
    if status is not step.status:
        tracker, step = _pass(tracker, step, status, wanted, on)
    tracker, step = _described(tracker, _dated(_declared(step, wanted, on), wanted), wanted, on)
    if wanted.confirm:
        step = replace(step, updated_on=on)
    tracker = tracker.put(step, on)
    for paper in wanted.evidence:
        tracker = papers.attach(tracker, step.id, paper, on)
    _check_completed(tracker, step, status)
    return _judged(tracker, step.id, wanted, on)


def _status_after(step: Step, wanted: StepUpdate) -> Status:
    """A percentage above 0 on a step that has not started starts it (DOMAIN.md 2.2).

    Naming the status it has already asks for nothing.
    """
    named = wanted.status or step.status
    if named is step.status is Status.NOT_STARTED and (wanted.declared or wanted.actual_start):
        return Status.IN_PROGRESS
    return named


def _check_ranges(step: Step, wanted: StepUpdate, on: date) -> None:
    for number in (wanted.declared, wanted.weight):
        if number is not None and not 0 <= number <= 100:
            raise errors.PercentOutOfRange(number)
    for day in (wanted.actual_start, wanted.actual_end):
        if day is not None and day > on:
            raise errors.DateInFuture(step.id, day.isoformat())


def _pass(tracker: Tracker, step: Step, after: Status, wanted: StepUpdate, on: date) -> tuple[Tracker, Step]:
    """The step in its new status, with what the passage requires and sets."""
    can = allowed(step.status, started=step.actual_start is not None or step.declared > 0)
    if after not in can:
        raise errors.TransitionRefused(step.id, step.status, after, tuple(s.value for s in Status if s in can))
    if after is Status.BLOCKED:
        tracker = _with_obstacle(tracker, step, wanted, on)
    _require(tracker, step, after, wanted)
    # Where none is needed, what was said is a note: the revision keeps it, and there it can be erased.
    explained = after is Status.BLOCKED or _reason_for(tracker, step, after) is not None
    reason = wanted.reason if explained else None
    changed = replace(step, status=after, status_reason=reason, decision=wanted.decision)
    if after is Status.IN_PROGRESS and step.actual_start is None:
        changed = replace(changed, actual_start=wanted.actual_start or on)
    if after is Status.COMPLETED:
        changed = replace(changed, actual_end=wanted.actual_end or on, declared=100)
    if step.status is Status.COMPLETED:
        changed = replace(changed, actual_end=None, reopened=step.reopened + 1)
    if step.status is Status.CANCELLED:
        changed = replace(changed, actual_start=None, declared=0)
    return tracker, changed


def _require(tracker: Tracker, step: Step, after: Status, wanted: StepUpdate) -> None:
    """The reason and the decision that a passage rests on."""
    change = _reason_for(tracker, step, after)
    if change and not wanted.reason:
        raise errors.NeedsReason(step.id, change)
    if change in ("suspended", "cancelled", "reinstated") and not wanted.decision:
        raise errors.NeedsDecision(step.id)
    if change == "reopened" and (wanted.declared is None or wanted.declared == 100):
        raise errors.NeedsLowerProgress(step.id)


def _reason_for(tracker: Tracker, step: Step, after: Status) -> str | None:
    if after in (Status.SUSPENDED, Status.CANCELLED):
        return after.value
    if step.status is Status.SUSPENDED:
        return "resumed"
    if step.status is Status.COMPLETED:
        return "reopened"
    if step.status is Status.CANCELLED:
        return "reinstated"
    still_blocked = any(o.active for o in tracker.obstacles_of(step.id))
    return "unblocked" if step.status is Status.BLOCKED and still_blocked else None


def _with_obstacle(tracker: Tracker, step: Step, wanted: StepUpdate, on: date) -> Tracker:
    """Blocked by an open obstacle, or by the reason given, from which one is made and linked."""
    if any(o.active for o in tracker.obstacles_of(step.id)):
        return tracker
    if not wanted.reason:
        raise errors.NeedsObstacle(step.id)
    code, tracker = tracker.new_code("O")
    obstacle = Obstacle(id=code, title=Localized(wanted.reason), raised_on=on, steps=(step.id,))
    return tracker.put(obstacle, on)


def _declared(step: Step, wanted: StepUpdate, on: date) -> Step:
    if wanted.declared is None or (step.status is Status.COMPLETED and wanted.declared == 100):
        return step
    if wanted.declared == 100:
        raise errors.NeedsCompletion(step.id)
    if step.status not in ACTIVE and wanted.declared != step.declared:
        raise errors.ProgressRefused(step.id, step.status)
    # Blocked work may report progress too, and what has progress has begun.
    begun = step.actual_start or ((wanted.actual_start or on) if wanted.declared else None)
    return replace(step, declared=wanted.declared, actual_start=begun)


def _dated(step: Step, wanted: StepUpdate) -> Step:
    """Baseline, forecast and actual dates, each with the reason it may need."""
    moved = [
        getattr(step, field) not in (None, wanted.after(step, field)) for field in ("planned_start", "planned_end")
    ]
    if any(moved) and not wanted.reason:
        raise errors.NeedsReason(step.id, "baseline")
    dates = ("planned_start", "planned_end", "forecast_end", "actual_start", "actual_end")
    step = replace(step, **{field: wanted.after(step, field) for field in dates})
    _check_order(step)
    if wanted.actual_end and step.status is not Status.COMPLETED:
        raise errors.EndedOpen(step.id)
    return _forecast(step, wanted)


def _forecast(step: Step, wanted: StepUpdate) -> Step:
    """A forecast beyond the planned end has a reason, also when it is the planned end that moved."""
    if step.forecast_end is None:
        return replace(step, forecast_reason=None)
    reason = step.forecast_reason if wanted.forecast_end is None else wanted.reason
    slips = step.forecast_end and step.planned_end and step.forecast_end > step.planned_end
    if slips and not reason:
        reason = wanted.reason
    if slips and not reason:
        raise errors.NeedsReason(step.id, "forecast")
    return replace(step, forecast_reason=reason)


def _check_order(step: Step) -> None:
    for start, end in ((step.planned_start, step.planned_end), (step.actual_start, step.actual_end)):
        if start and end and start > end:
            raise errors.DatesReversed(step.id, start.isoformat(), end.isoformat())


def _described(tracker: Tracker, step: Step, wanted: StepUpdate, on: date) -> tuple[Tracker, Step]:
    """Owner, weight and titles; the Arabic of a verbatim title is locked."""
    if wanted.title_ar is not None and step.verbatim:
        raise errors.TextLocked(step.id)
    owner = wanted.after(step, "owner")
    if wanted.owner is not None:
        tracker, owner = known_office(tracker, wanted.owner, on)
    title = reworded(step.title, vars(wanted), "title", wanted.clear)
    return tracker, replace(step, owner=owner, title=title, weight=wanted.after(step, "weight"))


def _check_completed(tracker: Tracker, step: Step, status: Status) -> None:
    if status is not Status.COMPLETED:
        return
    attached = [s.progress for e in tracker.papers_of(step.id) for s in e.supports if s.record == step.id]
    if 100 not in attached:
        raise errors.NeedsEvidence(step.id)


def _judged(tracker: Tracker, code: str, wanted: StepUpdate, on: date) -> Tracker:
    """A health set by hand, with a reason, worse than the computed one and never better (DOMAIN.md 2.4)."""
    step = tracker.get(Step, code)
    if wanted.clear_concern:
        return tracker.put(replace(step, concern=None, concern_reason=None), on)
    if wanted.concern is None:
        return tracker
    if not wanted.reason:
        raise errors.NeedsReason(step.id, "concern")
    if wanted.concern not in SET_BY_HAND:
        raise errors.ConcernTooMild(step.id, wanted.concern)
    computed = step_state(tracker, replace(step, concern=None), on)
    if not worse(wanted.concern, computed.health) and computed.health is not Health.GREY:
        raise errors.ConcernTooMild(step.id, computed.health)
    return tracker.put(replace(step, concern=wanted.concern, concern_reason=wanted.reason), on)
