"""Commands by Arabic and Turkish names: they run, complete and are suggested; help has the English ones alone."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.completion import asked
from tests.cli.program import Program
from tracker.cli.command_table import COMMANDS
from tracker.cli.input.kind_words import words_in
from tracker.cli.lookup import HELP, command_named
from tracker.locale import LANGUAGES, open_catalog
from tracker.reports.lists.listing import KINDS
from tracker.text.input.fold import fold

ALIASES = [
    (alias, command.name) for command in COMMANDS.values() for alias in (*command.aliases("ar"), *command.aliases("tr"))
]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_name_in_each_language(name: str) -> None:
    command = COMMANDS[name]
    arabic, turkish = command.names
    assert command.aliases("ar") == tuple(arabic.split())
    assert command.aliases("tr") == tuple(turkish.split())
    assert command.aliases("en") == ()
    assert all(re.fullmatch(r"[\u0621-\u064a]+(-[\u0621-\u064a]+)*", alias) for alias in command.aliases("ar"))
    assert all(re.fullmatch(r"[a-zçğıöşü]+(-[a-zçğıöşü]+)*", alias) for alias in command.aliases("tr"))
    assert command.aliases("ar")
    assert command.aliases("tr")


def test_no_name_means_two_commands() -> None:
    names = [*COMMANDS, *(fold(alias) for alias, _ in ALIASES), *map(fold, HELP)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("alias", "name"), ALIASES)
def test_an_alias_names_its_command_however_spelt(alias: str, name: str) -> None:
    assert [command_named(word) for word in (alias, fold(alias), alias.replace("-", "_"))] == [name] * 3


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("حدّث-خطوة", "update-step"),
        ("حدث-خطوه", "update-step"),
        ("adim-guncelle", "update-step"),
        ("ADIM-GÜNCELLE", "update-step"),
        ("ارفاق", "attach"),
        ("دليل", None),
        ("", None),
        ("مساعده", "help"),
        ("Yardim", "help"),
    ],
)
def test_marks_hamzas_and_dots_may_be_left_out(word: str, name: str | None) -> None:
    assert command_named(word) == name


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
@pytest.mark.parametrize("alias", ["قائمة", "liste"])
def test_an_alias_runs_in_any_language(program: Program, alias: str, lang: str) -> None:
    env = {"TRACKER_LANG": lang}
    assert program(alias, "--json", env=env) == program("list", "--json", env=env)
    assert program("--json", alias, env=env) == program("list", "--json", env=env)
    assert program(alias, "--help", env=env) == program("list", "--help", env=env)
    assert program(HELP[1], alias, env=env) == program("list", "--help", env=env)
    assert program(HELP[2], env=env) == program("--help", env=env)


def test_the_history_keeps_the_english_name(program: Program) -> None:
    program("حدث-خطوة", "2", "--progress", "0", "--confirm")
    program("adım-güncelle", "2", "--status", "in-progress", "--progress", "5")
    commands = {revision["command"] for revision in program("history", "--json").data}
    assert commands == {"update-step"}


def test_a_refusal_names_the_command(program: Program) -> None:
    assert "tracker update-step --help" in program("حدث-خطوة").err


@pytest.mark.parametrize(
    ("lang", "word", "suggested"),
    [
        ("ar", "تقرر", "tracker تقرير"),
        ("ar", "حدت-خطوه", "tracker حدث-خطوة"),
        ("tr", "raporr", "tracker rapor"),
        ("tr", "adim-guncele", "tracker adım-güncelle"),
        ("en", "raporr", "tracker report"),
        ("ar", "lst", "tracker list"),
        ("tr", "S2", "tracker show S2"),
    ],
)
def test_what_is_like_a_name_is_suggested(program: Program, lang: str, word: str, suggested: str) -> None:
    found = program(word, env={"TRACKER_LANG": lang})
    assert found.code == 2
    assert suggested in found.err


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("lang", ["ar", "tr"])
def test_other_names_are_not_in_help(program: Program, name: str, lang: str) -> None:
    shown = program(name, "--help", env={"TRACKER_LANG": lang}).out
    assert not [alias for alias in COMMANDS[name].aliases(lang) if re.search(rf"tracker {alias}\b", shown)]


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_aliases_are_hidden_from_the_list_of_commands(program: Program, lang: str) -> None:
    shown = [line.split()[0] for line in program("--help", env={"TRACKER_LANG": lang}).out.splitlines() if line.strip()]
    assert [name for name in shown if name in COMMANDS] == list(COMMANDS)
    assert not set(shown) & {alias for alias, _ in ALIASES if "-" in alias}


@pytest.mark.parametrize(
    ("lang", "line", "offered"),
    [
        ("ar", "tracker حدث-م", ["حدث-مستند", "حدث-مبادرة", "حدث-مؤشر"]),
        ("ar", "tracker حدّث-خ", ["حدث-خطوة"]),
        ("ar", "tracker اضف-ط", ["أضف-طرف"]),
        ("tr", "tracker adi", ["adım-güncelle", "adım-ekle"]),
        ("tr", "tracker li", ["list", "link"]),
        ("tr", "tracker liste", ["liste"]),
        ("en", "tracker adi", []),
        ("en", "tracker li", ["list", "link"]),
    ],
)
def test_names_of_the_language_complete(started: Program, lang: str, line: str, offered: list[str]) -> None:
    assert list(asked(started, line, TRACKER_LANG=lang)) == offered


@pytest.mark.parametrize("alias", ["حدث-خطوة", "حدّث-خطوه", "adim-guncelle"])
def test_after_an_alias_its_arguments_complete(started: Program, alias: str) -> None:
    for rest in ("", "3", "2 --status in", "2 --st"):
        assert asked(started, f"tracker {alias} {rest}") == asked(started, f"tracker update-step {rest}") != {}


def test_the_guide_names_them_all() -> None:
    text = (Path(__file__).parents[2] / "tracker" / "cli" / "README.md").read_text(encoding="utf-8")
    for command in COMMANDS.values():
        assert (
            f"| `{command.name}` | `{'` `'.join(command.aliases('ar'))}` | `{'` `'.join(command.aliases('tr'))}` |"
            in text
        )


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_have_words_that_mean_no_other(kind: str) -> None:
    for lang in LANGUAGES[:2]:
        assert words_in(lang, kind)
    others = {fold(word) for other in KINDS if other != kind for lang in LANGUAGES for word in words_in(lang, other)}
    assert not others & {fold(word) for lang in LANGUAGES for word in words_in(lang, kind)}


@pytest.mark.parametrize("lang", ["ar", "tr"])
def test_the_words_for_kinds_are_those_of_the_tables(lang: Any) -> None:
    catalog = open_catalog(lang)
    for kind, title in {"steps": "Steps", "aspects": "Aspects", "obstacles": "Obstacles", "parties": "Parties"}.items():
        assert fold(catalog.word(title)).removeprefix("ال") == fold(words_in(lang, kind)[0])


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("خطوات", "steps"),
        ("الخطوات", "steps"),
        ("خطوه", "steps"),
        ("adımlar", "steps"),
        ("ADIM", "steps"),
        ("step", "steps"),
        ("لقاءات", "meetings"),
        ("gorusme", "meetings"),
        ("الأطراف", "parties"),
        ("kanıt", "evidence"),
        ("الكل", "all"),
    ],
)
def test_kinds_are_words_of_three_languages(program: Program, word: str, kind: str) -> None:
    assert program("list", word, "--json") == program("list", kind, "--json")


@pytest.mark.parametrize("word", ["كامل", "الكامل", "tam"])
def test_kinds_of_reports_too(program: Program, word: str) -> None:
    assert program("report", word, "--json") == program("report", "full", "--json")


def test_words_for_kinds_complete(started: Program) -> None:
    assert asked(started, "tracker list خط", TRACKER_LANG="ar") == {"خطوات": "steps"}
    assert asked(started, "tracker liste ad", TRACKER_LANG="tr") == {"adımlar": "steps"}
    assert asked(started, "tracker list st", TRACKER_LANG="tr") == {"steps": "adımlar"}
