"""Rows of known records that are compared and changed at once: the same records, warnings and refusals as of few."""

import csv
import io
from collections.abc import Sequence

import pytest

from tests.cli.many_rows import FEW, kept, taken, warnings
from tests.cli.program import Program

Rows = list[dict[str, str]]
COLUMNS = {
    "activities": ("id", "title_ar", "title_tr", "type", "owner", "weight", "ly", "status", "planned_end", "evidence"),
    "commitments": ("id", "title_ar", "title_en", "owner", "priority", "step", "due", "reason"),
}
CHANGES: dict[str, Sequence[dict[str, str]]] = {
    "activities": (
        {"title_tr": "Yeni {n}", "weight": "٣"},
        {"title_ar": "جديد {n} \u202eمقلوب", "owner": "TR/min"},
        {"owner": "SEC/coord", "type": "ورشة عمل", "ly": ""},
        {"owner": "LY/مكتب {n}", "planned_end": ""},
        {},
        {"evidence": "محضر {n}", "title_tr": "Kâğıt {n}"},
    ),
    "commitments": (
        {"title_en": "New {n}", "priority": "high"},
        {"owner": "ليبيا", "step": "3"},
        {"due": "2027-01-{day}", "reason": "تأجيل"},
        {"title_ar": "جديد {n}", "reason": "سبب"},
        {"title_ar": "", "owner": "", "priority": ""},
    ),
}
ALIKE = 6
"""The rows of one sort that follow each other."""


def exported(program: Program, kind: str) -> Rows:
    assert program("export", kind, "-o", "all.csv").code == 0
    text = (program.home / "all.csv").read_text(encoding="utf-8-sig")
    names = COLUMNS[kind]
    return [{name: row.get(name, "") for name in names} for row in csv.DictReader(io.StringIO(text, newline=""))]


def changed(rows: Rows, kind: str) -> Rows:
    found: Rows = []
    for n, row in enumerate(rows):
        asked = CHANGES[kind][n // ALIKE % len(CHANGES[kind])]
        found.append({**row, **{name: cell.format(n=n, day=10 + n % 20) for name, cell in asked.items()}})
    return found


def sheet_of(rows: Rows) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, [*rows[0]], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


@pytest.fixture
def many(demo: Program) -> Program:
    """A programme with some more activities and commitments than the demonstration has."""
    new = "\n".join(f"S{1 + n % 5},دورة {n},workshop,{n}" for n in range(30))
    assert taken(demo, f"step,title_ar,type,ly\n{new}", "--kind", "activities").code == 0
    new = "\n".join(f"D1,التزام {n},LY,2026-05-01" for n in range(20))
    assert taken(demo, f"source,title_ar,owner,due\n{new}", "--kind", "commitments").code == 0
    return demo


@pytest.mark.parametrize("kind", COLUMNS)
def test_they_are_changed_as_a_few_at_a_time(many: Program, kind: str) -> None:
    rows, told = changed(exported(many, kind), kind), list[str]()
    unchanged = many.file.read_bytes()
    for start in range(0, len(rows), FEW):
        found = taken(many, sheet_of(rows[start : start + FEW]), "--kind", kind)
        assert found.code == 0, found.err
        told += warnings(found.err, start)
    tables = (kind, "steps", "roles", "evidence")
    expected = {table: kept(many, table) for table in tables}
    many.file.write_bytes(unchanged)
    found = taken(many, sheet_of(rows), "--kind", kind)
    assert found.code == 0, found.err
    assert warnings(found.err) == told
    assert {table: kept(many, table) for table in tables} == expected
    assert many("history", "--verify").code == 0
    assert many("undo", "--yes").code == 0
    assert exported(many, kind) != rows


@pytest.mark.parametrize("kind", ["activities", "commitments", "steps", "meetings", "indicators", "evidence", "roles"])
def test_a_sheet_that_was_exported_changes_nothing(demo: Program, kind: str) -> None:
    assert demo("export", kind, "-o", "all.csv").code == 0
    before = demo.file.read_bytes()
    found = demo("import", "all.csv", "--kind", kind, "--yes")
    assert (found.code, "Nothing changed" in found.out) == (0, True), found.err
    assert demo.file.read_bytes() == before


FAULTS = {
    "a word of no closed set": ({"type": "lecture"}, "column type:"),
    "a number that is none": ({"weight": "x"}, "column weight:"),
    "a weight below one": ({"weight": "0"}, ""),
    "personal data": ({"title_tr": "0912345678 ali@example.com"}, "column title_tr:"),
    "a text that is too long": ({"title_ar": "ن" * 4001}, "column title_ar:"),
    "an unknown office": ({"owner": "XX"}, "column owner:"),
    "a status that cannot follow": ({"status": "completed"}, ""),
    "a day that is none": ({"planned_end": "2031-13-45"}, "column planned_end:"),
    "a code twice": ({"id": "S1.1"}, ""),
    "a code of nothing": ({"id": "S1.99"}, ""),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_row_that_is_refused_is_told_among_many(many: Program, fault: str) -> None:
    asked, said = FAULTS[fault]
    rows = [{**row, "title_tr": f"Yeni {n}"} for n, row in enumerate(exported(many, "activities"))]
    rows[30] |= asked
    before = many.file.read_bytes()
    found = taken(many, sheet_of(rows), "--kind", "activities")
    assert found.code == 1
    assert "Line 32" in found.err, found.err
    assert said in found.err
    assert many.file.read_bytes() == before


@pytest.mark.parametrize(("name", "cell"), [("rev", "77"), ("uid", "0123456789abcdef")])
def test_a_row_that_means_another_record_is_refused_among_many(many: Program, name: str, cell: str) -> None:
    rows = [{"id": row["id"], "title_tr": f"Yeni {n}", name: ""} for n, row in enumerate(exported(many, "activities"))]
    rows[20][name] = cell
    found = taken(many, sheet_of(rows), "--kind", "activities")
    assert (found.code, "Line 22" in found.err) == (1, True), found.err
    same = [{**row, "title_tr": old["title_tr"]} for row, old in zip(rows, exported(many, "activities"), strict=True)]
    assert (taken(many, sheet_of(same), "--kind", "activities").code == 0) is (name == "rev")


def test_what_the_whole_file_says_is_said_of_each_change(many: Program) -> None:
    rows = [{"id": row["id"], "title_tr": f"Yeni {n}"} for n, row in enumerate(exported(many, "activities"))]
    rows[5]["title_tr"] = "0912345678 ali@example.com"
    assert taken(many, sheet_of(rows), "--kind", "activities", "--force", "--reason", "سبب").code == 0
    assert many("history", "--json").data[0]["forced"]
