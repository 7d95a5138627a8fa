"""The numbers by which health is judged; part of the tracker, so shared and revisioned (DOMAIN.md 2.4)."""

from tracker.errors import ThresholdRefused
from tracker.frozen import frozen
from tracker.model.record import Record

LONGEST = 3650  # days


@frozen(kw_only=True)
class Thresholds(Record):
    """Points are percentage points below expectation; days are calendar days; the share is of weight."""

    id: str = "thresholds"
    amber_variance_points: int = -10
    red_variance_points: int = -25
    red_overdue_days: int = 30
    stale_days: int = 30
    very_stale_days: int = 90
    due_soon_days: int = 14
    red_weight_numerator: int = 1
    red_weight_denominator: int = 3
    timezone: str = "Africa/Tripoli"


def check(limits: Thresholds) -> None:
    """Raises `ThresholdRefused` where a red limit would be milder than the amber one, or judge nothing."""
    for name, low, high in (
        ("amber_variance_points", -100, 0),
        ("red_variance_points", -100, limits.amber_variance_points),
        ("red_overdue_days", 0, LONGEST),
        ("stale_days", 0, LONGEST),
        ("very_stale_days", limits.stale_days, LONGEST),
        ("due_soon_days", 0, LONGEST),
        ("red_weight_denominator", 1, LONGEST),
        ("red_weight_numerator", 0, limits.red_weight_denominator),
    ):
        value = getattr(limits, name)
        if not low <= value <= high:
            raise ThresholdRefused(name, value, low, high)
