"""The notes that stood on a day, in the tracker's time zone (rule 15.11)."""

from datetime import UTC, date, datetime

from tests.store.places import Place
from tests.store.stores import article
from tracker.store.act import Act
from tracker.store.notes import notes_at
from tracker.store.store import Store

ZONE = "Africa/Tripoli"


def note(store: Store, words: str, day: int, hour: int = 8) -> None:
    act = Act("note", "LY", datetime(2026, 3, day, hour, tzinfo=UTC), words, about=("S1",))
    store.change(act, lambda tracker: tracker)


def taken_back(store: Store, number: int, day: int) -> None:
    store.undo(Act("undo", "LY", datetime(2026, 3, day, 8, tzinfo=UTC)), store.revision(number))


def stood(store: Store, day: int) -> list[str | None]:
    return [each.note for each in notes_at(store, date(2026, 3, day), ZONE)]


def test_each_day_has_the_notes_that_stood_at_its_end(place: Place) -> None:
    store = article(place)
    note(store, "first", 3)
    note(store, "second", 5)
    taken_back(store, 1, 7)
    taken_back(store, 3, 9)
    note(store, "last", 11)
    days = {day: stood(store, day) for day in (2, 3, 5, 7, 9, 11)}
    assert days == {
        2: [],
        3: ["first"],
        5: ["first", "second"],
        7: ["second"],
        9: ["first", "second"],
        11: ["first", "second", "last"],
    }


def test_a_note_after_midnight_in_tripoli_is_of_the_next_day(place: Place) -> None:
    store = article(place)
    note(store, "late", 3, hour=22)
    assert (stood(store, 3), stood(store, 4)) == ([], ["late"])
