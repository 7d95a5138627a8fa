"""Texts that are commands somewhere, and what must become of them in each output: data, and nothing else."""

import csv
import io
import re

import docx
import openpyxl
from icalendar import Calendar

from tests.cli.acting import ACTIVE
from tests.cli.program import Program
from tests.views.documents.hostile import HOSTILE
from tests.views.documents.reopened import FORGE, html_outline, pdf_text
from tracker.cli.input.kind_words import RECORDS
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


def exports(program: Program) -> list[tuple[str, ...]]:
    """The kinds that have a spreadsheet."""
    return [("export", kind, "-o", "-") for kind in RECORDS if kind != "meetings" and program("export", kind).code == 0]


def check_spreadsheets(program: Program) -> None:
    """No cell of a spreadsheet is a formula, and no row has more cells than the others."""
    number = re.compile(r"[+-]?\d+(?:\.\d+)?%?")
    for line in exports(program):
        rows = list(csv.reader(io.StringIO(read(program, line).removeprefix("\ufeff"), newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}, line
        begun = [cell for row in rows for cell in row if cell.lstrip(" ")[:1] in tuple("=+-@\t\r＝＋－＠")]
        assert [cell for cell in begun if cell.strip() and not number.fullmatch(cell)] == [], line


def check_documents(program: Program, kind: str) -> None:
    """A document of each format that does nothing: no scripts, links, formulas, fields or controls."""
    found = program("report", kind, "-o", "out/", "--lang", "en")
    assert found.code == 0, found.err
    files = {path.suffix[1:]: path for path in (program.home / "out").iterdir()}
    page = html_outline(files["html"].read_text("utf-8"))
    assert {tag for tag, _ in page.tags} & {"script", "img", "iframe", "object", "form", "link"} == set()
    places = [str(attributes["href"]) for tag, attributes in page.tags if tag == "a"]
    assert [place for place in places if not re.fullmatch(r"#[\w/%.-]+", place)] == []
    assert [attributes for _, attributes in page.tags if any(name.startswith("on") for name in attributes)] == []
    markdown = html_outline(FORGE.render(files["md"].read_text("utf-8")))
    assert {tag for tag, _ in markdown.tags} & {"script", "img", "a", "iframe", "object"} == set()
    book = openpyxl.load_workbook(files["xlsx"])
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert [cell.coordinate for cell in cells if cell.hyperlink and cell.hyperlink.target] == []  # its own sheets alone
    body = docx.Document(str(files["docx"])).element.body
    led = ".//w:hyperlink[@r:id or not(starts-with(@w:anchor, 'chapter'))]"  # out of the document
    assert body.xpath(f".//w:instrText|{led}|.//w:fldSimple|.//w:object") == []
    assert "\x1b" not in pdf_text(files["pdf"].read_bytes())


def check_calendar(program: Program) -> None:
    """The calendar has its meetings, and of each only what a meeting has."""
    found = Calendar.from_ical(read(program, ("export", "meetings")))
    kept = {"SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "SEQUENCE", "DESCRIPTION", "LOCATION", "STATUS"}
    assert len(found.walk("VEVENT")) == 8
    assert [event for event in found.walk("VEVENT") if set(event) - kept] == []
