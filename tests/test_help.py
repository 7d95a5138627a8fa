"""Help and the parser's refusals: complete, and in the reader's language."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.program import Program
from tests.foreign import foreign
from tracker.cli.app import build
from tracker.cli.command_table import COMMANDS, PANELS
from tracker.cli.global_options import GLOBAL_NAMES, OPTIONS
from tracker.cli.nouns import noun_of
from tracker.cli.parser import Option, default_of, meaning, options
from tracker.cli.say.argument_words import told
from tracker.locale import LANGUAGES, open_catalog
from tracker.model.records.localized import Lang

NAMES = list(COMMANDS)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_root_help_lists_every_command_in_its_panel(program: Program, lang: Lang) -> None:
    found = program("--help", env={"TRACKER_LANG": lang})
    assert (found.code, found.err) == (0, "")
    word = open_catalog(lang).word
    places = [found.out.index(word(panel) + "\n") for panel in PANELS]
    assert places == sorted(places)
    for command in COMMANDS.values():
        begins = " ".join(word(command.summary).split()[:5])  # the rest may stand on the next line
        assert re.search(rf"^\s*{command.name}\s+{re.escape(begins)}", found.out, re.MULTILINE)
    assert foreign(lang, found.out) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_help_of_a_command_is_complete_and_in_the_language(program: Program, name: str, lang: Lang) -> None:
    found = program(name, "--help", env={"TRACKER_LANG": lang})
    assert (found.code, found.err) == (0, "")
    word = open_catalog(lang).word
    assert word(COMMANDS[name].summary) in found.out
    for option in own_options(name):
        shown = re.sub(r"(?<=\w)-(ar|tr|en)$", "-ar|tr|en", name_in_help(option))
        assert re.search(rf"(?<![\w-]){re.escape(shown)}(?![\w-])", found.out), option.opts
        assert shown.endswith("|en") or word(option.help or "")[:10] in found.out
    assert foreign(lang, found.out, *COMMANDS[name].examples) == []


def own_options(name: str) -> list[Option]:
    """The options of a command without those that every command has."""
    return [option for option in options(build(name).params) if option not in OPTIONS]


def name_in_help(option: Option) -> str:
    return next(name for name in option.opts if name.startswith("--"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_screen_of_help_answers_the_first_questions_first(program: Program, name: str, lang: Lang) -> None:
    """What it does, two lines to type, the arguments, the options used daily, the others; one line for the rest."""
    command, word = COMMANDS[name], open_catalog(lang).word
    found = program(name, "--help", env={"TRACKER_LANG": lang, "COLUMNS": "80"})
    lines = found.out.splitlines()
    assert max(map(cell_len, lines)) <= 80
    start = lines.index(word("Examples"))
    assert " ".join(lines[: start - 1]) == word(command.summary)
    assert [line.strip() for line in lines[start + 1 : start + 3]] == list(command.examples[:2])
    titles = [word(text) for text in ("Arguments", "Options used daily", "Other options", "Options")]
    assert sorted(set(lines) & set(titles), key=lines.index) == sorted(set(lines) & set(titles), key=titles.index)
    assert lines[-1].endswith("tracker help options")
    assert lines[-2] == ""
    shared = {option.opts[-1] for option in OPTIONS} - {option.opts[-1] for option in own_options(name)}
    assert not shared & set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", found.out, re.MULTILINE))


@pytest.mark.parametrize("name", NAMES)
def test_options_used_daily_are_those_of_the_examples(program: Program, name: str) -> None:
    shown = program(name, "--help").out
    daily = shown.partition("Options used daily\n")[2].partition("\n\n")[0]
    listed = set(re.findall(r"^  (?:-\w, )?--([\w-]+)", daily, re.MULTILINE))
    used = {word for example in COMMANDS[name].examples for word in re.findall(r"(?<=\s)--?[\w-]+", example)}
    wanted = {name_in_help(option) for option in own_options(name) if used & set(option.opts)}
    assert len(listed) <= 7
    if len(own_options(name)) > 7:
        assert listed == {re.sub(r"-(ar|tr|en)$", "-ar", each.removeprefix("--")) for each in wanted}
    else:
        assert not listed


def test_second_names_are_accepted_and_not_shown(program: Program) -> None:
    assert "--late" not in program("list", "steps", "--help").out
    assert program("list", "--late", "--json") == program("list", "--overdue", "--json")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_global_options_are_a_topic(program: Program, lang: Lang) -> None:
    shown = " ".join(program("help", "options", env={"TRACKER_LANG": lang}).out.split())
    for option in OPTIONS:
        assert option.opts[-1] in shown
        assert open_catalog(lang).word(option.help or "") in shown


@pytest.mark.parametrize(
    ("command", "option", "default"),
    [
        ("init", "--template", "article"),
        ("report", "KIND", "full"),
        ("report", "--audience", "internal"),
        ("export", "KIND", "all"),
        ("backup", "VALUE", "make"),
        ("attach", "--confidentiality", "internal"),
        ("attach", "--kind", "other"),
    ],
)
def test_defaults_are_shown(program: Program, command: str, option: str, default: str) -> None:
    shown = " ".join(program(command, "--help").out.split())
    assert re.search(rf"{option}\b[^.]*\. (For whom[^.]*\. )?Possible: [^.]*\. Default: {default}\.", shown)


ADDED = {
    "add-activity": ("activities", "S2", "تدريب", "--start", "2026-01-01"),
    "add-obstacle": ("obstacles", "تأخر التوريد"),
    "add-commitment": ("commitments", "O1", "متابعة التوريد"),
    "add-lesson": ("lessons", "الإعداد المبكر يختصر الوقت"),
    "add-meeting": ("meetings", "لقاء", "--on", "2026-03-10"),
    "add-indicator": ("indicators", "مؤشر"),
}
"""A new record of which nothing more is said, with the kind that it is of."""


def test_defaults_are_what_a_new_record_gets(program: Program) -> None:
    for command, (kind, *rest) in ADDED.items():
        assert program(command, *rest, "--quiet").code == 0, command
        record = program("list", kind, "--json").data[-1]
        noun = noun_of(command)
        assert noun is not None
        told = {field.sets: default for field in noun.of("add") if (default := noun.default(field))}
        assert told
        got = {name: "no" if record[name] is False else record[name].replace("_", "-") for name in told}
        assert got == told
    assert {name for name in NAMES if name.startswith("add-") and any(map(default_of, own_options(name)))} == set(ADDED)


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_says_what_it_is(name: str) -> None:
    for param in build(name).params:
        if isinstance(param, Option):
            assert param.help, param.opts
            assert param.is_flag or param.metavar, param.opts
        else:
            assert param.metavar, param.name
            assert meaning(param) or told(name, param.metavar), param.metavar


@pytest.mark.parametrize("name", NAMES)
def test_every_command_takes_the_global_options(name: str) -> None:
    assert {param.name for param in build(name).params} >= GLOBAL_NAMES


@pytest.mark.parametrize("name", NAMES)
def test_examples_are_lines_that_can_be_typed(name: str) -> None:
    known = {option for param in build(name).params for option in param.opts}
    for example in COMMANDS[name].examples:
        assert example.startswith(f"tracker {name}")
        assert set(re.findall(r"(?<=\s)--[a-z-]+", example)) <= known


@pytest.mark.parametrize("args", [["-h"], ["--help"], ["help"], ["--lang", "en", "help"], ["--help", "nosuch"]])
def test_ways_to_ask_for_help(program: Program, args: list[str]) -> None:
    assert program(*args).out == program("--help").out


@pytest.mark.parametrize("args", [["list", "-h"], ["help", "list"], ["list", "--status", "x", "--help"]])
def test_ways_to_ask_for_help_on_a_command(program: Program, args: list[str]) -> None:
    assert program(*args) == program("list", "--help")


def test_after_two_dashes_help_is_a_text(program: Program) -> None:
    assert "There is no" not in program("show", "--", "S2").err
    assert program("show", "--", "--help").code == 1


REFUSED = {
    "nosuch": "nosuch",
    "lst": "tracker list",
    "S2": "tracker show S2",
    "update-step": "tracker update-step --help",
    "update-step 2 --nosuch": "--nosuch",
    "update-step 2 --progres 4": "--progress",
    "update-step 2 --progress": "--progress",
    "update-step --progress": "--progress",
    "list --plain=3": "--plain",
    "--plain=3 list": "--plain",
    "list --db": "--db",
    "--db": "--db",
    "--nosuch": "--nosuch",
    "-x": "-x",
    "list -x": "-x",
    "list steps extra words": "extra words",
    "undo 1 2": "2",
    "link S3": "tracker link --help",
    "attach S2": "tracker attach --help",
    "config a b c": "c",
    "update-step 2": "tracker update-step --help",
    "update-step 2 --status mostly": "in-progress",
    "update-step 2 --status in-progres": "in-progress",
    "list nosuch": "meetings",
    "list meeting --status nosuch": "held",
    "list --sort nosuch": "order",
    "list --side nosuch": "joint",
    "list --limit many": "many",
    "--lang xx list": "--lang",
    "list --lang xx": "--lang",
    "--calendar xx list": "--calendar",
    "list --color xx": "--color",
    "report nosuch": "full",
    "report -o x.xyz": "md",
    "backup nosuch": "restore",
    "config nosuch": "lang",
    "config lang xx": "auto",
    "config completion tcsh": "fish",
    "init --template xx --db n.json": "article",
    "undo xyz": "xyz",
    "undo": "--yes",
    "verify E1": "--by",
    "link S3 A1 --primary --secondary": "--remove",
    "config lang tr --unset": "--unset",
    "list --today never": "2026-03-31",
    "list --as-of 2026-13-01": "2026-13-01",
    "update-step 2 --progress ten": "ten",
    "update-step 2 --progress 10.5": "10.5",
    "update-step 2 --confirm --if-rev xyz": "xyz",
    "update-step 2 --due 1600-01-01h": "1600-01-01h",
    "add-party L1 x": "L1",
    "update-step 2 --health green": "amber",
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("line", REFUSED)
def test_wrong_usage_is_refused_in_the_language_with_what_to_type(program: Program, line: str, lang: str) -> None:
    if line == "undo":
        program("update-step", "2", "--progress", "4")
    found = program(*line.split(), env={"TRACKER_LANG": lang})
    assert (found.code, found.out) == (2, "")
    assert REFUSED[line] in found.err
    assert "Traceback" not in found.err
    given = [*line.split(), " ".join(line.split()[2:]), "nosuch", "x.xyz", "xyz"]
    assert foreign(lang, found.err, *(word for word in given if len(word) > 1)) == []
