"""`check --terminal`: what was detected, and the card on which a person picks the line that reads right."""

import os
import select
import sys
import termios
from pathlib import Path

import pytest

from tests.cli.program import Program
from tracker.locale import LANGUAGES
from tracker.text.emission import EMISSIONS
from tracker.text.terminals.answer_key import NAME

MODES = ["c", *(mode for mode in EMISSIONS if mode != "c")]  # what is used now comes first
LOGICAL_FIRST = list(EMISSIONS)
NO_BIDI = {"TRACKER_BIDI": "logical"}
QUESTION = "Enter"


def test_the_number_that_reads_right_is_kept(program: Program) -> None:
    found = program.typed("check", "--terminal", keys="2\n")
    assert found.code == 0, found.out
    assert f'bidi = "{MODES[1]}"' in program.config.read_text()
    assert f"bidi is now {MODES[1]}" in found.out
    again = program("check", "--terminal", "--json")
    assert again.data["source"] == "default"  # a pipe is in logical order, whatever is kept
    assert f"{MODES[1]}, config file" in program.typed("check", "--terminal", keys="\n").out


@pytest.mark.parametrize("keys", ["\n", "0\n", "\x04", "٠\n"])
def test_nothing_is_kept_without_a_number(program: Program, keys: str) -> None:
    found = program.typed("check", "--terminal", keys=keys)
    assert found.code == 0, found.out
    assert "Nothing was changed." in found.out
    assert not program.config.exists()


@pytest.mark.parametrize("keys", ["99\n5\n", "x\n٥\n", "-1\n5\n", "1.5\n۵\n"])
def test_what_is_no_number_of_a_line_is_asked_again(program: Program, keys: str) -> None:
    found = program.typed("check", "--terminal", keys=keys, env=NO_BIDI)
    assert found.code == 0, found.out
    assert f"from 1 to {len(MODES)}" in found.out
    assert f'bidi = "{LOGICAL_FIRST[4]}"' in program.config.read_text()
    assert "TRACKER_BIDI is set" in found.out


def test_what_is_detected_is_not_nailed_down(program: Program) -> None:
    assert "already written this way" in program.typed("check", "--terminal", keys="1\n").out
    assert not program.config.exists()
    program("config", "bidi", "b")
    detected = ["b", *(mode for mode in EMISSIONS if mode != "b")].index("c") + 1
    assert "already written this way" in program.typed("check", "--terminal", keys="1\n").out
    assert 'bidi = "b"' in program.config.read_text()
    program.typed("check", "--terminal", keys=f"{detected}\n")
    assert 'bidi = "auto"' in program.config.read_text()


def test_nothing_is_kept_in_a_dry_run(program: Program) -> None:
    assert program.typed("check", "--terminal", "--dry-run", keys="2\n").code == 0
    assert not program.config.exists()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_emission_has_its_line_on_one_screen(program: Program, lang: str) -> None:
    found = program.typed(
        "check", "--terminal", "--bidi", "logical", keys="\n", env={"TRACKER_LANG": lang, "COLUMNS": "80"}
    )
    lines = found.out.splitlines()
    assert [line.split("│")[0].strip() for line in lines if line[:1].isdecimal() and line.count("│") == 2][:1] == ["1"]
    assert sum(line.count("│") == 2 for line in lines) == len(MODES)
    assert len(lines) <= 24


@pytest.mark.parametrize("arguments", [("--json",), ("--plain",), ()])
def test_a_pipe_is_told_and_asked_nothing(program: Program, arguments: tuple[str, ...]) -> None:
    found = program("check", "--terminal", *arguments, stdin="2\n")
    assert found.code == 0
    assert QUESTION not in found.out + found.err
    assert "logical" in found.out
    assert not program.config.exists()


def test_a_program_reads_every_part_of_it(program: Program) -> None:
    assert program("check", "--terminal", "--json").data == {
        "family": None,
        "mode": "c",
        "measured": False,
        "rule": "default",
        "evidence": None,
        "milliseconds": pytest.approx(500, abs=500),
        "used": "logical",
        "source": "default",
    }


def test_a_screen_reader_gets_no_samples(program: Program) -> None:
    for arguments, env in (((), {"TERM": "dumb"}), (("--plain",), {})):
        found = program.typed("check", "--terminal", *arguments, keys="2\n", env=env)
        assert "│" not in found.out
        assert QUESTION not in found.out


@pytest.mark.skipif(sys.platform != "linux", reason="the program behind the window is read from /proc")
def test_a_terminal_is_asked_once_and_the_card_asks_anew(program: Program) -> None:
    cache = program.home / ".cache" / "tracker" / NAME
    assert answered(program, ("list",), b"\x1b[>1;115;0c\x1b[?62;1;4c") == 1
    assert ">1;115;0c ?62;1;4c" in cache.read_text()
    assert cache.stat().st_mode & 0o777 == 0o600
    assert answered(program, ("list",), b"") == 0
    assert answered(program, ("check",), b"") == 0
    assert answered(program, ("check", "--terminal"), b"\x1b[>0;115;0c\x1b[?1;2c") == 1
    assert ">0;115;0c" in cache.read_text()


def answered(program: Program, arguments: tuple[str, ...], answer: bytes) -> int:
    """How often the terminal was asked; what it answers is given once and never on the screen."""
    run, terminal = program.on_terminal(*arguments, env={"TERM": "xterm-256color"})
    screen, asked, typed = b"", 0, False
    while True:
        if not select.select([terminal], [], [], 20)[0]:
            run.kill()
            break
        try:
            screen += os.read(terminal, 65536)
        except OSError:
            break
        if screen.count(b"\x1b[>c") > asked:
            asked += 1
            os.write(terminal, answer)
        if QUESTION.encode() in screen and not typed:
            typed = True
            os.write(terminal, b"\n")
    run.ended()
    os.close(terminal)
    assert b"115;0c\x1b" not in screen
    return asked


def test_a_folder_that_cannot_be_written_is_no_trouble(program: Program) -> None:
    Path(program.home / ".cache").write_text("")
    assert answered(program, ("list",), b"\x1b[?6c") == 1
    assert answered(program, ("list",), b"\x1b[?6c") == 1


def test_an_interruption_while_asking_leaves_the_terminal_as_it_was(program: Program) -> None:
    run, terminal = program.on_terminal("list", env={"TERM": "xterm-256color"})
    before = termios.tcgetattr(terminal)
    screen = b""
    while b"\x1b[c" not in screen:
        screen += os.read(terminal, 65536)
    os.write(terminal, b"\x03")
    while b"Interrupted" not in screen:
        screen += os.read(terminal, 65536)
    assert termios.tcgetattr(terminal)[:4] == before[:4]
    assert run.ended() == 130
    assert screen.count(b"\x1b[>c") == 1
    os.close(terminal)
