"""TinyDB over the durable file: rows, transactions, and files that are not as they should be."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.store.stores import DAY, article, change, content, update
from tracker.errors import Corrupt, EditedByHand, TooNew
from tracker.model.changes import steps
from tracker.model.changes.steps import StepChange
from tracker.model.history.documents import Documents
from tracker.model.records.localized import Localized
from tracker.store.file.backups import list_backups, make_backup
from tracker.store.file_engine import FileEngine
from tracker.store.open import open_store
from tracker.store.state import Standing, State
from tracker.store.store import Store


@pytest.fixture
def store(path: Path) -> Store:
    made = article(path)
    change(made, update(declared=40))
    return made


def test_no_file_is_no_state(path: Path) -> None:
    assert FileEngine(path).read() is None
    assert list(FileEngine(path).revisions()) == []


def test_rows_come_back_as_they_were_written(path: Path) -> None:
    engine = FileEngine(path)
    documents: Documents = {"steps": {"S1": {"id": "S1", "title": {"ar": "نص"}}}, "roles": {"a": {"id": "a"}}}
    standing = Standing(number=1, head="ab", counters={"S": 1})
    with engine.transaction() as before:
        assert before is None
        engine.write(documents, standing)
    read = FileEngine(path).read()
    assert read is not None
    assert read == State(documents, standing, version=read.version)
    with engine.transaction() as state:
        assert state == read
        engine.write({"steps": {"S2": {"id": "S2"}}, "roles": documents["roles"]}, standing)
    again = engine.read()
    assert again is not None
    assert again.version != read.version
    assert again.documents == {"steps": {"S2": {"id": "S2"}}, "roles": {"a": {"id": "a"}}}


def test_a_field_that_went_is_gone(path: Path) -> None:
    engine, first = FileEngine(path), {"steps": {"S1": {"id": "S1", "owner": {"party": "LY"}}}}
    with engine.transaction():
        engine.write(first, Standing())
    with engine.transaction():
        engine.write({"steps": {"S1": {"id": "S1"}}}, Standing())
    read = engine.read()
    assert read is not None
    assert read.documents == {"steps": {"S1": {"id": "S1"}}}


def test_an_exception_leaves_the_file_as_it_was(store: Store, path: Path) -> None:
    before = path.read_bytes()

    def broken_off() -> None:
        with store.engine.transaction() as state:
            assert state is not None
            store.engine.write({}, state.standing)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken_off()
    assert path.read_bytes() == before
    assert not store.engine.committed


def edited(path: Path, *keys: str, value: Any) -> Store:
    """The file with one value changed by hand, and its seal no longer fitting."""
    data = json.loads(path.read_text(encoding="utf-8"))
    place = data
    for key in keys[:-1]:
        place = place[key]
    place[keys[-1]] = value
    path.write_text(json.dumps(data), encoding="utf-8")
    return article(path)


def test_a_valid_edit_by_hand_is_accepted_and_known(store: Store, path: Path) -> None:
    by_hand = edited(path, "steps", "2", "weight", value=35)
    assert by_hand.load().steps["S2"].weight == 35
    assert by_hand.engine.edited
    raw = path.read_bytes()
    with pytest.raises(EditedByHand):
        change(by_hand, update("S3", declared=5))
    assert path.read_bytes() == raw


@pytest.mark.parametrize(
    ("keys", "value", "where"),
    [
        (("steps", "1", "colour"), "red", "steps/S1/colour"),
        (("steps", "1", "title", "fr"), "texte", "steps/S1/title/fr"),
        (("steps", "1", "declared"), "much", "steps/S1/declared"),
        (("steps", "1", "id"), 7, "steps/1/id"),
        (("steps", "2", "id"), "S1", "steps"),
        (("colours",), {}, "colours"),
        (("initiative",), {}, "initiative"),
        (("standing",), {}, "standing"),
        (("standing", "1", "number"), "7", "standing"),
        (("standing", "1", "counters"), [], "standing"),
        (("standing", "1", "at"), "soon", "standing"),
        (("standing", "1", "extra"), 1, "standing"),
    ],
)
def test_an_impossible_one_is_refused_with_the_place(
    store: Store, path: Path, keys: tuple[str, ...], value: object, where: str
) -> None:
    by_hand = edited(path, *keys, value=value)
    before = path.read_bytes()
    for attempt in (by_hand.load, lambda: change(by_hand, update("S3", declared=5))):
        with pytest.raises(Corrupt) as refused:
            attempt()
        assert refused.value.where == where
        assert refused.value.path == str(path)
    assert path.read_bytes() == before


def test_the_newest_good_backup_is_named(store: Store, path: Path) -> None:
    change(store, update("S2", declared=5))
    with pytest.raises(Corrupt) as refused:
        edited(path, "steps", "1", "declared", value="much").load()
    assert refused.value.backup == store.newest_backup() != ""


def test_a_newer_schema_is_refused(store: Store, path: Path) -> None:
    with pytest.raises(TooNew) as refused:
        edited(path, "_meta", "1", "schema", value=99).load()
    assert refused.value.found == 99


@pytest.mark.slow
def test_eight_users_at_once_lose_nothing(tmp_path: Path) -> None:
    """All start on a place where nothing is, so the first of them makes the tracker."""
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "TRACKER_CONFIG": str(tmp_path / "none.toml")}
    command = [sys.executable, "-m", "tracker", "attach"]

    def user(number: int) -> list[int]:
        papers = [f"محضر {number}/{each}" for each in range(3)]
        runs = [[*command, f"S{number % 5 + 1}", paper] for paper in papers]
        return [subprocess.run(run, env=environment, capture_output=True, check=False).returncode for run in runs]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(user, range(8))) == [[0, 0, 0]] * 8
    store = article(tmp_path / "tracker" / "tracker.json")
    papers = {paper.reference for paper in store.load().evidence.values()}
    assert {f"محضر {number}/{each}" for number in range(8) for each in range(3)} < papers
    assert [r.number for r in store.revisions()] == list(range(1, 25))
    assert len(content(store)["evidence"]) == 25


def test_what_is_damaged_under_the_layout_names_the_backup_as_well(store: Store, path: Path) -> None:
    """The lines of `standing` and of `id` fields are read above the file layer."""
    backup = make_backup(path).name
    text = path.read_text(encoding="utf-8")
    for damaged in (text.replace('"standing"', '"stending"'), text.replace('"id":"S2"', '"ix":"S2"')):
        assert damaged != text
        path.write_text(damaged, encoding="utf-8")
        with pytest.raises(Corrupt) as refused:
            open_store(path, named=True).load()
        assert refused.value.backup == backup


def test_a_table_is_not_read_anew_for_each_of_its_records(path: Path) -> None:
    """Whoever checks a revision of thousands of changes looks into the same table thousands of times."""
    documents: Documents = {"steps": {"S1": {"id": "S1"}, "S2": {"id": "S2"}}, "aspects": {"A1": {"id": "A1"}}}
    engine = FileEngine(path)
    with engine.transaction():
        engine.write(documents, Standing())
    read = FileEngine(path).read()
    assert read is not None
    assert read.documents["steps"] is read.documents["steps"]
    assert read.documents == documents


def test_a_new_record_takes_a_free_id_however_high_the_others_are(store: Store, path: Path) -> None:
    """An id of eighteen digits is valid, and the next one would not be."""
    data = json.loads(path.read_text(encoding="utf-8"))
    data["steps"]["9" * 18] = data["steps"].pop("5")
    path.write_text(json.dumps(data), encoding="utf-8")
    by_hand = article(path)
    change(by_hand, lambda tracker: steps.add(tracker, Localized("خطوة"), StepChange(), DAY, "A1")[1])
    assert article(path).load().steps.keys() == {"S1", "S2", "S3", "S4", "S5", "S6"}


def test_a_change_adds_removes_and_replaces_in_one_write(path: Path) -> None:
    engine = FileEngine(path)
    rows = {f"S{n}": {"id": f"S{n}", "weight": 1, "owner": "LY"} for n in range(1, 3001)}
    with engine.transaction():
        engine.write({"steps": rows}, Standing())
    changed = {code: {"id": code, "weight": 2} for code in rows if code != "S7"} | {"S3001": {"id": "S3001"}}
    with engine.transaction():
        engine.write({"steps": changed}, Standing())
    read = FileEngine(path).read()
    assert read is not None
    assert read.documents == {"steps": changed}
    assert len(list_backups(path)) == 1
