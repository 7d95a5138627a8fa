"""The rules of DOMAIN.md 2.4 for one step: which fire, and the colour that follows."""

from datetime import date
from fractions import Fraction

from tracker.model.health import RED, SET_BY_HAND, Health, Reason, worse
from tracker.model.obstacle import Severity
from tracker.model.status import Status
from tracker.model.step import Step
from tracker.model.thresholds import Thresholds
from tracker.model.tracker import Tracker


def reasons(
    tracker: Tracker,
    step: Step,
    variance: Fraction | None,
    day: date,
    days_left: int | None,
    stale_days: int | None,
) -> list[Reason]:
    """The rules that fire for one step; `variance` in points, days as in `StepState`."""
    if step.status is Status.CANCELLED:
        return [Reason.CANCELLED]
    if step.status is Status.SUSPENDED:
        return [Reason.SUSPENDED]
    limits = tracker.thresholds
    severities = {o.severity for o in tracker.obstacles_of(step.id) if o.active}
    slipped = step.forecast_end and step.planned_end and step.forecast_end > step.planned_end
    fired = {
        Reason.BLOCKED: step.status is Status.BLOCKED,
        Reason.OBSTACLE_CRITICAL: Severity.CRITICAL in severities,
        Reason.OBSTACLE_HIGH: Severity.HIGH in severities and Severity.CRITICAL not in severities,
        # A completed step has an actual end; what was once forecast no longer matters.
        Reason.FORECAST_SLIP: bool(slipped) and step.status is not Status.COMPLETED,
        Reason.NO_OWNER: step.owner is None and step.status is not Status.NOT_STARTED,
        Reason.CONCERN: step.concern in SET_BY_HAND,
        **_variance_rules(variance or Fraction(0), limits),
        **_overdue_rules(days_left, limits),
        **_stale_rules(stale_days, limits),
    }
    return [reason for reason in Reason if fired.get(reason)] or _grey_reasons(step, day)


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


def _grey_reasons(step: Step, day: date) -> list[Reason]:
    if step.planned_start is None or step.planned_end is None:
        return [Reason.NO_DATES]
    if step.status is Status.NOT_STARTED and step.planned_start > day:
        return [Reason.NOT_DUE]
    return []


def colour(step: Step, reasons: tuple[Reason, ...]) -> Health:
    """The colour that follows from the rules that fired; a health set by hand only makes it worse."""
    if not reasons:
        return Health.GREEN
    if set(reasons) <= {Reason.CANCELLED, Reason.SUSPENDED, Reason.NO_DATES, Reason.NOT_DUE}:
        return Health.GREY
    computed = Health.RED if RED & set(reasons) else Health.AMBER
    if set(reasons) == {Reason.CONCERN}:
        computed = Health.GREEN
    return step.concern if step.concern and worse(step.concern, computed) else computed
