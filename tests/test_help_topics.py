"""The topics of help: short, in the reader's language, found by what people type, and true of the program."""

import re
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.completion import asked
from tests.cli.program import TODAY, Program
from tests.foreign import foreign, options
from tests.topic_texts import lines_in, terms_in, text_of, typed_in
from tracker import errors
from tracker.cli.command_table import COMMANDS
from tracker.cli.global_options import COMPLETION, OPTIONS
from tracker.cli.lookup import command_named
from tracker.cli.say.topics import TOPICS, topic_named
from tracker.locale import LANGUAGES, open_catalog
from tracker.model.records.evidence import Confidentiality
from tracker.model.records.localized import Lang
from tracker.model.records.status import Status
from tracker.reports.documents import DOCUMENTS, SETS
from tracker.settings import KEYS
from tracker.text.emission import EMISSIONS
from tracker.text.input.parse_date import parse_span
from tracker.views.formats import FORMATS

LONGEST, WIDEST = 40, 80
in_each_language = pytest.mark.parametrize("lang", LANGUAGES)
of_each = pytest.mark.parametrize("name", TOPICS)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


@in_each_language
@of_each
def test_a_topic_is_a_screen_in_the_language(program: Program, name: str, lang: Lang) -> None:
    found = program("help", name, env={"TRACKER_LANG": lang, "COLUMNS": str(WIDEST)})
    assert (found.code, found.err) == (0, "")
    lines = found.out.splitlines()
    assert lines[0] == open_catalog(lang).word(TOPICS[name].title.text)
    assert len(lines) <= LONGEST
    assert max(map(cell_len, lines)) <= WIDEST
    assert foreign(lang, " ".join(found.out.split()), *typed_in(name, lang)) == []


@of_each
def test_a_topic_is_found_by_its_names(program: Program, name: str) -> None:
    shown = program("help", name).out
    assert [program("help", each).out for each in TOPICS[name].names] == [shown] * 2
    assert program("--lang", "en", "help", name.upper(), "--no-pager").out == shown
    assert program("help", *name.split("-")).out == shown


def test_no_topic_is_called_like_a_command_or_another_topic() -> None:
    names = [each for name, topic in TOPICS.items() for each in (name, *topic.names)]
    assert [name for name in names if command_named(name)] == []
    assert [topic_named(name) for name in names] == [name for name in TOPICS for _ in range(3)]


@in_each_language
def test_help_ends_with_the_topics(program: Program, lang: Lang) -> None:
    shown = program("help", env={"TRACKER_LANG": lang}).out
    listed = shown.partition("tracker help ")[2]
    places = [listed.index(f"\n  {name} ") for name in TOPICS]
    assert places == sorted(places)
    assert min(places) > max(listed.find(f"\n  {command} ") for command in COMMANDS)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        (["dtes"], "tracker help dates"),
        (["statusses"], "tracker help statuses"),
        (["exit"], "tracker help exit-codes"),
        (["تواريح"], "tracker help تواريخ"),
        (["lst"], "tracker help list"),
        (["nosuchthing"], "tracker --help"),
    ],
)
def test_what_is_like_a_topic_is_proposed(program: Program, typed: list[str], near: str) -> None:
    found = program("help", *typed)
    assert (found.code, found.out) == (2, "")
    assert f"There is no help on “{typed[0]}”." in found.err
    assert near in found.err
    assert program("help", *typed, "--json").code == 2


def test_completion_offers_topics_behind_help_alone(program: Program) -> None:
    assert set(asked(program, "tracker help ")) == {*COMMANDS, *TOPICS}
    assert asked(program, "tracker help exit") == {"exit-codes": TOPICS["exit-codes"].title.text}
    assert set(asked(program, "tracker مساعدة تو", TRACKER_LANG="ar")) == {"تواريخ"}
    assert not set(asked(program, "tracker ")) & set(TOPICS)


@in_each_language
@of_each
def test_every_option_of_a_topic_exists(name: str, lang: Lang) -> None:
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text_of(name, lang)))
    assert named <= options()


@of_each
def test_every_topic_names_a_line_to_type(name: str) -> None:
    assert lines_in(name, "en")


@in_each_language
def test_every_date_can_be_typed(lang: Lang) -> None:
    forms = [form for term in terms_in("dates", lang) for form in re.split(r"[,،] ", term)]
    assert len(forms) > 12
    assert all(parse_span(form, date.fromisoformat(TODAY)) for form in forms)


def test_a_date_that_is_a_span_begins_and_ends_as_is_said() -> None:
    span = parse_span("2026-Q4", date.fromisoformat(TODAY))
    assert (span.start, span.end) == (date(2026, 10, 1), date(2026, 12, 31))


def test_the_topics_leave_nothing_out() -> None:
    assert terms_in("statuses", "en") == [status.value.replace("_", "-") for status in Status]
    assert terms_in("evidence", "en") == list(Confidentiality)
    assert terms_in("documents", "en") == [*DOCUMENTS, *SETS]
    assert set(FORMATS) <= set(re.findall(r"[a-z]+", text_of("documents", "en")))
    assert {mode for term in terms_in("arabic", "en") for mode in term.split(", ")} == {"auto", *EMISSIONS}
    assert {variable for _, variable in KEYS.values()} <= set(terms_in("files", "en"))
    shown = [re.findall(r"--[a-z-]+", term) for term in terms_in("options", "en")]
    assert shown == [[option.opts[-1]] for option in (*OPTIONS, *COMPLETION)]


def test_every_exit_code_is_told() -> None:
    def all_of(kind: type[errors.TrackerError]) -> set[int]:
        return {kind.exit_code}.union(*(all_of(each) for each in kind.__subclasses__()))

    told = {int(code) for term in terms_in("exit-codes", "en") for code in term.split(", ")}
    assert all_of(errors.TrackerError) | {0, 3, 141, 143} <= told


def test_a_backup_is_where_it_is_said_to_be(program: Program) -> None:
    assert program("update-step", "2", "--progress", "4", "--quiet").code == 0
    assert program("backup").code == 0
    folder = program.file.with_name(terms_in("files", "en")[1].rstrip("/"))
    assert list(folder.iterdir())
