"""Inputs that several parts of the program have to agree about: what is typed is kept, or refused with its names."""

from pathlib import Path

import pytest

from tests.cli.program import Program


def sheet(program: Program, name: str, *lines: str) -> None:
    (program.home / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_sheet_with_a_title_in_no_language_adds_and_knows_its_rows(demo: Program) -> None:
    for text in ("Title", "title"):
        sheet(demo, "a.csv", f"id,step,{text}", f",2,Course {text}")
        assert demo("import", "a.csv", "--kind", "activities", "--yes").code == 0
        again = demo("import", "a.csv", "--kind", "activities", "--yes")
        assert again.code == 0
    found = [each["title"]["en"] for each in demo("list", "activities", "--json").data]
    assert [each for each in found if each and each.startswith("Course")] == ["Course Title"]
    sheet(demo, "same.csv", "id,step,title_en", ",S2,Course title", ",2,course title")
    told = demo("import", "same.csv", "--kind", "activities", "--yes")
    assert "2 lines" not in told.err
    assert "was not added again" in told.err


@pytest.mark.parametrize(
    "line",
    [
        ("update-obstacle", "O1", "--response-tr", "x", "--clear", "response"),
        ("update-obstacle", "O1", "--response", "نص", "--clear", "response-ar"),
        ("update-obstacle", "O1", "--title", "نص", "--clear", "title-ar"),
        ("update-step", "S3", "--due", "2027-01-01", "--clear", "due"),
    ],
    ids=" ".join,
)
def test_what_is_set_and_emptied_at_once_is_refused(demo: Program, line: tuple[str, ...]) -> None:
    found = demo(*line)
    assert (found.code, found.out) == (2, "")
    assert "--clear" in found.err
    assert line[2] in found.err


def test_both_names_of_one_text_are_told(demo: Program) -> None:
    found = demo("add-step", "نص", "--title-ar", "نص آخر", "--aspect", "A1")
    assert found.code == 2
    assert "TITLE" in found.err.splitlines()[-1] + found.err
    assert "--title-ar, --title-ar" not in found.err


def test_a_view_is_taken_once_and_holds_no_other(demo: Program) -> None:
    assert demo("config", "view.late", "list all --overdue").code == 0
    assert demo("list", "--view", "late", "--view", "late").code == 2
    assert demo("config", "view.two", "list --view late").code != 0
    assert demo("config", "view.three", "قائمه all --overdue").code == 0


def test_a_guessed_encoding_of_a_text_is_told(program: Program) -> None:
    (program.home / "n.txt").write_bytes("ملاحظة".encode("cp1256"))
    found = program("note", "S2", "@n.txt", "--lang", "ar")
    assert found.code == 0
    assert "UTF-8" in found.err
    (program.home / "n.txt").write_text("ملاحظة", encoding="utf-8")
    assert "UTF-8" not in program("note", "S2", "@n.txt", "--lang", "ar").err


def test_a_kept_letterhead_that_is_gone_does_not_hinder_what_has_no_head(program: Program) -> None:
    paper = program.home / "own.toml"
    paper.write_text('[head.ar]\nlines = ["دولة"]\n', encoding="utf-8")
    program.config.write_text(f'letterhead = "{paper}"\n', encoding="utf-8")
    paper.unlink()
    assert program("report", "matrix", "-o", "m.csv").code == 0
    assert program("report", "matrix", "-o", "m.md").code == 0


def test_a_note_is_never_longer_than_what_is_read_back(program: Program) -> None:
    found = program("note", "S2", "س " * 1990, "--reason", "ع " * 1990)
    assert found.code in (1, 2)
    assert program("history", "--json").data == []


def test_a_word_where_a_table_of_settings_stands_is_told(program: Program) -> None:
    program.config.write_text('view = "x"\n', encoding="utf-8")
    found = program("config", "view.late", "list --overdue")
    assert found.code in (1, 2)
    assert "Traceback" not in found.err
    assert Path(program.config).read_text("utf-8") == 'view = "x"\n'


def test_an_alarm_is_set_or_left_out(program: Program) -> None:
    found = program("export", "meetings", "-o", "m.ics", "--alarm", "x", "--no-alarm")
    assert (found.code, found.out) == (2, "")
    assert "--alarm" in found.err
