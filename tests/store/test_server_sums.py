"""The database counts activities as the model does, and a command fetches no more than it asks for."""

import random
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.servers import Server
from tests.store.counted import assert_counted, engine_of
from tests.store.desks import Desk
from tests.store.places import Place
from tests.store.stores import DAY, act, change, update
from tracker.frozen import replace
from tracker.model.changes import activities, commitments, evidence
from tracker.model.changes.activities import ActivityChange
from tracker.model.changes.commitments import CommitmentChange
from tracker.model.changes.evidence import Attachment
from tracker.model.records.localized import Localized
from tracker.model.tracker import Tracker
from tracker.reports.answers.changed import changed_report
from tracker.reports.lists.listing import list_report
from tracker.reports.lists.selection import Selection
from tracker.store.act import Outcome
from tracker.store.open import open_store
from tracker.store.postgres import rows
from tracker.store.postgres.privileges import odd_rights
from tracker.store.template import template_state
from tracker.store.verify import verify_chain


@pytest.mark.parametrize("seed", range(4))
def test_the_database_counts_as_the_model_does(server: Server, tmp_path: Path, seed: int) -> None:
    rnd, day = random.Random(seed), DAY
    desk = Desk(tmp_path / "x.json", "LY", address=server.address(f"sums{seed}"))
    desk.store.create(act("init", by="LY"), template_state("demo"))
    assert_counted(desk.store)
    for number in range(80):
        day += timedelta(1)
        desk.work(rnd, day)
        if number % 8 == 0:
            assert_counted(desk.store)
    assert_counted(desk.store)
    engine_of(desk.store).close()


@pytest.fixture
def place(server: Server, tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path, server)
    made.store().create(act("init"), template_state("demo"))
    yield made
    made.close()


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tables that are fetched as a whole."""
    found: list[str] = []
    table = rows.table

    def recorded(db: Any, tracker: str, name: str) -> bytes:
        found.append(name)
        return table(db, tracker, name)

    monkeypatch.setattr(rows, "table", recorded)
    return found


def answered(done: Outcome) -> str:
    report = changed_report(done.before, done.after, done.revision, DAY, dry_run=False)
    assert report.data is not None
    return repr((report.blocks, report.data()))


def test_a_change_of_a_step_fetches_none_of_the_large_tables(place: Place, fetched: list[str]) -> None:
    store = place.store(named=True)
    answered(change(store, update("S2", weight=21)))
    assert fetched == []
    assert place.store(named=True).load().steps["S2"].weight == 21


def test_a_table_of_which_many_rows_are_asked_for_is_fetched_once(place: Place, fetched: list[str]) -> None:
    tracker = place.store(named=True).load()
    asked = [tracker.activities.get(f"S1.{number}") for number in range(1, 200)]
    assert [each.id for each in asked if each] == [code for code in tracker.activities if code.startswith("S1.")]
    assert fetched == ["activities"]
    assert [tracker.evidence_of(code) for code in tracker.activities] == [
        [paper for paper in tracker.evidence.values() if any(s.record == code for s in paper.supports)]
        for code in tracker.activities
    ]
    assert fetched == ["activities", "evidence"]


def test_a_list_of_steps_fetches_none_of_the_large_tables(place: Place, fetched: list[str]) -> None:
    tracker = place.store(named=True).load()
    list_report(tracker, "steps", DAY, Selection())
    assert fetched == []


def test_the_answer_is_the_same_as_of_a_file(place: Place, tmp_path: Path) -> None:
    file = open_store(tmp_path / "file.json", named=False)
    file.create(act("init"), template_state("demo"))
    paper = Attachment(reference="محضر 7")

    def attached(tracker: Tracker) -> Tracker:
        return evidence.attach(tracker, "S1.1", paper, DAY)

    for wanted in (update("S2", weight=21), attached):
        on_server, in_file = (change(store, wanted) for store in (place.store(named=True), file))
        assert answered(replace(on_server, revision=None)) == answered(replace(in_file, revision=None))


def test_what_is_read_later_is_of_the_moment_of_the_first_reading(place: Place) -> None:
    early = place.store(named=True).load()
    change(place.store(named=True), update("S2", weight=21))
    change(place.store(named=True), lambda t: evidence.attach(t, "S1.1", Attachment(reference="new"), DAY))
    assert "new" not in {paper.reference for paper in early.evidence.values()}


def test_what_was_asked_before_a_change_stays_as_it_was(place: Place) -> None:
    store = place.store(named=True)
    done = change(store, lambda t: evidence.attach(t, "S1.1", Attachment(reference="new"), DAY))
    (new,) = done.after.made_since(done.before, "evidence")
    assert new.reference == "new"


def test_check_tells_counts_that_are_not_those_of_the_activities(place: Place) -> None:
    engine = engine_of(place.store(named=True))
    assert not odd_rights(engine)
    with engine.told():
        engine.db.execute(b"ROLLBACK")
        engine.db.execute(b"UPDATE tracker.tally SET n = n + 1 WHERE step = 'S1'")
    assert odd_rights(engine) == ["tally: S1"]


def test_what_is_written_at_once_is_counted_at_once(server: Server, tmp_path: Path) -> None:
    """Each time that a count is changed in a transaction leaves a version of it, which all that follow look at."""

    def many(tracker: Tracker) -> Tracker:
        for number in range(120):
            tracker = activities.add(tracker, "S3", Localized(f"نشاط {number}"), ActivityChange(), DAY)[1]
        return tracker

    file = open_store(tmp_path / "file.json", named=False)
    file.create(act("init"), template_state("demo"))
    change(file, many)
    store, before = open_store(tmp_path / "x", named=False, address=server.address("many")), changed_counts(server)
    store.create(act("init"), file.state(), list(file.engine.revisions()))
    engine_of(store).close()
    assert changed_counts(server) - before < 60
    assert_counted(store)
    engine_of(store).close()


def changed_counts(server: Server) -> int:
    """The counts that were ever changed and not made, when all who were connected have told theirs."""
    with psycopg.connect(server.conninfo()) as db:
        others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        until = time.monotonic() + 10
        while time.monotonic() < until and db.execute(others).fetchall() != [(0,)]:
            time.sleep(0.05)
        found = db.execute("SELECT n_tup_upd FROM pg_stat_user_tables WHERE relname = 'tally'").fetchall()
    return sum(number for (number,) in found)


CHANGES = {
    "update-activity": lambda t: activities.update(t, "S3.4", ActivityChange(weight=9), DAY),
    "add-activity": lambda t: activities.add(t, "S3", Localized("نشاط جديد"), ActivityChange(), DAY)[1],
    "attach": lambda t: evidence.attach(t, "S3.4", Attachment(reference="محضر 7"), DAY),
    "update-commitment": lambda t: commitments.update(t, "C1", CommitmentChange(due=DAY, reason="x"), DAY),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_one_record_fetches_no_table(place: Place, fetched: list[str], name: str) -> None:
    store = place.store(named=True)
    answered(change(store, CHANGES[name], command=name))
    assert fetched == []
    assert_counted(place.store(named=True))
    found = verify_chain(place.store(named=True))
    assert (found.broken, found.odd) == (None, ())
