"""An office's own sheet: its headings are mapped by questions, kept, and by options where nobody is asked."""

import tomllib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.program import Program

LY = ("--by", "LY/liaison")
HEADINGS = ["المهمة", "المكلف", "قبل يوم", "توقيع"]
ROWS: list[list[Any]] = [
    ["توفير المترجم", "LY/liaison", "2026-05-01", "x"],
    ["حجز القاعة", "LY/ops", "2026-05-10", "x"],
]
MAPS = ("--map", "المهمة=title", "--map", "المكلف=owner", "--map", "قبل يوم=Due", "--map", "توقيع=")
# The numbers of the columns that a person is offered for commitments, who may also type their names.
ANSWERS = "title\n7\n8\n\n"


@pytest.fixture
def own(demo: Program) -> Program:
    """With a workbook that has a title above its table."""
    write(demo.home / "own.xlsx", [["كشف المهام"], [], HEADINGS, *ROWS])
    return demo


def write(place: Path, rows: list[list[Any]]) -> None:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(place)


@pytest.mark.parametrize("name", ["Commitments", "1. Commitments", "2- التزامات", "Yükümlülükler 2026"])
def test_the_name_of_a_page_says_its_kind(demo: Program, name: str) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = name
    for row in (["Title", "Owner", "Due"], ["توفير المترجم", "LY/liaison", "2026-05-01"]):
        book.worksheets[0].append(row)
    book.save(demo.home / "own.xlsx")
    assert demo("import", "own.xlsx", "--every", "source=D3", "--yes", *LY).code == 0
    assert [each["id"] for each in new(demo)] == ["C17"]


def new(program: Program) -> list[Any]:
    listed = program("list", "commitments", "--json").data
    return [each for each in listed if each["id"] in ("C17", "C18")]


def test_a_person_is_asked_heading_by_heading_and_asked_once(own: Program) -> None:
    found = own.typed("import", "own.xlsx", "--kind", "commitments", *LY, keys=f"{ANSWERS}D3\nyes\n")
    assert "7. owner Owner" in found.out
    assert "C18 added" in found.out
    first, second = new(own)
    assert (first["due"], second["source"]) == ("2026-05-01", "D3")
    assert {each["owner"]["role"] for each in (first, second)} == {"liaison", "ops"}

    write(own.home / "later.xlsx", [HEADINGS[::-1], ["x", "2026-06-01", "LY/ops", "طباعة الدليل"]])
    again = own("import", "later.xlsx", "--every", "source=D3", "--yes", *LY)
    assert again.code == 0
    assert "The headings are read as before" in again.err
    assert "C19 added" in again.out


def test_the_meaning_is_kept_in_the_settings_and_can_be_forgotten(own: Program) -> None:
    assert own.typed("import", "own.xlsx", *LY, keys=f"7\n{ANSWERS}D3\nno\n").code == 1
    ((name, line),) = tomllib.loads(own.config.read_text())["sheet"].items()
    assert line.startswith("--kind commitments --map ")
    assert f"sheet.{name}" in own("config").out
    assert own("config", f"sheet.{name}", "--unset").code == 0
    assert "sheet" not in tomllib.loads(own.config.read_text())
    assert own("import", "own.xlsx", "--kind", "commitments", "--yes").code == 1


def test_nothing_is_kept_of_a_trial(own: Program) -> None:
    own.typed("import", "own.xlsx", "--kind", "commitments", "-n", *LY, keys=f"{ANSWERS}D3\n")
    assert not own.config.exists()


def test_in_a_pipe_the_headings_are_named_and_nothing_is_changed(own: Program) -> None:
    before = own.file.read_bytes()
    found = own("import", "own.xlsx", "--kind", "commitments", "--yes")
    assert found.code == 1
    assert all(heading in found.err for heading in HEADINGS)
    assert '--map "المهمة=…"' in found.err
    assert "title" in found.err
    found = own("import", "own.xlsx", "--kind", "commitments", *MAPS, "--yes")
    assert '--every "source=…"' in found.err
    assert own.file.read_bytes() == before


def test_options_say_it_in_a_pipe(own: Program) -> None:
    found = own("import", "own.xlsx", "--kind", "commitments", *MAPS, "--every", "source=D3", "--yes", *LY)
    assert found.code == 0
    assert [each["owner"]["role"] for each in new(own)] == ["liaison", "ops"]
    assert not own.config.exists()


def test_options_go_before_what_was_kept_and_before_our_own_words(own: Program) -> None:
    write(own.home / "c.xlsx", [["Title", "Status"], ["طباعة الدليل", "whatever"]])
    line = ("import", "c.xlsx", "--kind", "commitments", "--every", "source=D3", "--yes", *LY)
    assert own(*line).code == 1
    assert own(*line, "--map", "Status=").code == 0
    assert new(own)[0]["status"] == "not_started"


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (("--map", "المهمة"), "with = between them"),
        (("--every", "source"), "with = between them"),
        (("--map", "nosuch=title"), "There is no column “nosuch”."),
        (("--map", "المهمة=nosuch"), "no column “nosuch”"),
        (("--every", "nosuch=1"), "no column “nosuch”"),
        (("--map", "المهمة=title", "--map", "المكلف=title"), "appears twice"),
    ],
)
def test_options_that_say_nothing_are_refused(own: Program, option: tuple[str, ...], told: str) -> None:
    maps = tuple(word for pair in HEADINGS for word in ("--map", f"{pair}=")) if "twice" in told else ()
    found = own("import", "own.xlsx", "--kind", "commitments", *maps, *option, "--yes")
    assert found.code != 0
    assert told in found.err


def test_what_every_new_row_has_leaves_known_ones_alone(demo: Program) -> None:
    (demo.home / "c.csv").write_text("id,title,priority\nC10,,high\n,طباعة الدليل,low\n")
    assert demo("import", "c.csv", "--every", "source=D3", "--yes", *LY).code == 0
    assert demo("show", "C10", "--json").data[0]["source"] == "D6"
    assert new(demo)[0]["source"] == "D3"


MEASURED = "indicator,period_end,value\nI2,2026-02-28,14\nI3,2026-02-28,15.5\n"


@pytest.mark.parametrize(
    ("rows", "every"),
    [
        (MEASURED, ("note=مرحبا",)),
        ("indicator,value\nI2,14\nI3,15.5\n", ("period_end=2026-02-28", "note=مرحبا")),
        ("indicator,value\nI2,14\nI3,15.5\n", ("period_end=28/2/2026", "note=مرحبا")),
        ("period_end,value\n2026-02-28,14\n", ("indicator=2", "source=E1")),
        ("id,name_tr\nTR,\n", ("kind=other", "side=other")),
    ],
)
def test_a_row_is_new_where_no_record_has_its_key(demo: Program, rows: str, every: tuple[str, ...]) -> None:
    (demo.home / "m.csv").write_text(MEASURED)
    assert demo("import", "m.csv", "--yes", *LY).code == 0
    (demo.home / "again.csv").write_text(rows)
    kind = "parties" if rows.startswith("id") else "measurements"
    options = tuple(word for each in every for word in ("--every", each))
    found = demo("import", "again.csv", "--kind", kind, *options, "--yes", *LY)
    assert (found.code, "Nothing changed." in found.out) == (0, True), found.out + found.err


def test_new_rows_among_known_ones_have_what_every_new_row_has(demo: Program) -> None:
    (demo.home / "m.csv").write_text(MEASURED)
    assert demo("import", "m.csv", "--yes", *LY).code == 0
    (demo.home / "m.csv").write_text(MEASURED + "I2,2026-03-28,15\n")
    assert demo("import", "m.csv", "--every", "note=مرحبا", "--yes", *LY).code == 0
    notes = {each["period_end"]: each["note"] for each in demo("show", "I2", "--json").data[0]["measurements"]}
    assert notes["2026-02-28"] is None
    assert "مرحبا" in notes["2026-03-28"].values()
    (demo.home / "p.csv").write_text("id,name_ar\nTR,\nMOI,وزارة\n")  # a new row may have its code
    assert demo("import", "p.csv", "--every", "kind=ministry", "--every", "side=ly", "--yes", *LY).code == 0
    sides = {each["id"]: each["side"] for each in demo("list", "parties", "--json").data}
    assert (sides["TR"], sides["MOI"]) == ("tr", "ly")


def test_what_every_new_row_has_tells_it_from_those_that_are_there(demo: Program) -> None:
    (demo.home / "c.csv").write_text("title_ar\nطباعة الدليل\n")
    line = ("import", "c.csv", "--kind", "commitments", "--yes", *LY)
    assert demo(*line, "--every", "source=D3").code == 0
    assert "was not added again" in demo(*line, "--every", "source=d3").err
    assert "added" in demo(*line, "--every", "source=D6").out


@pytest.mark.parametrize("kept", ["nonsense", "--kind nosuch --map a=b", "--kind 'commitments", "--map x"])
def test_what_somebody_wrote_into_the_settings_is_asked_again(own: Program, kept: str) -> None:
    own.typed("import", "own.xlsx", "--kind", "commitments", *LY, keys=f"{ANSWERS}D3\nno\n")
    (name,) = tomllib.loads(own.config.read_text())["sheet"]
    own.config.write_text(f'[sheet]\n{name} = "{kept}"\n')
    assert "is not known" in own("import", "own.xlsx", "--kind", "commitments", "--yes").err


def test_a_wrong_answer_is_asked_again_and_a_column_is_given_once(own: Program) -> None:
    found = own.typed(
        "import", "own.xlsx", "--kind", "commitments", *LY, keys="99\ntitle\ntitle\nowner\ndue\n\nD3\nyes\n"
    )
    assert found.out.count("no column “99”") == 1
    assert found.out.count("no column “title”") == 1
    assert len(new(own)) == 2
