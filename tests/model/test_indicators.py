"""Indicators: what may be asked of them, and what follows from their measurements (section 10)."""

import json
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.build import DAY, step, tracker
from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.evidence import Attachment
from tracker.model.changes.indicators import IndicatorChange, NewMeasurement, add, measure, update
from tracker.model.checks.indicators import indicator_findings
from tracker.model.records.indicators import (
    Aggregation,
    Baseline,
    Category,
    Direction,
    Indicator,
    Measurement,
    ResultLevel,
    Target,
    Unit,
)
from tracker.model.records.localized import Localized
from tracker.model.records.thresholds import Thresholds
from tracker.model.state.health import Health
from tracker.model.state.indicators import IndicatorState, indicator_state, rounded, total_withheld, withheld
from tracker.store.open import template_state
from tracker.store.records import to_tracker

EXPECTED = json.loads((Path(__file__).parents[1] / "data" / "demo_expected.json").read_text())
START, END = date(2024, 12, 31), date(2025, 12, 31)
LIMITS = Thresholds()


def indicator(*values: tuple[date, int], **fields: Any) -> Indicator:
    known: dict[str, Any] = {
        "title": Localized("مؤشر"),
        "level": ResultLevel.OUTCOME,
        "unit": Unit.ITEM,
        "baseline": Baseline(Decimal(0), START),
        "targets": (Target(END, Decimal(100)),),
        "measurements": tuple(Measurement(period_end=day, value=Decimal(value)) for day, value in values),
    }
    return Indicator(id="I1", **{**known, **fields})


def state(found: Indicator, day: date = DAY) -> IndicatorState:
    return indicator_state(tracker(step(), found), found, day)


@pytest.mark.parametrize("code", EXPECTED["indicators"])
def test_the_demo_gives_the_figures_worked_out_by_hand(code: str) -> None:
    demo = to_tracker(template_state("demo").documents, {}, demo=True)
    found = indicator_state(demo, demo.indicators[code], date.fromisoformat(EXPECTED["as_of"]))
    wanted = EXPECTED["indicators"][code]
    seen: dict[str, Any] = {
        "latest": found.latest and int(found.latest.value),
        "latest_period": found.latest and found.latest.period_end.isoformat(),
        "next_period_due": found.next_due and found.next_due.isoformat(),
        "stale": found.stale,
        "target": found.target and {"date": found.target.date.isoformat(), "value": int(found.target.value)},
        "actual_at_target": found.actual and int(found.actual),
        "achievement_percent": None if found.achievement is None else rounded(found.achievement),
        "met": found.met,
        "rating": "context" if found.indicator.direction is Direction.CONTEXT else found.rating.value,
    }
    assert {name: seen[name] for name in wanted} == wanted


@pytest.mark.parametrize(
    ("base", "target", "actual", "percent"),
    [(0, 100, 70, 70), (95, 75, 81, 70), (120, 100, 102, 90), (0, 90, 100, 111)],
)
def test_achievement_is_the_way_gone_upwards_and_downwards(base: int, target: int, actual: int, percent: int) -> None:
    found = indicator((END, actual), baseline=Baseline(Decimal(base), START), targets=(Target(END, Decimal(target)),))
    reached = state(found).achievement
    assert reached is not None
    assert rounded(reached) == percent


@given(base=st.integers(-99, 99), way=st.integers(1, 99), part=st.fractions(0, 2), up=st.booleans())
def test_achievement_does_not_depend_on_the_direction(base: int, way: int, part: Fraction, up: bool) -> None:
    gone = Fraction(way) * part
    actual = Decimal(gone.numerator) / Decimal(gone.denominator)
    sign = 1 if up else -1
    found = indicator(
        unit=Unit.SCORE,
        baseline=Baseline(Decimal(base), START),
        targets=(Target(END, Decimal(base + sign * way)),),
        measurements=(Measurement(period_end=END, value=Decimal(base) + sign * actual),),
    )
    reached = state(found).achievement
    assert reached is not None
    assert abs(reached - 100 * part) < Fraction(1, 10**9)


def test_a_strict_one_is_green_only_when_it_is_met() -> None:
    values = ((END, 95),)
    assert state(indicator(*values)).rating is Health.GREEN
    assert state(indicator(*values, strict=True)).rating is Health.AMBER
    assert state(indicator((END, 100), strict=True)).rating is Health.GREEN


def test_a_missing_measurement_is_not_zero() -> None:
    found = state(indicator())
    assert (found.actual, found.achievement, found.met, found.rating) == (None, None, None, Health.GREY)


def test_what_counts_against_a_target() -> None:
    quarters = ((date(2024, 9, 30), 50), (date(2025, 3, 31), 10), (date(2025, 9, 30), 30), (date(2026, 3, 31), 90))
    actual = {way: state(indicator(*quarters, aggregation=way)).actual for way in Aggregation}
    assert actual == {Aggregation.LATEST: 30, Aggregation.SUM: 40, Aggregation.AVERAGE: 20}


def test_what_is_measured_after_the_day_is_not_known_yet() -> None:
    found = state(indicator((END, 40), (END + timedelta(200), 90)), END)
    assert found.latest is not None
    assert found.latest.value == 40


def test_it_is_stale_when_the_next_period_is_past_and_so_is_what_is_granted() -> None:
    last = indicator((date(2025, 9, 30), 1))
    assert state(last).next_due == date(2025, 12, 31)
    assert not state(last, date(2026, 1, 30)).stale
    assert state(last, date(2026, 1, 31)).stale


def test_context_has_neither_target_nor_rating() -> None:
    with pytest.raises(errors.ContextTarget):
        update(tracker(step(), indicator()), "I1", IndicatorChange(direction=Direction.CONTEXT), DAY)
    found = indicator((END, 5), direction=Direction.CONTEXT, targets=())
    assert (state(found).target, state(found).rating) == (None, Health.GREY)


def test_a_target_needs_a_dated_baseline_that_it_differs_from() -> None:
    start = tracker(step())
    aim = (Target(END, Decimal(10)),)
    with pytest.raises(errors.NeedsBaseline):
        add(start, IndicatorChange(title_ar="مؤشر", targets=aim), DAY)
    with pytest.raises(errors.NeedsBaseline):
        add(start, IndicatorChange(title_ar="مؤشر", baseline_value=Decimal(1)), DAY)
    same = IndicatorChange(title_ar="مؤشر", targets=aim, baseline_value=Decimal(10), baseline_date=START)
    with pytest.raises(errors.TargetIsBaseline):
        add(start, same, DAY)
    kept = replace(same, direction=Direction.MAINTAIN)
    assert add(start, kept, DAY).indicators["I1"].targets == aim


def test_impact_and_safeguards_are_strict_by_themselves() -> None:
    for fields in ({"level": ResultLevel.IMPACT}, {"category": Category.SAFEGUARD}):
        made = add(tracker(step()), IndicatorChange(title_ar="مؤشر", **fields), DAY)
        assert made.indicators["I1"].strict


@pytest.mark.parametrize(("unit", "value"), [(Unit.PERCENT, 101), (Unit.PERCENT, -1), (Unit.PERSON, -1)])
def test_values_that_the_unit_does_not_have(unit: Unit, value: int) -> None:
    found = indicator(unit=unit, targets=())
    with pytest.raises((errors.IndicatorPercent, errors.CountNegative)):
        measure(tracker(step(), found), "I1", NewMeasurement(period_end=END, value=Decimal(value)), DAY)


def test_one_measurement_a_period_and_a_correction_says_why() -> None:
    start = tracker(step(), indicator((END, 40)))
    again = NewMeasurement(period_end=END, value=Decimal(41))
    with pytest.raises(errors.NeedsReason):
        measure(start, "I1", again, DAY)
    after = measure(start, "I1", replace(again, reason="خطأ في العد"), DAY)
    assert [m.value for m in after.indicators["I1"].measurements] == [41]
    with pytest.raises(errors.DateInFuture):
        measure(start, "I1", NewMeasurement(period_end=DAY + timedelta(1), value=Decimal(1)), DAY)


def test_measurements_stand_in_the_order_of_their_periods_with_their_papers() -> None:
    start = tracker(step(), indicator((END, 40)))
    earlier = NewMeasurement(period_end=START, value=Decimal(3), source=Attachment(reference="كشف 7"))
    after = measure(start, "I1", earlier, DAY)
    found = after.indicators["I1"].measurements
    assert [m.period_end for m in found] == [START, END]
    assert after.evidence[found[0].source or ""].reference == "كشف 7"


def test_a_target_or_baseline_is_moved_for_a_reason_only() -> None:
    start = tracker(step(), indicator())
    for wanted in (
        IndicatorChange(targets=(Target(END, Decimal(50)),)),
        IndicatorChange(baseline_value=Decimal(5)),
        IndicatorChange(clear=frozenset({"targets"})),
    ):
        with pytest.raises(errors.NeedsReason):
            update(start, "I1", wanted, DAY)
        assert update(start, "I1", replace(wanted, reason="قرار"), DAY) != start
    new = IndicatorChange(targets=(Target(DAY, Decimal(150)),))
    assert len(update(start, "I1", new, DAY).indicators["I1"].targets) == 2


def test_small_counts_of_affected_people_are_withheld_with_their_totals() -> None:
    people: dict[str, Any] = {"category": Category.HUMANITARIAN, "unit": Unit.PERSON, "aggregation": Aggregation.SUM}
    few = indicator((date(2025, 3, 31), 3), (date(2025, 9, 30), 20), **people)
    assert [withheld(few, m.value, LIMITS) for m in few.measurements] == [True, False]
    assert total_withheld(state(few), LIMITS)
    many = indicator((date(2025, 3, 31), 5), (date(2025, 9, 30), 0), **people)
    assert not any(withheld(many, m.value, LIMITS) for m in many.measurements)
    assert not total_withheld(state(many), LIMITS)
    assert not withheld(indicator(unit=Unit.PERSON), Decimal(3), LIMITS)


def test_what_check_finds() -> None:
    bare = indicator(baseline=None, targets=(), level=ResultLevel.OUTPUT, steps=("S1",), created_on=date(2025, 1, 1))
    found = {f.code for f in indicator_findings(tracker(step("S1"), bare), DAY)}
    assert found == {
        "indicator_no_baseline",
        "indicator_no_target",
        "indicator_no_source",
        "indicator_no_owner",
        "indicator_unmeasured",
        "outputs_only",
    }
