"""Closed sets of values: help names each of them, completion offers them, and words of three languages are taken."""

import re
from collections.abc import Iterator

import pytest

from tests.cli.completion import asked
from tests.cli.program import Program
from tracker.cli.app import build, root
from tracker.cli.command_table import COMMANDS
from tracker.cli.global_options import GLOBAL_NAMES
from tracker.cli.input.choices import ByKind, Listed, Vocabulary
from tracker.cli.parser import Argument, Choice, Parameter
from tracker.errors import BadValue
from tracker.locale import LANGUAGES, open_catalog
from tracker.reports.lists.listing import KINDS
from tracker.views.words import Words


def places() -> Iterator[tuple[str, Parameter]]:
    """Every parameter with a closed set and its command; the options of all commands once."""
    yield from (("", param) for param in root().params if isinstance(param.type, Choice))
    for name in COMMANDS:
        own = (param for param in build(name).params if param.name not in GLOBAL_NAMES)
        yield from ((name, param) for param in own if isinstance(param.type, Choice))


def name_of(place: object) -> str:
    return place.opts[-1] if isinstance(place, Parameter) else str(place)


ALL = list(places())
READ = [place for place in ALL if isinstance(place[1].type, Vocabulary | Listed)]  # others their commands read


def kind_of(param: Parameter) -> Choice:
    assert isinstance(param.type, Choice)
    return param.type


def named_in(text: str) -> set[str]:
    return set(re.findall(r"[\w-]+", text))


def test_no_set_is_hidden_in_the_name_of_a_value() -> None:
    """A set that is written out by hand would be a second one beside that which reads it."""
    for name in COMMANDS:
        for param in build(name).params:
            assert "|" not in (param.metavar or ""), (name, param.opts)


def test_the_sets_are_those_that_commands_read() -> None:
    assert {"list kind", "report kind", "export kind", "backup action", "config key"} == {
        f"{command} {param.name}" for command, param in ALL if isinstance(param, Argument)
    }
    options = {f"{command} {param.opts[-1]}" for command, param in ALL if not isinstance(param, Argument)}
    assert {f"{command} --clear" for command in COMMANDS if command.startswith("update-")} <= options
    assert {f" --{name}" for name in ("lang", "digits", "calendar", "bidi", "color")} <= options
    assert {"list --status", "list --sort", "list --side", "report --format", "update-step --health"} <= options


@pytest.mark.parametrize(("command", "param"), ALL, ids=name_of)
def test_help_names_every_value(program: Program, command: str, param: Parameter) -> None:
    kind = kind_of(param)
    for before in kind.kinds if isinstance(kind, ByKind) else ("",):
        shown = program(command, *([before] if before else []), "--help") if command else program("help", "options")
        assert (shown.code, shown.err) == (0, "")
        assert set(kind.of([before]).choices) <= named_in(shown.out)


@pytest.mark.parametrize(("command", "param"), ALL, ids=name_of)
def test_completion_offers_every_value(program: Program, command: str, param: Parameter) -> None:
    kind = kind_of(param)
    option = "" if isinstance(param, Argument) else f"{param.opts[-1]} "
    for before in kind.kinds if isinstance(kind, ByKind) else ("",):
        line = " ".join(filter(None, ("tracker", command, before)))
        assert set(kind.of([before]).choices) <= set(asked(program, f"{line} {option}"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("command", "param"), READ, ids=name_of)
def test_words_of_every_language_are_taken(command: str, param: Parameter, lang: str) -> None:
    """What completion and help show for a value is taken for it, and so is its slug in any case."""
    kind = kind_of(param)
    words = Words(open_catalog(lang))  # type: ignore[arg-type]  # one of the three
    for choice in kind.choices:
        taken = kind.read(choice)
        assert taken is not None
        assert kind.read(choice.upper()) == kind.read(choice.replace("-", "_")) == taken
        assert kind.read(kind.meaning(choice, words) or choice) == taken
    with pytest.raises(BadValue):
        kind.read("nosuch")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_kinds_are_offered_in_the_language_and_taken_so(program: Program, lang: str) -> None:
    offered = asked(program, "tracker list ", TRACKER_LANG=lang)
    for word in offered:
        assert (
            program("list", word, "--json").json["kind"]
            == program("list", offered.get(word) or word, "--json").json["kind"]
        )


def test_values_of_another_kind_are_found_with_that_kind(program: Program) -> None:
    assert "tracker list meetings --help" in " ".join(program("list", "--help").out.split())
    found = program("list", "meetings", "--help").out
    assert "postponed" in found
    assert "tracker list meetings --help" not in found
    assert program("list", "لقاءات", "--help").out == found
    assert program("list", "nosuch", "--help").out != found
    assert set(asked(program, "tracker list meetings --status h")) == {"held"}
    assert set(asked(program, "tracker list meetings --sort date,minutes_s")) == {"date,minutes_signed_on"}


def test_a_word_that_a_person_is_asked_for_is_taken_in_any_language(started: Program) -> None:
    found = started.typed("update-step", "3", keys="قيد التنفيذ\n\n\n\n", env={"TRACKER_BIDI": "logical"})
    assert found.code == 0, found.out
    assert started("list", "--json").data[2]["status"] == "in_progress"


@pytest.mark.parametrize("field", ["text-tr", "text-en", "response"])
def test_what_completion_offers_to_clear_can_be_cleared(program: Program, field: str) -> None:
    assert program("init", "--template", "demo").code == 0
    assert field in asked(program, "tracker update-recommendation N1 --clear ")
    assert "possible" not in program("update-recommendation", "N1", "--clear", field, "--dry-run").err


def test_every_kind_can_be_listed_by_its_keys(program: Program) -> None:
    kind = kind_of(next(param for param in build("list").params if param.name == "sort"))
    for name in KINDS:
        found = program("list", name, "--sort", ",".join(kind.of([name]).choices), "--json")
        assert found.code == 0, found.err
