"""Small frictions of a week: each answer says what happened, of what, and what to type next."""

import csv

import pytest

from tests.cli.program import Program

LY = ("--by", "LY/liaison")


def test_redo_says_that_it_brings_back(started: Program) -> None:
    started("undo", "--yes")
    found = started("redo", "--yes")
    assert "brings back what revision 2 took back" in found.out
    assert "brings back what revision 2 took back" in started("history").out


def test_what_is_asked_is_about_to_change_and_a_trial_would(started: Program) -> None:
    assert "The following will change:" in started.typed("undo", keys="no\n").out
    assert "The following would change:" in started("undo", "--dry-run").out


def test_the_states_that_may_follow_are_said_in_words_too(demo: Program) -> None:
    found = demo("update-commitment", "C10", "--status", "not-started", "--lang", "tr")
    assert "suspended (" in found.err


def test_a_rule_about_a_row_names_the_column_that_was_changed(demo: Program) -> None:
    with (demo.home / "c.csv").open("w") as file:
        csv.writer(file).writerows([["id", "due"], ["C11", "2026-12-09"]])
    assert demo("import", "c.csv", "--yes").err.startswith("Error: Line 2, column due: ")


def test_a_code_in_other_letters_is_like_no_code(demo: Program) -> None:
    assert "Did you mean" not in demo("show", "م2").err


def test_a_kind_without_records_says_how_to_add_one(program: Program) -> None:
    program("init", "--template", "blank")
    found = program("add-step", "First", "--aspect", "A1")
    assert found.err.splitlines()[-1] == "There are none yet; to add one: tracker add-aspect"


def test_a_new_programme_is_named_anew_in_all_languages(program: Program) -> None:
    program("init", "--template", "blank")
    assert program("update-initiative", "--title-ar", "برنامج التدريب").code == 0
    shown = program("list", "--lang", "tr").out
    assert "Yeni girişim" not in shown
    assert "برنامج التدريب" in shown
    program("update-initiative", "--title-tr", "Eğitim programı")
    program("update-initiative", "--title-ar", "برنامج آخر")
    assert "Eğitim programı" in program("list", "--lang", "tr").out


@pytest.fixture
def declared(demo: Program) -> Program:
    """With a step that declares forty percent and has a paper, but no activities."""
    demo("add-step", "زيارات", "--aspect", "A1", *LY)
    assert demo("update-step", "S6", "-s", "in-progress", "-p", "40", "-e", "12/2026", *LY).code == 0
    return demo


def test_a_person_is_asked_before_declared_percent_counts_no_more(declared: Program) -> None:
    line = ("add-activity", "S6", "الزيارة", "--start", "2026-04-01", "--due", "2026-04-02", *LY)
    found = declared.typed(*line, keys="no\n")
    assert "S6 has declared 40%" in found.out
    assert "Nothing was changed." in found.out
    assert "S6.1 added" in declared.typed(*line, keys="yes\n").out
    assert "has declared" not in declared.typed(*line, keys="").out  # the second one takes nothing away


def test_the_papers_of_the_step_are_offered_to_its_first_activity(declared: Program) -> None:
    found = declared("add-activity", "S6", "الزيارة", *LY)
    assert "The 40% that S6 declared no longer counts" in found.out
    assert "tracker attach S6.1 E30" in found.err
    assert "tracker attach" not in declared("add-activity", "S6", "الزيارة الثانية", *LY).err


def test_an_obstacle_of_today_is_raised_today(demo: Program) -> None:
    demo("add-obstacle", "تأخر المترجم", *LY)
    assert "raised today" in demo("show", "O7").out


@pytest.mark.parametrize("text", ["- تأخر المترجم", "-تأخر المترجم", "-3 أيام", "- late"])
@pytest.mark.parametrize("before", [(), ("--severity", "high"), ("--",)])
def test_a_text_may_begin_with_a_dash(demo: Program, text: str, before: tuple[str, ...]) -> None:
    assert demo("add-obstacle", *before, text).code == 0
    assert demo("show", "O7", "--json").data[0]["title"]["ar" if "أ" in text or "ت" in text else "en"] == text
    assert demo("update-obstacle", "O7", "--title-tr", text, "-m", text).code == 0
    assert demo("note", "O7", text).code == 0


def test_a_new_record_in_the_words_of_another_is_told(demo: Program) -> None:
    assert "has the same text as" not in demo("add-commitment", "D3", "طباعة الدليل", *LY).err
    found = demo("add-commitment", "D6", "طباعه الدليل", *LY)
    assert "C18 has the same text as C17" in found.err
    assert "tracker show C17 C18" in found.err
    demo("add-activity", "S2", "ورشة", *LY)
    assert "has the same text as" not in demo("add-activity", "S3", "ورشة", *LY).err
    assert "S2.7 has the same text as S2.6" in demo("add-activity", "S2", "ورشة", *LY).err


def test_the_kind_of_a_sheet_is_seen_by_headings_that_only_one_has(demo: Program) -> None:
    (demo.home / "n.csv").write_text("id,source,title_ar\n,D3,صف جديد\n")
    assert "C17 added" in demo("import", "n.csv", "--yes", *LY).out


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("add-meeting --series T1 --on next monday", 'tracker add-meeting --series T1 --on "next monday"'),
        ("update-commitment C8 -d in 2 weeks -r x", 'tracker update-commitment C8 -d "in 2 weeks" -r x'),
        ("update-meeting M2 --held -e 12/2026", "tracker update-meeting M2 --held --minutes 12/2026"),
    ],
)
def test_a_day_in_several_words_and_the_paper_of_a_meeting_are_understood(
    demo: Program, line: str, answer: str
) -> None:
    assert demo(*line.split()).err.splitlines()[-1] == f"Type it like this: {answer}"


def test_the_history_of_a_record_tells_of_it_alone(demo: Program) -> None:
    demo("update-commitment", "C8", "C10", "--priority", "low", "-e", "77/2026", *LY)
    for shown in (demo("history", "C8").out, demo("show", "C8").out):
        assert "C8 Priority" in shown
        assert "77/2026" in shown
        assert "C10 Priority" not in shown
    assert "C10 Priority" in demo("history").out


def test_a_title_is_the_words_of_kinds_that_call_them_otherwise(demo: Program) -> None:
    assert len(demo("list", "decisions", "--columns", "id,title", "--plain").out.splitlines()[-1].split("\t")) == 2
    assert demo("list", "lessons", "--json", "id,title").data[0]["title"]["en"]


def test_of_a_list_only_what_came_or_went_is_told(demo: Program) -> None:
    assert "· O3 Steps: S1 added\n" in demo("update-obstacle", "O3", "--step", "S1", *LY).out
    assert "· revision 2 taken back · O3 Steps: S1 removed\n" in demo("undo", "--yes", *LY).out
    told = demo("add-measurement", "I4", "2025-09", "60", "--reason", "تصحيح", *LY).out
    assert "I4 Measurements: 30 September 2025: 81 → 30 September 2025: 60\n" in told
