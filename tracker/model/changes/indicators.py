"""Adding and changing indicators, and measuring them (section 10)."""

from datetime import date
from decimal import Decimal

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.changes.change import TitleChange, apply_fields, take_over
from tracker.model.changes.evidence import Attachment, attach, find_evidence
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
from tracker.model.records.localized import Localized, Text, as_text, in_languages
from tracker.model.records.office import Office
from tracker.model.rules.dates import check_order, check_past
from tracker.model.rules.indicators import broken_in_indicator
from tracker.model.tracker import Tracker

LIKE = ("level", "unit", "direction", "aggregation", "frequency", "category", "strict", "owner", "steps")
ALWAYS_STRICT = (ResultLevel.IMPACT, Category.SAFEGUARD)


class IndicatorChange(TitleChange, kw_only=True):
    """A change asked of an indicator; a target replaces the one of its day."""

    ruled = frozenset({"targets"})
    definition_ar: str | None = None
    definition_tr: str | None = None
    definition_en: str | None = None
    means_of_verification_ar: str | None = None
    means_of_verification_tr: str | None = None
    means_of_verification_en: str | None = None
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


class NewMeasurement(Frozen, kw_only=True):
    """A value to be recorded for the period that ends on a day; `source` is evidence that shows it."""

    period_end: date
    value: Decimal
    period_start: date | None = None
    source: Attachment | None = None
    note: Text | None = None
    reason: Text | None = None


def add(tracker: Tracker, change: IndicatorChange, on: date, like: str | None = None) -> Tracker:
    """The tracker with one more indicator: an output counted in items, unless it is said or like another.

    Raises what `update` raises.
    """
    code, tracker = tracker.new_code("I")
    new = Indicator(id=code, title=change.text("title"), level=ResultLevel.OUTPUT, unit=Unit.ITEM)
    return _apply(tracker, take_over(tracker, new, like, LIKE), change, on)


def update(tracker: Tracker, code: str, change: IndicatorChange, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`.

    Raises `NotFound`, `NeedsBaseline`, `TargetIsBaseline`, `ContextTarget`, `PercentOutOfRange`, `CountNegative`,
    and `NeedsReason` for another baseline or a target that is moved.
    """
    return _apply(tracker, tracker.get(Indicator, code), change, on)


def measure(tracker: Tracker, code: str, given: NewMeasurement, on: date) -> Tracker:
    """The tracker with a measurement; one of the same period is corrected, and stays in the history.

    Raises `DateInFuture`, `DatesReversed`, `NeedsReason` for a correction, `PercentOutOfRange`, `CountNegative`.
    """
    indicator = tracker.get(Indicator, code)
    check_past(indicator.id, on, given.period_end)
    check_order(indicator.id, (given.period_start, given.period_end))
    old = next((m for m in indicator.measurements if m.period_end == given.period_end), None)
    if old is not None and old.value != given.value and not given.reason:
        raise errors.NeedsReason(indicator.id, "measured_again")
    new = Measurement(period_end=given.period_end, value=given.value)
    if old is not None:
        new = replace(new, period_start=old.period_start, source=old.source, note=old.note)
    if given.source:
        tracker = attach(tracker, indicator.id, given.source, on)
        found = find_evidence(tracker, given.source.reference)
        new = replace(new, source=found.id if found else None)
    new = replace(new, period_start=given.period_start or new.period_start, note=_note(new.note, given.note))
    others = [m for m in indicator.measurements if m.period_end != given.period_end]
    measured = replace(indicator, measurements=tuple(sorted([*others, new], key=lambda m: m.period_end)))
    return _put_checked(tracker, measured, on)


def _note(old: Text | None, given: Text | None) -> Text | None:
    """The note in the languages in which it was given now or before."""
    found = {**(in_languages(old).wordings() if old else {}), **(in_languages(given).wordings() if given else {})}
    return as_text(Localized(**found)) if found else None


def _apply(tracker: Tracker, old: Indicator, change: IndicatorChange, on: date) -> Tracker:
    tracker, new = apply_fields(tracker, old, change, on)
    strict = new.strict or new.level in ALWAYS_STRICT or new.category in ALWAYS_STRICT
    new = replace(new, strict=strict, baseline=_baseline(old, change), targets=_targets(old, change))
    return _put_checked(tracker, new, on)


def _put_checked(tracker: Tracker, indicator: Indicator, on: date) -> Tracker:
    for broken in broken_in_indicator(indicator):
        raise broken
    return tracker.put(indicator, on)


def _baseline(old: Indicator, change: IndicatorChange) -> Baseline | None:
    """Give the baseline after the change; everything is compared with it, so another one needs a reason."""
    before = old.baseline
    if "baseline" in change.clear:
        new = None
    elif change.baseline_value is None and change.baseline_date is None:
        return before
    else:
        new = _new_baseline(old, change)
    if before is not None and new != before and not change.reason:
        raise errors.NeedsReason(old.id, "indicator_baseline")
    return new


def _new_baseline(old: Indicator, change: IndicatorChange) -> Baseline:
    value, day = change.baseline_value, change.baseline_date
    if old.baseline is not None:
        value, day = old.baseline.value if value is None else value, day or old.baseline.date
    if value is None or day is None:
        raise errors.NeedsBaseline(old.id)
    return Baseline(value, day)


def _targets(old: Indicator, change: IndicatorChange) -> tuple[Target, ...]:
    kept = {} if "targets" in change.clear else {target.date: target for target in old.targets}
    new = {**kept, **{target.date: target for target in change.targets}}
    moved = any(new.get(target.date) != target for target in old.targets)
    if moved and not change.reason:
        raise errors.NeedsReason(old.id, "target_moved")
    return tuple(sorted(new.values(), key=lambda target: target.date))
