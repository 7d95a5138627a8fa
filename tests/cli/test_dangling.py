"""References to nothing in an edited file: a finding of `check`, and a sentence or the bare code where it is shown."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.cli.program import Program
from tracker.cli.input.kind_words import RECORDS
from tracker.cli.sheets.kinds import KINDS
from tracker.model.records.tables import TABLES
from tracker.model.rules.references import references
from tracker.reports.documents import DOCUMENTS
from tracker.store.open import open_store

GONE = {"S": "S77", "A": "A77", "M": "M77", "E": "E77", "D": "D77", "C": "C77", "O": "O77", "I": "I77", "R": "R77"}
SHOWN = (
    *("status", "check", "export", "history", "export meetings -o m.ics"),
    *("list all", "list all --json", "list all --plain"),
    *(f"list {kind}" for kind in RECORDS if kind != "measurements"),
    *(f"export {kind}" for kind in KINDS),
    *(f"report {kind}" for kind in DOCUMENTS if kind != "followup"),
    *("report followup --meeting M1", "report full --audience counterpart", "report full -o full.html"),
)
WRITTEN = ("update-step S1 --confirm", "attach S1 ref9", "check --fix --yes", "undo --yes", "remove S5 --yes")

Place = tuple[str, tuple[str | int, ...]]


def strings(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from strings(inner, (*path, key))


def named(program: Program, document: dict[str, Any]) -> dict[Place, tuple[str, str]]:
    """The place of one reference of each field, with the code of its record and a code that nothing has."""
    tracker = open_store(program.file, named=True).load()
    found: dict[Place, tuple[str, str]] = {}
    for table in TABLES:
        for row in document.get(table, {}).values():
            known = {code for _, code in references(tracker.tables[table][row["id"]])}
            for path, text in strings(row):
                field = (table, tuple("*" if isinstance(key, int) else key for key in path))
                if path[0] not in ("id", "uid", "figures", "former") and path[-1] != "country" and text in known:
                    gone = "S1.77" if "." in text else GONE.get(text[0], "ZZ") if text[1:].isdigit() else "ZZ"
                    found.setdefault(field, (row["id"], gone))
    return found


def broken(document: dict[str, Any], field: Place, code: str, gone: str) -> None:
    """Put a code of nothing wherever a record names something in that field."""
    row = next(row for row in document[field[0]].values() if row["id"] == code)
    _put(row, field[1], gone)


def _put(value: Any, path: tuple[str | int, ...], gone: str) -> None:
    key, *rest = path
    if key == "*":
        for place in range(1) if not rest else range(len(value)):
            if rest:
                _put(value[place], tuple(rest), gone)
            else:
                value[place] = gone
    elif not rest and key in value:
        value[key] = gone
    elif key in value:
        _put(value[key], tuple(rest), gone)


@pytest.fixture
def full(demo: Program) -> Program:
    """The fictional programme with an activity that names an aspect, and an evaluation that corrects another."""
    demo("update-activity", "S1.1", "--aspect", "A1")
    return demo


def checked(program: Program, document: dict[str, Any], lines: tuple[str, ...], gone: set[str]) -> None:
    raw = json.dumps(document)
    for line in lines:
        program.file.write_text(raw)
        found = program(*line.split())
        assert found.code in (0, 1, 2, 3), (line, found.err)
        assert "Traceback" not in found.err, (line, found.err)
        assert found.out.strip() or found.err.strip(), line
        if line == "check":
            assert found.code == 3
            assert {code for code in gone if code not in found.out} == set()


def test_everything_names_nothing_and_every_command_has_words(full: Program) -> None:
    document = json.loads(full.file.read_text())
    places = named(full, document)
    assert len(places) > 40
    for field, (code, gone) in places.items():
        if field != ("activities", ("step",)):
            broken(document, field, code, gone)
    shows = tuple(f"show {code} --explain" for code in sorted({code for code, _ in places.values()}))
    checked(full, document, (*SHOWN, *shows, *WRITTEN), {gone for _, gone in places.values()} - {"S1.77"})


@pytest.mark.slow
def test_an_activity_of_no_step_stands_in_every_list(full: Program) -> None:
    document = json.loads(full.file.read_text())
    row = next(row for row in document["activities"].values() if row["id"] == "S1.1")
    row["step"] = "S77"
    checked(full, document, (*SHOWN, *WRITTEN, "show S1.1 --explain", "update-activity S1.1 --weight 2"), {"S77"})
    full.file.write_text(json.dumps(document))
    for line in ("list activities", "list all", "report matrix", "report full", "show S1.1"):
        assert "S1.1" in full(*line.split()).out, line
    refused = full("update-activity", "S1.1", "--weight", "2")
    assert refused.code == 1


@pytest.mark.slow
def test_each_field_by_itself(full: Program) -> None:
    """Every field meets `check`, what shows its record, and every fourth of all lines, each time other ones."""
    raw = full.file.read_text()
    for number, (field, (code, gone)) in enumerate(named(full, json.loads(raw)).items()):
        document = json.loads(raw)
        broken(document, field, code, gone)
        lines = (*SHOWN, *WRITTEN)[number % 4 :: 4]
        checked(full, document, ("check", f"show {code} --explain", f"history {code}", *lines), {gone})
