"""Undo and redo are revisions too: exact, or refused by name (rule 15.5)."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.model.build import reference
from tests.store.commands import Run, carried_out, runs
from tests.store.places import Place
from tests.store.stores import DAY, act, article, attach, change, content, limit, link, update
from tracker import errors
from tracker.model.history.revision import Undone
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.records.steps import Strength
from tracker.store.verify import verify_chain

NEXT = DAY + timedelta(1)


@pytest.mark.slow
@settings(max_examples=40)
@given(runs(9))
def test_any_commands_undone_one_by_one_give_the_first_state_back(run: Run) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = run.start(Path(folder) / "tracker.json")
        first, day, done = content(store), DAY, []
        for command in run.commands:
            day += timedelta(command.wait)
            outcome = carried_out(store, command, day)
            done += [outcome.revision.number] if outcome and outcome.revision else []
        last, counters = content(store), store.load().counters
        undone = [store.undo(act("undo", day=day), store.revision(number)).revision for number in reversed(done)]
        assert content(store) == first
        for revision in reversed(undone):
            assert revision
            store.undo(act("redo", day=day), store.revision(revision.number))
        assert content(store) == last
        assert store.load().counters == counters
        assert verify_chain(store).broken is None


def test_undo_of_an_undo_is_a_redo(place: Place) -> None:
    store = article(place)
    change(store, update(declared=40))
    done = content(store)
    undone = store.undo(act("undo"), store.revision(1)).revision
    assert undone is not None
    assert (undone.number, undone.undoes) == (2, Undone(1, store.revision(1).hash))
    assert store.load().steps["S1"].status is Status.NOT_STARTED
    again = store.undo(act("redo"), store.revision(2)).revision
    assert again is not None
    assert again.undoes == Undone(2, undone.hash)
    assert content(store) == done


def test_it_is_refused_when_the_field_was_changed_since(place: Place) -> None:
    store = article(place)
    change(store, update(declared=40))
    change(store, update(declared=60, day=NEXT), day=NEXT)
    with pytest.raises(errors.ChangedSince) as refused:
        store.undo(act("undo", day=NEXT), store.revision(1))
    assert vars(refused.value) == {"number": 1, "record": "S1", "field": "declared", "left": 40, "present": 60}


def test_a_revision_is_taken_back_once(place: Place) -> None:
    store = article(place)
    change(store, update(declared=40))
    store.undo(act("undo"), store.revision(1))
    with pytest.raises(errors.ChangedSince):
        store.undo(act("undo"), store.revision(1))


@pytest.mark.parametrize("later", [DAY, NEXT])
def test_another_field_may_have_changed_since(place: Place, later: date) -> None:
    store = article(place)
    change(store, update(declared=40))
    change(store, update(weight=30, day=later), day=later)
    store.undo(act("undo", day=NEXT), store.revision(1))
    step = store.load().steps["S1"]
    assert (step.declared, step.weight) == (0, 30)
    assert step.updated_on == (None if later == DAY else NEXT)


def test_a_made_record_that_was_changed_since_stays(place: Place) -> None:
    store = article(place)
    change(store, attach("S1", "محضر 1"))
    change(store, attach("S2", "محضر 1"))
    with pytest.raises(errors.ChangedSince) as refused:
        store.undo(act("undo"), store.revision(1))
    assert (refused.value.record, refused.value.field) == ("E2", "supports")


def test_it_is_refused_when_the_result_would_break_a_rule_which_is_named(place: Place) -> None:
    store = article(place)
    change(store, link("S1", "A2", Strength.PRIMARY))
    change(store, link("S2", "A1", Strength.PRIMARY))
    with pytest.raises(errors.LastPrimaryLink) as refused:
        store.undo(act("undo"), store.revision(1))
    assert refused.value.record == "A2"


def test_a_completion_is_taken_back_with_its_paper(place: Place) -> None:
    store = article(place)
    change(store, update(declared=50))
    change(store, update(status=Status.COMPLETED, evidence=reference()))
    store.undo(act("undo"), store.revision(2))
    tracker = store.load()
    assert (tracker.steps["S1"].status, tracker.steps["S1"].declared) == (Status.IN_PROGRESS, 50)
    assert list(tracker.evidence) == ["E1"]


def test_a_role_in_use_cannot_be_taken_back(place: Place) -> None:
    store = article(place)
    change(store, update(owner=Office("LY", "مدير")))
    change(store, update("S2", owner=Office("TR", "مدير")))
    with pytest.raises(errors.BrokenReference) as refused:
        store.undo(act("undo"), store.revision(1))
    assert (refused.value.record, refused.value.missing) == ("S2", "role-1")


def test_thresholds_that_judge_nothing_are_refused_by_name(place: Place) -> None:
    store = article(place)
    change(store, limit("red_variance_points", -60))
    change(store, limit("amber_variance_points", -50))
    with pytest.raises(errors.ThresholdRefused) as refused:
        store.undo(act("undo"), store.revision(1))
    assert refused.value.name == "red_variance_points"


def test_a_preview_writes_nothing_and_a_moved_record_is_refused(place: Place) -> None:
    store = article(place)
    change(store, update(declared=40))
    before = place.stored
    assert store.undo(act("undo", dry_run=True), store.revision(1)).revision is not None
    assert place.stored == before
    change(store, update(weight=30))
    with pytest.raises(errors.RevisionConflict):
        store.undo(act("undo", expected={"S1": 1}), store.revision(1))


def test_a_revision_without_changes_takes_nothing_back(place: Place) -> None:
    store = article(place)
    store.remark(act("remark"))
    assert store.undo(act("undo"), store.revision(1)).revision is None
    with pytest.raises(errors.NoSuchRevision):
        store.undo(act("undo"), store.revision(9))
