"""The first lines of newcomers run, or are answered with the whole line that works; nothing grave is ever proposed."""

import shlex
from collections.abc import Mapping

import pytest

from tests.cli.first_lines import ARABIC, ENGLISH, RULE, RUNS, TURKISH, UNKNOWN
from tests.cli.program import Program
from tracker.cli.command_table import COMMANDS
from tracker.cli.input.suggestions import GRAVE, like
from tracker.cli.lookup import command_named

LINES = {"ar": ARABIC, "tr": TURKISH, "en": ENGLISH}
TYPED = [(lang, line, answer) for lang, lines in LINES.items() for line, answer in lines.items()]
ANSWERS = sorted({answer for _, _, answer in TYPED} - {RUNS, RULE, UNKNOWN})
# What needs a person: an editor, or the answer to a question.
ASKS = ("--edit", "add-step --like", "add-activity S2 --like", "--install-completion")


def words_of(line: str) -> list[str]:
    return shlex.split(line)


@pytest.mark.sampled(8)
@pytest.mark.parametrize(("lang", "line", "answer"), TYPED)
def test_a_first_line_runs_or_is_answered_with_the_line_that_works(
    demo: Program, lang: str, line: str, answer: str
) -> None:
    found = demo(*words_of(line), env={"TRACKER_LANG": lang, "TRACKER_BY": "LY/liaison"})
    last = found.err.splitlines()[-1:] or [""]
    if answer == RUNS:
        assert found.code == 0, found.err
    elif answer in (RULE, UNKNOWN):
        assert found.code == (1 if answer == RULE else 2)
    else:
        assert found.code != 0
        assert last[0].endswith(f": {answer}"), found.err


@pytest.mark.sampled(8)
@pytest.mark.parametrize("answer", [answer for answer in ANSWERS if not any(each in answer for each in ASKS)])
def test_the_line_that_is_answered_is_understood(demo: Program, answer: str) -> None:
    (demo.home / "minutes.pdf").write_bytes(b"%PDF")
    found = demo("--dry-run", "--yes", *words_of(answer.removeprefix("tracker ")), env={"TRACKER_BY": "LY/liaison"})
    assert found.code in (0, 1, 3), found.err
    assert "Type it like this" not in found.err


def test_most_of_them_lead_somewhere() -> None:
    led = [answer for _, _, answer in TYPED if answer not in (RULE, UNKNOWN)]
    assert len(TYPED) >= 150
    assert len(led) >= 120


def test_an_option_of_every_command_stays_with_the_line(demo: Program) -> None:
    assert "tracker list all --overdue --lang en" in demo("--lang", "en", "late").err
    assert "tracker update-step 1 --progress 50 --by LY" in demo("update", "step", "1", "50", "--by", "LY").err


def test_the_answer_is_said_to_programs_too(demo: Program) -> None:
    found = demo("late", "--json")
    assert '"hint":"Type it like this: tracker list all --overdue --json"' in found.err.replace('": "', '":"')


@pytest.mark.parametrize(
    "line", ["update-step --due 2026-02-30 1", "update-step 1 --due=2026-02-30", "list --sort banana"]
)
def test_a_line_whose_order_alone_would_change_is_answered_by_its_fault(demo: Program, line: str) -> None:
    assert "Type it like this" not in demo(*words_of(line)).err


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ('add-obstacle "-delay of visas"', 'tracker add-obstacle -- "-delay of visas"'),
        ('done C1 --note "5 $ & more"', "tracker update-commitment C1 --status completed --note '5 $ & more'"),
    ],
)
def test_the_line_can_be_pasted(demo: Program, line: str, answer: str) -> None:
    assert demo(*words_of(line)).err.splitlines()[-1].endswith(f": {answer}")


GRAVE_NAMES = {name for each in GRAVE for lang in ("ar", "tr", "en") for name in (each, *COMMANDS[each].aliases(lang))}


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_what_takes_away_is_never_proposed_for_something_else(lang: str) -> None:
    words = [
        *("search edit add done move reduct unit demo rename restore under moved retract dated attack undone undoo"),
        *("تعديل إزاحة محور تراجم مح راجع إعداد", "sildim çıkarma kaldı metin geri gerial kaldırım"),
    ]
    for word in " ".join(words).split():
        if command_named(word) is None:
            proposed = like(word, lang)
            assert not {each for each in proposed if each in GRAVE_NAMES}, (word, proposed)


def test_two_words_are_one_command_in_either_order_and_with_the_article(program: Program) -> None:
    typed: Mapping[str, str] = {
        "update step": "update-step",
        "step update": "update-step",
        "تحديث الخطوة": "update-step",
        "adım güncelle": "update-step",
        "güncelle adım": "update-step",
        "إضافة الالتزام": "add-commitment",
        "metin sil": "redact",
    }
    for words, name in typed.items():
        assert program(*words.split(), "--help") == program(name, "--help"), words
