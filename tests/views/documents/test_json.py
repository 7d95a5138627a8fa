"""JSON of documents: the same keys for programs whatever the language."""

import json
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.views.documents.making import content, made
from tracker.reports.documents import DOCUMENTS
from tracker.reports.report import Day, Notes, Percent, Points, Progress, Ref, Table, Value, Word

ROWS = 2  # those after them have the same keys and sorts of values


@pytest.mark.parametrize("kind", [kind for kind in DOCUMENTS if kind != "full"])
def test_keys_and_values(kind: str, snapshot: SnapshotAssertion) -> None:
    envelope = json.loads(content(made(kind), "json"))
    for block in envelope["data"]:
        block.update({name: values[:ROWS] for name, values in block.items() if name in {"rows", "items", "points"}})
    assert json.dumps(envelope, ensure_ascii=False, indent=2) == snapshot


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_row_has_every_value(kind: str) -> None:
    report = made(kind)
    found = {block["key"]: block for block in json.loads(content(report, "json"))["data"]}
    assert list(found) == [block.key for block in report.blocks]
    for table in (block for block in report.blocks if isinstance(block, Table)):
        rows = found[table.key]["rows"]
        assert [list(row) for row in rows] == [[column.key for column in table.columns]] * len(table.rows)
        for row, cells in zip(rows, table.rows, strict=True):
            assert [value for value, cell in zip(row.values(), cells, strict=True) if not stands_for(value, cell)] == []
    for notes in (block for block in report.blocks if isinstance(block, Notes)):
        said = [(item["text"]["text"], item["health"], item["code"]) for item in found[notes.key]["items"]]
        assert said == [(note.text.text, note.health and note.health.value, note.code) for note in notes.items]


def stands_for(value: Any, cell: Value) -> bool:
    """Whether the value is that of the cell; of cells that are sentences, only whether there is one."""
    match cell:
        case Ref(known) | Percent(known) | Points(known):
            return bool(value == known)
        case Day(date() as day):
            return bool(value == day.isoformat())
        case Word(known):
            return bool(value == known.value)
        case Progress(declared, evidenced):
            return bool(value == {"declared": declared, "evidenced": evidenced})
        case str() | int() | None:
            return bool(value == cell)
        case _:
            return value is not None


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_language_changes_nothing(kind: str) -> None:
    found = content(made(kind), "json", "ar")
    assert found == content(made(kind), "json", "tr")
    envelope = json.loads(found)
    day = "2025-12-31" if kind == "evaluation" else "2026-03-31"  # the end of the period
    assert (envelope["kind"], envelope["as_of"], envelope["demo"]) == (kind, day, True)
