"""The numbers by which health is judged (rule 4.8)."""

import pytest

from tracker.errors import ThresholdRefused
from tracker.model.records.thresholds import Thresholds, check


def test_the_defaults_are_those_of_the_domain() -> None:
    limits = Thresholds()
    check(limits)
    assert (limits.amber_variance_points, limits.red_variance_points) == (-10, -25)
    assert (limits.red_overdue_days, limits.stale_days, limits.very_stale_days) == (30, 30, 90)
    assert (limits.red_weight_numerator, limits.red_weight_denominator) == (1, 3)
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
        ("red_weight_denominator", 0, 1, 3650),
        ("red_weight_numerator", 4, 0, 3),
    ],
)
def test_what_judges_nothing_is_refused(name: str, value: int, low: int, high: int) -> None:
    with pytest.raises(ThresholdRefused) as refused:
        check(Thresholds(**{name: value}))  # type: ignore[arg-type]  # all of these are numbers
    assert vars(refused.value) == {"name": name, "value": value, "low": low, "high": high}
