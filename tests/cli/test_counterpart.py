"""Copies for the other side: nothing internal in any output, and each says for whom it is (rule 14.6)."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
from icalendar import Calendar

from tests.cli.program import Program
from tests.internal_words import InternalWords
from tests.views.documents.reopened import every_text, html_outline
from tracker.cli.command_table import COMMANDS
from tracker.cli.commands.reporting.files import formats_of
from tracker.cli.input.kind_words import RECORDS
from tracker.model.audience import Audience
from tracker.reports.documents import DOCUMENTS

SAID = {"ar": "نسخة للجانب المقابل", "tr": "Karşı taraf için nüsha", "en": "Copy for the counterpart"}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Program, InternalWords]:
    """The program with such a tracker, a draft evaluation and notes in its history."""
    program, words = Program(tmp_path_factory.mktemp("counterpart")), InternalWords()
    words.kept_at(program.file)
    internal = Audience.COUNTERPART
    for line in (
        ("add-review", "2026-Q1", "--summary", words.word(internal), "--note", words.word(*Audience)),
        ("update-step", "S2", "--confirm", "--note", words.word(*Audience), "--by", "LY/liaison"),
        *(("note", code, words.word(internal)) for code in ("S2", "M6", "D3", "C5", "C8")),
        ("update-meeting", "M8", "--postpone", "--reason", words.word(internal), "--rescheduled-to", "2026-06-02"),
    ):
        found = program(*line)
        assert found.code == 0, found.err
    return program, words


def outputs(program: Program, audience: Audience) -> Iterator[tuple[str, str]]:
    """All that leaves for these readers: what was typed, and every text in what came."""
    readers = ("--audience", audience.value)
    # Into a folder `owed` writes a letter to each office, and an internal one stays with one's own side.
    own = ("--side", "LY", "--by", "LY/sec") if audience is Audience.INTERNAL else ()
    options = {"followup": ("--lang", "ar+tr"), "owed": ("--lang", "tr", *own)}
    folder = program.home / audience.value
    for kind in DOCUMENTS:
        found = program("report", kind, "-o", f"{folder}/", *readers, *options.get(kind, ("--lang", "tr")))
        assert found.code == 0, found.err
        for line in (("report", kind), ("report", kind, "--plain"), ("report", kind, "--json")):
            yield " ".join(line), program(*line, *readers).out
    compared = program("report", "evaluation", "--period", "2026-Q1", "--against", "2025-Q4", *readers)
    yield "report evaluation", compared.out
    for path in sorted(folder.iterdir()):
        yield path.name, every_text(path.suffix[1:], path.read_bytes())
    for kind in RECORDS:
        yield f"export {kind}", program("export", kind, "-o", "-", *readers).out
        found = program("export", kind, "-o", f"{folder}/{kind}.csv", *readers)
        yield f"{kind}.csv", (folder / f"{kind}.csv").read_text("utf-8") if found.code == 0 else found.err
    yield "export meetings", unfolded(program("export", "meetings", *readers).out)
    due = program("export", "commitments", "-o", f"{folder}/due.ics", *readers)
    yield "due.ics", due.out + unfolded((folder / "due.ics").read_text("utf-8"))


def unfolded(calendar: str) -> str:
    """The lines of a calendar as they were before they were folded (RFC 5545, 3.1)."""
    return re.sub(r"\r?\n ", "", calendar)


@pytest.mark.parametrize("audience", [Audience.COUNTERPART, pytest.param(Audience.INTERNAL, marks=pytest.mark.slow)])
def test_no_output_has_a_word_that_its_readers_must_not_see(
    kept: tuple[Program, InternalWords], audience: Audience
) -> None:
    program, words = kept
    hidden = set(words.hidden[audience])
    found = {
        name: sorted(hidden.intersection(re.findall(r"zq[0-9]+qz", text))) for name, text in outputs(program, audience)
    }
    assert len(found) > len(DOCUMENTS) * 3
    assert {name: leaked for name, leaked in found.items() if leaked} == {}


@pytest.mark.slow
def test_one_s_own_side_reads_them(kept: tuple[Program, InternalWords]) -> None:
    program, words = kept
    own = set(words.hidden[Audience.COUNTERPART]) - set(words.hidden[Audience.INTERNAL])
    seen = {word for _, text in outputs(program, Audience.INTERNAL) for word in re.findall(r"zq[0-9]+qz", text)}
    assert len(seen & own) > len(own) / 2


def test_every_command_with_readers_is_walked(program: Program) -> None:
    """A command that gets the option must be among the outputs above."""
    assert {name for name in COMMANDS if "--audience" in program(name, "--help").out} == {"report", "export"}


@pytest.mark.parametrize("line", ["export meetings", "export steps", "report brief", "export"])
def test_readers_who_are_none_are_refused(kept: tuple[Program, InternalWords], line: str) -> None:
    found = kept[0](*line.split(), "--audience", "nobody")
    assert (found.code, found.out) == (2, "")
    assert "nobody" in found.err


@pytest.mark.parametrize("lang", SAID)
def test_a_copy_says_for_whom_it_is(demo: Program, lang: str) -> None:
    """On every page, in the name of the file and in its properties, in the language of the document."""
    found = demo("report", "full", "-o", "out/", "--audience", "counterpart", "--lang", lang)
    assert found.code == 0, found.err
    files = {path.suffix[1:]: path for path in (demo.home / "out").iterdir()}
    assert set(files) == set(formats_of("full"))
    assert {path.stem for path in files.values()} == {"full-counterpart"}
    said = SAID[lang]
    assert all(said in head for head in heads_of_pages(files))
    assert all(said in title for title in titles(files))
    assert said in files["md"].read_text("utf-8")
    assert '"audience": "counterpart"' in files["json"].read_text("utf-8")
    calendar = Calendar.from_ical(demo("export", "meetings", "--audience", "counterpart", "--lang", lang).out)
    assert said in str(calendar["X-WR-CALNAME"])


def heads_of_pages(files: dict[str, Path]) -> Iterator[str]:
    """What stands at the head of each page, or at that of all."""
    pdf = pypdfium2.PdfDocument(files["pdf"].read_bytes())
    assert len(pdf) > 1
    for page in pdf:
        yield " ".join(page.get_textpage().get_text_bounded().split())
    for section in docx.Document(str(files["docx"])).sections:
        yield " ".join(p.text for p in section.header.paragraphs)
    for sheet in openpyxl.load_workbook(files["xlsx"]).worksheets:
        yield str(sheet.oddHeader.center.text)
    html = files["html"].read_text("utf-8")
    yield " ".join(html_outline(html).lines[:4])
    assert "@top-center" in html


def titles(files: dict[str, Path]) -> Iterator[str]:
    yield str(docx.Document(str(files["docx"])).core_properties.title)
    yield str(openpyxl.load_workbook(files["xlsx"]).properties.title)
    yield str(pypdfium2.PdfDocument(files["pdf"].read_bytes()).get_metadata_value("Title"))
    yield html_outline(files["html"].read_text("utf-8")).lines[0]


def test_what_stays_inside_says_nothing_of_readers(demo: Program) -> None:
    assert demo("report", "brief", "-o", "out/", "--audience", "internal").code == 0
    files = {path.suffix[1:]: path for path in (demo.home / "out").iterdir()}
    assert {path.stem for path in files.values()} == {"brief"}
    assert not any(SAID["en"] in title for title in titles(files))
    assert all(SAID["en"] not in every_text(form, path.read_bytes()) for form, path in files.items())


def test_a_long_title_never_costs_a_copy_its_mark(demo: Program) -> None:
    assert demo("update-initiative", "--title-en", "W" * 400, "--title-tr", "W" * 400).code == 0
    demo("report", "brief", "-o", "b.xlsx", "--audience", "counterpart")
    title = str(openpyxl.load_workbook(io.BytesIO((demo.home / "b.xlsx").read_bytes())).properties.title)
    assert title.endswith(SAID["en"])
    assert len(title) <= 255


def test_a_terminal_and_a_plain_line_say_it_too(demo: Program) -> None:
    shown = demo("report", "brief", "--audience", "counterpart")
    assert SAID["en"] in shown.out
    plain = demo("report", "brief", "--audience", "counterpart", "--plain")
    assert SAID["en"] in plain.err
    assert SAID["en"] not in plain.out
