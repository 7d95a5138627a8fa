"""The state computed of an activity, and what is computed alike of a step (sections 3 and 4)."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol

from tracker.frozen import Frozen
from tracker.model.records.activities import Activity, ActivityType, Gate
from tracker.model.records.office import Office
from tracker.model.records.status import ACTIVE, CLOSED, Status
from tracker.model.state import health_rules, progress
from tracker.model.state.figures import Figures, own_figures
from tracker.model.state.health import Health, Reason
from tracker.model.tracker import Tracker

if TYPE_CHECKING:
    from tracker.model.records.steps import Step
    from tracker.model.state.tally import Part

RISKY = frozenset({ActivityType.EQUIPMENT, ActivityType.JOINT_EXERCISE})
ASSESSED_FROM = frozenset({Gate.PREPARED, Gate.DELIVERED, Gate.DOCUMENTED})


class Owned(Protocol):
    """The part of a record that tells whose it is."""

    @property
    def id(self) -> str:
        """The code."""

    @property
    def owner(self) -> Office | None:
        """The office that answers for it."""


_Judged = tuple[Figures, Health, tuple[Reason, ...], Status, int | None, int | None, bool, bool, bool, bool]
"""The fields of the state of an activity but for itself."""


class WorkState(Frozen):
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


class ActivityState(WorkState):
    """An activity with what is computed of it.

    `unassessed` says that a risk assessment should be among its evidence by now and is not (rule 14.5).
    """

    stale: bool
    unassessed: bool
    activity: Activity

    @property
    def counted(self) -> bool:
        """Whether it is part of its step's progress; what is suspended stays in, what is cancelled does not."""
        return self.status is not Status.CANCELLED

    @property
    def undocumented(self) -> bool:
        """Whether it was delivered and its last evidence is still to be filed."""
        return self.activity.gate is Gate.DELIVERED and self.asked


def activity_state(tracker: Tracker, activity: Activity, day: date) -> ActivityState:
    """One activity at the end of `day`."""
    return ActivityState(*_judged(tracker, activity, day), activity)


_ALIKE = ("status", "gate", "planned_start", "planned_end", "updated_on", "step", "type")
"""Everything on which the state of an activity without papers and obstacles depends."""


def likeness(tracker: Tracker, *more: str) -> Callable[[Activity], Hashable]:
    """The way to a key that is the same for activities of which the same is computed, and whose `more` fields are.

    It is the code of one with papers or obstacles, which is like no other.
    """
    papers_of, obstacles_of, fields = (
        tracker.finder("evidence"),
        tracker.finder("obstacles"),
        attrgetter(*_ALIKE, *more),
    )
    return lambda each: each.id if papers_of(each.id) or obstacles_of(each.id) else fields(each)


def activity_states(tracker: Tracker, activities: Iterable[Activity], day: date) -> Iterator[ActivityState]:
    """The activities at the end of `day`, one by one; in a long list most are like others and are judged once."""
    alike = likeness(tracker)
    known: dict[Hashable, _Judged] = {}
    for activity in activities:
        key = alike(activity)
        if key not in known:
            known[key] = _judged(tracker, activity, day, bare=key != activity.id)
        yield ActivityState(*known[key], activity)


def _judged(tracker: Tracker, activity: Activity, day: date, *, bare: bool = False) -> _Judged:
    """Judge one activity, `bare` of papers and obstacles if that is known: the fields of its state in their order."""
    step, status, limits = tracker.steps.get(activity.step), activity.status, tracker.thresholds
    stopped = step.status if step and step.status in health_rules.STOPPED else None
    asked = is_asked(tracker, activity)
    start, end = activity.planned_start, activity.planned_end
    figures = figures_on(activity.declared, 0 if bare else tracker.attached_at(activity.id), start, end, day)
    judged_as = status if status in health_rules.STOPPED else stopped or status
    left, obstacle = days_left(judged_as, end, day), None if bare else health_rules.gravest(tracker, activity.id)
    reasons = health_rules.activity_reasons(health_rules.Work(judged_as, start, figures, left, obstacle), day, limits)
    stale_days = (day - activity.updated_on).days if asked and activity.updated_on and status in ACTIVE else None
    return (
        figures,
        health_rules.colour(reasons),
        reasons,
        status,
        left if asked and status not in CLOSED else None,
        stale_days,
        asked and status is Status.COMPLETED and not is_verified(tracker, activity),
        asked,
        stale_days is not None and stale_days > limits.stale_days,
        asked and unassessed(tracker, activity),
    )


def is_asked(tracker: Tracker, work: "Step | Activity | Part") -> bool:
    """Whether anything is asked of work: of what is cancelled, or lies under a cancelled step, nothing is."""
    above: str | None = getattr(work, "step", None)
    step = tracker.steps.get(above) if above else None
    return work.status is not Status.CANCELLED and (step is None or step.status is not Status.CANCELLED)


def open_in(tracker: Tracker, step: str) -> tuple[str, ...]:
    """The codes of the activities of a step that count and are not completed."""
    return tuple(a.id for a in counted(tracker, step) if a.status is not Status.COMPLETED)


def counted(tracker: Tracker, step: str) -> list[Activity]:
    """The activities that make the percentage of a step: all but the cancelled ones."""
    return [a for a in tracker.activities_of(step) if a.status is not Status.CANCELLED]


@lru_cache(1 << 14)  # of ten thousand activities, each is asked for twice
def figures_on(declared: int, attached: int, start: date | None, end: date | None, day: date) -> Figures:
    """The declared, evidenced and expected percent of a record that carries its own percentage (rules 3.2 to 3.10)."""
    return own_figures(declared, progress.evidenced(declared, attached), progress.expected(start, end, day))


def days_left(status: Status, end: date | None, day: date) -> int | None:
    """The days until the planned end of open work, negative once past; None of what is closed or has none."""
    return None if end is None or status in CLOSED else (end - day).days


def is_verified(tracker: Tracker, record: "Owned") -> bool:
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
