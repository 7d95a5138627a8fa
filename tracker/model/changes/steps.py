"""Changing a step: what goes with each passage from one status to another (rule 2.2), percentages, dates, owner.

`add` and `update` are the use cases: they take a tracker and give a new one or raise `RuleBroken`.
"""

from datetime import date

from tracker import errors
from tracker.frozen import asdict, replace
from tracker.model.changes import papers
from tracker.model.changes.dates import Redated, check_past, dated
from tracker.model.changes.links import set_link
from tracker.model.changes.offices import named_offices
from tracker.model.records.localized import Localized, reworded
from tracker.model.records.office import Office
from tracker.model.records.status import ACTIVE, Status
from tracker.model.records.steps import Step, Strength
from tracker.model.rules.passages import Said, passed
from tracker.model.state.health import SET_BY_HAND, Health, worse
from tracker.model.state.work import counted, fully_evidenced, step_state
from tracker.model.tracker import Tracker


class StepUpdate(Redated, kw_only=True):
    """A change asked of a step; None leaves a field as it is. `declared` and `weight` are percent 0–100.

    `clear` names the fields that are emptied: offices, planned and forecast dates, translations of the title.
    `clear_concern` takes a health set by hand away; `confirm` says that the record is still true.
    """

    status: Status | None = None
    declared: int | None = None
    evidence: tuple[papers.Paper, ...] = ()
    decision: str | None = None
    owner: Office | None = None
    support: Office | None = None
    weight: int | None = None
    concern: Health | None = None
    clear_concern: bool = False
    title_tr: str | None = None
    title_en: str | None = None
    title_ar: str | None = None
    confirm: bool = False


LIKE = ("weight", "owner", "support", "themes", "links")
"""The fields that a step takes over from another one that it is to be like."""


def add(
    tracker: Tracker, title: Localized, wanted: StepUpdate, on: date, aspect: str | None = None, like: str | None = None
) -> tuple[str, Tracker]:
    """The code of the new step, the last in order, and the tracker with it.

    It mainly serves `aspect`, else the one that the step serves that it is to be `like`. Raises `NeedsAspect` and what
    `update` raises.
    """
    order = max((step.order for step in tracker.steps.values()), default=0) + 1
    made = Step(id="", order=order, title=title)
    if like is not None:
        other = tracker.get(Step, like, "S")
        made = replace(made, **{name: getattr(other, name) for name in LIKE})
    if tracker.aspects and not (aspect or made.links):
        raise errors.NeedsAspect(tuple(tracker.aspects))
    code, tracker = tracker.new_code("S")
    tracker = tracker.put(replace(made, id=code), on)
    if aspect is not None:
        tracker = set_link(tracker, code, aspect, Strength.PRIMARY, on)
    return code, update(tracker, code, wanted, on)


def update(tracker: Tracker, code: str, wanted: StepUpdate, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`; raises `NotFound` or what `RuleBroken` names."""
    step = tracker.get(Step, code, "S")
    _check_ranges(step, wanted, on)
    status = _status_after(step, wanted)
    _check_activities(tracker, step, status, wanted)
    if status is not step.status:
        tracker, step = _pass(tracker, step, status, wanted, on)
    tracker, step = _described(tracker, dated(_declared(step, wanted, on), wanted), wanted, on)
    if wanted.confirm:
        step = replace(step, updated_on=on)
    tracker = tracker.put(step, on)
    for paper in wanted.evidence:
        tracker = papers.attach(tracker, step.id, paper, on)
    _check_completed(tracker, step, status)
    return _judged(tracker, step.id, wanted, on)


def _status_after(step: Step, wanted: StepUpdate) -> Status:
    """Give the status after the change: a percentage above 0 starts a step that has not started (rule 2.4).

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
    check_past(step.id, wanted, on)


def _pass(tracker: Tracker, step: Step, after: Status, wanted: StepUpdate, on: date) -> tuple[Tracker, Step]:
    """The step in its new status, with what the passage requires and sets."""
    said = Said(reason=wanted.reason, decision=wanted.decision, start=wanted.actual_start, end=wanted.actual_end)
    tracker, changed = passed(tracker, step, after, said, on)
    if counted(tracker, step.id):
        return tracker, changed
    if step.status is Status.COMPLETED and (wanted.declared is None or wanted.declared == 100):
        raise errors.NeedsLowerProgress(step.id)
    if after is Status.COMPLETED:
        return tracker, replace(changed, declared=100)
    return tracker, replace(changed, declared=0) if step.status is Status.CANCELLED else changed


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


def _described(tracker: Tracker, step: Step, wanted: StepUpdate, on: date) -> tuple[Tracker, Step]:
    """Offices, weight and titles; the Arabic of a verbatim title is locked."""
    if wanted.title_ar is not None and step.verbatim:
        raise errors.TextLocked(step.id)
    tracker, named = named_offices(tracker, step, wanted, on)
    title = reworded(step.title, asdict(wanted), "title", wanted.clear)
    return tracker, replace(step, title=title, weight=wanted.after(step, "weight"), **named)


def _check_activities(tracker: Tracker, step: Step, status: Status, wanted: StepUpdate) -> None:
    """Check that a step with activities declares nothing itself and is completed after them (rules 2.8, 3.4)."""
    parts = counted(tracker, step.id)
    still_open = tuple([a.id for a in parts if a.status is not Status.COMPLETED])
    if parts and wanted.declared is not None and not (status is Status.COMPLETED and wanted.declared == 100):
        raise errors.RolledUp(step.id, still_open or tuple([a.id for a in parts]))
    if still_open and status is Status.COMPLETED and step.status is Status.IN_PROGRESS:
        raise errors.OpenActivities(step.id, still_open)


def _check_completed(tracker: Tracker, step: Step, status: Status) -> None:
    if status is Status.COMPLETED and not fully_evidenced(tracker, step):
        raise errors.NeedsEvidence(step.id)


def _judged(tracker: Tracker, code: str, wanted: StepUpdate, on: date) -> Tracker:
    """Set a health by hand, with a reason, worse than the computed one and never better (rule 4.5)."""
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
