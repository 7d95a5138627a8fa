"""The rules of health for one step or activity (rules 4.2, 4.3): which fire, and the colour that follows."""

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from tracker.frozen import Frozen
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.records.thresholds import Thresholds
from tracker.model.state.figures import Figures
from tracker.model.state.health import GREY, RED, SET_BY_HAND, Health, Reason, worse
from tracker.model.tracker import Tracker

if TYPE_CHECKING:
    from tracker.model.records.activities import Activity
    from tracker.model.records.obstacles import Severity

# Nothing else is asked of what is stopped (rule 4.4).
STOPPED = {Status.CANCELLED: Reason.CANCELLED, Status.SUSPENDED: Reason.SUSPENDED}
_OBSTACLE = {"critical": Reason.OBSTACLE_CRITICAL, "high": Reason.OBSTACLE_HIGH}
"""The reason by the severity, whose type is loaded where there are obstacles."""
_ORDER = {reason: place for place, reason in enumerate(Reason)}


class Work(Frozen):
    """The facts that the rules for steps and activities share; `days_left` as in `StepState`.

    `starts` is the planned start, `obstacle` the gravest that stands in the way.
    """

    status: Status
    starts: date | None
    figures: Figures
    days_left: int | None
    obstacle: "Severity | None"


def gravest(tracker: Tracker, code: str) -> "Severity | None":
    """The severity of the gravest obstacle that stands in the way of a step or an activity."""
    obstacles = tracker.obstacles_of(code)
    if not obstacles:
        return None
    from tracker.model.records.obstacles import Severity  # noqa: PLC0415 - a new tracker has no obstacles

    return max((each.severity for each in obstacles if each.active), key=list(Severity).index, default=None)


def step_reasons(
    step: Step,
    work: Work,
    limits: Thresholds,
    day: date,
    stale_days: int | None,
    *,
    activity_overdue: bool,
    commitment_overdue: bool,
) -> tuple[Reason, ...]:
    """The rules that fire for one step; days as in `StepState`."""
    fired = _work_rules(work, limits)
    if activity_overdue:
        fired.append(Reason.ACTIVITY_OVERDUE)
    # A completed step has an actual end; what was once forecast no longer matters.
    if slips(step) and step.status is not Status.COMPLETED:
        fired.append(Reason.FORECAST_SLIP)
    fired += _stale_rules(stale_days, limits)
    if commitment_overdue:
        fired.append(Reason.COMMITMENT_OVERDUE)
    if step.owner is None and step.status is not Status.NOT_STARTED:
        fired.append(Reason.NO_OWNER)
    if step.concern in SET_BY_HAND:
        fired.append(Reason.CONCERN)
    return _in_order(work, fired, day)


def activity_reasons(work: Work, day: date, limits: Thresholds) -> tuple[Reason, ...]:
    """The rules that fire for one activity: blocked, overdue, obstacle and variance, on itself."""
    return _in_order(work, _work_rules(work, limits), day)


def _in_order(work: Work, fired: list[Reason], day: date) -> tuple[Reason, ...]:
    if work.status in STOPPED:
        return (STOPPED[work.status],)
    return tuple(sorted(fired, key=_ORDER.__getitem__)) or _grey_reasons(work, day)


def _work_rules(work: Work, limits: Thresholds) -> list[Reason]:
    """The rules that fire for steps and activities alike."""
    fired = [*_variance_rules(work.figures, limits), *_overdue_rules(work.days_left, limits)]
    if work.status is Status.BLOCKED:
        fired.append(Reason.BLOCKED)
    if work.obstacle in _OBSTACLE:
        fired.append(_OBSTACLE[work.obstacle])
    return fired


def slips(work: "Step | Activity") -> bool:
    """Whether it is forecast to end after its planned end."""
    return bool(work.forecast_end and work.planned_end and work.forecast_end > work.planned_end)


def _variance_rules(figures: Figures, limits: Thresholds) -> tuple[Reason, ...]:
    if figures.expected is None or not _below(figures.actual, figures.expected, limits.amber_variance_points):
        return ()
    is_red = _below(figures.actual, figures.expected, limits.red_variance_points)
    return (Reason.VARIANCE_RED if is_red else Reason.VARIANCE_AMBER,)


def _below(actual: Fraction, expected: Fraction, points: int) -> bool:
    """Compare `actual - expected < points` in whole numbers: with fractions it takes twenty times as long."""
    over = actual.denominator * expected.denominator
    return actual.numerator * expected.denominator - expected.numerator * actual.denominator < points * over


def _overdue_rules(days_left: int | None, limits: Thresholds) -> tuple[Reason, ...]:
    if days_left is None or days_left >= 0:
        return ()
    return (Reason.OVERDUE_RED if -days_left > limits.red_overdue_days else Reason.OVERDUE,)


def _stale_rules(stale_days: int | None, limits: Thresholds) -> tuple[Reason, ...]:
    if stale_days is None or stale_days <= limits.stale_days:
        return ()
    return (Reason.VERY_STALE if stale_days > limits.very_stale_days else Reason.STALE,)


def _grey_reasons(work: Work, day: date) -> tuple[Reason, ...]:
    """Give the reason why nothing can be said: nothing is dated, too little is, or nothing is due."""
    if work.figures.expected is None:
        return (Reason.NO_DATES,)
    if work.figures.mostly_undated:
        return (Reason.MOSTLY_UNDATED,)
    if work.status is Status.NOT_STARTED and work.starts and work.starts > day:
        return (Reason.NOT_DUE,)
    return ()


def colour(reasons: tuple[Reason, ...], concern: Health | None = None) -> Health:
    """The colour that follows from the rules that fired; a health set by hand only makes it worse."""
    if not reasons:
        return Health.GREEN
    fired = set(reasons)
    if fired <= GREY:
        return Health.GREY
    computed = Health.RED if RED & fired else Health.AMBER
    if fired == {Reason.CONCERN}:
        computed = Health.GREEN
    return concern if concern and worse(concern, computed) else computed
