"""Redaction: the text is nowhere in the file afterwards, and everything else still works (rule 15.9)."""

from datetime import timedelta

import pytest

from tests.store.places import Place
from tests.store.stores import DAY, act, article, attach, change, translate, update
from tracker import errors
from tracker.model.changes.initiatives import InitiativeChange
from tracker.model.changes.initiatives import update as update_initiative
from tracker.model.history.texts import ERASED
from tracker.model.records.status import Status
from tracker.store.past import tracker_at
from tracker.store.redacting import redact
from tracker.store.store import Store
from tracker.store.verify import verify_chain

SECRET = "اسم شخص"


def erased(store: Store, place: Place, number: int) -> None:
    redact(store, act("redact", note="طلب"), number)
    assert SECRET not in (place.stored or b"").decode()
    assert verify_chain(store).broken is None


def test_a_note(place: Place) -> None:
    store = article(place)
    change(store, update(declared=40), note=SECRET)
    erased(store, place, 1)
    assert store.revision(1).note == ERASED
    assert store.load().steps["S1"].declared == 40
    last = next(store.revisions(newest_first=True))
    assert (last.number, last.command, last.note, last.changes) == (2, "redact", "طلب", ())


def test_a_text_that_a_record_still_shows_must_be_changed_there_first(place: Place) -> None:
    store = article(place)
    change(store, translate("A1", SECRET))
    with pytest.raises(errors.StillShown) as refused:
        redact(store, act("redact"), 1)
    assert (refused.value.record, refused.value.field) == ("A1", "name")
    assert store.state().standing.number == 1
    change(store, translate("A1", "Yön"))
    erased(store, place, 1)
    assert store.load().aspects["A1"].name.tr == "Yön"


def test_wherever_a_later_revision_repeats_it(place: Place) -> None:
    store = article(place)
    change(store, update(title_tr=SECRET))
    change(store, update(title_en="Step"))
    with pytest.raises(errors.StillShown):
        redact(store, act("redact"), 1)
    change(store, update(title_tr="Adım"))
    store.undo(act("undo"), store.revision(3))
    store.undo(act("redo"), store.revision(4))
    erased(store, place, 1)


def test_a_record_that_was_made_and_taken_back(place: Place) -> None:
    store = article(place)
    change(store, update(status=Status.BLOCKED, reason=SECRET), note=SECRET)
    store.undo(act("undo"), store.revision(1))
    store.undo(act("redo"), store.revision(2))
    store.undo(act("undo"), store.revision(3))
    erased(store, place, 1)


def test_a_paper(place: Place) -> None:
    store = article(place)
    change(store, attach("S1", SECRET))
    store.undo(act("undo"), store.revision(1))
    erased(store, place, 1)


def test_earlier_days_can_still_be_shown(place: Place) -> None:
    store = article(place)
    number = InitiativeChange(mou_number=SECRET, mou_date=DAY)
    change(store, lambda tracker: update_initiative(tracker, number, DAY))
    later = InitiativeChange(mou_number="7/2024")
    change(store, lambda tracker: update_initiative(tracker, later, DAY), day=DAY + timedelta(1))
    erased(store, place, 1)
    known = tracker_at(store, DAY).initiative.legal_instrument
    assert known is not None
    assert (known.number, known.date, known.type) == (ERASED, DAY, "mou")


def test_it_can_be_done_again_and_for_other_revisions(place: Place) -> None:
    store = article(place)
    change(store, update(declared=40), note=SECRET)
    change(store, update(declared=50), note="سبب")
    erased(store, place, 1)
    erased(store, place, 1)
    erased(store, place, 2)
    assert [r.note for r in store.revisions()][:2] == [ERASED, ERASED]


def test_its_digests_cannot_be_guessed(place: Place) -> None:
    store = article(place)
    change(store, update(declared=40), note=SECRET)
    salt = store.revision(1).salt
    erased(store, place, 1)
    assert salt not in (place.stored or b"").decode()


def test_a_revision_that_is_not_there(place: Place) -> None:
    with pytest.raises(errors.NoSuchRevision):
        redact(article(place), act("redact"), 1)
    assert place.stored is None
