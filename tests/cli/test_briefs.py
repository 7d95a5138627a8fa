"""Issuing a brief, and the letterhead of every format."""

import io
from pathlib import Path

import pypdf
import pytest

from tests.cli.program import Program

OWN = """
emblem = "emblem.svg"
hijri_shift = -1

[colours]
hue = "#004b23"

[en]
ministry = "Ministry of Interior"
reference_prefix = "MoI/"
copies = ["Follow-up office"]
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'


@pytest.fixture
def own(program: Program) -> Path:
    path = program.home / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    path.with_name("emblem.svg").write_text(SVG, encoding="utf-8")
    return path


def english(program: Program, *line: str) -> str:
    found = program("--lang", "en", *line)
    assert found.code == 0, found.err
    return found.out + found.err


def test_an_issued_brief_is_a_revision_that_the_next_one_is_compared_with(program: Program) -> None:
    program("update-step", "1", "--progress", "20", "--evidence", "118/2026")
    said = english(program, "report", "brief", "-o", "a.md", "--reference", "77/2026", "--issue", "--by", "LY/sec")
    assert "is recorded as issued" in said
    program("update-step", "1", "--progress", "60", "--evidence", "119/2026")
    later = english(program, "report", "brief", "--today", "+30d", "--json", "--by", "LY/sec")
    assert '"number": "77/2026"' in later
    assert "Since the brief of" in english(program, "report", "brief", "--today", "+30d", "--format", "md")
    assert "77/2026" in english(program, "show", "initiative")


def test_an_issue_is_taken_back_like_any_change(program: Program) -> None:
    program("report", "brief", "--issue", "--by", "LY/sec")
    assert '"briefs": []' not in english(program, "show", "initiative", "--json")
    program("undo", "--yes", "--by", "LY/sec")
    assert '"briefs": []' in english(program, "show", "initiative", "--json")


def test_nothing_is_recorded_without_being_asked_for(program: Program) -> None:
    program("report", "brief")
    program("report", "brief", "--issue", "--dry-run")
    assert '"briefs": []' in english(program, "show", "initiative", "--json")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("report matrix --issue", 2),
        ("report full --reference 1", 2),
        ("report brief --issue --audience counterpart", 2),
        ("report brief -o x.md --letterhead own.toml", 2),
        ("report matrix -o x.pdf --letterhead own.toml", 2),
        ("report owed -o x.pdf --letterhead own.toml", 2),
        ("report owed --reference 1", 2),
        ("report owed --side ly --reference 1 -o letters/", 2),
        ("report owed --owner LY/sec --issue", 2),
    ],
)
def test_what_cannot_be_done_is_refused(program: Program, own: Path, line: str, code: int) -> None:
    found = program("--lang", "en", *line.replace("own.toml", str(own)).split())
    assert found.code == code
    assert "Traceback" not in found.err


def test_the_letterhead_is_kept_and_used_by_every_format(program: Program, own: Path) -> None:
    english(program, "config", "letterhead", str(own))
    made = program.home / "brief.pdf"
    english(program, "report", "brief", "-o", str(made), "--reference", "118/2026")
    assert "Ministry of Interior" in pypdf.PdfReader(io.BytesIO(made.read_bytes())).pages[0].extract_text()
    page = english(program, "report", "brief", "--format", "html", "--reference", "118/2026")
    assert "--hue: #004b23" in page
    assert "MoI/118/2026" in page
    assert "data:image/svg+xml;base64," in page
    assert "Follow-up office" in page


def test_a_letter_to_an_office_has_the_letterhead_too(program: Program, own: Path) -> None:
    for line in ("--owner LY/sec -o letter.html", "-o letters/ --side ly --format html"):
        english(program, "report", "owed", *line.split(), "--letterhead", str(own), "--by", "LY/sec")
    english(program, "config", "letterhead", str(own))
    english(program, "report", "owed", "--owner", "LY/sec", "-o", "kept.html", "--by", "LY/sec")
    for name in ("letter", "kept"):
        page = (program.home / f"{name}.html").read_text("utf-8")
        assert "Follow-up office" in page
        assert "data:image/svg+xml;base64," in page


def test_a_letter_to_an_office_has_its_number_which_is_recorded_nowhere(program: Program, own: Path) -> None:
    before = english(program, "show", "initiative", "--json")
    line = ("report", "owed", "--owner", "LY/sec", "--by", "LY/sec", "--reference", "119/2026")
    page = english(program, *line, "--format", "html", "--letterhead", str(own))
    assert "MoI/119/2026" in page
    assert "Reference: 119/2026" in english(program, *line, "-o", "-")
    assert "الرقم الإشاري" in program(*line, "-o", "letter.md").out + (program.home / "letter.md").read_text("utf-8")
    assert english(program, "show", "initiative", "--json") == before
    assert '"briefs": []' in before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("minstry = 1", "minstry is not a key of a letterhead."),
        ('[en]\nministy = "x"', "en.ministy is not a key of a letterhead."),
        ("[en]\nministry = 3", "the value of en.ministry cannot be used."),
        ('[colours]\nhue = "blue"', "the value of colours.hue cannot be used."),
        ('[colours]\namber = "#b8720a"', "its contrast is 3.9, and 4.5 is needed."),
        ("hijri_shift = 40", "the value of hijri_shift cannot be used."),
        ('[faces]\nar = "Amiri"', "the value of faces.ar cannot be used."),
        ("en = 3", "the value of en cannot be used."),
        ('emblem = "own.toml"', "the value of emblem cannot be used."),
        ('emblem = "gone.svg"', "gone.svg"),
        ('emblem = "emblem.svg"\nemblem_alt = { de = "Wappen" }', "emblem_alt.de is not a key of a letterhead."),
        ("[en", "it is not TOML"),
        ('word = "own.toml"', "cannot serve as a letterhead"),
    ],
)
def test_a_letterhead_that_cannot_serve_is_refused_with_the_place(program: Program, text: str, said: str) -> None:
    path = program.home / "own.toml"
    path.write_text(text, encoding="utf-8")
    path.with_name("emblem.svg").write_text(SVG, encoding="utf-8")
    found = program("--lang", "en", "config", "letterhead", str(path))
    assert found.code == 1
    assert said in found.err
    assert "Traceback" not in found.err


def test_what_a_letterhead_says_is_data(program: Program) -> None:
    path = program.home / "own.toml"
    path.write_text('[en]\nministry = "<script>alert(1)</script> #panic() \\u202e"\n', encoding="utf-8")
    page = english(program, "report", "brief", "--format", "html", "--letterhead", str(path))
    assert "<script>" not in page
    assert "\u202e" not in page
    made = program.home / "brief.pdf"
    english(program, "report", "brief", "-o", str(made), "--letterhead", str(path))
    assert "#panic()" in pypdf.PdfReader(io.BytesIO(made.read_bytes())).pages[0].extract_text()
