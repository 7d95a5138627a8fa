"""Rules of indicators that hold whatever command was given (rules 10.1 to 10.3)."""

from collections.abc import Iterator
from decimal import Decimal

from tracker import errors
from tracker.model.records.indicators import Direction, Indicator, Unit

COUNTED = (Unit.PERSON, Unit.DAY, Unit.MINUTE, Unit.ITEM, Unit.MEETING)


def broken_in_indicator(indicator: Indicator) -> Iterator[errors.RuleBroken]:
    """Every rule that the indicator breaks."""
    if indicator.direction is Direction.CONTEXT and indicator.targets:
        yield errors.ContextTarget(indicator.id)
    if indicator.targets and indicator.direction in (Direction.UP, Direction.DOWN):
        base = indicator.baseline
        if base is None:
            yield errors.NeedsBaseline(indicator.id)
        for target in indicator.targets if base else ():
            if base is not None and target.value == base.value:
                yield errors.TargetIsBaseline(indicator.id, target.date.isoformat())
    for value in _values(indicator):
        if indicator.unit is Unit.PERCENT and not 0 <= value <= 100:
            yield errors.IndicatorPercent(indicator.id, f"{value:f}")
        elif indicator.unit in COUNTED and value < 0:
            yield errors.CountNegative(indicator.id, f"{value:f}")


def _values(indicator: Indicator) -> Iterator[Decimal]:
    if indicator.baseline:
        yield indicator.baseline.value
    yield from (target.value for target in indicator.targets)
    yield from (measured.value for measured in indicator.measurements)
