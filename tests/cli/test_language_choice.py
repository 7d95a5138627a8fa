"""The language is settled before anything is said: option, environment, config.toml, Arabic."""

import pytest

from tests.cli.program import Program
from tracker.locale import open_catalog
from tracker.model.records.localized import Lang

# What is said before a command is built, by the command, and instead of it.
LINES = ("--help", "help", "list --help", "list", "nosuch", "list --nosuch", "show", "show S99", "list --side nosuch")
SYSTEM = {"LC_ALL": "tr_TR.UTF-8"}


def said(program: Program, line: str, **env: str) -> tuple[int, str, str]:
    return program(*line.split(), env={"TRACKER_LANG": "", "LC_ALL": "C.UTF-8", **env})


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
@pytest.mark.parametrize("line", LINES)
def test_every_way_to_choose_says_the_same(program: Program, line: str, lang: str) -> None:
    chosen = said(program, line, TRACKER_LANG=lang)
    assert said(program, f"--lang {lang} {line}", TRACKER_LANG="en") == chosen
    assert said(program, f"{line} --lang {lang}", TRACKER_LANG="ar") == chosen
    assert said(program, f"--lang={lang} {line}") == chosen
    program.config.write_text(f'lang = "{lang}"\n')
    assert said(program, line) == chosen


@pytest.mark.parametrize("line", LINES)
def test_nothing_chosen_is_arabic_even_where_the_system_is_turkish(program: Program, line: str) -> None:
    assert said(program, line, **SYSTEM) == said(program, line, TRACKER_LANG="ar")


@pytest.mark.parametrize("line", LINES)
def test_auto_is_the_language_of_the_system(program: Program, line: str) -> None:
    turkish, arabic = said(program, line, TRACKER_LANG="tr"), said(program, line, TRACKER_LANG="ar")
    assert program("config", "lang", "auto").code == 0
    assert said(program, line, **SYSTEM) == turkish
    assert said(program, line, LC_ALL="fr_FR.UTF-8") == arabic
    assert said(program, line, TRACKER_LANG="auto", **SYSTEM) == turkish
    assert said(program, f"{line} --lang auto", **SYSTEM) == turkish


def begins(text: str, lang: Lang) -> bool:
    return text.startswith(open_catalog(lang).word("Error: {text}").partition("{")[0])


@pytest.mark.parametrize(
    ("line", "env", "config", "lang"),
    [
        ("--lang xx list", {}, "", "ar"),
        ("list --lang xx", {"TRACKER_LANG": "tr"}, "", "tr"),
        ("list --lang xx", {"TRACKER_LANG": "auto", **SYSTEM}, "", "tr"),
        ("list --lang xx", {}, 'lang = "tr"', "tr"),
        ("list --lang xx", {"TRACKER_LANG": "en"}, 'lang = "tr"', "en"),
        ("list", {"TRACKER_LANG": "xx"}, "", "ar"),
        ("list", {"TRACKER_LANG": "xx"}, 'lang = "tr"', "tr"),
        ("list --bidi xx --lang tr", {"TRACKER_LANG": "en"}, "", "tr"),
        ("list --lang en", {"TRACKER_BIDI": "xx"}, 'lang = "tr"', "en"),
        ("list --lang xx", {"TRACKER_LANG": "yy"}, 'lang = "zz"', "ar"),
        ("list --lang", {"TRACKER_LANG": "tr"}, "", "tr"),
        ("list", {"TRACKER_LANG": "tr"}, "lang = [", "tr"),
        ("list", {}, 'lang = "zz"', "ar"),
        ("list", {}, 'lang = "tr"\nbidi = "zz"', "tr"),
    ],
)
def test_an_unknown_language_is_refused_in_the_next_one_that_is_known(
    program: Program, line: str, env: dict[str, str], config: str, lang: Lang
) -> None:
    program.config.write_text(config)
    code, out, err = said(program, line, **env)
    assert (code, out) == (2, "") or "[" in config or "zz" in config
    assert code in (1, 2)
    assert begins(err, lang)


def test_an_option_that_names_a_good_language_outdoes_a_bad_variable(program: Program) -> None:
    assert said(program, "list --lang tr", TRACKER_LANG="xx") == said(program, "list", TRACKER_LANG="tr")
