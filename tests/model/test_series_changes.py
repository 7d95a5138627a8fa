"""Adding and changing series of meetings (rule 8.8)."""

import pytest

from tests.model.build import DAY, tracker
from tracker import errors
from tracker.model.changes import series as series_changes
from tracker.model.changes.series import SeriesChange
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Level
from tracker.model.records.series import Series

OLD = Series(id="T1", name=Localized("سلسلة", "dizi"), interval_months=6, level=Level.TECHNICAL)


def test_a_series_needs_its_interval() -> None:
    with pytest.raises(errors.NeedsInterval):
        series_changes.add(tracker(), Localized("سلسلة"), SeriesChange(), DAY)
    new = series_changes.add(tracker(OLD), Localized("سلسلة"), SeriesChange(interval_months=3, name_en="series"), DAY)
    assert new.series["T2"].interval_months == 3
    assert new.series["T2"].name == Localized("سلسلة", None, "series")


@pytest.mark.parametrize("months", [0, -1, 121])
def test_intervals_that_are_none(months: int) -> None:
    with pytest.raises(errors.IntervalRefused):
        series_changes.update(tracker(OLD), "T1", SeriesChange(interval_months=months), DAY)


def test_what_is_not_named_stays() -> None:
    wanted = SeriesChange(interval_months=12, clear=frozenset({"name_tr", "level"}))
    new = series_changes.update(tracker(OLD), "t1", wanted, DAY).series["T1"]
    assert (new.name, new.interval_months, new.level) == (Localized("سلسلة"), 12, None)
    assert series_changes.update(tracker(OLD), "T1", SeriesChange(), DAY).series["T1"] is not None
