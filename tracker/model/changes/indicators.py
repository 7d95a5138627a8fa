"""Adding and changing indicators, and measuring them (section 10)."""

from datetime import date
from decimal import Decimal

from tracker import errors
from tracker.frozen import Frozen, asdict, replace
from tracker.model.changes import papers
from tracker.model.changes.asked import Asked
from tracker.model.changes.offices import known_office
from tracker.model.records.indicators import (
    Aggregation,
    Baseline,
    Category,
    Direction,
    Frequency,
    Indicator,
    Measurement,
    ResultLevel,
    Target,
    Unit,
)
from tracker.model.records.localized import Localized, reworded
from tracker.model.records.office import Office
from tracker.model.rules.indicators import broken_in_indicator
from tracker.model.tracker import Tracker

LIKE = ("level", "unit", "direction", "aggregation", "frequency", "category", "strict", "owner", "steps")
ALWAYS_STRICT = (ResultLevel.IMPACT, Category.SAFEGUARD)


class IndicatorAsked(Asked, kw_only=True):
    """A change asked of an indicator; a target replaces the one of its day, steps are added to those there are."""

    title_ar: str | None = None
    title_tr: str | None = None
    title_en: str | None = None
    definition_ar: str | None = None
    means_of_verification_ar: str | None = None
    level: ResultLevel | None = None
    unit: Unit | None = None
    direction: Direction | None = None
    aggregation: Aggregation | None = None
    frequency: Frequency | None = None
    category: Category | None = None
    strict: bool | None = None
    owner: Office | None = None
    baseline_value: Decimal | None = None
    baseline_date: date | None = None
    targets: tuple[Target, ...] = ()
    steps: tuple[str, ...] | None = None


class Measured(Frozen, kw_only=True):
    """A value to be recorded for the period that ends on a day; `source` is a paper that shows it."""

    period_end: date
    value: Decimal
    period_start: date | None = None
    source: papers.Paper | None = None
    note: str | None = None
    reason: str | None = None


def add(tracker: Tracker, wanted: IndicatorAsked, on: date, like: str | None = None) -> Tracker:
    """The tracker with one more indicator: an output counted in items, unless it is said or like another.

    Raises what `update` raises.
    """
    code, tracker = tracker.new_code("I")
    new = Indicator(id=code, title=Localized(wanted.title_ar or ""), level=ResultLevel.OUTPUT, unit=Unit.ITEM)
    if like is not None:
        model = tracker.get(Indicator, like, "I")
        new = replace(new, **{field: getattr(model, field) for field in LIKE})
    return _updated(tracker, new, wanted, on)


def update(tracker: Tracker, code: str, wanted: IndicatorAsked, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`.

    Raises `NotFound`, `NeedsBaseline`, `TargetIsBaseline`, `ContextTarget`, `PercentOutOfRange`, `CountNegative`,
    and `NeedsReason` for another baseline or a target that is moved.
    """
    return _updated(tracker, tracker.get(Indicator, code, "I"), wanted, on)


def measure(tracker: Tracker, code: str, wanted: Measured, on: date) -> Tracker:
    """The tracker with a measurement; one of the same period is corrected, and stays in the history.

    Raises `DateInFuture`, `DatesReversed`, `NeedsReason` for a correction, `PercentOutOfRange`, `CountNegative`.
    """
    indicator = tracker.get(Indicator, code, "I")
    if wanted.period_end > on:
        raise errors.DateInFuture(indicator.id, wanted.period_end.isoformat())
    if wanted.period_start and wanted.period_start > wanted.period_end:
        raise errors.DatesReversed(indicator.id, wanted.period_start.isoformat(), wanted.period_end.isoformat())
    old = next((m for m in indicator.measurements if m.period_end == wanted.period_end), None)
    if old is not None and old.value != wanted.value and not wanted.reason:
        raise errors.NeedsReason(indicator.id, "measured_again")
    source = old.source if old else None
    if wanted.source:
        tracker = papers.attach(tracker, indicator.id, wanted.source, on)
        found = papers.find_paper(tracker, wanted.source.reference)
        source = found.id if found else None
    new = Measurement(
        period_end=wanted.period_end,
        value=wanted.value,
        period_start=wanted.period_start or (old.period_start if old else None),
        source=source,
        note=wanted.note or (old.note if old else None),
    )
    others = [m for m in indicator.measurements if m.period_end != wanted.period_end]
    measured = replace(indicator, measurements=tuple(sorted([*others, new], key=lambda m: m.period_end)))
    return _checked(tracker, measured, on)


def _updated(tracker: Tracker, old: Indicator, wanted: IndicatorAsked, on: date) -> Tracker:
    owner = wanted.after(old, "owner")
    if wanted.owner is not None:
        tracker, owner = known_office(tracker, wanted.owner, on)
    new = replace(
        old,
        title=reworded(old.title, asdict(wanted), "title", wanted.clear),
        definition=_text(old.definition, wanted.definition_ar, emptied="definition" in wanted.clear),
        means_of_verification=_text(
            old.means_of_verification, wanted.means_of_verification_ar, emptied="means_of_verification" in wanted.clear
        ),
        level=wanted.after(old, "level"),
        unit=wanted.after(old, "unit"),
        direction=wanted.after(old, "direction"),
        aggregation=wanted.after(old, "aggregation"),
        frequency=wanted.after(old, "frequency"),
        category=wanted.after(old, "category"),
        owner=owner,
        baseline=_baseline(old, wanted),
        targets=_targets(old, wanted),
        steps=wanted.added(old, "steps"),
    )
    strict = old.strict if wanted.strict is None else wanted.strict
    new = replace(new, strict=strict or new.level in ALWAYS_STRICT or new.category in ALWAYS_STRICT)
    return _checked(tracker, new, on)


def _checked(tracker: Tracker, indicator: Indicator, on: date) -> Tracker:
    for broken in broken_in_indicator(indicator):
        raise broken
    return tracker.put(indicator, on)


def _text(old: Localized | None, arabic: str | None, *, emptied: bool) -> Localized | None:
    if emptied:
        return None
    if arabic is None:
        return old
    return replace(old, ar=arabic) if old else Localized(arabic)


def _baseline(old: Indicator, wanted: IndicatorAsked) -> Baseline | None:
    """Give the baseline after the change; everything is compared with it, so another one needs a reason."""
    before = old.baseline
    if "baseline" in wanted.clear:
        new = None
    elif wanted.baseline_value is None and wanted.baseline_date is None:
        return before
    else:
        new = _dated(old, wanted)
    if before is not None and new != before and not wanted.reason:
        raise errors.NeedsReason(old.id, "indicator_baseline")
    return new


def _dated(old: Indicator, wanted: IndicatorAsked) -> Baseline:
    value, day = wanted.baseline_value, wanted.baseline_date
    if old.baseline is not None:
        value, day = old.baseline.value if value is None else value, day or old.baseline.date
    if value is None or day is None:
        raise errors.NeedsBaseline(old.id)
    return Baseline(value, day)


def _targets(old: Indicator, wanted: IndicatorAsked) -> tuple[Target, ...]:
    kept = {} if "targets" in wanted.clear else {target.date: target for target in old.targets}
    new = {**kept, **{target.date: target for target in wanted.targets}}
    moved = any(new.get(target.date) != target for target in old.targets)
    if moved and not wanted.reason:
        raise errors.NeedsReason(old.id, "target_moved")
    return tuple(sorted(new.values(), key=lambda target: target.date))
