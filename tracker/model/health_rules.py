"""The rules of DOMAIN.md 2.4 for one step or activity: which fire, and the colour that follows."""

from datetime import date
from fractions import Fraction

from tracker.model.activity import Activity
from tracker.model.commitment import Commitment
from tracker.model.health import GREY, RED, SET_BY_HAND, Health, Reason, worse
from tracker.model.obstacle import Severity
from tracker.model.status import OPEN, Status
from tracker.model.step import Step
from tracker.model.thresholds import Thresholds
from tracker.model.tracker import Tracker

# Nothing else is asked of what is stopped (2.4, precedence).
STOPPED = {Status.CANCELLED: Reason.CANCELLED, Status.SUSPENDED: Reason.SUSPENDED}


def step_reasons(
    tracker: Tracker,
    step: Step,
    variance: Fraction | None,
    day: date,
    days_left: int | None,
    stale_days: int | None,
    activity_overdue: bool,
) -> tuple[Reason, ...]:
    """The rules that fire for one step; `variance` in points, days as in `StepState`."""
    slipped = step.forecast_end and step.planned_end and step.forecast_end > step.planned_end
    fired = {
        **_work_rules(tracker, step, variance, days_left),
        Reason.ACTIVITY_OVERDUE: activity_overdue,
        # A completed step has an actual end; what was once forecast no longer matters.
        Reason.FORECAST_SLIP: bool(slipped) and step.status is not Status.COMPLETED,
        Reason.COMMITMENT_OVERDUE: any(_overdue(c, day) for c in tracker.index.commitments.get(step.id, ())),
        Reason.NO_OWNER: step.owner is None and step.status is not Status.NOT_STARTED,
        Reason.CONCERN: step.concern in SET_BY_HAND,
        **_stale_rules(stale_days, tracker.thresholds),
    }
    return _in_order(step, fired, variance, day)


def activity_reasons(
    tracker: Tracker, activity: Activity, variance: Fraction | None, day: date, days_left: int | None
) -> tuple[Reason, ...]:
    """The rules that fire for one activity: blocked, overdue, obstacle and variance, on itself."""
    return _in_order(activity, _work_rules(tracker, activity, variance, days_left), variance, day)


def _in_order(
    record: Step | Activity, fired: dict[Reason, bool], variance: Fraction | None, day: date
) -> tuple[Reason, ...]:
    if record.status in STOPPED:
        return (STOPPED[record.status],)
    found = tuple(reason for reason in Reason if fired.get(reason)) if any(fired.values()) else ()
    return found or _grey_reasons(record, variance, day)


def _work_rules(
    tracker: Tracker, record: Step | Activity, variance: Fraction | None, days_left: int | None
) -> dict[Reason, bool]:
    """The rules that hold for steps and activities alike."""
    limits = tracker.thresholds
    severities = {o.severity for o in tracker.obstacles_of(record.id) if o.active}
    return {
        Reason.BLOCKED: record.status is Status.BLOCKED,
        Reason.OBSTACLE_CRITICAL: Severity.CRITICAL in severities,
        Reason.OBSTACLE_HIGH: Severity.HIGH in severities and Severity.CRITICAL not in severities,
        **_variance_rules(variance or Fraction(0), limits),
        **_overdue_rules(days_left, limits),
    }


def _overdue(commitment: Commitment, day: date) -> bool:
    return commitment.due is not None and commitment.due < day and commitment.status in OPEN


def _variance_rules(variance: Fraction, limits: Thresholds) -> dict[Reason, bool]:
    red = variance < limits.red_variance_points
    return {Reason.VARIANCE_RED: red, Reason.VARIANCE_AMBER: not red and variance < limits.amber_variance_points}


def _overdue_rules(days_left: int | None, limits: Thresholds) -> dict[Reason, bool]:
    late = -days_left if days_left is not None else 0
    red = late > limits.red_overdue_days
    return {Reason.OVERDUE_RED: red, Reason.OVERDUE: not red and late > 0}


def _stale_rules(stale_days: int | None, limits: Thresholds) -> dict[Reason, bool]:
    age = stale_days or 0
    red = age > limits.very_stale_days
    return {Reason.VERY_STALE: red, Reason.STALE: not red and age > limits.stale_days}


def _grey_reasons(record: Step | Activity, variance: Fraction | None, day: date) -> tuple[Reason, ...]:
    """Why nothing can be said: nothing is dated, or nothing is due."""
    if variance is None:
        return (Reason.NO_DATES,)
    if record.status is Status.NOT_STARTED and record.planned_start and record.planned_start > day:
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
