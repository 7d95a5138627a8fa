"""Series of meetings that are held at an interval (rule 8.8)."""

from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Level
from tracker.model.records.record import Record

LONGEST = 120
"""The most months from one meeting of a series to the next."""


class Series(Record, kw_only=True):
    """A series of meetings; `interval_months` counts calendar months."""

    shared = frozenset({"name"})
    name: Localized
    interval_months: int
    level: Level | None = None
