"""The numbers by which health is judged (rule 4.8)."""

from datetime import date
from fractions import Fraction

import pytest

from tracker.errors import ThresholdRefused
from tracker.model.changes.thresholds import THRESHOLDS, update
from tracker.model.records.thresholds import Thresholds, as_told, check, together
from tracker.model.tracker import Tracker


def test_the_defaults_are_those_of_the_domain() -> None:
    limits = Thresholds()
    check(limits)
    assert (limits.amber_variance_points, limits.red_variance_points) == (-10, -25)
    assert (limits.red_overdue_days, limits.stale_days, limits.very_stale_days) == (30, 30, 90)
    assert (limits.red_weight, limits.red_weight_told) == (Fraction(1, 3), "1/3")
    assert limits.series_red_days == 90
    assert (limits.timezone, limits.due_soon_days) == ("Africa/Tripoli", 14)


@pytest.mark.parametrize(
    ("name", "value", "low", "high"),
    [
        ("amber_variance_points", 1, -100, 0),
        ("red_variance_points", -9, -100, -10),  # milder than amber
        ("red_overdue_days", -1, 0, 3650),
        ("stale_days", 9999, 0, 3650),
        ("very_stale_days", 29, 30, 3650),
        ("due_soon_days", -1, 0, 3650),
    ],
)
def test_what_judges_nothing_is_refused(name: str, value: int, low: int, high: int) -> None:
    with pytest.raises(ThresholdRefused) as refused:
        check(Thresholds(**{name: value}))  # type: ignore[arg-type]  # all of these are numbers
    assert vars(refused.value) == {"name": name, "value": str(value), "low": low, "high": high}


@pytest.mark.parametrize(("over", "under"), [(4, 3), (-1, 3), (0, 0), (1, 0), (-2, -1)])
def test_a_share_beyond_the_whole_is_refused_under_its_one_key(over: int, under: int) -> None:
    with pytest.raises(ThresholdRefused) as refused:
        check(Thresholds(red_weight_numerator=over, red_weight_denominator=under))
    assert vars(refused.value) == {"name": "red_weight", "value": f"{over}/{under}", "low": 0, "high": 1}


def test_the_share_is_one_threshold_and_exact() -> None:
    assert "red_weight" in THRESHOLDS
    assert not {"red_weight_numerator", "red_weight_denominator"} & {*THRESHOLDS}
    day = date(2026, 3, 31)
    changed = update(Tracker({}), "red_weight", Fraction(2, 7), day)
    assert changed.thresholds.red_weight == Fraction(2, 7)
    assert update(changed, "red_weight", None, day).thresholds.red_weight == Fraction(1, 3)


def test_a_half_is_never_without_the_other() -> None:
    assert together("thresholds", ["stale_days"]) == ["stale_days"]
    assert together("steps", ["red_weight_numerator"]) == ["red_weight_numerator"]
    halves = ["red_weight_denominator", "red_weight_numerator"]
    assert sorted(together("thresholds", halves[:1])) == sorted(together("thresholds", halves[1:])) == halves


def test_the_halves_are_told_as_one_value_in_their_place() -> None:
    stored = {"stale_days": 1, "red_weight_numerator": 2, "red_weight_denominator": None, "small_count": 5}
    assert list(as_told("thresholds", stored).items()) == [("stale_days", 1), ("red_weight", "2/3"), ("small_count", 5)]
    assert as_told("thresholds", {"red_weight_denominator": 5}) == {"red_weight": "…/5"}
    assert as_told("thresholds", {"stale_days": 1}) == {"stale_days": 1}
