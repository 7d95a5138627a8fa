"""The state computed of an activity, and of a step from its activities (sections 3 and 4)."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from tracker.frozen import Frozen
from tracker.model.records.activities import PERCENT, Activity, ActivityType, Gate
from tracker.model.records.status import ACTIVE, CLOSED, Status
from tracker.model.records.steps import Step
from tracker.model.records.thresholds import Thresholds
from tracker.model.state import health_rules, progress
from tracker.model.state.figures import Figures, own_figures, together
from tracker.model.state.health import Health, Reason
from tracker.model.tracker import Tracker

if TYPE_CHECKING:
    from tracker.model.records.commitments import Commitment
    from tracker.model.records.obstacles import Severity

CAP = Fraction(99)
"""The most that a step shows before it is completed (rule 3.4)."""
RISKY = frozenset({ActivityType.EQUIPMENT, ActivityType.JOINT_EXERCISE})
ASSESSED_FROM = frozenset({Gate.PREPARED, Gate.DELIVERED, Gate.DOCUMENTED})


class WorkState(Frozen, kw_only=True):
    """The state that is computed alike of a step and of an activity.

    Days are calendar days, `days_left` negative when overdue. Nothing is `asked` of what lies under a cancellation.
    """

    figures: Figures
    health: Health
    reasons: tuple[Reason, ...]
    status: Status
    days_left: int | None
    stale_days: int | None
    unverified: bool
    asked: bool

    @property
    def unevidenced(self) -> bool:
        """Whether more is declared than papers show."""
        return self.asked and self.figures.evidenced < self.figures.declared

    @property
    def overdue(self) -> bool:
        """Whether it is past its planned end and still open."""
        return self.days_left is not None and self.days_left < 0


class ActivityState(WorkState, kw_only=True):
    """An activity with what is computed of it.

    `unassessed` says that a risk assessment should be among its evidence by now and is not (rule 14.5).
    """

    activity: Activity
    stale: bool
    unassessed: bool

    @property
    def counted(self) -> bool:
        """Whether it is part of its step's progress; what is suspended stays in, what is cancelled does not."""
        return self.status is not Status.CANCELLED

    @property
    def undocumented(self) -> bool:
        """Whether it was delivered and its last evidence is still to be filed."""
        return self.activity.gate is Gate.DELIVERED and self.asked


class StepState(WorkState, kw_only=True):
    """A step with what is computed of it.

    `activities` are all of them, `rolled_up` says that their figures make those of the step. `if_kept` is the
    percentage that the step would have with its cancelled activities; None where none is cancelled (rule 3.9).
    """

    step: Step
    activities: tuple[ActivityState, ...] = ()
    if_kept: Fraction | None = None

    @property
    def rolled_up(self) -> bool:
        """Whether it has activities that count; one whose activities are all cancelled counts as one without."""
        return any(state.counted for state in self.activities)

    @property
    def stale(self) -> bool:
        """Whether it is active and was not updated for longer than the threshold."""
        return Reason.STALE in self.reasons or Reason.VERY_STALE in self.reasons


def activity_states(tracker: Tracker, activities: Iterable[Activity], day: date) -> Iterator[ActivityState]:
    """The activities at the end of `day`, one by one; what all of them are asked about is looked up once."""
    papers_of, obstacles_of = tracker.finder("evidence"), tracker.finder("obstacles")
    steps, limits = tracker.steps, tracker.thresholds
    for activity in activities:
        step, status, code = steps.get(activity.step), activity.status, activity.id
        stopped = step.status if step and step.status in health_rules.STOPPED else None
        asked = status is not Status.CANCELLED and stopped is not Status.CANCELLED
        figures, health, reasons, days_left = _judge(
            status if status in health_rules.STOPPED else stopped or status,
            activity.gate,
            tracker.attached_at(code) if papers_of(code) else 0,
            activity.planned_start,
            activity.planned_end,
            health_rules.gravest(tracker, code) if obstacles_of(code) else None,
            day,
            limits,
        )
        stale_days = (day - activity.updated_on).days if asked and activity.updated_on and status in ACTIVE else None
        yield ActivityState(
            activity=activity,
            figures=figures,
            health=health,
            reasons=reasons,
            status=status,
            days_left=days_left if asked and status not in CLOSED else None,
            stale_days=stale_days,
            stale=stale_days is not None and stale_days > limits.stale_days,
            unverified=asked and status is Status.COMPLETED and not is_verified(tracker, activity),
            unassessed=asked and unassessed(tracker, activity),
            asked=asked,
        )


@lru_cache(4096)
def _judge(
    status: Status,
    gate: Gate,
    attached: int,
    start: date | None,
    end: date | None,
    obstacle: "Severity | None",
    day: date,
    limits: Thresholds,
) -> tuple[Figures, Health, tuple[Reason, ...], int | None]:
    """Give figures, colour, reasons and days left of all activities alike once: in a long list most are like others."""
    numbers, days_left = _own_figures(PERCENT[gate], attached, start, end, day), _days_left(status, end, day)
    work = health_rules.Work(status, start, numbers, days_left, obstacle)
    reasons = health_rules.activity_reasons(work, day, limits)
    return numbers, health_rules.colour(reasons), reasons, days_left


def step_state(tracker: Tracker, step: Step, day: date) -> StepState:
    """One step at the end of `day`, with its activities."""
    activities = tuple(activity_states(tracker, tracker.activities_of(step.id), day))
    parts = [state for state in activities if state.counted]
    numbers = _rolled_up(step, parts) or _own_figures(
        step.declared, tracker.attached_at(step.id), step.planned_start, step.planned_end, day
    )
    stale_days = _stale_days(step, activities, day)
    days_left, obstacle = _days_left(step.status, step.planned_end, day), health_rules.gravest(tracker, step.id)
    late = any(state.overdue for state in activities)
    work = health_rules.Work(step.status, step.planned_start, numbers, days_left, obstacle)
    reasons = health_rules.step_reasons(tracker, step, work, day, stale_days, activity_overdue=late)
    return StepState(
        step=step,
        figures=numbers,
        health=health_rules.colour(reasons, step.concern),
        reasons=reasons,
        status=step.status,
        days_left=days_left,
        stale_days=stale_days,
        unverified=_unverified(tracker, step, activities),
        asked=step.status is not Status.CANCELLED,
        activities=activities,
        if_kept=_if_kept(activities, parts),
    )


def declared_of(tracker: Tracker, step: Step) -> Fraction:
    """The percentage that a step shows: that of its activities, or its own where none counts."""
    parts = [(a.weight, Fraction(a.declared)) for a in counted(tracker, step.id)]
    mean = progress.weighted_mean(parts)
    if mean is None:
        return Fraction(step.declared)
    return mean if step.status is Status.COMPLETED else min(mean, CAP)


def counted(tracker: Tracker, step: str) -> list[Activity]:
    """The activities that make the percentage of a step: all but the cancelled ones."""
    return [a for a in tracker.activities_of(step) if a.status is not Status.CANCELLED]


def fully_evidenced(tracker: Tracker, work: "Step | Activity | Commitment") -> bool:
    """Whether work may be completed by its evidence: some at 100 percent, of a step for each activity that counts."""
    parts = [activity.id for activity in counted(tracker, work.id)]
    return all(tracker.attached_at(code) == 100 for code in parts or [work.id])


def _own_figures(declared: int, attached: int, start: date | None, end: date | None, day: date) -> Figures:
    """The declared, evidenced and expected percent of a record that carries its own percentage (rules 3.2 to 3.10)."""
    done = Fraction(declared)
    return own_figures(done, progress.evidenced(declared, attached), progress.expected(start, end, day))


def _rolled_up(step: Step, parts: list[ActivityState]) -> Figures | None:
    """The weighted means of the activities that count; None when there is none (rule 3.4)."""
    cap = progress.FULL if step.status is Status.COMPLETED else CAP
    return together([(state.activity.weight, state.figures) for state in parts], cap)


def _if_kept(activities: tuple[ActivityState, ...], parts: list[ActivityState]) -> Fraction | None:
    if len(activities) == len(parts) or not parts:
        return None
    return progress.weighted_mean((state.activity.weight, state.figures.declared) for state in activities)


def _stale_days(step: Step, activities: tuple[ActivityState, ...], day: date) -> int | None:
    """Count days since the newest update of the step and its activities (rule 4.2); None while it is not active."""
    if step.status not in ACTIVE:
        return None
    updates = [record.updated_on for record in (step, *(state.activity for state in activities))]
    newest = max((updated for updated in updates if updated), default=None)
    return (day - newest).days if newest else None


def _days_left(status: Status, end: date | None, day: date) -> int | None:
    return None if end is None or status in CLOSED else (end - day).days


def _unverified(tracker: Tracker, step: Step, activities: tuple[ActivityState, ...]) -> bool:
    """Whether it is completed and no other office has verified evidence of it, or of each of its activities."""
    if step.status is not Status.COMPLETED or is_verified(tracker, step):
        return False
    return not activities or any(state.unverified for state in activities)


def is_verified(tracker: Tracker, record: "Step | Activity | Commitment") -> bool:
    """Whether another office than the present owner has verified evidence of it; the owner may have changed since."""
    found = tracker.evidence_of(record.id)
    return any(each.verified_on is not None and each.verified_by not in (None, record.owner) for each in found)


def unassessed(tracker: Tracker, activity: Activity) -> bool:
    """Whether a risk assessment should be among its evidence by now and is not (rule 14.5)."""
    risky = activity.type in RISKY and activity.gate in ASSESSED_FROM and activity.status is not Status.CANCELLED
    if not risky:
        return False
    from tracker.model.records.evidence import EvidenceKind  # noqa: PLC0415 - few activities need one

    return all(each.kind is not EvidenceKind.RISK_ASSESSMENT for each in tracker.evidence_of(activity.id))
