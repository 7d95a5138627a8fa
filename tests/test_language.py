"""Every sentence of the program in the language that was chosen, and in no other."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.cli.program import Program
from tests.foreign import foreign, foreign_in_catalog, unchanged
from tests.locale.catalogs import PLURALS, forms, ids, read
from tracker.cli import parser
from tracker.cli.app import build
from tracker.cli.command_table import COMMANDS
from tracker.cli.completion.answer import LONGEST
from tracker.locale import LANGUAGES, open_catalog
from tracker.model.records.localized import Localized
from tracker.model.records.tables import TABLES
from tracker.model.records.thresholds import Thresholds
from tracker.reports.answers.history import SILENT
from tracker.reports.labels import FIELDS
from tracker.views.words import Words


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.mark.parametrize("lang", PLURALS)
def test_every_sentence_of_a_catalog(lang: str) -> None:
    texts = [(form, ids(message)[0]) for message in read(lang) if message.id for form in forms(message)]
    assert [(words, text) for text, _ in texts if (words := foreign_in_catalog(lang, text))] == []
    assert unchanged(lang) == []


def test_every_sentence_in_english() -> None:
    texts = [text for message in read("ar") if message.id for text in ids(message)]
    assert [(words, text) for text in texts if (words := foreign_in_catalog("en", text))] == []


@pytest.mark.parametrize("text", ["أضف option الآن", "Bu bir missing değer", "--nosuch ekleyin", "bu bir ملف"])
def test_a_word_of_another_language_is_found(text: str) -> None:
    assert foreign_in_catalog("ar" if "أضف" in text else "tr", text) != []


def refusals() -> Iterator[parser.UsageError]:
    """One of each kind of the parser's refusals, on an option and on an argument."""
    command = build("update-step")
    with parser.Context(command, info_name="update-step") as ctx:
        argument, option = command.params[0], command.params[1]
        flag = next(param for param in command.params if parser.is_switch(param))
        yield parser.NoSuchOption("--نص", possibilities=["--status"], ctx=ctx)
        yield parser.NoSuchOption("--نص", ctx=ctx)
        yield parser.NoSuchOption("--نص")
        for param in (argument, option, None):
            yield parser.MissingParameter(ctx=ctx, param=param)
            yield parser.BadParameter("english words", ctx=ctx, param=param)
        yield parser.BadOptionUsage(flag.opts[0], "english words", ctx=ctx)
        yield parser.BadOptionUsage(option.opts[0], "english words", ctx=ctx)
        yield parser.UsageError("english words", ctx=ctx)
        yield parser.UsageError("english words")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_refusal_of_the_parser(lang: Any) -> None:
    words = Words(open_catalog(lang))
    for error in refusals():
        for part in parser.worded(error):
            if part:
                assert foreign(lang, words.bare(part), "--نص") == []


def test_no_kind_of_refusal_was_forgotten() -> None:
    own = {kind for kind in refused() if kind.__module__ == parser.UsageError.__module__}
    # Worded as what they are derived from; the last two come of options we do not have, and of groups within groups.
    assert {kind.__name__ for kind in own - {type(error) for error in refusals()}} <= {
        "BadArgumentUsage",
        "NoArgsIsHelpError",
        "NoSuchCommand",
    }


def refused(above: type[parser.UsageError] = parser.UsageError) -> Iterator[type[parser.UsageError]]:
    yield above
    for each in above.__subclasses__():
        yield from refused(each)


def recorded(program: Program, lang: Any, *args: str) -> tuple[str, ...]:
    """The texts of all records, each as a reader of the language sees it."""
    found: list[str] = []

    def walk(value: Any) -> None:
        if isinstance(value, dict) and "ar" in value:
            found.append(Localized(value["ar"], value.get("tr"), value.get("en")).within(lang))
        elif isinstance(value, dict):
            found.append(str(value.get("id", "")))
            for each in value.values():
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)
        elif isinstance(value, str) and re.search(r"[^\w.:-]|[^\x00-\x7f]", value):
            found.append(value)

    walk(program(*args, "export").json)
    return tuple(text for text in found if text)


SHOWN = (
    "",
    "status --since 2024-01-01",
    "list",
    "list all",
    "show S1 S2 A1 M1 O1 E1 LY initiative --explain",
    "report",
    "history",
    "history S2",
    "history --verify",
    "check",
    "config",
    "backup list",
    "undo --dry-run",
    "update-step 4 --confirm --dry-run",
    "list --search nothing-like-it",
)
CHANGES = (
    "update-step 2 --status in-progress --progress 40 --evidence 1/2026 --start 2026-01-01 --due 2026-02-01",
    "update-step 3 --status in-progress --start 2026-01-01 --due 2027-02-01 --owner LY/coord",
    "update-step 3 --status blocked --reason 5",
    "attach S2 2/2026 --kind minutes --date 2026-01-05",
    "link S3 A1 --secondary",
    "config stale_days 20",
    "backup",
)


def test_every_field_that_changes_has_a_name() -> None:
    names = {name for kind in TABLES.values() if kind is not Thresholds for name in kind.__struct_fields__}
    assert sorted(names - set(FIELDS) - SILENT - {"rev"}) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("template", ["article", "demo"])
def test_everything_that_is_shown_of_records(program: Program, template: str, lang: str) -> None:
    env = {"TRACKER_LANG": lang, "TRACKER_DB": "t.json", "TRACKER_BY": ""}
    said = [program("init", "--template", template, env=env)]
    said += [program(*change.split(), env=env) for change in CHANGES]
    said += [program(*line.split(), env=env) for line in SHOWN]
    texts = recorded(program, lang, "--db", "t.json")
    lines = {line.strip() for each in said for line in f"{each.out}\n{each.err}".splitlines()}
    wrong = [f"{words}: {line}" for line in sorted(lines) if (words := foreign(lang, line, *texts))]
    assert "\n".join(wrong) == ""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_shell_shows_on_tab(program: Program, name: str, lang: str) -> None:
    for line in (f"tracker {name} -", f"tracker {name} --", f"tracker {name} "):
        assert foreign_on_tab(program, line, lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_shell_shows_on_tab_before_a_command(program: Program, lang: str) -> None:
    assert foreign_on_tab(program, "tracker ", lang) == []


def foreign_on_tab(program: Program, line: str, lang: str) -> list[str]:
    """Words of another language among the meanings that completion shows, those of the records aside."""
    found = program(env={"TRACKER_LANG": lang, "COMP_WORDS": line, "_TRACKER_COMPLETE": "zsh_complete"})
    meanings = "\n".join(each.partition("\t")[2] for each in found.out.splitlines())
    assert found.err == ""
    return foreign(lang, meanings, *shipped_texts(lang))


@cache
def shipped_texts(lang: str) -> tuple[str, ...]:
    """The texts of the tracker that everybody has at first, as completion cuts them."""
    with TemporaryDirectory() as home:
        return tuple(text[: LONGEST - 1] for text in recorded(Program(Path(home)), lang))
