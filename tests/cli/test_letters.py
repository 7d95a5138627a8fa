"""The daily options have a letter, which is the same in every command and stands beside the word everywhere."""

import re
from collections import Counter

import pytest

from tests.cli.program import Program
from tracker.cli.app import build
from tracker.cli.command_table import COMMANDS
from tracker.cli.parser import LETTERS, options

CHOICES = {"merge --status"}
"""A switch that is called like a daily option, and is none."""


@pytest.mark.parametrize("command", COMMANDS)
def test_a_letter_is_that_of_its_word_in_every_command(command: str) -> None:
    declared = options(build(command).params)
    assert max(Counter(name for option in declared for name in option.opts).values()) == 1
    for option in declared:
        words = [name.removeprefix("--") for name in option.opts if name.startswith("--")]
        letters = [name for name in option.opts if not name.startswith("--")]
        if f"{command} --{words[0]}" not in CHOICES:
            assert letters == [letter for letter in [LETTERS.get(words[0])] if letter], words


def test_no_letter_is_of_two_words() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)


def test_letters_do_as_their_words(demo: Program) -> None:
    line = ("update-commitment", "C11", "-s", "in-progress", "-d", "2026-05-01", "-r", "تأجيل", "-e", "77/2026")
    assert demo(*line, "-m", "بعد اللقاء", "-q").code == 0
    changed = demo("show", "C11", "--json").data
    assert changed[0]["status"] == "in_progress"
    assert changed[0]["due"] == "2026-05-01"
    assert demo("list", "commitments", "-S", "opinion", "-L", "1", "--json").data[0]["id"] == "C10"
    assert demo("list", "commitments", "-s", "completed,blocked", "--json").data
    assert demo("-V").out == demo("list", "-V").out == demo("--version").out


def test_letters_stand_together_and_with_their_value(demo: Program) -> None:
    before = demo.file.read_bytes()
    found = demo("update-commitment", "C11", "-nysin-progress")
    assert found.code == 0
    assert "The following would change" in found.out
    assert demo("-nq", "update-step", "S4", "-p50").code in (0, 1)
    assert demo.file.read_bytes() == before
    assert "Option -s needs a value." in demo("update-commitment", "C11", "-ns").err


def test_help_shows_the_letter_before_the_word(demo: Program) -> None:
    shown = demo("update-step", "--help").out + demo("help", "options").out
    for word in ("status", "progress", "evidence", "note", "reason", "due", "yes", "dry-run", "quiet", "version"):
        assert f"{LETTERS[word]}, --{word}" in shown
    narrow = demo.typed("update-step", "--help", "--no-pager", screen=(0, 80))
    assert all(len(re.sub(r"\x1b\[[\d;?]*[a-zA-Z]", "", line)) <= 80 for line in narrow.out.splitlines())


@pytest.mark.parametrize(
    ("typed", "offered"), [("-", {"-s", "--status", "-n"}), ("--st", {"--status"}), ("-p", {"-p"})]
)
def test_completion_offers_both(demo: Program, typed: str, offered: set[str]) -> None:
    words = f"tracker update-step S1 {typed}"
    env = {"_TRACKER_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "3"}
    found = {line.partition("\t")[0] for line in demo(env=env).out.splitlines()}
    assert offered <= found
    assert typed != "--st" or "-s" not in found


def test_another_name_of_an_option_is_completed_where_it_is_begun(demo: Program) -> None:
    env = {"_TRACKER_COMPLETE": "bash_complete", "COMP_WORDS": "tracker list --la", "COMP_CWORD": "2"}
    assert demo(env=env).out.startswith("--late\t")
