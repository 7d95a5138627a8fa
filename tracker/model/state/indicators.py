"""The state of an indicator at the end of a day: actual value, achievement, rating (rules 10.5 to 10.8)."""

from calendar import monthrange
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tracker.frozen import Frozen
from tracker.model.records.days import days_on
from tracker.model.records.indicators import (
    Aggregation,
    Category,
    Direction,
    Frequency,
    Indicator,
    Measurement,
    Target,
    Unit,
)
from tracker.model.records.thresholds import Thresholds
from tracker.model.state.comparison import Trend
from tracker.model.state.health import Health
from tracker.model.tracker import Tracker

MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.SEMIANNUAL: 6, Frequency.ANNUAL: 12}
FULL = Fraction(100)


class IndicatorState(Frozen):
    """The state of an indicator; `target` is the latest due, `actual` counts against it, `achievement` in percent.

    The period of the next measurement ends on `next_due`, and until `owed_by` its value is on time (rule 10.8).
    They are None where nothing is due or measured, which is not zero; the rating is then grey, as it is for context.
    """

    indicator: Indicator
    latest: Measurement | None
    next_due: date | None
    owed_by: date | None
    stale: bool
    target: Target | None
    actual: Decimal | None
    achievement: Fraction | None
    rating: Health

    @property
    def met(self) -> bool | None:
        """Whether the target was reached, apart from the colour; None where that cannot be said."""
        return None if self.achievement is None else self.achievement >= FULL


def indicator_state(tracker: Tracker, indicator: Indicator, day: date) -> IndicatorState:
    """The indicator at the end of `day`."""
    limits = tracker.thresholds
    known = [m for m in indicator.measurements if m.period_end <= day]
    latest = known[-1] if known else None
    due = _next_due(indicator, latest)
    owed_by = due and days_on(due, limits.measurement_grace_days)
    target = None if indicator.direction is Direction.CONTEXT else _target(indicator, day)
    actual = _actual(indicator, known, target) if target else None
    reached = None if target is None or actual is None else _achievement(indicator, actual, target)
    return IndicatorState(
        indicator,
        latest,
        due,
        owed_by,
        owed_by is not None and day > owed_by,
        target,
        actual,
        reached,
        _rating(indicator, reached, limits),
    )


def _next_due(indicator: Indicator, latest: Measurement | None) -> date | None:
    """The end of the period after the last measured one, or after the baseline."""
    last = latest.period_end if latest else indicator.baseline and indicator.baseline.date
    last = last or indicator.created_on
    if last is None:
        return None
    months = last.year * 12 + last.month - 1 + MONTHS[indicator.frequency]
    year, month = divmod(months, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def _target(indicator: Indicator, day: date) -> Target | None:
    due = [target for target in indicator.targets if target.date <= day]
    return due[-1] if due else None


def counted(indicator: Indicator, known: list[Measurement], day: date) -> list[Measurement]:
    """The measurements that count on a day: the last before it, or those of its calendar year until then."""
    before = [m for m in known if m.period_end <= day]
    if indicator.aggregation is Aggregation.LATEST:
        return before[-1:]
    return [m for m in before if m.period_end.year == day.year]


def _actual(indicator: Indicator, known: list[Measurement], target: Target) -> Decimal | None:
    return together(indicator, counted(indicator, known, target.date))


def together(indicator: Indicator, measured: list[Measurement]) -> Decimal | None:
    """The value that these measurements make together, as they count against a target; None where there is none."""
    values = [m.value for m in measured]
    if not values:
        return None
    total = sum(values, Decimal(0))
    return total / len(values) if indicator.aggregation is Aggregation.AVERAGE else total


def _achievement(indicator: Indicator, actual: Decimal, target: Target) -> Fraction | None:
    """The way from the baseline to the target that was gone, in percent; works upwards and downwards."""
    if indicator.direction is Direction.MAINTAIN:
        if target.value == 0:
            return FULL if actual == 0 else Fraction(0)
        return FULL * Fraction(actual) / Fraction(target.value)
    if indicator.baseline is None or indicator.baseline.value == target.value:
        return None
    base = Fraction(indicator.baseline.value)
    return FULL * (Fraction(actual) - base) / (Fraction(target.value) - base)


def _rating(indicator: Indicator, reached: Fraction | None, limits: Thresholds) -> Health:
    if reached is None:
        return Health.GREY
    green = 100 if indicator.strict else limits.indicator_green_percent
    if reached >= green:
        return Health.GREEN
    return Health.AMBER if reached >= limits.indicator_amber_percent else Health.RED


def trend(indicator: Indicator, day: date) -> Trend | None:
    """Whether the last measurement is better or worse than the one before; None where neither can be said."""
    known = [m.value for m in indicator.measurements if m.period_end <= day][-2:]
    if len(known) < 2 or indicator.direction in (Direction.CONTEXT, Direction.MAINTAIN):
        return None
    before, after = known if indicator.direction is Direction.UP else reversed(known)
    if before == after:
        return Trend.UNCHANGED
    return Trend.IMPROVED if after > before else Trend.WORSENED


def rounded(percent: Fraction) -> int:
    """An achievement as shown: half up, uncapped; below 100 never 100, for that would read as met."""
    whole = (2 * percent.numerator + percent.denominator) // (2 * percent.denominator)
    return 99 if percent < FULL <= whole else whole


def withheld(indicator: Indicator, value: Decimal, limits: Thresholds) -> bool:
    """Whether a count of affected people is too small to be printed (rule 14.4)."""
    people = indicator.category is Category.HUMANITARIAN and indicator.unit is Unit.PERSON
    return people and 0 < value < limits.small_count


def total_withheld(state: IndicatorState, limits: Thresholds) -> bool:
    """Whether the figure against the target would give away a small count that it was added up from."""
    if state.target is None or state.actual is None:
        return False
    parts = counted(state.indicator, list(state.indicator.measurements), state.target.date)
    return any(withheld(state.indicator, part.value, limits) for part in parts)
