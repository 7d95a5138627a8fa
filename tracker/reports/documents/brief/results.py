"""The results for people and for their rights: as judged against their targets, and what was measured since."""

from datetime import date
from decimal import Decimal

from tracker.frozen import replace
from tracker.message import Message, msg
from tracker.model.records.indicators import Direction, Indicator, Unit
from tracker.model.records.thresholds import Thresholds
from tracker.model.state.indicators import trend
from tracker.reports import nouns
from tracker.reports.documents.brief.lights import light
from tracker.reports.kinds import indicators
from tracker.reports.kinds.kind import CODE, Seen, Shown, table_of
from tracker.reports.numbers import Numeral
from tracker.reports.periods import period_ending, period_name
from tracker.reports.report import Day, Table, Value, Word
from tracker.reports.values import within

MOST = 3


def results(seen: Seen) -> Table:
    """The results, three at most, those that were judged first and of these the unmet."""
    found = [indicator for indicator in seen.tracker.indicators.values() if indicator.category in indicators.HUMANE]
    found = sorted(found, key=lambda indicator: _order(seen, indicator))[:MOST]
    years = {target.date.year for each in found if (target := indicators.state(seen, each).target)}
    columns: list[Shown[Indicator]] = [
        replace(CODE, hidden=True),
        indicators.KIND.column("title", value=lambda _, each: within(each.title)),
        Shown("actual", _against(years), lambda seen, each: _judged(seen, each, tell_year=len(years) > 1)),
        Shown("since", msg("Measured since"), _since, rank=1),
        Shown("change", msg("Change"), _movement, hidden=True),
        indicators.KIND.column("met", rank=0, hidden=True),
        Shown("rating", msg("Rating"), lambda seen, each: light(indicators.state(seen, each).rating)),
    ]
    return table_of(seen, "humanitarian", msg("Results and safeguards"), columns, found)


def _order(seen: Seen, indicator: Indicator) -> tuple[bool, bool]:
    met = indicators.state(seen, indicator).met
    return met is None, bool(met)


def _against(years: set[int]) -> Message:
    """The heading, with the year of the targets where it is one."""
    if len(years) == 1:
        return msg("Against the target of {year}", year=Numeral(*years))
    return msg("Against the target")


def _judged(seen: Seen, indicator: Indicator, *, tell_year: bool) -> Value:
    """The value that counts, beside what was aimed at."""
    state, limits = indicators.state(seen, indicator), seen.tracker.thresholds
    if state.target is None:
        return msg("no target is due")
    target = _amount(indicator, state.target.value, limits, bare=True)
    if tell_year:
        target = Message("{target} ({year})", {"target": target, "year": Numeral(state.target.date.year)})
    if state.actual is None:
        return msg("not measured; target {target}", target=target)
    said = {"actual": _with_unit(indicator, indicators.actual(seen, indicator)), "target": target}
    match indicator.direction:
        case Direction.DOWN:
            return msg("{actual}; target: at most {target}", **said)
        case Direction.MAINTAIN:
            return msg("{actual}; target: to stay at {target}", **said)
        case _:
            return msg("{actual}; target: at least {target}", **said)


def _amount(indicator: Indicator, value: Decimal, limits: Thresholds, *, bare: bool = False) -> Value:
    found = indicators.amount(indicator, value, limits)
    return found if bare else _with_unit(indicator, found)


def _with_unit(indicator: Indicator, value: Value) -> Value:
    """The value with its unit where a reader needs one: the title says what is counted, not how time is."""
    if not isinstance(value, int):
        return value
    match indicator.unit:
        case Unit.DAY:
            return nouns.days(value)
        case Unit.MINUTE:
            return nouns.minutes(value)
        case _:
            return value


def _since(seen: Seen, indicator: Indicator) -> Value:
    """The value measured after the target's day or, where there is none, the day of the last one."""
    state = indicators.state(seen, indicator)
    if state.latest is None:
        return msg("never measured")
    end, due = state.latest.period_end, state.target.date if state.target else date.min
    if end > due:
        value = _amount(indicator, state.latest.value, seen.tracker.thresholds)
        period = period_ending(end, indicator.frequency)
        if period == end.isoformat():
            return msg("{value} on {day}", value=value, day=Day(end))
        return msg("{value} in {period}", value=value, period=period_name(period))
    return msg("not since {day}", day=Day(end)) if state.stale or end < due else None


def _movement(seen: Seen, indicator: Indicator) -> Word | None:
    """Whether the result moves, and which way."""
    change = trend(indicator, seen.day)
    return Word(change) if change else None
