"""Adding and changing series of meetings (rule 8.8)."""

from datetime import date

from tracker import errors
from tracker.model.changes.change import NameChange, apply_fields
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Level
from tracker.model.records.series import LONGEST, Series
from tracker.model.tracker import Tracker


class SeriesChange(NameChange, kw_only=True):
    """A change asked of a series; `interval_months` in calendar months, 1 to 120."""

    interval_months: int | None = None
    level: Level | None = None


def add(tracker: Tracker, name: Localized, change: SeriesChange, on: date) -> Tracker:
    """The tracker with one more series. Its interval stands in no source and has no default: `NeedsInterval`."""
    code, tracker = tracker.new_code("T")
    return _apply(tracker, Series(id=code, name=name, interval_months=0), change, on)


def update(tracker: Tracker, code: str, change: SeriesChange, on: date) -> Tracker:
    """The tracker after the change. Raises `NotFound`, `IntervalRefused`."""
    return _apply(tracker, tracker.get(Series, code), change, on)


def _apply(tracker: Tracker, old: Series, change: SeriesChange, on: date) -> Tracker:
    tracker, series = apply_fields(tracker, old, change, on)
    if series.interval_months == 0 and change.interval_months is None:
        raise errors.NeedsInterval
    if not 1 <= series.interval_months <= LONGEST:
        raise errors.IntervalRefused(series.interval_months, LONGEST)
    return tracker.put(series, on)
