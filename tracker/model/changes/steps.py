"""Adding and changing steps: the fields that go with a transition (rule 2.2), percentages, health set by hand.

`add` and `update` are the use cases: they take a tracker and give a new one or raise `RuleBroken`.
"""

from datetime import date

from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.change import apply_fields, take_over
from tracker.model.changes.links import set_link
from tracker.model.changes.work import DATES, WorkChange, put_work, with_dates
from tracker.model.records.localized import Localized
from tracker.model.records.status import ACTIVE, Status
from tracker.model.records.steps import Step, Strength
from tracker.model.rules.dates import check_past
from tracker.model.rules.transitions import Grounds, transition
from tracker.model.state.health import SET_BY_HAND, Health, worse
from tracker.model.state.steps import step_state
from tracker.model.state.tally import counting
from tracker.model.state.work import counted, open_in
from tracker.model.tracker import Tracker


class StepChange(WorkChange, kw_only=True):
    """A change asked of a step; `declared` and `weight` are percent 0–100.

    `concern` is a health set by hand, which `clear_concern` takes away.
    """

    ruled = frozenset({"status", "declared", "decision", "concern", *DATES})
    declared: int | None = None
    decision: str | None = None
    concern_reason_ar: str | None = None
    concern_reason_tr: str | None = None
    concern_reason_en: str | None = None
    concern: Health | None = None
    clear_concern: bool = False


LIKE = ("weight", "owner", "support", "themes", "links")
"""The fields that a step takes over from another one that it is to be like."""


def add(
    tracker: Tracker, title: Localized, change: StepChange, on: date, aspect: str | None = None, like: str | None = None
) -> tuple[str, Tracker]:
    """The code of the new step, the last in order, and the tracker with it.

    It mainly serves `aspect`, else the one that the step serves that it is to be `like`. Raises `NeedsAspect` and what
    `update` raises.
    """
    order = max((step.order for step in tracker.steps.values()), default=0) + 1
    new = take_over(tracker, Step(id="", order=order, title=title), like, LIKE)
    if tracker.aspects and not (aspect or new.links):
        raise errors.NeedsAspect(tuple(tracker.aspects))
    code, tracker = tracker.new_code("S")
    tracker = tracker.put(replace(new, id=code), on)
    if aspect is not None:
        tracker = set_link(tracker, code, aspect, Strength.PRIMARY, on)
    return code, update(tracker, code, change, on)


def update(tracker: Tracker, code: str, change: StepChange, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`; raises `NotFound` or what `RuleBroken` names."""
    step = tracker.get(Step, code)
    _check_values(step, change, on)
    status = _status_after(step, change)
    _check_activities(tracker, step, status, change)
    if status is not step.status:
        tracker, step = _apply_status(tracker, step, status, change, on)
    step = with_dates(_with_progress(step, change, on), change)
    if change.title_ar is not None and step.verbatim:
        raise errors.TextLocked(step.id)
    tracker, step = apply_fields(tracker, step, change, on)
    tracker = put_work(tracker, step, change, on)
    return _apply_concern(tracker, step.id, change, on)


def _check_values(step: Step, change: StepChange, on: date) -> None:
    for number in (change.declared, change.weight):
        if number is not None and not 0 <= number <= 100:
            raise errors.PercentOutOfRange(number)
    check_past(step.id, on, change.actual_start, change.actual_end)


def _status_after(step: Step, change: StepChange) -> Status:
    """Give the status after the change: a percentage above 0 starts a step that has not started (rule 2.4).

    Naming the status it has already asks for nothing.
    """
    named = change.status or step.status
    if named is step.status is Status.NOT_STARTED and (change.declared or change.actual_start):
        return Status.IN_PROGRESS
    return named


def _check_activities(tracker: Tracker, step: Step, status: Status, change: StepChange) -> None:
    """Check that a step with activities declares nothing itself and is completed after them (rules 2.8, 3.4)."""
    parts = counting(tracker, step.id)
    if parts and change.declared is not None and not (status is Status.COMPLETED and change.declared == 100):
        raise errors.RolledUp(step.id, open_in(tracker, step.id) or tuple(a.id for a in counted(tracker, step.id)))
    still_open = any(facts.status is not Status.COMPLETED for facts in parts)
    if still_open and status is Status.COMPLETED and step.status in (Status.NOT_STARTED, Status.IN_PROGRESS):
        raise errors.OpenActivities(step.id, open_in(tracker, step.id))


def _apply_status(tracker: Tracker, old: Step, status: Status, change: StepChange, on: date) -> tuple[Tracker, Step]:
    """Give the step in its new status, with what the transition requires and sets."""
    grounds = Grounds(reason=change.reason, decision=change.decision, start=change.actual_start, end=change.actual_end)
    tracker, step = transition(tracker, old, status, grounds, on)
    if counting(tracker, old.id):
        return tracker, step
    if old.status is Status.COMPLETED and (change.declared is None or change.declared == 100):
        raise errors.NeedsLowerProgress(old.id)
    if status is Status.COMPLETED:
        return tracker, replace(step, declared=100)
    return tracker, replace(step, declared=0) if old.status is Status.CANCELLED else step


def _with_progress(step: Step, change: StepChange, on: date) -> Step:
    if change.declared is None or (step.status is Status.COMPLETED and change.declared == 100):
        return step
    if change.declared == 100:
        raise errors.NeedsCompletion(step.id)
    if step.status not in ACTIVE and change.declared != step.declared:
        raise errors.ProgressRefused(step.id, step.status)
    # Blocked work may report progress too, and what has progress has begun.
    start = step.actual_start or ((change.actual_start or on) if change.declared else None)
    return replace(step, declared=change.declared, actual_start=start)


def _apply_concern(tracker: Tracker, code: str, change: StepChange, on: date) -> Tracker:
    """Set a health by hand, with a reason, worse than the computed one and never better (rule 4.5)."""
    step = tracker.get(Step, code)
    if change.clear_concern:
        return tracker.put(replace(step, concern=None, concern_reason=None), on)
    if change.concern is None:
        return tracker
    if not change.reason:
        raise errors.NeedsReason(step.id, "concern")
    if change.concern not in SET_BY_HAND:
        raise errors.ConcernTooMild(step.id, change.concern)
    computed = step_state(tracker, replace(step, concern=None), on)
    if not worse(change.concern, computed.health) and computed.health is not Health.GREY:
        raise errors.ConcernTooMild(step.id, computed.health)
    return tracker.put(replace(step, concern=change.concern, concern_reason=change.reason), on)
