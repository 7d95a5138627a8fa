"""The letters of `report owed`: to whom, in which language, with what they may see; read again by other readers."""

import csv
import io
import json
import re
from itertools import groupby
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest

from tests.cli.program import Program, Result

LIBYAN = ("--by", "LY/liaison")
TURKISH_LATE, LIBYAN_LATE = "TR/lgl", "LY/log"


def owed(program: Program, *more: str, lang: str = "en") -> Result:
    found = program("report", "owed", *more, env={"TRACKER_LANG": lang})
    assert found.code == 0, found.err
    return found


def rows(program: Program, *more: str) -> dict[str, dict[str, Any]]:
    blocks = json.loads(owed(program, *more, "--json").out)["data"]
    return {row["id"]: row for block in blocks if block["key"] == "owed" for row in block["rows"]}


@pytest.fixture
def owing(program: Program) -> Program:
    """One office owes something of every sort."""
    lines = (
        "init",
        "update-initiative --owner TR/lgl",
        "update-step S3 --owner TR/lgl --start 2026-01-01 --due 2026-03-01",
        "add-activity S2 نشاط --type training-course --owner TR/lgl --start 2026-01-01 --due 2026-03-21",
        "add-decision M1 قرار",
        "add-commitment D1 التزام --owner TR/lgl --due 2026-03-11",
        "add-commitment D1 مغلق --owner TR/lgl --due 2026-03-11",
        "update-commitment C2 --status cancelled --reason لا",
        "add-commitment D1 لغيرهم --owner LY/log --due 2026-03-11",
        "add-obstacle عائق --step S3 --owner TR/lgl --target 2026-04-10",
        "add-meeting لقاء --on 2026-03-01 --held --participants TR/lgl=2",
        "add-indicator مؤشر --step S2 --level output --unit item --owner TR/lgl --baseline 0 "
        "--baseline-date 2025-09-30",
        "add-review 2025-Q4",
        "add-recommendation R1 توصية",
        "add-review 2025-Q3",
        "add-recommendation R2 لم-تُعتمد",
        "update-review R1 --approve",
    )
    for line in lines:
        found = program(*line.split(), *LIBYAN)
        assert found.code == 0, (line, found.err)
    return program


def test_an_office_owes_what_it_answers_for_and_has_not_done(owing: Program) -> None:
    found = rows(owing, "--owner", "TR/lgl")
    assert {code: row["thing"] for code, row in found.items()} == {
        "S3": "work",
        "S2.1": "work",
        "C1": "commitment",
        "O1": "resolution",
        "M3": "minutes",
        "I1": "measurement",
        "N1": "answer",
    }
    assert list(found)[-1] == "N1"  # of no date
    assert "(20 gün gecikti)" in owed(owing, "--owner", "TR/lgl").out
    assert set(rows(owing, "--owner", "TR")) == set(found)
    assert set(rows(owing, "--owner", "LY/log")) == {"C3"}


def test_what_each_office_owes_is_a_table_with_the_offices(owing: Program) -> None:
    """One table, whose rows say in every format whose they are; what several owe is told once."""
    owed(owing, "-o", "all.csv")
    head, *lines = csv.reader((owing.home / "all.csv").read_text("utf-8-sig").splitlines())
    owner = head.index("Owner")
    said = {line[0]: line[owner] for line in lines}
    assert len(said) == len(lines)
    assert said["C3"].startswith("Libyan side")
    assert said["C1"].startswith("Turkish side")
    offices = [line[owner] for line in lines]
    assert [each for each, _ in groupby(offices)] == list(dict.fromkeys(offices))


@pytest.mark.parametrize(
    ("office", "lang", "said"),
    [("TR/lgl", "", "Beklenen"), ("LY/log", "", "المطلوب"), ("TR/lgl", "en", "What is asked")],
)
def test_a_letter_is_in_the_language_of_who_gets_it(owing: Program, office: str, lang: str, said: str) -> None:
    chosen = ("--lang", lang) if lang else ()
    for reader in ("ar", "tr", "en"):
        assert said in owed(owing, "--owner", office, *chosen, lang=reader).out


def test_a_letter_as_every_file_is_read_again(owing: Program) -> None:
    for ending in ("docx", "pdf", "html", "md", "txt"):
        owed(owing, "--owner", "TR/lgl", "-o", f"letter.{ending}")
    home = owing.home
    word = docx.Document(io.BytesIO((home / "letter.docx").read_bytes()))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert any("C1" in cell for cell in cells)
    assert any("Beklenen" in cell for cell in cells)
    pages = pypdfium2.PdfDocument((home / "letter.pdf").read_bytes())
    printed = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "C1" in printed
    assert "Beklenen" in printed
    for ending in ("html", "md", "txt"):
        text = (home / f"letter.{ending}").read_text("utf-8")
        assert "C1" in text
        assert "Beklenen" in text


def test_the_text_for_a_mail_has_neither_markup_nor_marks_of_direction(owing: Program) -> None:
    text = owed(owing, "--owner", "LY/log").out
    assert text == owed(owing, "--owner", "LY/log", "-o", "-").out
    assert not re.search("[\u2066-\u2069\u200e\u200f\x1b]", text)
    assert "| ---" not in text
    assert "- C3 لغيرهم" in text


def test_the_text_for_a_mail_says_what_the_page_says(demo: Program) -> None:
    """The requests have numbers, a figure what is said of it, and nothing is there that is for programs alone."""
    assert demo("report", "brief", "-o", "brief.txt", "--lang", "en").code == 0
    text = (demo.home / "brief.txt").read_text("utf-8")
    assert "Change since the last brief: [no earlier brief on record]" in text
    assert "\n1. " in text
    assert "\n- S1 " not in text


def test_a_folder_has_a_letter_for_each_office(owing: Program) -> None:
    owed(owing, "-o", "letters/", "--format", "txt")
    assert {path.name for path in (owing.home / "letters").iterdir()} >= {"owed-TR-lgl.txt", "owed-LY-log.txt"}
    owed(owing, "--side", "ly", "-o", "ours/", "--format", "txt")
    assert {path.name for path in (owing.home / "ours").iterdir()} == {"owed-LY-log.txt"}


def test_a_letter_to_another_side_never_holds_what_is_internal(owing: Program) -> None:
    own = owing("report", "owed", "--owner", "LY/log", *LIBYAN)
    theirs = owing("report", "owed", "--owner", "TR/lgl", *LIBYAN)
    assert "نسخة للجانب المقابل" not in own.out
    assert "Karşı taraf için nüsha" in theirs.out
    for line in (("--owner", "TR/lgl"), ("--side", "tr")):
        refused = owing("report", "owed", *line, "--audience", "internal", *LIBYAN)
        assert (refused.code, refused.out) == (2, "")
        assert "--audience internal" in refused.err
    assert owing("report", "owed", "--owner", "LY/log", "--audience", "internal", *LIBYAN).code == 0
    unsaid = owing("report", "owed", "--owner", "LY/log", "--audience", "internal")
    assert unsaid.code == 2


def test_what_both_sides_owe_is_in_the_letter_of_each(owing: Program) -> None:
    assert "M1" in rows(owing, "--side", "ly")
    assert "M1" in rows(owing, "--side", "tr")


@pytest.mark.parametrize("line", ["report brief --owner LY/log", "report owed --meeting M1", "report owed --owner XX"])
def test_what_means_nothing_is_refused(owing: Program, line: str) -> None:
    assert owing(*line.split()).code in (1, 2)


def test_the_name_of_a_file_is_within_its_folder(owing: Program) -> None:
    owed(owing, "-o", "letters/", "--format", "txt")
    assert list(Path(owing.home).glob("*.txt")) == []


def test_a_copy_of_a_side_writes_to_its_own_offices_as_one_of_them(program: Program) -> None:
    """Nobody is named by --by: whose copy it is says which side is one's own."""
    assert program("init", "--template", "demo", "--side", "tr").code == 0
    own, theirs = (program("report", "owed", "--owner", office, "--lang", "en") for office in ("TR/lgl", "LY/lgl"))
    assert "Copy for the counterpart" not in own.out
    assert "Copy for the counterpart" in theirs.out
    named = program("report", "owed", "--owner", "TR/lgl", "--lang", "en", *LIBYAN)
    assert "Copy for the counterpart" in named.out


def test_a_letter_says_in_words_what_it_follows_from(demo: Program) -> None:
    """Who gets it has no tracker to look up a code in; programs get the codes as ever."""
    found = rows(demo, "--owner", "TR/lgl", *LIBYAN)["C11"]
    assert found["source"]["values"] == ["M7", "D6"]
    text = owed(demo, "--owner", "TR/lgl", "--lang", "en", *LIBYAN).out
    assert "M7 Third technical meeting, D6 Suspend the legal review until legal opinions are complete" in text
    for form in ("html", "docx", "md"):
        assert owed(demo, "--owner", "TR/lgl", "--lang", "en", *LIBYAN, "-o", f"letter.{form}").code == 0
    shown = (demo.home / "letter.html").read_text("utf-8")
    assert "Third technical meeting" in shown
    assert "Suspend the legal review" in shown


def test_what_a_draft_recommends_is_told_to_the_other_side_by_its_code_alone(owing: Program) -> None:
    """N2 is of an evaluation that is not approved, and what follows from it is owed all the same."""
    assert owing("add-commitment", "N2", "وعد", "--owner", "TR/lgl", *LIBYAN).code == 0
    text = owed(owing, "--owner", "TR/lgl", *LIBYAN).out
    assert "N2" in text
    assert "لم-تُعتمد" not in text
