"""The contract of the file: transactions, TinyDB on top, what others see, what is refused."""

import json
from collections.abc import Callable, MutableMapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import JSONStorage, TinyDB, where

from tracker import errors
from tracker.store.file.backups import list_backups
from tracker.store.file.file import FileStorage

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
IDS = st.integers(1, 10**9).map(str)
NAMES = st.text(min_size=1).filter(lambda name: name not in {"_meta", "revisions"})
TABLES = st.dictionaries(
    NAMES, st.dictionaries(IDS, st.dictionaries(st.text(), JSON, max_size=4), max_size=4), max_size=4
)


def put(storage: FileStorage, code: str, progress: int) -> None:
    """One command: a step changed, a revision appended."""
    steps = TinyDB(storage=lambda: storage).table("steps", cache_size=0)
    with storage.transaction():
        steps.update({"progress": progress}, where("code") == code)
        last = next(storage.revision_lines(newest_first=True), {"number": 0})
        storage.append_revision({"number": last["number"] + 1, "schema": 2})


def write_and_then(storage: FileStorage, act: Callable[[], object]) -> Callable[[], None]:
    """A command that calls `act` after its last write."""

    def command() -> None:
        with storage.transaction():
            storage.write({"steps": {}})
            storage.append_revision({"number": 2})
            act()

    return command


def test_nothing_is_read_and_nothing_is_made_where_there_is_no_file(path: Path) -> None:
    storage = FileStorage(path)
    assert storage.read() is None
    assert list(storage.revision_lines()) == []
    assert list(path.parent.iterdir()) == []


def test_a_command_changes_a_table_and_appends_a_revision(storage: FileStorage, path: Path) -> None:
    put(storage, "S2", 40)
    fresh = FileStorage(path)
    assert fresh.read()["steps"]["2"] == {"code": "S2", "progress": 40}
    assert [line["number"] for line in fresh.revision_lines()] == [1, 2]
    assert [line["number"] for line in fresh.revision_lines(newest_first=True)] == [2, 1]


def test_the_file_is_laid_out_one_document_per_line(storage: FileStorage, path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith('{"_meta": {"1": {"schema": 2, "seal": "sha256:')
    assert lines[1:] == [
        '"notes": {',
        "},",
        '"steps": {',
        '"1": {"code":"S1","progress":0},',
        '"2": {"code":"S2","progress":0}',
        "},",
        '"revisions": {',
        '"1": {"number":1,"schema":2}',
        "}}",
    ]


def test_stock_tinydb_opens_the_file(storage: FileStorage, path: Path) -> None:
    with TinyDB(path, storage=JSONStorage, access_mode="r") as stock:
        assert stock.table("steps").get(where("code") == "S2") == {"code": "S2", "progress": 0}
        assert stock.tables() == {"_meta", "notes", "revisions", "steps"}


def test_what_stock_tinydb_wrote_is_accepted_as_edited_and_sealed_by_the_next_write(
    storage: FileStorage, path: Path
) -> None:
    with TinyDB(path, storage=JSONStorage) as stock:
        stock.table("steps").update({"progress": 7}, where("code") == "S1")
    fresh = FileStorage(path)
    assert fresh.read()["steps"]["1"]["progress"] == 7
    assert fresh.edited
    put(fresh, "S1", 8)
    fresh = FileStorage(path)
    assert fresh.read()["steps"]["1"]["progress"] == 8
    assert not fresh.edited
    assert [line["number"] for line in fresh.revision_lines()] == [1, 2]


def test_an_exception_leaves_the_file_and_the_storage_as_they_were(storage: FileStorage, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(ZeroDivisionError):
        put(storage, "S1", 1 // 0)
    give_up_after_writing = write_and_then(storage, lambda: {"present": 1}["absent"])
    with pytest.raises(KeyError):
        give_up_after_writing()
    assert path.read_bytes() == before
    assert not storage.committed
    assert len(storage.read()["steps"]) == 2
    assert list_backups(path) == []


def test_an_update_that_fails_half_way_does_not_reach_the_file(storage: FileStorage, path: Path) -> None:
    """TinyDB changes documents in place; a caller may catch the exception and go on."""
    steps = TinyDB(storage=lambda: storage).table("steps", cache_size=0)

    def spoil(document: MutableMapping[str, object]) -> None:
        document["progress"] = 99
        raise ValueError("half way")

    with storage.transaction():
        with pytest.raises(ValueError, match="half way"):
            steps.update(spoil)
        steps.insert({"code": "S3", "progress": 0})
    assert [step["progress"] for step in FileStorage(path).read()["steps"].values()] == [0, 0, 0]


def test_what_was_read_belongs_to_the_reader(storage: FileStorage) -> None:
    storage.read()["steps"]["1"]["progress"] = 99
    assert storage.read()["steps"]["1"]["progress"] == 0


@pytest.mark.parametrize("act", ["write", "append_revision", "rewrite_revisions"])
def test_writing_needs_a_transaction(storage: FileStorage, act: str) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        getattr(storage, act)({"steps": {}})


def test_transactions_do_not_nest(storage: FileStorage) -> None:
    with storage.transaction(), pytest.raises(RuntimeError, match="nest"), storage.transaction():
        pass


def test_a_transaction_that_changes_nothing_writes_nothing(storage: FileStorage, path: Path) -> None:
    before = path.stat()
    with storage.transaction():
        storage.write(storage.read())
    assert (path.stat().st_ino, storage.committed) == (before.st_ino, False)


def test_a_snapshot_sees_one_version(storage: FileStorage, path: Path) -> None:
    with storage.snapshot():
        put(FileStorage(path), "S1", 50)
        assert storage.read()["steps"]["1"]["progress"] == 0
        assert len(list(storage.revision_lines())) == 1
    assert storage.read()["steps"]["1"]["progress"] == 50
    assert len(list(storage.revision_lines())) == 2


def test_revisions_belong_to_what_was_read_last(storage: FileStorage, path: Path) -> None:
    """Whoever reads records and history while others write must not find that they disagree."""
    storage.read()
    put(FileStorage(path), "S1", 50)
    assert len(list(storage.revision_lines())) == 1
    assert storage.read()["steps"]["1"]["progress"] == 50
    assert len(list(storage.revision_lines())) == 2
    put(storage, "S1", 60)
    assert len(list(storage.revision_lines())) == 3


def test_a_revision_must_follow_the_last_one(storage: FileStorage) -> None:
    with pytest.raises(ValueError, match="revision 1 after 1"), storage.transaction():
        storage.append_revision({"number": 1})


def test_revisions_are_rewritten_in_place(storage: FileStorage, path: Path) -> None:
    put(storage, "S1", 5)
    with storage.transaction():
        storage.rewrite_revisions(lambda revision: {**revision, "note": "محذوف"})
    assert [(line["number"], line["note"]) for line in FileStorage(path).revision_lines()] == [
        (1, "محذوف"),
        (2, "محذوف"),
    ]
    with pytest.raises(ValueError, match="keeps its number"), storage.transaction():
        storage.rewrite_revisions(lambda _: {"number": 7})


def test_the_name_of_a_table_must_be_text(storage: FileStorage) -> None:
    with pytest.raises(UnicodeEncodeError), storage.transaction():
        storage.write({"\ud800": {}})


@pytest.mark.parametrize("name", ["revisions", "_meta"])
def test_tables_of_the_file_itself_cannot_be_written(storage: FileStorage, name: str) -> None:
    with pytest.raises(ValueError, match="methods of its own"), storage.transaction():
        storage.write({name: {}})


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), [{"deep": float("-inf")}], "\ud800", object(), 10**5000],
    ids=["nan", "inf", "nested", "surrogate", "object", "too-big"],
)
def test_what_json_cannot_hold_is_refused_and_nothing_is_written(
    storage: FileStorage, path: Path, value: object
) -> None:
    before = path.read_bytes()
    with pytest.raises((ValueError, TypeError)), storage.transaction():
        storage.write({"steps": {"1": {"value": value}}})
    assert path.read_bytes() == before


@pytest.mark.parametrize("key", ["0", "-1", "x", "", "01", "١", "1" * 19])
def test_an_id_is_a_positive_number(storage: FileStorage, key: str) -> None:
    with pytest.raises(ValueError, match="positive number"), storage.transaction():
        storage.write({"steps": {key: {}}})


def test_committed_tells_of_the_last_transaction(storage: FileStorage) -> None:
    assert not storage.committed
    put(storage, "S1", 5)
    assert storage.committed
    with pytest.raises(KeyError), storage.transaction():
        raise KeyError
    assert not storage.committed


def test_tinydb_asks_and_changes_in_every_way_it_has(storage: FileStorage, path: Path) -> None:
    """Whatever TinyDB offers works on the file, and what it wrote is what stock TinyDB reads."""
    steps = TinyDB(storage=lambda: storage).table("steps", cache_size=0)
    with storage.transaction():
        assert steps.insert({"code": "S3", "progress": 5}) == 3
        steps.upsert({"code": "S2", "owner": "LY"}, where("code") == "S2")
        steps.update(lambda document: document.pop("progress"), where("owner") == "LY")
        steps.update_multiple([({"progress": 9}, where("code") == "S3")])
        steps.remove(where("code") == "S1")
        assert steps.count(where("progress").exists()) == 1
        assert steps.contains(doc_id=2)
    with TinyDB(path, access_mode="r") as stock:
        assert stock.table("steps").all() == [{"code": "S2", "owner": "LY"}, {"code": "S3", "progress": 9}]


def test_what_nobody_looked_into_is_written_as_it_was_read(storage: FileStorage, path: Path) -> None:
    odd = b'"7": { "word" : "\\u0646\\u0635" , "n" : 1.50 }'
    path.write_bytes(sealed(b'"steps": {\n%s\n},\n' % odd))
    with storage.transaction():
        tables = storage.read()
        tables["steps"] = {**tables["steps"], "8": {"word": "new"}}
        storage.write(tables)
    assert odd + b',\n"8": {"word":"new"}\n' in path.read_bytes()
    assert FileStorage(path).read()["steps"]["7"] == {"word": "نص", "n": 1.5}


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(first=TABLES, second=TABLES, note=st.text())
def test_any_tables_come_back_as_they_were(
    tmp_path: Path, first: dict[str, Any], second: dict[str, Any], note: str
) -> None:
    path = tmp_path / "any.json"
    path.unlink(missing_ok=True)
    for number, tables in enumerate((first, second, first), 1):
        writer = FileStorage(path)
        with writer.transaction():
            writer.write(tables)
            writer.append_revision({"number": number, "note": note})
        reader = FileStorage(path)
        assert dict(reader.read()) == tables
        assert [line["note"] for line in reader.revision_lines()] == [note] * number
        assert not reader.edited
        assert json.loads(path.read_bytes())["revisions"][str(number)]["note"] == note


def test_tables_that_are_not_touched_are_copied(path: Path) -> None:
    """Also through TinyDB: what a command does not open is neither parsed nor written anew."""
    path.write_bytes(sealed(b'"odd": {\n"1": {"spaced" :   1}\n},\n"steps": {\n"1": {"code":"S1","progress":0}\n},\n'))
    put(FileStorage(path), "S1", 3)
    assert b'"1": {"spaced" :   1}' in path.read_bytes()
    assert FileStorage(path).read()["odd"] == {"1": {"spaced": 1}}


def sealed(tables: bytes) -> bytes:
    rest = tables + b'"revisions": {\n}}\n'
    return b'{"_meta": {"1": {"schema": 2, "seal": "sha256:%s"}},\n' % sha256(rest).hexdigest().encode() + rest


def every_document(storage: FileStorage) -> list[dict[str, Any]]:
    return [dict(document) for table in storage.read().values() for document in table.values()]


@pytest.mark.parametrize(
    "tables",
    [
        b'"steps": [\n},\n',
        b'"steps": {\n"1": 7\n},\n',
        b'"steps": {\n"1": {"a":\xff"}\n},\n',
        b"7\n},\n",
        b'"steps": {\n' + b'"1": {"a":' * 9999 + b"\n},\n",
    ],
    ids=["no-table", "no-document", "no-utf8", "no-name", "deep"],
)
def test_a_forged_seal_gives_a_message_too(path: Path, tables: bytes) -> None:
    path.write_bytes(sealed(tables))
    with pytest.raises(errors.Corrupt):
        every_document(FileStorage(path))


def test_an_editor_that_saved_meanwhile_is_not_overwritten(storage: FileStorage, path: Path) -> None:
    edited = path.read_bytes().replace(b"S1", b"X1")
    with pytest.raises(errors.ChangedMeanwhile):
        write_and_then(storage, lambda: path.write_bytes(edited))()
    assert path.read_bytes() == edited
    assert {each.name for each in path.parent.iterdir()} == {"tracker.json", "tracker.json.lock"}


def test_a_file_removed_meanwhile_is_not_brought_back(storage: FileStorage, path: Path) -> None:
    with pytest.raises(errors.ChangedMeanwhile):
        write_and_then(storage, path.unlink)()
    assert not path.exists()
