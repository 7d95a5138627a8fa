"""Adding and changing series of meetings (rule 8.8)."""

from datetime import date

from tracker import errors
from tracker.frozen import asdict, replace
from tracker.model.changes.asked import Asked
from tracker.model.records.localized import Localized, reworded
from tracker.model.records.meetings import Level
from tracker.model.records.series import Series
from tracker.model.tracker import Tracker

LONGEST = 120  # months


class SeriesAsked(Asked, kw_only=True):
    """A change asked of a series; `interval_months` in calendar months, 1 to 120."""

    name_ar: str | None = None
    name_tr: str | None = None
    name_en: str | None = None
    interval_months: int | None = None
    level: Level | None = None


def add(tracker: Tracker, name: str, wanted: SeriesAsked, on: date) -> Tracker:
    """The tracker with one more series. Its interval stands in no source and has no default: `NeedsInterval`."""
    code, tracker = tracker.new_code("T")
    return _put(tracker, Series(id=code, name=Localized(name), interval_months=0), wanted, on)


def update(tracker: Tracker, code: str, wanted: SeriesAsked, on: date) -> Tracker:
    """The tracker after the change. Raises `NotFound`, `IntervalRefused`."""
    return _put(tracker, tracker.get(Series, code, "T"), wanted, on)


def _put(tracker: Tracker, series: Series, wanted: SeriesAsked, on: date) -> Tracker:
    months = wanted.after(series, "interval_months")
    if months == 0 and wanted.interval_months is None:
        raise errors.NeedsInterval
    if not 1 <= months <= LONGEST:
        raise errors.IntervalRefused(months, LONGEST)
    name = reworded(series.name, asdict(wanted), "name", wanted.clear)
    level = wanted.after(series, "level")
    return tracker.put(replace(series, name=name, interval_months=months, level=level), on)
