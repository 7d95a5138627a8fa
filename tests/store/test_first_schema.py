"""A file that the program wrote before records had identities: read, verified, carried on, its history as it was."""

import json
import shutil
from pathlib import Path

import pytest

from tests.store.counterparts import begun_from, handed, head, take
from tests.store.stores import DAY, act, change, content, update
from tracker.model.history.identity import identity, template_identity
from tracker.store.exchange.export import export_of, read_export
from tracker.store.exchange.joining import MERGED
from tracker.store.file.backups import list_backups
from tracker.store.file_engine import FileEngine
from tracker.store.open import open_store
from tracker.store.revisions import to_revision
from tracker.store.store import Store
from tracker.store.verify import verify_chain

WRITTEN = Path(__file__).with_name("first_schema.json")


@pytest.fixture
def store(path: Path) -> Store:
    """Ten revisions: a step with a paper, an activity, an obstacle removed and brought back, one redacted."""
    shutil.copy(WRITTEN, path)
    return open_store(path, named=True)


def test_the_first_schema_knew_no_copies(path: Path) -> None:
    written = json.loads(WRITTEN.read_text(encoding="utf-8"))
    first = next(iter(written["revisions"].values()))
    assert to_revision({**first, "copy": "abcdef01"}, str(path)).copy == ""


def uids(store: "Store") -> dict[str, str | None]:
    return {record.id: record.uid for _, record in store.load().records()}


def test_it_is_read_and_verified_and_not_touched(store: "Store", path: Path) -> None:
    assert store.load().steps["S1"].declared == 0
    assert (verify_chain(store).number, verify_chain(store).broken) == (10, None)
    assert path.read_bytes() == WRITTEN.read_bytes()


def test_every_record_gets_its_identity_from_the_revision_that_first_made_it(store: "Store") -> None:
    made = {revision.number: revision.uuid for revision in store.revisions()}
    found = uids(store)
    assert found["S3"] == template_identity("steps", "S3")
    assert found["O1"] == identity(made[4], "obstacles", "O1")
    assert found["D1"] == identity(made[10], "decisions", "D1")
    assert len(set(found.values())) == len(found)


def test_two_copies_that_go_on_apart_give_the_same_identities(store: "Store", tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    shutil.copy(WRITTEN, other)
    second = open_store(other, named=True)
    change(second, update("S4", declared=None, owner=None, title_en="Other"))
    assert uids(second) == uids(store)


def test_the_first_write_keeps_the_file_as_it_was_and_the_chain_goes_on(store: "Store", path: Path) -> None:
    change(store, update("S2", title_en="Second"))
    again = open_store(path, named=True)
    assert json.loads(path.read_text(encoding="utf-8"))["_meta"]["1"]["schema"] == 2
    assert [kept.kind for kept in list_backups(path)] == ["migration"]
    found = list(again.revisions())
    assert [each.schema for each in found] == [1] * 10 + [2]
    assert found[10].parents == (found[9].hash,)
    assert verify_chain(again).broken is None


def test_what_an_old_revision_removed_comes_back_as_it_was(store: "Store") -> None:
    before = uids(store)["O1"]
    store.undo(act("undo"), store.revision(8))
    assert "O1" not in store.load().obstacles
    store.undo(act("undo"), store.revision(7))
    assert store.load().obstacles["O1"].uid == before
    assert verify_chain(store).broken is None


def test_an_old_export_can_be_taken_in(store: "Store", path: Path) -> None:
    document = export_of(store) | {"schema": 1}
    for rows in document["tables"].values():
        for row in rows:
            del row["uid"]
    state, revisions = read_export(json.dumps(document).encode(), "x.json")
    assert {row["id"]: row["uid"] for rows in state.documents.values() for row in rows.values()} == uids(store)
    other = Store(FileEngine(path.with_name("new.json")), lambda: state)
    other.create(act("import"), state, revisions)
    assert content(other) == content(store)
    assert verify_chain(other).broken is None


def test_the_counterpart_gets_nothing_internal_of_it_either(store: "Store", path: Path) -> None:
    change(store, update("S2", forecast_end=DAY, planned_end=DAY, reason="OURS-reason"), by="LY", note="OURS-note")
    file = handed(store)
    for text in ("بدأت الدفعة الأولى", "سجلت خطأ", "OURS-"):
        assert text.encode() not in file
    assert b"118/2026" not in file  # the reference of an internal paper
    other = begun_from(file, path.with_name("other.json"))
    assert verify_chain(other).broken is None
    change(other, update("S4", declared=20), by="TR")
    change(store, update("S3", title_en="Third"), by="LY")
    one, two = handed(store), handed(other)
    assert take(store, two).result == take(other, one).result == MERGED
    assert head(store) == head(other)
    kept = open_store(path, named=True)
    assert verify_chain(kept).broken is None
    assert "بدأت الدفعة الأولى" in [revision.note for revision in kept.revisions()]
    assert "\ufdd0" not in path.read_text("utf-8").partition('"revisions"')[0]
