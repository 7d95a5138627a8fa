"""The arithmetic of an indicator for `show --explain`: what counted, how far that is, and the thresholds in force."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from tracker.message import Message, msg
from tracker.model.records.indicators import Aggregation, Direction, Indicator, Target
from tracker.model.records.thresholds import Thresholds
from tracker.model.state.health import Health
from tracker.model.state.indicators import rounded, total_withheld
from tracker.reports.kinds.indicators import amount, state
from tracker.reports.kinds.kind import Seen
from tracker.reports.report import Day, Note, Percent


def explain_indicator(seen: Seen, indicator: Indicator) -> Iterator[Note]:
    """Explain achievement and rating (rules 10.6, 10.7)."""
    found, limits = state(seen, indicator), seen.tracker.thresholds
    if indicator.direction is Direction.CONTEXT:
        yield Note(msg("It describes the context: it has no target and is not rated."))
        return
    if found.target is None:
        yield Note(msg("No target is due yet, so nothing is rated."))
    elif found.actual is None:
        yield Note(
            msg("Nothing was measured for the target of {day}; this does not mean zero.", day=Day(found.target.date))
        )
    elif total_withheld(found, limits):
        yield Note(msg("Some counts of people are too small to publish, so no figures are shown."))
    elif found.achievement is not None:
        yield Note(_counted(indicator, found.target, found.actual, limits))
        yield Note(_way(indicator, found.target, found.actual, found.achievement, limits))
    yield Note(_thresholds(indicator, limits), found.rating if found.rating is not Health.GREY else None)


def _counted(indicator: Indicator, target: Target, actual: Decimal, limits: Thresholds) -> Message:
    named = {"day": Day(target.date), "value": amount(indicator, actual, limits)}
    match indicator.aggregation:
        case Aggregation.SUM:
            return msg("The sum of all measurements in the year of the target of {day} counts: {value}.", **named)
        case Aggregation.AVERAGE:
            return msg("The average of the year of the target of {day} counts: {value}.", **named)
        case _:
            return msg("The last measurement up to the target of {day} counts: {value}.", **named)


def _way(indicator: Indicator, target: Target, actual: Decimal, reached: Fraction, limits: Thresholds) -> Message:
    percent = Percent(rounded(reached))
    aim = amount(indicator, target.value, limits)
    if indicator.direction is Direction.MAINTAIN or indicator.baseline is None:
        return msg("Achievement = actual divided by the target {target} = {percent}.", target=aim, percent=percent)
    way = target.value - indicator.baseline.value
    gone = (actual - indicator.baseline.value) * (1 if way > 0 else -1)
    return msg(
        "From the baseline {baseline} to the target {target} is {way}; {gone} of that has been achieved: {percent}.",
        baseline=amount(indicator, indicator.baseline.value, limits),
        target=aim,
        way=amount(indicator, abs(way), limits),
        gone=amount(indicator, gone, limits),
        percent=percent,
    )


def _thresholds(indicator: Indicator, limits: Thresholds) -> Message:
    amber = Percent(limits.indicator_amber_percent)
    if indicator.strict:
        return msg(
            "Must be fully met: green only when the target is met, amber from {amber}, otherwise red.", amber=amber
        )
    green = Percent(limits.indicator_green_percent)
    return msg("Green from {green}, amber from {amber}, else red.", green=green, amber=amber)
