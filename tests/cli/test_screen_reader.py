"""For screen readers and braille lines: letters in reading order, and nothing that only eyes make sense of."""

import re

import pytest

from tests.cli.program import Program
from tracker.cli.command_table import COMMANDS
from tracker.locale import LANGUAGES

# Presentation forms, boxes and bars, controls of direction that change the order, and escape sequences.
FOR_EYES = re.compile("[\ufb50-\ufdff\ufe70-\ufefe\u2500-\u259f\u202a-\u202e\u2800\x1b]")

OUTPUTS = [
    ("--help", ""),
    ("help", ""),
    ("list", ""),
    ("list all", ""),
    ("status", ""),
    ("", ""),
    ("report", ""),
    ("report full", ""),
    ("show S2 A1 E2 LY", ""),
    ("show S2 --explain", ""),
    ("show", "S2\n"),
    ("history", ""),
    ("history S2", ""),
    ("history --verify", ""),
    ("check", ""),
    ("check --terminal", ""),
    ("config", ""),
    ("backup", ""),
    ("backup list", ""),
    ("undo", "no\n"),
    ("undo --yes", ""),
    ("update-step 2 --progress 60", ""),
    ("update-step 2", "\n\n\n\n"),
    ("update-step 2 --status completed", "\n"),
    ("update-step 9 --progress 5", ""),
    ("update-step 2 --nosuch", ""),
    ("nosuch", ""),
    ("list --sort nosuch", ""),
    ("list --lang xx", ""),
]


@pytest.mark.parametrize(("line", "keys"), [*OUTPUTS, *((f"{name} --help", "") for name in COMMANDS)])
@pytest.mark.parametrize("how", ["--plain", "TERM=dumb", "TERM=unknown"])
def test_every_output_is_text_in_reading_order(started: Program, line: str, keys: str, how: str) -> None:
    plain = how == "--plain"
    env = {"TRACKER_LANG": "ar", "TRACKER_BIDI": "b", "COLUMNS": "90"} | ({} if plain else {"TERM": how[5:]})
    found = started.typed(*line.split(), *(["--plain"] if plain else []), keys=keys, env=env)
    assert found.out.strip()
    shown = found.out.replace("\x1b[>c\x1b[c", "", 1)  # the question to the terminal itself, which no reader meets
    assert not FOR_EYES.findall(shown), shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_is_the_same_text_as_through_a_pipe(program: Program, lang: str) -> None:
    env = {"TRACKER_LANG": lang, "COLUMNS": "100"}
    for line in ("--help", "list --help"):
        read = program.typed(*line.split(), "--plain", env=env).out
        assert read == program(*line.split(), env=env).out
        assert read == program.typed(*line.split(), env={**env, "TERM": "dumb"}).out


def test_a_preview_is_plain_too(started: Program) -> None:
    found = started.typed("undo", "--plain", keys="no\n")
    assert "\nrevision 1 taken back\n" in found.out
    assert "·" not in found.out
