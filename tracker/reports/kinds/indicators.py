"""The lists and pages of indicators: baseline, target, actual, rating, and their measurements over time."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from tracker.frozen import to_builtins
from tracker.message import Message, msg, msg_in
from tracker.model.records.indicators import Baseline, Category, Direction, Indicator, Measurement, Target, Unit
from tracker.model.records.thresholds import Thresholds
from tracker.model.state.health import Health
from tracker.model.state.indicators import (
    IndicatorState,
    counted,
    indicator_state,
    rounded,
    together,
    total_withheld,
    withheld,
)
from tracker.model.tracker import Tracker
from tracker.reports.kinds.kind import Kind, Seen, Shown, code, day_cell, plain, table_of, words
from tracker.reports.numbers import Amount, Share
from tracker.reports.periods import period_ending
from tracker.reports.pictures.drawn import Point, Trend
from tracker.reports.report import Block, Colour, Day, Percent, Table, Value, Word
from tracker.reports.values import titled, within

HUMANE = (Category.HUMANITARIAN, Category.SAFEGUARD)
"""The results for people and for their rights."""


def state(seen: Seen, indicator: Indicator) -> IndicatorState:
    """The state of an indicator on the day."""
    return seen.state(indicator_state, indicator)


def amount(indicator: Indicator, value: Decimal, limits: Thresholds) -> Value:
    """A value in the unit of its indicator; a small count of affected people only as "fewer than" (rule 14.4)."""
    if withheld(indicator, value, limits):
        return msg("fewer than {n}", n=limits.small_count)
    if value != value.to_integral_value():
        return Share(value.normalize()) if indicator.unit is Unit.PERCENT else Amount(value.normalize())
    return Percent(int(value)) if indicator.unit is Unit.PERCENT else int(value)


def actual(seen: Seen, indicator: Indicator) -> Value:
    """The value that counts against the target; a total that gives a small count away is not printed."""
    found, limits = state(seen, indicator), seen.tracker.thresholds
    if found.actual is None:
        return None
    return msg("withheld") if total_withheld(found, limits) else amount(indicator, found.actual, limits)


def achievement(seen: Seen, indicator: Indicator) -> Value:
    """The percent of the way from baseline to target; left out where it would give away what is withheld."""
    found = state(seen, indicator)
    if found.achievement is None:
        return None
    return msg("withheld") if total_withheld(found, seen.tracker.thresholds) else Percent(rounded(found.achievement))


def met(seen: Seen, indicator: Indicator) -> Message | None:
    """Whether the target was reached, apart from the colour (rule 10.7)."""
    reached = state(seen, indicator).met
    return None if reached is None else msg_in("target", "met") if reached else msg_in("target", "not met")


def rating(seen: Seen, indicator: Indicator) -> Value:
    """The colour, or why there is none."""
    found = state(seen, indicator)
    if found.achievement is not None:
        return Colour(found.rating)
    if indicator.direction == "context":
        return msg_in("rating", "context")
    return msg("no target is due") if found.target is None else msg("not measured")


def _on_its_day(seen: Seen, indicator: Indicator, aim: Baseline | Target | None) -> Message | None:
    """A baseline or target with its day."""
    if aim is None:
        return None
    value = amount(indicator, aim.value, seen.tracker.thresholds)
    return Message("{value} · {day}", {"value": value, "day": Day(aim.date)})


def _value(seen: Seen, indicator: Indicator, aim: Baseline | Target | None) -> Value:
    return amount(indicator, aim.value, seen.tracker.thresholds) if aim else None


def _latest(seen: Seen, indicator: Indicator) -> Value:
    latest = state(seen, indicator).latest
    return Day(latest.period_end) if latest else msg("never")


def _blocks(seen: Seen, indicator: Indicator) -> Iterable[Block]:
    """The trend against the targets, and every measurement with where it comes from."""
    if indicator.measurements:
        if is_measured(indicator, seen.day):
            yield trend(seen.tracker, indicator, seen.day)
        yield _measurements(seen, indicator)


def is_measured(indicator: Indicator, day: date) -> bool:
    """Whether anything was measured by the end of `day`, so that there is a picture of it."""
    return any(each.period_end <= day for each in indicator.measurements)


def trend(tracker: Tracker, indicator: Indicator, day: date) -> Trend:
    """The picture of what was measured by the end of `day` and is aimed at, by period; withheld counts are gaps."""
    base = indicator.baseline
    found = indicator_state(tracker, indicator, day)
    return Trend(
        f"trend_{indicator.id}",
        titled(indicator.id, indicator.title),
        _said(tracker, indicator, found),
        Message("{unit}", {"unit": Word(indicator.unit)}),
        indicator.aggregation,
        (base.date, base.value) if base and not withheld(indicator, base.value, tracker.thresholds) else None,
        tuple(_points(tracker, indicator, day)),
        _standing(tracker, found),
        indicator.unit is Unit.PERCENT,
    )


def _points(tracker: Tracker, indicator: Indicator, day: date) -> Iterator[Point]:
    known = {m.period_end: m for m in indicator.measurements if m.period_end <= day}
    aims = {target.date: target.value for target in indicator.targets}
    for end in sorted({*known, *aims}):
        parts = counted(indicator, list(known.values()), end) if end in known else []
        hidden = any(withheld(indicator, part.value, tracker.thresholds) for part in parts)
        period = period_ending(end, indicator.frequency)
        value = known[end].value if end in known else None
        judged = None if hidden else together(indicator, parts)
        if value is not None and withheld(indicator, value, tracker.thresholds):
            value = None
        yield Point(period, end, value, judged, aims.get(end))


def _standing(tracker: Tracker, found: IndicatorState) -> tuple[Health, Message] | None:
    """The colour, and the value that counts beside the target it counts against."""
    limits = tracker.thresholds
    if found.target is None or found.actual is None or total_withheld(found, limits):
        return None
    value, aim = (amount(found.indicator, each, limits) for each in (found.actual, found.target.value))
    return found.rating, _beside(found.indicator.direction, actual=value, target=aim, day=Day(found.target.date))


def _beside(direction: Direction, **said: Value) -> Message:
    """The value that counts beside its target, which is the most, the least or the level that it should be."""
    match direction:
        case Direction.DOWN:
            return msg("{actual} against a target of at most {target} by {day}", **said)
        case Direction.MAINTAIN:
            return msg("{actual} against a target of staying at {target} until {day}", **said)
        case _:
            return msg("{actual} of a target of {target} by {day}", **said)


def _said(tracker: Tracker, indicator: Indicator, found: IndicatorState) -> Message:
    """The picture in a sentence, with its figures."""
    standing = _standing(tracker, found)
    if not indicator.targets:
        return msg("{title}: measured values.", title=within(indicator.title))
    if standing is None:
        return msg("{title}: measured values against targets.", title=within(indicator.title))
    return msg("{title}: {standing}.", title=within(indicator.title), standing=standing[1])


def _measurements(seen: Seen, indicator: Indicator) -> Table:
    columns: list[Shown[Measurement]] = [
        Shown("period_end"),
        Shown("value", msg("Measured"), lambda seen, each: amount(indicator, each.value, seen.tracker.thresholds)),
        code("source"),
        words("note", msg("Note"), flexible=True, rank=1),
    ]
    return table_of(seen, "measurements", msg("Measurements"), columns, reversed(indicator.measurements))


def _data(seen: Seen, indicator: Indicator) -> dict[str, Any]:
    """The stored fields and what follows from them; numbers are decimal text, small counts are said as `<5`."""
    found, limits, stored = state(seen, indicator), seen.tracker.thresholds, plain(indicator)
    hidden = f"<{limits.small_count}"
    for document, measured in zip(stored["measurements"], indicator.measurements, strict=True):
        document["value"] = hidden if withheld(indicator, measured.value, limits) else f"{measured.value:f}"
    secret = total_withheld(found, limits)
    latest = found.latest and (hidden if withheld(indicator, found.latest.value, limits) else f"{found.latest.value:f}")
    reached = None if found.achievement is None or secret else rounded(found.achievement)
    return {
        **stored,
        "latest": latest,
        "latest_period": found.latest and found.latest.period_end.isoformat(),
        "next_period_due": found.next_due and found.next_due.isoformat(),
        "stale": found.stale,
        "target": to_builtins(found.target),
        "actual_at_target": None if found.actual is None or secret else f"{found.actual:f}",
        "achievement_percent": reached,
        "met": found.met,
        "rating": "context" if indicator.direction == "context" else found.rating.value,
    }


KIND: Kind[Indicator] = Kind(
    name="indicators",
    heading=msg("Indicators"),
    empty=msg("No indicator matches."),
    added_by="add-indicator",
    columns=[
        Shown("title", msg("Indicator"), flexible=True, letters=18),
        Shown("level", rank=6),
        Shown("unit", msg_in("heading", "Unit"), rank=3),
        Shown("baseline", value=lambda seen, it: _value(seen, it, it.baseline), rank=2),
        Shown("target", msg("Target"), lambda seen, it: _value(seen, it, state(seen, it).target)),
        Shown("actual", msg("Actual"), actual),
        Shown("achievement", msg("Achievement"), achievement),
        Shown("strict", msg("Must be fully met"), rank=5),
        Shown("met", msg("Target met"), met, rank=1),
        Shown("rating", msg("Rating"), rating),
        Shown("latest", msg("Last measured"), _latest, rank=3),
    ],
    facts=[
        *("title", "level", "category"),
        Shown("unit"),
        "direction",
        Shown("aggregation", msg("Aggregation")),
        "frequency",
        Shown("strict"),
        *("definition", "means_of_verification", "owner", "steps"),
        Shown("baseline", value=lambda seen, it: _on_its_day(seen, it, it.baseline)),
        Shown("target", msg("Target"), lambda seen, it: _on_its_day(seen, it, state(seen, it).target)),
        *("actual", "achievement", "met", "rating"),
        Shown("next_due", msg("Next measurement due"), lambda seen, it: day_cell(state(seen, it).next_due)),
        Shown("stale", msg("Measurement overdue"), lambda seen, it: msg("yes") if state(seen, it).stale else None),
    ],
    data=_data,
    blocks=_blocks,
    filters=("aspect", "step", "side", "owner", "overdue", "due_before", "stale", "strict", "not_met"),
    due=lambda seen, it: state(seen, it).owed_by,
)
