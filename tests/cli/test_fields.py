"""Every field of every kind: what is declared once stands everywhere, and is treated alike everywhere."""

import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import pytest

from tests.cli.completion import asked
from tests.cli.program import Program
from tracker.cli.command_table import COMMANDS
from tracker.cli.input.choices import Vocabulary
from tracker.cli.noun import Noun
from tracker.cli.nouns import noun_of
from tracker.cli.parameters import ADD, UPDATE, Field
from tracker.cli.sheets.kinds import kind_called
from tracker.cli.texts import free_text
from tracker.model.records.tables import table_of_type

LANGUAGES = ("-ar", "-tr", "-en")
CALL = "call +90 532 123 45 67"
ARGUMENTS = {"period": "2027", "code": "ZZ", "review": "R1", "meeting": "M1", "source": "D1", "step": "S1"}


class Command(NamedTuple):
    name: str
    noun: Noun[Any]
    verb: str

    def line(self, tracker: dict[str, Any], **texts: str) -> list[str]:
        """The command with what it needs by place; `texts` are arguments by name, in place of the usual ones."""
        if self.verb == ADD:
            places = [field for field in self.noun.of(ADD) if field.place]
            return [self.name, *(texts.get(p.name) or ARGUMENTS.get(p.name, "نص") for p in places)]
        rows = tracker.get(table_of_type(self.noun.record), [])
        return [self.name, *(row["id"] for row in rows[:1] if not self.noun.only_code)]


class Place(NamedTuple):
    command: Command
    field: Field

    @property
    def given(self) -> list[str]:
        return [f"--{self.field.option}"]


def commands() -> Iterator[Command]:
    for name in COMMANDS:
        noun = noun_of(name)
        if noun is not None:
            yield Command(name, noun, name.partition("-")[0])


def label(place: object) -> str:
    match place:
        case Command():
            return place.name
        case Place():
            return f"{place.command.name} {place.field.called}"
    return str(place)


ALL = list(commands())
FIELDS = [Place(command, field) for command in ALL for field in command.noun.of(command.verb)]
OPTIONS = [place for place in FIELDS if not place.field.place]
TEXTS = [place for place in FIELDS if place.field.read is free_text]
of_commands = pytest.mark.parametrize("command", ALL, ids=label)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory, demo_home: Path) -> dict[str, Any]:
    program = Program(tmp_path_factory.mktemp("demo"))
    shutil.copytree(demo_home, program.home, dirs_exist_ok=True)
    return dict(program("export").json["tables"])


@of_commands
def test_help_shows_every_field_with_its_values(program: Program, command: Command) -> None:
    shown = " ".join(program(command.name, "--help").out.split())
    for field in command.noun.of(command.verb):
        if field.called != "--tr" and field.called.endswith(LANGUAGES):  # one line for a text in each language
            assert f"{field.called[:-3]}-ar|tr|en" in shown
        else:
            assert field.called in shown
            assert field.meaning in shown
        assert all(value in shown for value in (field.choice.choices if field.choice else ()))


@pytest.mark.parametrize("place", [place for place in OPTIONS if place.field.sets and place.field.choice], ids=label)
def test_the_values_of_a_field_are_those_of_its_change(place: Place) -> None:
    kind = get_type_hints(place.command.noun.change)[place.field.sets]
    choice = place.field.choice
    assert bool in get_args(kind) or (isinstance(choice, Vocabulary) and choice.kind in get_args(kind))


@of_commands
def test_every_command_keeps_a_doubtful_text_for_a_reason(program: Program, command: Command) -> None:
    options = asked(program, f"tracker {command.name} --")
    assert {"--note", "--reason", "--force"} <= set(options)


@of_commands
def test_completion_offers_every_option(program: Program, command: Command) -> None:
    wanted = {f"--{place.field.option}" for place in OPTIONS if place.command is command}
    assert wanted <= set(asked(program, f"tracker {command.name} --"))


@of_commands
def test_completion_offers_what_every_command_takes(demo: Program, command: Command) -> None:
    assert "TR" in asked(demo, f"tracker {command.name} --by ")


@pytest.mark.parametrize("place", [place for place in OPTIONS if place.field.offers], ids=label)
def test_completion_offers_records(demo: Program, place: Place) -> None:
    assert asked(demo, f"tracker {place.command.name} --{place.field.option} ")


@pytest.mark.parametrize("command", [command for command in ALL if command.verb == UPDATE], ids=label)
def test_the_editor_shows_every_field(started: Program, command: Command) -> None:
    program = started
    assert program("init", "--template", "demo", "--db", "demo.json").code == 0
    lines = command.line(program("export", "--db", "demo.json").json["tables"])
    editor = {"EDITOR": f"cp -p --target-directory={program.home}", "TRACKER_BIDI": "logical"}
    found = program.typed(*lines, "--edit", "--db", "demo.json", keys="no\n", env=editor)
    assert found.code == 0, found.out
    [copy] = program.home.glob("*.toml")
    shown = tomllib.loads(copy.read_text(encoding="utf-8")).keys()
    named = {place.field.option for place in OPTIONS if place.command is command and not place.field.switch}
    assert shown <= named | {"note", "reason"}
    assert named - shown <= {place.field.option for place in OPTIONS if place.field.hidden or place.field.spoken}


@pytest.mark.parametrize("command", [command for command in ALL if command.verb == UPDATE], ids=label)
def test_a_spreadsheet_takes_every_field_of_the_record(demo: Program, command: Command) -> None:
    table = table_of_type(command.noun.record)
    if table == "initiative":  # the only one is no table
        return
    assert demo("export", table, "-o", "sheet.csv").code == 0
    headings = (demo.home / "sheet.csv").read_text(encoding="utf-8-sig").splitlines()[0].split(",")
    held = [field for field in command.noun.of(UPDATE) if field.now and not field.switch]
    assert {field.column for field in held} <= set(headings)
    assert {field.name for field in held} <= set(kind_called(table).updates.values())


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("command", "word"),
    [(command, word) for command in ALL if command.verb == UPDATE for word in command.noun.clearable],
    ids=label,
)
def test_clear_knows_the_field(demo: Program, tables: dict[str, Any], command: Command, word: str) -> None:
    assert word in asked(demo, f"tracker {command.name} X --clear ")
    found = demo(*command.line(tables), "--clear", word, "--reason", "r", "--dry-run")
    assert found.code in (0, 1), found.err  # a rule may want the field


@pytest.mark.sampled(3)
@pytest.mark.parametrize("place", [place for place in OPTIONS if not place.field.switch], ids=label)
def test_an_empty_value_is_refused_with_the_name_of_the_option(
    demo: Program, tables: dict[str, Any], place: Place
) -> None:
    beside = ["--title-en", "x"] if place.field.option == "decision" else []  # which alone asks for no change
    for empty in ("", "  "):
        found = demo(*place.command.line(tables), *beside, "--note", empty, *place.given, empty)
        assert (found.code, found.out) == (2, "")
        assert ("Possible: " if place.field.choice else f"{place.field.called} cannot be empty.") in found.err
        assert ("--clear" in found.err) is (
            place.command.verb == UPDATE and bool(place.field.clears) and not place.field.choice
        )


@pytest.mark.parametrize("place", [place for place in FIELDS if place.field.place], ids=label)
def test_an_empty_argument_is_refused_with_its_name(demo: Program, tables: dict[str, Any], place: Place) -> None:
    found = demo(*place.command.line(tables, **{place.field.name: " "}))
    assert (found.code, found.out) == (2, "")
    assert f"{place.field.called} cannot be empty." in found.err


@pytest.mark.sampled(3)
@pytest.mark.parametrize("place", TEXTS, ids=label)
def test_a_doubtful_text_is_kept_for_a_reason_alone(demo: Program, tables: dict[str, Any], place: Place) -> None:
    field = place.field
    line = place.command.line(tables, **({field.name: CALL} if field.place else {}))
    if field.option.endswith("-ar") and place.command.verb == ADD:  # else both would be the Arabic text
        line = [word.translate(dict.fromkeys(range(0x600, 0x700), "x")) for word in line]
    line += [] if field.place else [*place.given, CALL]
    found = demo(*line, "--note", CALL[:4])
    assert (found.code, found.out) == (1, "")
    assert f"Error: {field.called} appears to contain personal data" in found.err
    assert "--force and --reason" in found.err
    assert "needs a reason" in demo(*line, "--force").err
    kept = demo(*line, "--force", "--reason", "r", "--dry-run")
    assert kept.code in (0, 1), kept.err  # a rule may want something else
    assert "appears to contain" not in kept.err
