"""Edits by hand: whatever the history, they are told apart from it, taken in, and can be taken back."""

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from tests.store.commands import Run, carried_out, runs
from tests.store.stores import DAY, act, article, change, content, update
from tracker.errors import EditRefused, NoSuchRevision, StillShown
from tracker.store.edits import edits_of, take_in
from tracker.store.open import open_store
from tracker.store.redacting import redact
from tracker.store.store import Store
from tracker.store.verify import verify_chain


def taken_in(store: Store) -> Any:
    edits = edits_of(store, store.state())
    return take_in(store, act("check", by=""), edits, edits.changes)


def put(path: Path, tables: Any) -> None:
    """Writes the records with stock TinyDB, as if somebody had typed them."""
    with TinyDB(path) as db:
        for name in db.tables() - {"_meta", "standing", "revisions"} | tables.keys():
            db.table(name).truncate()
            db.table(name).insert_multiple(tables.get(name, {}).values())


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(runs(8), runs(5), st.booleans(), st.none() | st.integers(1, 8))
def test_any_edit_is_taken_in_or_refused_and_the_chain_stays_whole(
    tmp_path: Path, run: Run, by_hand: Run, backups: bool, redacted: int | None
) -> None:
    shutil.rmtree(tmp_path / "one", ignore_errors=True)
    (tmp_path / "one").mkdir()
    path, other = tmp_path / "one" / "tracker.json", tmp_path / "one" / "other.json"
    store = run.start(path)
    change(store, update("S1", title_tr="Metin"), note="ملاحظة")
    change(store, update("S1", title_tr="Adım"))
    for command in run.commands:
        carried_out(store, command, DAY)
    if redacted is not None:
        with suppress(NoSuchRevision, StillShown):
            redact(store, act("redact", note="طلب"), redacted)
    before, number = content(store), store.state().standing.number
    shutil.copyfile(path, other)
    for command in by_hand.commands:
        carried_out(open_store(other, named=True), command, DAY)
    wanted = content(open_store(other, named=True))
    if not backups:
        shutil.rmtree(f"{path}.backups", ignore_errors=True)
    put(path, wanted)
    store, raw = open_store(path, named=True), path.read_bytes()
    try:
        done = taken_in(store)
    except EditRefused:
        assert path.read_bytes() == raw
        return
    assert content(store) == wanted
    assert not store.engine.edited
    assert verify_chain(store).broken is None
    assert (done.revision is None) == (wanted == before)
    assert store.state().standing.number == number + (wanted != before)
    if done.revision:
        store.undo(act("undo"), done.revision)
        assert content(store) == before
        assert verify_chain(store).broken is None


def test_the_numbers_of_revisions_follow_from_the_chain(path: Path) -> None:
    """However much of the history is applied again, each record has the number of what last changed it."""
    store = article(path)
    for percent in (10, 20, 30, 40, 50):
        change(store, update("S1", declared=percent))
    change(store, update("S2", declared=10))
    for gone in (False, True):
        if gone:
            shutil.rmtree(f"{path}.backups")
        put(path, {**content(store), "lessons": {}})
        store = open_store(path, named=True)
        edits = edits_of(store, store.state())
        assert edits.changes == ()
        assert edits.vouched is not None
        steps = edits.vouched.documents["steps"]
        assert [steps[code]["rev"] for code in ("S1", "S2", "S3")] == [5, 6, 0]
