"""Series of meetings that are held at an interval (DOMAIN.md 2.1)."""

from tracker.frozen import frozen
from tracker.model.localized import Localized
from tracker.model.meeting import Level
from tracker.model.record import Record


@frozen(kw_only=True)
class Series(Record):
    """`interval_months` in calendar months."""

    name: Localized
    interval_months: int
    level: Level | None = None
