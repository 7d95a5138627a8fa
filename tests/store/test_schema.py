"""Older files are brought up to date in memory; the next write keeps the old version and saves the new one."""

from pathlib import Path

import pytest

from tracker import errors
from tracker.model.history.documents import Document
from tracker.store.file.backups import list_backups
from tracker.store.file.file import FileStorage
from tracker.store.file.schema import MIGRATIONS, SCHEMA, Migrations, TableMap, migrate_revision, migrate_tables


def title_becomes_name(tables: TableMap, _: object) -> TableMap:
    steps = {key: {"name": step["title"]} for key, step in tables["steps"].items()}
    return {**tables, "steps": steps}


def steps_become_tasks(tables: TableMap, _: object) -> TableMap:
    return {"tasks": tables["steps"]}


def field_title_becomes_name(revision: Document) -> Document:
    return {**revision, "changed": ["name" if field == "title" else field for field in revision["changed"]]}


THIRD = Migrations(to=3, tables={1: title_becomes_name, 2: steps_become_tasks}, revisions={1: field_title_becomes_name})


@pytest.fixture
def old(path: Path) -> bytes:
    storage = FileStorage(path, migrations=Migrations(to=1, tables={}, revisions={}))
    with storage.transaction():
        storage.write({"steps": {"1": {"title": "خطوة"}}})
        storage.append_revision({"number": 1, "schema": 1, "changed": ["title"]})
    return path.read_bytes()


def test_the_program_knows_a_step_from_every_older_schema() -> None:
    assert MIGRATIONS.to == SCHEMA
    assert set(MIGRATIONS.tables) == set(range(1, SCHEMA))


def test_steps_are_taken_one_after_the_other() -> None:
    old = {"steps": {"1": {"title": "x"}}}
    assert migrate_tables(old, 1, (), THIRD) == {"tasks": {"1": {"name": "x"}}}
    assert migrate_tables({"steps": {}}, 2, (), THIRD) == {"tasks": {}}
    assert migrate_tables({"tasks": {}}, 3, (), THIRD) == {"tasks": {}}


def test_reading_migrates_in_memory_alone(old: bytes, path: Path) -> None:
    storage = FileStorage(path, migrations=THIRD)
    assert dict(storage.read()) == {"tasks": {"1": {"name": "خطوة"}}}
    assert [line["changed"] for line in storage.revision_lines()] == [["name"]]
    assert not storage.edited
    assert path.read_bytes() == old


def test_the_next_write_saves_it_and_keeps_the_old_version(old: bytes, path: Path) -> None:
    storage = FileStorage(path, migrations=THIRD)
    with storage.transaction():
        storage.append_revision({"number": 2, "schema": 3, "changed": ["name"]})
    again = FileStorage(path, migrations=THIRD)
    assert dict(again.read()) == {"tasks": {"1": {"name": "خطوة"}}}
    assert [(line["schema"], line["changed"]) for line in again.revision_lines()] == [(1, ["name"]), (3, ["name"])]
    assert b'"1": {"number":1,"schema":1,"changed":["title"]}' in path.read_bytes()
    [kept] = list_backups(path, THIRD)
    assert (kept.kind, kept.good, Path(kept.path).read_bytes()) == ("migration", True, old)


def test_saving_what_was_migrated_counts_as_a_change(old: bytes, path: Path) -> None:
    storage = FileStorage(path, migrations=THIRD)
    with storage.transaction():
        storage.write(storage.read())
    assert storage.committed
    assert path.read_bytes().startswith(b'{"_meta": {"1": {"schema": 3,')


def test_an_older_program_then_refuses(old: bytes, path: Path) -> None:
    test_the_next_write_saves_it_and_keeps_the_old_version(old, path)
    before = path.read_bytes()
    with pytest.raises(errors.TooNew) as caught:
        FileStorage(path).read()
    assert (caught.value.found, caught.value.known) == (3, SCHEMA)
    with pytest.raises(errors.TooNew), FileStorage(path).transaction():
        pass
    assert path.read_bytes() == before


@pytest.mark.parametrize("table", [b'"steps": {\n"1": {}\n}', b'"other": {\n"1": {}\n}'], ids=["field", "table"])
def test_an_old_file_edited_beyond_what_the_step_knows_is_refused(path: Path, table: bytes) -> None:
    path.write_bytes(b'{"_meta": {"1": {"schema": 1}}, %s}' % table)
    with pytest.raises(errors.Corrupt) as caught:
        FileStorage(path, migrations=THIRD).read()
    assert caught.value.reason == "bad_value"


@pytest.mark.parametrize("schema", ['"one"', "null", "1.5"])
def test_a_revision_with_an_odd_schema_is_refused(path: Path, schema: str) -> None:
    revisions = f'"revisions": {{"1": {{"number": 1, "schema": {schema}}}}}'
    path.write_text(f'{{"_meta": {{"1": {{"schema": 1}}}}, "steps": {{}}, {revisions}}}')
    with pytest.raises(errors.Corrupt) as caught:
        list(FileStorage(path, migrations=THIRD).revision_lines())
    assert caught.value.where == "revisions.1"


def test_a_revision_without_a_number_of_schema_is_a_present_one() -> None:
    assert migrate_revision({"changed": ["title"]}, THIRD) == {"changed": ["title"]}
    assert migrate_revision({"schema": 2, "changed": ["title"]}, THIRD)["changed"] == ["title"]
