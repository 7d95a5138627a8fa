"""The lists and pages of indicators: baseline, target, actual, rating, and their measurements over time."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from tracker.message import Message, msg, msg_in
from tracker.model.records.indicators import Indicator, Unit
from tracker.model.records.thresholds import Thresholds
from tracker.model.state.assessment import Assessment
from tracker.model.state.indicators import IndicatorState, indicator_state, rounded, total_withheld, withheld
from tracker.model.tracker import Tracker
from tracker.reports import machine
from tracker.reports.kinds.kind import Item, Kind, day_cell, refs
from tracker.reports.pictures.drawn import Point, Trend
from tracker.reports.report import Block, Colour, Column, Day, Percent, Ref, Table, Value, Word
from tracker.reports.values import office_name

COLUMNS = (
    Column("id", msg_in("heading", "No.")),
    Column("title", msg("Indicator"), flexible=True, letters=18),
    Column("level", msg("Level"), rank=6),
    Column("unit", msg_in("heading", "Unit"), rank=3),
    Column("baseline", msg("Baseline"), rank=2),
    Column("target", msg("Target")),
    Column("actual", msg("Actual")),
    Column("achievement", msg("Achievement")),
    Column("strict", msg("Strict"), rank=5),
    Column("met", msg("Met"), rank=1),
    Column("rating", msg("Rating")),
    Column("latest", msg("Last measured"), rank=3),
)


def table(tracker: Tracker, assessment: Assessment, codes: Iterable[str]) -> Table:
    """Indicators against their latest due target."""
    states = (indicator_state(tracker, tracker.indicators[code], assessment.day) for code in codes)
    rows = tuple(_row(tracker, state) for state in states)
    return Table("indicators", msg("Indicators"), COLUMNS, rows, msg("No indicator matches."))


def with_sources(tracker: Tracker, found: Table) -> Table:
    """The same with the paper that each last value comes from."""
    sources = (_source(tracker, row[0]) for row in found.rows)
    rows = tuple((*row, source) for row, source in zip(found.rows, sources, strict=True))
    columns = (*found.columns, Column("source", msg("Source"), rank=5))
    return Table(found.key, found.heading, columns, rows, found.empty)


def _source(tracker: Tracker, code: Value) -> Value:
    measured = tracker.indicators[code.code].measurements if isinstance(code, Ref) else ()
    return Ref(measured[-1].source) if measured and measured[-1].source else None


def _row(tracker: Tracker, state: IndicatorState) -> tuple[Value, ...]:
    indicator, limits = state.indicator, tracker.thresholds
    return (
        Ref(indicator.id),
        indicator.title,
        Word(indicator.level),
        Word(indicator.unit),
        amount(indicator, indicator.baseline.value, limits) if indicator.baseline else None,
        amount(indicator, state.target.value, limits) if state.target else None,
        actual_cell(state, limits),
        achievement_cell(state, limits),
        msg("yes") if indicator.strict else None,
        met_word(state),
        rating_cell(state),
        Day(state.latest.period_end) if state.latest else msg("never"),
    )


def amount(indicator: Indicator, value: Decimal, limits: Thresholds) -> Value:
    """A value in the unit of its indicator; a small count of affected people only as "fewer than" (rule 14.4)."""
    if withheld(indicator, value, limits):
        return msg("fewer than {n}", n=limits.small_count)
    whole = value == value.to_integral_value()
    if not whole:
        return f"{value.normalize():f}"
    return Percent(int(value)) if indicator.unit is Unit.PERCENT else int(value)


def actual_cell(state: IndicatorState, limits: Thresholds) -> Value:
    """The value that counts against the target; a total that gives a small count away is not printed."""
    if state.actual is None:
        return None
    if total_withheld(state, limits):
        return msg("withheld")
    return amount(state.indicator, state.actual, limits)


def achievement_cell(state: IndicatorState, limits: Thresholds) -> Value:
    """The percent of the way from baseline to target; left out where it would give away what is withheld."""
    if state.achievement is None:
        return None
    return msg("withheld") if total_withheld(state, limits) else Percent(rounded(state.achievement))


def met_word(state: IndicatorState) -> Message | None:
    """Whether the target was reached, apart from the colour (rule 10.7)."""
    return None if state.met is None else msg_in("target", "met") if state.met else msg_in("target", "not met")


def rating_cell(state: IndicatorState) -> Value:
    """The colour, or why there is none."""
    if state.achievement is not None:
        return Colour(state.rating)
    if state.indicator.direction == "context":
        return msg_in("rating", "context")
    if state.target is None:
        return msg("no target is due")
    return msg("not measured")


def facts(tracker: Tracker, assessment: Assessment, indicator: Indicator) -> Iterable[Item]:
    """The fields of an indicator and what follows from its measurements."""
    state, limits = indicator_state(tracker, indicator, assessment.day), tracker.thresholds
    yield "title", msg("Indicator"), indicator.title
    yield "level", msg("Level"), Word(indicator.level)
    yield "category", msg("Category"), Word(indicator.category)
    yield "unit", msg("Unit of measure"), Word(indicator.unit)
    yield "direction", msg("Direction of the indicator"), Word(indicator.direction)
    yield "aggregation", msg("Aggregation"), Word(indicator.aggregation)
    yield "frequency", msg("How often it is measured"), Word(indicator.frequency)
    yield "strict", msg("Every period must reach its target"), msg("yes") if indicator.strict else None
    yield "definition", msg("Definition"), indicator.definition
    yield "means_of_verification", msg("Means of verification"), indicator.means_of_verification
    yield "owner", msg("Owner"), office_name(tracker, indicator.owner)
    yield "steps", msg("Steps"), refs(indicator.steps)
    if indicator.baseline:
        value = amount(indicator, indicator.baseline.value, limits)
        yield "baseline", msg("Baseline"), _on(value, indicator.baseline.date)
    if state.target:
        yield "target", msg("Target"), _on(amount(indicator, state.target.value, limits), state.target.date)
        yield "actual", msg("Actual"), actual_cell(state, limits)
        yield "achievement", msg("Achievement"), achievement_cell(state, limits)
        yield "met", msg("Met"), met_word(state)
    yield "rating", msg("Rating"), rating_cell(state)
    yield "next_due", msg("Next measurement due"), day_cell(state.next_due)
    yield "stale", msg("Not updated in time"), msg("yes") if state.stale else None


def _on(value: Value, day: Any) -> Message:
    return Message("{value} · {day}", {"value": value, "day": Day(day)})


def blocks(tracker: Tracker, assessment: Assessment, indicator: Indicator) -> Iterable[Block]:
    """The trend against the targets, and every measurement with where it comes from."""
    if indicator.measurements:
        yield trend(tracker, indicator, assessment)
        yield _measurements(tracker, indicator)


def trend(tracker: Tracker, indicator: Indicator, assessment: Assessment) -> Trend:
    """The picture of what was measured and aimed at, by period; withheld counts are gaps."""
    limits = tracker.thresholds
    known = {m.period_end: m.value for m in indicator.measurements if m.period_end <= assessment.day}
    aims = {target.date: target.value for target in indicator.targets}
    points = tuple(
        Point(
            _period(day),
            None if day not in known or withheld(indicator, known[day], limits) else known[day],
            aims.get(day),
        )
        for day in sorted({*known, *aims})
    )
    alt = msg("{title}: measured values against targets.", title=indicator.title)
    base = indicator.baseline
    return Trend(
        f"trend_{indicator.id}",
        Message("{code} {title}", {"code": Ref(indicator.id), "title": indicator.title}),
        alt,
        Message("{unit}", {"unit": Word(indicator.unit)}),
        base.value if base and not withheld(indicator, base.value, limits) else None,
        points,
    )


def _period(day: Any) -> str:
    """The name of the period: `2026-Q1` for the end of a quarter, else the day."""
    ends = {(3, 31): 1, (6, 30): 2, (9, 30): 3, (12, 31): 4}
    quarter = ends.get((day.month, day.day))
    return f"{day.year}-Q{quarter}" if quarter else str(day.isoformat())


def _measurements(tracker: Tracker, indicator: Indicator) -> Table:
    columns = (
        Column("period_end", msg("End of the period")),
        Column("value", msg("Measured")),
        Column("source", msg("Source")),
        Column("note", msg("Note"), flexible=True, rank=1),
    )
    rows = tuple(
        (
            Day(m.period_end),
            amount(indicator, m.value, tracker.thresholds),
            Ref(m.source) if m.source else None,
            m.note,
        )
        for m in reversed(indicator.measurements)
    )
    return Table("measurements", msg("Measurements"), columns, rows)


def data(tracker: Tracker, assessment: Assessment, indicator: Indicator) -> dict[str, Any]:
    """The stored fields and what follows from them; numbers are decimal text, small counts are said as `<5`."""
    state, limits = indicator_state(tracker, indicator, assessment.day), tracker.thresholds
    found: dict[str, Any] = machine.plain(indicator)
    hidden = f"<{limits.small_count}"
    for stored, measured in zip(found["measurements"], indicator.measurements, strict=True):
        stored["value"] = hidden if withheld(indicator, measured.value, limits) else f"{measured.value:f}"
    secret = total_withheld(state, limits)
    latest = state.latest and (hidden if withheld(indicator, state.latest.value, limits) else f"{state.latest.value:f}")
    reached = None if state.achievement is None or secret else rounded(state.achievement)
    return {
        **found,
        "latest": latest,
        "latest_period": state.latest and state.latest.period_end.isoformat(),
        "next_period_due": state.next_due and state.next_due.isoformat(),
        "stale": state.stale,
        "target": machine.plain(state.target),
        "actual_at_target": None if state.actual is None or secret else f"{state.actual:f}",
        "achievement_percent": reached,
        "met": state.met,
        "rating": "context" if indicator.direction == "context" else state.rating.value,
    }


KIND = Kind(table, facts, data, blocks)
