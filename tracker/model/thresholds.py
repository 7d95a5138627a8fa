"""The numbers by which health is judged; part of the tracker, so shared and revisioned (DOMAIN.md 2.4)."""

from tracker.frozen import frozen
from tracker.model.record import Record


@frozen(kw_only=True)
class Thresholds(Record):
    """Points are percentage points below expectation; days are calendar days; the share is of weight, percent."""

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
