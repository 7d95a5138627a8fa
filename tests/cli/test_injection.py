"""Texts that are commands somewhere, in every field of a file that somebody else wrote: data in every output."""

import csv
import io
import json
import re
from pathlib import Path

import docx
import openpyxl
import pytest
from icalendar import Calendar

from tests.cli.acting import ACTIVE, OURS
from tests.cli.completion import asked
from tests.cli.program import Program
from tests.full_of import full_of
from tests.views.documents.hostile import HOSTILE
from tests.views.documents.reopened import FORGE, html_outline, pdf_text
from tracker.cli.input.kind_words import RECORDS
from tracker.cli.nouns import noun_of
from tracker.model.records.tables import TABLES
from tracker.reports.documents import DOCUMENTS
from tracker.reports.kinds import LISTED

COMMANDS_OF_TERMINALS = (
    "\x1b[31m\x1b]0;title\x07\x1bP1$r\x1b\\\x1b_x\x1b\\a",
    "\x9b2J\x9dx\x9c\x84\x85\x8d",
    "\x07\x08\x00\x0b\x0c\x0e\x0f\x7f\rover",
    "\u202e\u202d\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    "a\u2028b\u2029c\nd\te",
)
INJECTED = (
    *COMMANDS_OF_TERMINALS,
    *HOSTILE,
    "=cmd|' /C calc'!A0",
    "\\input{/etc/passwd} $\\write18{x}$ \\u{0}",
    "](javascript:alert(1)) ![x](file:///etc/passwd) [x]: http://evil.example <http://evil.example>",
    "BEGIN:VEVENT\r\nEND:VCALENDAR\nATTENDEE:mailto:x",
    '{ HYPERLINK "http://evil.example" } \x13INCLUDETEXT\x14\x15 {{7*7}} %s %(x)s {0}',
    "-" * 20 + "\n# h\n> q\n1. l\n| a | b |\n|---|---|\n```\ncode",
)
CODES = ("S1", "S1.1", "A1", "M7", "D1", "C1", "O1", "L1", "I1", "R1", "N1", "E1")


def lines() -> list[tuple[str, ...]]:
    """Every reading that is shown, by what is typed."""
    shown = [f"list {kind}" for kind in (*LISTED, "all")] + [f"report {kind}" for kind in DOCUMENTS]
    shown += [f"show {code}" for code in CODES]
    shown += ["show S1 --explain", "status", "history", "history S1", "check", "config"]
    return [tuple(line.split()) for line in shown]


def clean(text: str) -> bool:
    return not ACTIVE.search(text.replace("\r\n", "\n").removeprefix("\ufeff"))


def read(program: Program, line: tuple[str, ...]) -> str:
    found = program(*line)
    assert found.code in (0, 3), (line, found.err)
    assert clean(found.err), line
    return found.out


@pytest.fixture(params=[0, pytest.param(1, marks=pytest.mark.slow), pytest.param(2, marks=pytest.mark.slow)])
def full(request: pytest.FixtureRequest, tmp_path: Path) -> Program:
    """The program on such a tracker; the texts stand in other places each time."""
    program = Program(tmp_path)
    full_of(program.file, INJECTED, request.param * 7)
    return program


@pytest.fixture
def steering(tmp_path: Path) -> Program:
    """The same with what steers terminals alone."""
    program = Program(tmp_path)
    full_of(program.file, ("".join(COMMANDS_OF_TERMINALS),))
    return program


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "tr"])
def test_no_raw_output_steers_a_terminal(steering: Program, lang: str) -> None:
    steering.env["TRACKER_LANG"] = lang
    outputs = {line: read(steering, line) for each in lines() for line in (each, (*each, "--plain"), (*each, "--json"))}
    outputs |= {line: read(steering, line) for line in [("export",), ("export", "meetings"), *exports(steering)]}
    assert [line for line, text in outputs.items() if not clean(text)] == []
    for line, text in outputs.items():
        assert "--json" not in line or json.loads(text), line
        assert "--plain" not in line or len({row.count("\t") for row in text.splitlines()}) < 40, line


def exports(program: Program) -> list[tuple[str, ...]]:
    """The kinds that have a spreadsheet."""
    return [("export", kind, "-o", "-") for kind in RECORDS if kind != "meetings" and program("export", kind).code == 0]


@pytest.mark.slow
def test_no_file_steers_a_terminal_that_shows_it(steering: Program) -> None:
    for kind in [line[1] for line in exports(steering)]:
        assert steering("export", kind, "-o", f"{kind}.csv").code == 0
    assert steering("export", "meetings", "-o", "m.ics").code == 0
    assert steering("export", "-o", "all.json").code == 0
    for kind in ("matrix", "full"):
        for form in ("md", "csv", "html", "json"):
            steering("report", kind, "-o", f"{kind}.{form}")
    order = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")  # of what stands in a document; they act on nothing else
    files = [path for path in steering.home.iterdir() if path.is_file()]
    assert len(files) > 20
    assert [path.name for path in files if not clean(order.sub("", path.read_bytes().decode()))] == []


def test_completion_is_lines_of_words(steering: Program) -> None:
    for command in ("update-step", "show", "attach", "verify", "undo"):
        found = steering(env={"COMP_WORDS": f"tracker {command} ", "_TRACKER_COMPLETE": "bash_complete"})
        assert found.out
        assert clean(found.out)
        assert all(line.count("\t") <= 1 for line in found.out.splitlines())
    assert set(asked(steering, "tracker update-step ")) == {"S1", "S2", "S3", "S4", "S5"}
    assert noun_of("update-step") is not None


@pytest.mark.parametrize("bidi", ["logical", pytest.param("c", marks=pytest.mark.slow)])
def test_no_screen_obeys(full: Program, bidi: str) -> None:
    some = [("list", "all"), ("show", *CODES), ("report", "full"), ("history",), ("status",)]
    for line in some if bidi == "logical" else lines():
        screen = full.typed(*line, "--no-pager", env={"TRACKER_BIDI": bidi}, seconds=60)
        assert screen.code in (0, 3), line
        assert not ACTIVE.search(OURS.sub("", screen.out).replace("\r", "")), line


def test_machines_get_every_text_as_it_is(full: Program) -> None:
    shown = json.dumps(full("list", "all", "--json").json, ensure_ascii=False)
    whole = full("export").json
    titles = [row["title"]["ar"] for table in ("steps", "activities", "meetings") for row in whole["tables"][table]]
    assert set(titles) & set(INJECTED)
    assert all(json.dumps(title, ensure_ascii=False)[1:-1] in shown for title in titles)


def test_spreadsheets_calculate_nothing(full: Program) -> None:
    number = re.compile(r"[+-]?\d+(?:\.\d+)?%?")
    for line in exports(full):
        rows = list(csv.reader(io.StringIO(read(full, line).removeprefix("\ufeff"), newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}, line
        begun = [cell for row in rows for cell in row if cell.lstrip(" ")[:1] in tuple("=+-@\t\r＝＋－＠")]
        assert [cell for cell in begun if cell.strip() and not number.fullmatch(cell)] == [], line


@pytest.mark.parametrize("kind", ["followup", *(pytest.param(k, marks=pytest.mark.slow) for k in DOCUMENTS)])
def test_documents_do_nothing(full: Program, kind: str) -> None:
    found = full("report", kind, "-o", "out/", "--lang", "en")
    assert found.code == 0, found.err
    files = {path.suffix[1:]: path for path in (full.home / "out").iterdir()}
    page = html_outline(files["html"].read_text("utf-8"))
    assert {tag for tag, _ in page.tags} & {"script", "img", "iframe", "object", "a", "form", "link"} == set()
    assert [attributes for _, attributes in page.tags if any(name.startswith("on") for name in attributes)] == []
    markdown = html_outline(FORGE.render(files["md"].read_text("utf-8")))
    assert {tag for tag, _ in markdown.tags} & {"script", "img", "a", "iframe", "object"} == set()
    book = openpyxl.load_workbook(files["xlsx"])
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    body = docx.Document(str(files["docx"])).element.body
    assert body.xpath(".//w:instrText|.//w:hyperlink|.//w:fldSimple|.//w:object") == []
    assert "\x1b" not in pdf_text(files["pdf"].read_bytes())


def test_a_calendar_has_its_meetings_and_nothing_else(full: Program) -> None:
    found = Calendar.from_ical(read(full, ("export", "meetings")))
    kept = {"SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "SEQUENCE", "DESCRIPTION", "LOCATION", "STATUS"}
    assert len(found.walk("VEVENT")) == 8
    assert [event for event in found.walk("VEVENT") if set(event) - kept] == []


def test_every_kind_is_among_them() -> None:
    assert {"thresholds", "initiative", *LISTED} == set(TABLES)
