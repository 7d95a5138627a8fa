"""The tracker as it stood at the end of any day (rule 4.9)."""

import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.store.commands import Run, carried_out, runs
from tests.store.places import Place
from tests.store.stores import DAY, act, article, change, limit, update
from tracker.errors import BeforeFirst
from tracker.model.tracker import Tracker
from tracker.store.act import Act
from tracker.store.past import local_day, tracker_at, tracker_at_first


@settings(max_examples=40)
@given(runs(9))
def test_every_day_is_shown_as_it_was(run: Run) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = run.start(Path(folder) / "tracker.json")
        day, stood = DAY, dict[date, Tracker]()
        for command in run.commands:
            day += timedelta(command.wait)
            if carried_out(store, command, day) and Path(store.place).exists():
                stood[day] = store.load()
        for day, tracker in stood.items():
            assert tracker_at(store, day).tables == tracker.tables
            assert tracker_at(store, day + timedelta(1)).tables == stood.get(day + timedelta(1), tracker).tables


def test_a_day_before_the_first_is_refused(place: Place) -> None:
    store = article(place)
    change(store, update(declared=40))
    with pytest.raises(BeforeFirst) as refused:
        tracker_at(store, DAY - timedelta(1))
    assert vars(refused.value) == {"day": "2026-03-30", "first": "2026-03-31"}


def test_as_the_first_revision_found_it(place: Place) -> None:
    store = article(place)
    change(store, update(declared=40))
    change(store, update("S2", declared=5), day=DAY + timedelta(1))
    assert {step.declared for step in tracker_at_first(store, store.state()).steps.values()} == {0}


def test_what_is_not_written_yet_was_always_so(place: Place) -> None:
    assert tracker_at(article(place), date(2020, 1, 1)).steps.keys() == {"S1", "S2", "S3", "S4", "S5"}


def test_a_revision_that_was_taken_back_counts_on_its_own_day(place: Place) -> None:
    store = article(place)
    change(store, update(declared=40))
    store.undo(act("undo", day=DAY + timedelta(2)), store.revision(1))
    assert [tracker_at(store, DAY + timedelta(days)).steps["S1"].declared for days in (0, 1, 2)] == [40, 40, 0]


def test_the_number_of_a_record_is_that_of_its_last_revision_then(place: Place) -> None:
    store = article(place)
    for days, declared in ((0, 10), (1, 20), (2, 30)):
        change(store, update(declared=declared), day=DAY + timedelta(days))
    change(store, update("S2", declared=5), day=DAY + timedelta(2))
    stood = tracker_at(store, DAY + timedelta(1)).steps
    assert (stood["S1"].rev, stood["S2"].rev) == (2, 0)


@pytest.mark.parametrize(
    ("at", "zone", "day"),
    [
        ("2026-03-31T21:59:59+00:00", "Africa/Tripoli", 31),
        ("2026-03-31T22:00:00+00:00", "Africa/Tripoli", 1),
        ("2026-03-31T21:00:00+00:00", "Europe/Istanbul", 1),
        ("2026-03-31T21:59:59+00:00", "Africa", 31),  # a folder of zones, and a name that no folder can hold
        ("2026-03-31T22:00:00+00:00", "S" * 300, 1),
    ],
)
def test_a_day_ends_in_the_trackers_time_zone(at: str, zone: str, day: int) -> None:
    assert local_day(at, zone).day == day


def test_the_zone_is_the_trackers_own(place: Place) -> None:
    store = article(place)
    late = datetime(2026, 3, 31, 21, 30, tzinfo=UTC)  # half past midnight in Türkiye
    store.change(Act("update-step", "", late), update(declared=40))
    assert tracker_at(store, DAY).steps["S1"].declared == 40
    store.change(Act("config", "", late), limit("timezone", "Europe/Istanbul"))  # type: ignore[arg-type]  # the one limit that is a text
    with pytest.raises(BeforeFirst):
        tracker_at(store, DAY)
