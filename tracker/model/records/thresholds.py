"""The numbers by which health and results are judged; part of the tracker, so shared and revisioned (rule 4.8)."""

from tracker import errors
from tracker.model.records.record import Record

LONGEST = 3650  # days


class Thresholds(Record, kw_only=True, cache_hash=True):
    """The thresholds; points are percentage points below expectation, days are calendar days, the share is of weight.

    The percent of indicators are of the way from baseline to target; counts of people below `small_count` are
    not printed.
    """

    shared = frozenset()
    id: str = "thresholds"
    amber_variance_points: int = -10
    red_variance_points: int = -25
    red_overdue_days: int = 30
    stale_days: int = 30
    very_stale_days: int = 90
    due_soon_days: int = 14
    red_weight_numerator: int = 1
    red_weight_denominator: int = 3
    measurement_grace_days: int = 30
    indicator_green_percent: int = 90
    indicator_amber_percent: int = 70
    minutes_days: int = 10
    series_red_days: int = 90
    small_count: int = 5
    timezone: str = "Africa/Tripoli"


def check(limits: Thresholds) -> None:
    """Raise `ThresholdRefused` where a red limit would be milder than the amber one, or judge nothing."""
    for name, low, high in (
        ("amber_variance_points", -100, 0),
        ("red_variance_points", -100, limits.amber_variance_points),
        ("red_overdue_days", 0, LONGEST),
        ("stale_days", 0, LONGEST),
        ("very_stale_days", limits.stale_days, LONGEST),
        ("due_soon_days", 0, LONGEST),
        ("measurement_grace_days", 0, LONGEST),
        ("minutes_days", 0, LONGEST),
        ("series_red_days", 0, LONGEST),
        ("indicator_green_percent", 0, 100),
        ("indicator_amber_percent", 0, limits.indicator_green_percent),
        ("small_count", 0, 100),
        ("red_weight_denominator", 1, LONGEST),
        ("red_weight_numerator", 0, limits.red_weight_denominator),
    ):
        value = getattr(limits, name)
        if not low <= value <= high:
            raise errors.ThresholdRefused(name, value, low, high)
