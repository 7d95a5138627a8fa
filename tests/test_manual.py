"""The pages of the manual: as the help is now, understood by groff, and with everything that is typed to be copied."""

import re
import shutil
import subprocess

import pytest

from tests.manual import FOLDER, PLACES, escaped, pages
from tracker.cli.command_table import COMMANDS
from tracker.cli.say.topics import TOPICS

needs_groff = pytest.mark.skipif(not shutil.which("groff"), reason="no groff")


def set_in_type(text: str) -> tuple[str, str]:
    """A page as man shows it, without bold letters, and what groff says against it."""
    done = subprocess.run(
        ["groff", "-k", "-man", "-Tutf8", "-ww", "-P-cbou", "-rLL=200n"],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout, done.stderr


def test_the_pages_are_those_of_the_help() -> None:
    """Where this fails, `python -m tests.manual` writes them anew."""
    kept = {path: path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.*")}
    assert {path.name for path, text in pages().items() if kept.get(path) != text} == set()
    assert set(kept) == set(pages())


def test_every_command_has_a_page() -> None:
    for place in PLACES.values():
        assert {path.name for path in (FOLDER / place).iterdir()} == {
            "tracker.1",
            *(f"tracker-{name}.1" for name in COMMANDS),
        }


@needs_groff
@pytest.mark.parametrize("place", PLACES.values())
def test_groff_understands_every_page(place: str) -> None:
    _, said = set_in_type("".join(path.read_text(encoding="utf-8") for path in sorted((FOLDER / place).iterdir())))
    assert said == ""


@needs_groff
@pytest.mark.parametrize("name", COMMANDS)
def test_a_page_has_every_example_as_it_is_typed(name: str) -> None:
    shown, _ = set_in_type((FOLDER / "man1" / f"tracker-{name}.1").read_text(encoding="utf-8"))
    lines = [line.strip() for line in shown.splitlines()]
    assert set(COMMANDS[name].examples) <= set(lines)
    assert [line for line in lines if line.startswith(f"tracker-{name} - ")]


@needs_groff
def test_the_first_page_has_the_topics_and_all_commands() -> None:
    shown, _ = set_in_type((FOLDER / "man1" / "tracker.1").read_text(encoding="utf-8"))
    assert [topic.title.text for topic in TOPICS.values() if topic.title.text.upper() not in shown] == []
    assert [name for name in COMMANDS if f"tracker-{name}(1)" not in " ".join(shown.split())] == []


@needs_groff
@pytest.mark.parametrize(
    "text", [".TH x", "'br", "a\\fBb\\n", "--due-before", "it's `x` ~/.config ^", 'say "no"', "\n.ex\n..", "\\", "."]
)
def test_no_text_is_a_command_to_groff(text: str) -> None:
    shown, said = set_in_type(f'.TH T 1 "" t\n.SH NAME\n{escaped(text)}\n')
    assert said == ""
    body = re.search(r"^NAME\n(.*?)\n\n", shown, re.MULTILINE | re.DOTALL)
    assert body is not None
    assert " ".join(body[1].split()) == " ".join(text.split())
