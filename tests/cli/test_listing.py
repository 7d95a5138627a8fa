"""`list` as it is typed: what it looks through, its columns, files and views."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.program import Program, Result


def kinds(result: Result) -> set[str]:
    """The kinds of which a list for programs has something."""
    assert result.code == 0, result.err
    return {kind for kind, rows in result.data.items() if kind != "initiative" and rows}


def first_cells(result: Result) -> list[str]:
    assert result.code == 0, result.err
    return [line.split("\t")[0] for line in result.out.splitlines()]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (("--overdue",), {"activities", "series", "commitments", "obstacles", "indicators", "aspects"}),
        (("--late",), {"activities", "series", "commitments", "obstacles", "indicators", "aspects"}),
        (("--owner", "TR/liaison"), {"commitments"}),
        (("--status", "held"), {"meetings"}),
        (("--status", "blocked,resolved"), {"steps", "activities", "commitments", "obstacles"}),
        (("--missing-minutes",), set()),
    ],
)
def test_a_filter_without_a_kind_looks_through_everything(
    demo: Program, filters: tuple[str, ...], found: set[str]
) -> None:
    result = demo("list", *filters, "--json")
    assert kinds(result) - {"aspects"} == found - {"aspects"}


def test_only_sections_with_hits_are_shown(demo: Program) -> None:
    for line in (("list", "--late", "--side", "tr"), ("list", "all", "--late", "--side", "tr")):
        found = demo(*line).out
        assert "C11" in found
        assert [
            word for word in ("Joint steps", "Activities", "Meetings", "Commitments") if f"\n{word}\n" in found
        ] == ["Commitments"]
        assert "matches" not in found


def test_where_nothing_is_found_one_sentence_says_so(demo: Program) -> None:
    assert demo("list", "--search", "xyzzy").out.endswith("Nothing matches.\n")
    assert demo("list", "all", "--missing-minutes").out.endswith("Nothing matches.\n")


def test_without_a_filter_it_stays_a_list_of_steps(demo: Program) -> None:
    for line in (("list",), ("list", "--sort", "-weight"), ("list", "--limit", "2")):
        assert {"data", "aspects", "initiative"} <= demo(*line, "--json").json.keys()


def test_a_status_that_no_kind_has(demo: Program) -> None:
    refused = demo("list", "--status", "purple")
    assert (refused.code, "purple" in refused.err) == (2, True)


def test_what_is_empty_says_how_to_begin(started: Program) -> None:
    assert "None yet. To add one: tracker add-indicator" in started("list", "indicators").out
    assert "None yet. To add one: tracker add-commitment" in started("list", "commitments", "--late").out
    assert "No step matches." in started("list", "steps", "--late").out


def test_what_is_mine(demo: Program) -> None:
    refused = demo("list", "--mine")
    assert refused.code == 2
    assert "tracker config by LY/liaison" in refused.err
    mine = demo("list", "--mine", "--by", "LY/lgl", "--json")
    assert mine.code == 0, mine.err
    owners = [
        row.get("owner") or row.get("lead")
        for kind, rows in mine.data.items()
        if kind not in ("initiative", "aspects")
        for row in rows
    ]
    assert owners
    assert all(owner == {"party": "LY", "role": "lgl"} for owner in owners)
    assert demo("list", "--mine", env={"TRACKER_BY": "LY/lgl"}).code == 0


def test_a_party_has_what_its_offices_have(demo: Program) -> None:
    rows = demo("list", "commitments", "--mine", "--by", "TR", "--json").data
    assert {row["owner"]["role"] for row in rows} == {"lgl", "liaison"}


def test_plain_lines_of_one_kind_are_its_table_alone(demo: Program) -> None:
    assert first_cells(demo("list", "steps", "--plain")) == ["S1", "S2", "S3", "S4", "S5"]
    assert {"A1", "A2", "A3"} < set(first_cells(demo("list", "--plain")))


def test_columns_are_chosen_and_ordered(demo: Program) -> None:
    (first, *_) = demo("list", "commitments", "--columns", "due,ID", "--plain", "--limit", "1").out.splitlines()
    assert first.split("\t")[1] == "C12"
    assert demo("list", "steps", "--columns", "planned-end,id", "--limit", "1", "--plain").out == "30 June 2026\tS1\n"


def test_columns_without_a_kind_are_those_of_the_steps(demo: Program) -> None:
    assert first_cells(demo("list", "--columns", "id,weight", "--plain")) == ["S1", "S2", "S3", "S4", "S5"]


@pytest.mark.parametrize("form", [("--plain",), ("--json",), ("-o", "a.csv"), ("-o", "a.json")])
def test_a_column_that_there_is_not_is_refused_with_those_there_are(demo: Program, form: tuple[str, ...]) -> None:
    refused = demo("list", "commitments", "--columns", "id,colour", *form)
    assert refused.code == 2
    assert "colour" in refused.err
    assert "owner" in refused.err
    assert not (demo.home / "a.csv").exists()


@pytest.mark.parametrize(
    "line",
    [
        ("commitments", "--json", "id,due"),
        ("commitments", "--json=id,due"),
        ("--json", "id,due", "commitments"),
        ("commitments", "--columns", "id,due", "--json"),
    ],
)
def test_the_fields_for_programs_are_chosen(demo: Program, line: tuple[str, ...]) -> None:
    rows = demo("list", *line, "--limit", "1").data
    assert rows == [{"id": "C12", "due": "2025-12-31"}]


def test_what_stands_behind_json_is_not_swallowed(demo: Program) -> None:
    assert demo("list", "--json", "evidence").json["kind"] == "evidence"
    assert demo("list", "--json", "مستندات").json["kind"] == "evidence"
    assert demo("list", "--json", "--limit", "1").json["kind"] == "steps"
    assert demo("list", "--json", "title", "--limit", "1").data[0].keys() == {"title"}
    assert demo("list", "lessons", "--json").json["kind"] == "lessons"
    refused = demo("list", "--json", "id,titel")
    assert (refused.code, json.loads(refused.err)["error"]["code"]) == (2, "unknown_column")
    refused = demo("list", "--json=titel")
    assert json.loads(refused.err)["error"]["code"] == "unknown_column"


def table_of(path: Path) -> list[list[Any]]:
    content = path.read_bytes()
    if path.suffix == ".csv":
        return list(csv.reader(StringIO(content.decode("utf-8-sig"))))
    sheet = load_workbook(BytesIO(content)).worksheets[-1]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("name", ["c.csv", "c.xlsx"])
def test_a_list_as_a_spreadsheet(demo: Program, name: str) -> None:
    assert demo("list", "commitments", "--late", "--columns", "id,title", "-o", name).code == 0
    rows = table_of(demo.home / name)
    codes = {str(row[0]) for row in rows}
    assert {"C8", "C11", "C12", "C14"} <= codes
    assert "C1" not in codes


@pytest.mark.parametrize(("name", "start"), [("c.docx", b"PK"), ("c.html", b"<!"), ("c.md", b"")])
def test_a_list_as_a_document(demo: Program, name: str, start: bytes) -> None:
    assert demo("list", "--late", "-o", name).code == 0
    assert (demo.home / name).read_bytes().startswith(start)


def test_a_list_as_json_is_what_json_says(demo: Program) -> None:
    assert demo("list", "lessons", "-o", "c.json").code == 0
    assert json.loads((demo.home / "c.json").read_text(encoding="utf-8")) == demo("list", "lessons", "--json").json


def test_a_file_says_no_words_of_restricted_papers(demo: Program) -> None:
    assert demo("update-evidence", "E2", "--confidentiality", "restricted").code == 0
    reference = next(row["reference"] for row in demo("list", "evidence", "--json").data if row["id"] == "E2")
    assert demo("list", "evidence", "-o", "e.md").code == 0
    assert reference not in (demo.home / "e.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["c.zip", "c", "c.ics"])
def test_an_ending_that_cannot_be_written_is_refused_with_those_that_can(demo: Program, name: str) -> None:
    refused = demo("list", "commitments", "-o", name)
    assert refused.code != 0
    assert "pdf, docx, xlsx, html, md" in refused.err
    assert not (demo.home / name).exists()


def test_csv_holds_one_kind(demo: Program) -> None:
    refused = demo("list", "--late", "-o", "c.csv")
    assert (refused.code, "xlsx" in refused.err) == (2, True)
    assert demo("list", "-o", "s.csv").code == 0
    assert [row[0] for row in table_of(demo.home / "s.csv")][1:] == ["S1", "S2", "S3", "S4", "S5"]


def test_a_view_by_its_name(demo: Program) -> None:
    assert demo("config", "view.late", "list all --overdue --side ly").code == 0
    same = demo("list", "all", "--overdue", "--side", "ly").out
    assert demo("list", "--view", "late").out == demo("list", "--view=late").out == same
    assert kinds(demo("list", "--view", "late", "--owner", "LY/lgl", "--json")) == {"activities"}
    assert demo("list", "commitments", "--view", "late", "--json").json["kind"] == "commitments"
    assert demo("config", "view.late").out.count("list all --overdue --side ly") == 1
    assert "view.late" in demo("config").out


def test_a_view_is_taken_out_and_others_stay(demo: Program) -> None:
    demo("config", "lang", "en")
    demo("config", "view.a", "list --late")
    demo("config", "view.b", "tracker list meetings --columns id,title")
    assert demo("config", "view.a", "--unset").code == 0
    refused = demo("list", "--view", "a")
    assert (refused.code, "Known: b." in refused.err) == (2, True)
    assert demo("list", "--view", "b", "--plain", "--limit", "1").out.startswith("M1\t")
    assert demo("config", "view.b", "--unset").code == 0
    assert "tracker config view.1" in demo("list", "--view", "b").err
    assert demo.config.read_text(encoding="utf-8").strip() == 'lang = "en"'


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("list --colour red", "--colour"),
        ("show S1", "show S1"),
        ("list steps --columns id,colour", "colour"),
        ("list steps --sort colour", "colour"),
        ("list lessons --overdue", "--overdue"),
        ("list 'x", "list 'x"),
        ("list", "not a line of list"),
        ("", "not a line of list"),
    ],
)
def test_a_view_that_cannot_be_understood_is_refused_when_it_is_set(demo: Program, line: str, said: str) -> None:
    refused = demo("config", "view.x", line)
    assert refused.code != 0
    assert said in refused.err
    assert not demo.config.exists()


def test_a_name_that_is_none(demo: Program) -> None:
    assert demo("config", "view.", "list --late").code == 2
    assert demo("config", "view.a b", "list --late").code == 2
    assert demo("config", "view.متأخر", "list --late").code == 0
    assert demo("list", "--view", "متأخر").code == 0
