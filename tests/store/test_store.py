"""`store.change`: one command, one revision, whole or not at all (rule 15.1)."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.store.places import Place
from tests.store.stores import (
    DAY,
    NOON,
    Change,
    act,
    add_party,
    article,
    attach,
    change,
    content,
    documents_of,
    link,
    update,
    verify,
)
from tracker import errors
from tracker.frozen import replace
from tracker.model.history.hashes import chained
from tracker.model.records.aspects import Aspect
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.records.steps import Step, Strength
from tracker.model.records.thresholds import Thresholds
from tracker.model.tracker import Tracker
from tracker.store.act import Act
from tracker.store.edits import restore, seal
from tracker.store.file.schema import SCHEMA
from tracker.store.template import template_state


def test_reading_creates_nothing(path: Path) -> None:
    store = article(path)
    assert store.load().steps.keys() == {"S1", "S2", "S3", "S4", "S5"}
    assert list(store.revisions()) == []
    assert not store.was_stored
    assert list(path.parent.iterdir()) == []


def test_the_first_write_creates_the_articles_tracker(path: Path) -> None:
    store = article(path)
    change(store, update(declared=40))
    assert not store.was_stored
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    again = article(path)
    assert again.load().steps["S1"].declared == 40
    assert again.was_stored
    assert again.load().meetings.keys() == {"M1", "M2"}


def test_a_place_that_was_named_must_exist(place: Place) -> None:
    store = place.store(named=True)
    with pytest.raises(errors.DatabaseMissing):
        store.load()
    with pytest.raises(errors.DatabaseMissing):
        change(store, update(declared=40))
    assert place.stored is None


def test_a_change_is_one_revision_with_all_that_it_changed(place: Place) -> None:
    done = change(article(place), update(declared=40), note="سبب").revision
    assert done is not None
    assert (done.number, done.by, done.command, done.note, done.schema) == (1, "LY", "update-step", "سبب", SCHEMA)
    assert done.at == "2026-03-31T10:00:00+00:00"
    (only,) = done.changes
    assert (only.table, only.code) == ("steps", "S1")
    assert only.before == {"declared": 0, "status": "not_started", "actual_start": None, "updated_on": None}
    assert only.after == {
        "declared": 40,
        "status": "in_progress",
        "actual_start": "2026-03-31",
        "updated_on": "2026-03-31",
    }


def test_what_comes_with_a_change_stands_in_the_same_revision(place: Place) -> None:
    wanted = update(status=Status.BLOCKED, reason="توقفت الجمارك", owner=Office("TR", "منسق الجانب التركي"))
    done = change(article(place), wanted).revision
    assert done is not None
    assert [(c.table, c.code) for c in done.changes] == [("obstacles", "O1"), ("roles", "role-1"), ("steps", "S1")]


def test_revisions_form_a_chain_and_mark_what_they_touched(place: Place) -> None:
    store = article(place)
    made = [change(store, update(code, declared=40)).revision for code in ("S1", "S2")]
    one, two = (r for r in made if r)
    assert (two.parents, one.hash) == ((one.hash,), chained(one))
    assert store.state().standing.head == two.hash
    assert {code: step.rev for code, step in store.load().steps.items()} == {
        "S1": 1,
        "S2": 2,
        "S3": 0,
        "S4": 0,
        "S5": 0,
    }


def test_nothing_different_is_no_revision(place: Place) -> None:
    store = article(place)
    assert change(store, lambda tracker: tracker).revision is None
    assert place.stored is None
    change(store, update(declared=40))
    before = place.stored
    assert change(store, update(declared=40)).revision is None
    assert place.stored == before


def test_what_the_rules_refuse_leaves_the_file_as_it_was(place: Place) -> None:
    store = article(place)
    change(store, update(declared=40))
    before = place.stored
    with pytest.raises(errors.NeedsEvidence):
        change(store, update(status=Status.COMPLETED))
    with pytest.raises(errors.LastPrimaryLink):
        change(store, link("S2", "A1", Strength.PRIMARY))
    assert place.stored == before


def broken(tracker: Tracker) -> Tracker:
    return tracker.put(replace(tracker.get(Step, "S1"), owner=Office("XX")), DAY)


def requoted(tracker: Tracker) -> Tracker:
    return tracker.put(replace(tracker.get(Aspect, "A1"), name=Localized("غيره")), DAY)


def boundless(tracker: Tracker) -> Tracker:
    return tracker.put(Thresholds(red_weight_denominator=0), DAY)


@pytest.mark.parametrize(
    ("fn", "rule"),
    [(broken, errors.BrokenReference), (requoted, errors.TextLocked), (boundless, errors.ThresholdRefused)],
)
def test_the_result_of_any_function_is_checked(place: Place, fn: Change, rule: type[errors.RuleBroken]) -> None:
    with pytest.raises(rule):
        change(article(place), fn)
    assert place.stored is None


@pytest.mark.parametrize("written", [False, True])
def test_a_dry_run_tells_and_writes_nothing(path: Path, written: bool) -> None:
    store = article(path)
    if written:
        change(store, update("S2", declared=10))
    before = path.read_bytes() if written else None
    done = change(store, update(declared=40), dry_run=True)
    assert done.revision is not None
    assert (done.before.steps["S1"].declared, done.after.steps["S1"].declared) == (0, 40)
    assert (path.read_bytes() if written else None) == before
    assert written or list(path.parent.iterdir()) == []


def test_a_record_that_has_moved_is_not_overwritten(place: Place) -> None:
    store = article(place)
    change(store, update(declared=40), expected={"S1": 0})
    with pytest.raises(errors.RevisionConflict) as conflict:
        change(store, update(declared=50), expected={"S1": 0})
    assert (conflict.value.record, conflict.value.expected, conflict.value.present) == ("S1", 0, 1)
    change(store, update("S2", declared=50), expected={"S2": 0})
    change(store, update(declared=50), expected={"S1": 1})


def test_time_never_goes_back(place: Place) -> None:
    store = article(place)
    moments = [NOON, NOON - timedelta(days=3), NOON + timedelta(seconds=1.9)]
    for percent, at in enumerate(moments, 1):
        store.change(Act("update-step", "", at), update(declared=percent))
    assert [r.at for r in store.revisions()] == [
        "2026-03-31T10:00:00+00:00",
        "2026-03-31T10:00:00+00:00",
        "2026-03-31T10:00:01+00:00",
    ]


def test_moments_are_kept_in_utc(place: Place) -> None:
    tripoli = datetime.fromisoformat("2026-04-01T00:30:00+02:00")
    store = article(place)
    store.change(Act("update-step", "", tripoli), update(declared=40))
    assert next(store.revisions()).at == tripoli.astimezone(UTC).isoformat()


def test_revisions_by_record_number_and_direction(place: Place) -> None:
    store = article(place)
    for code in ("S1", "S2", "S1", "S3"):
        change(store, update(code, confirm=True, weight=len(list(store.revisions())) + 1))
    assert [r.number for r in store.revisions()] == [1, 2, 3, 4]
    assert [r.number for r in store.revisions(newest_first=True)] == [4, 3, 2, 1]
    assert [r.number for r in store.revisions(code="S1")] == [1, 3]
    assert (
        [r.number for r in store.revisions(after=2)]
        == [r.number for r in store.revisions(after=2, newest_first=True)][::-1]
        == [3, 4]
    )
    assert store.revision(3).changes[0].code == "S1"
    for number in (0, 5, -1):
        with pytest.raises(errors.NoSuchRevision):
            store.revision(number)


def test_codes_are_not_given_again_after_an_undo(place: Place) -> None:
    store = article(place)
    change(store, attach("S1", "محضر 1"))
    store.undo(act("undo"), store.revision(1))
    assert "E2" not in store.load().evidence
    change(store, attach("S1", "محضر 2"))
    assert store.load().evidence["E3"].reference == "محضر 2"


def test_making_a_tracker(place: Place) -> None:
    store = article(place)
    made = store.create(act("init"), template_state("blank"))
    assert (made.number, made.command, made.changes) == (1, "init", ())
    assert store.load().steps == {}
    with pytest.raises(errors.AlreadyExists):
        store.create(act("init"), template_state())


def test_a_remark_changes_no_record(place: Place) -> None:
    store = article(place)
    change(store, update(declared=40))
    before = content(store)
    assert store.remark(act("remark", note="بيان")).changes == ()
    assert content(store) == before


def test_sealing_accepts_what_was_changed_by_hand(path: Path) -> None:
    store = article(path)
    change(store, update(declared=40))
    path.write_text(path.read_text(encoding="utf-8").replace('"weight":20', '"weight":21', 1), encoding="utf-8")
    by_hand = article(path)
    assert by_hand.load().steps["S1"].weight == 21
    assert by_hand.engine.edited
    seal(by_hand)
    sealed = article(path)
    assert sealed.load().steps["S1"].weight == 21
    assert not sealed.engine.edited


def test_a_restore_is_a_revision_and_can_be_taken_back(place: Place) -> None:
    store = article(place)
    change(store, update(declared=40))
    earlier = documents_of(store)
    change(store, attach("S1", "محضر 1"))
    change(store, verify("E2", "TR"))
    later = content(store)
    done = restore(store, act("restore"), earlier)
    assert done.revision is not None
    assert (done.revision.number, done.revision.command) == (4, "restore")
    assert "E2" not in store.load().evidence
    store.undo(act("undo"), store.revision(4))
    assert content(store) == later


def test_a_restore_leaves_the_numbers_of_what_it_did_not_touch(place: Place) -> None:
    store = article(place)
    earlier = documents_of(store)
    change(store, update(declared=40))
    change(store, update("S2", declared=40))
    store.undo(act("undo"), store.revision(1))
    done = restore(store, act("restore"), earlier)
    assert done.after.steps["S2"].declared == 0
    assert {code: store.load().steps[code].rev for code in ("S1", "S2")} == {"S1": 3, "S2": 4}


def test_a_broken_record_does_not_keep_others_from_being_mended(path: Path) -> None:
    store = article(path)
    change(store, update(declared=40))
    path.write_text(path.read_text(encoding="utf-8").replace('"aspect":"A3"', '"aspect":"A9"', 1), encoding="utf-8")
    seal(store)
    change(store, update("S2", declared=10))
    assert store.load().steps["S2"].declared == 10
    with pytest.raises(errors.BrokenReference):
        change(store, broken)


def test_a_party_in_use_cannot_be_taken_back(place: Place) -> None:
    store = article(place)
    change(store, add_party("SEC"))
    change(store, verify("E1", "SEC"))
    with pytest.raises(errors.BrokenReference) as refused:
        store.undo(act("undo"), store.revision(1))
    assert (refused.value.record, refused.value.missing) == ("E1", "SEC")


def test_what_was_read_before_the_lock_is_not_taken_for_what_is_found_under_it(place: Place) -> None:
    article(place).create(act("init"), template_state())
    store = article(place)
    assert store.load().steps["S2"].declared == 0
    change(article(place), update("S2", declared=30))
    done = change(store, update("S1", declared=10))
    assert done.before.steps["S2"].declared == 30
    assert store.load() == done.after


@pytest.mark.parametrize("year", [1, 1900, 2200, 9999])
def test_what_could_not_be_read_again_is_not_written(place: Place, tmp_path: Path, year: int) -> None:
    """A clock of the year 2200 made a file that no command could read."""
    store = article(place)
    change(store, update(declared=40))
    before = place.stored
    with pytest.raises(errors.ClockWrong):
        change(article(place), update(declared=50), day=DAY.replace(year=year))
    assert place.stored == before
    with pytest.raises(errors.ClockWrong):
        article(tmp_path / "new.json").create(act("init", day=DAY.replace(year=year)), template_state("article"))
    assert not (tmp_path / "new.json").exists()
