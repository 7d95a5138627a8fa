"""Readers that leave, closed and full outputs, and signals: an exit code, and no traceback."""

import fcntl
import os
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.cli.program import Program

ROOT = Path(__file__).parents[2]
COMMAND = f'PYTHONPATH="{ROOT}" "{sys.executable}" -m tracker'


def shell(program: Program, line: str) -> subprocess.CompletedProcess[str]:
    """A line of a real shell, in which `tracker` is the program."""
    script = f'set -o pipefail; tracker() {{ {COMMAND} "$@"; }}; {line}'
    return subprocess.run(
        ["bash", "-c", script], env=program.env, cwd=program.home, capture_output=True, text=True, check=False
    )


WRITES = "tracker update-step 2 --progress 41"


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("tracker list | head -1", {0, 141}),
        ("tracker export | true", {0, 141}),
        ("tracker --version >&-", {0}),
        ("tracker list >&-", {0}),
        ("tracker list <&-", {0}),
        ("tracker list 2>&-", {0}),
        ("tracker list <&- >&- 2>&-", {0}),
        ("tracker nosuch 2>&-", {2}),
        ("tracker --help >&-", {0}),
        ("tracker undo <&-", {2}),
        (f"{WRITES} >&-", {0}),
        (f"{WRITES} <&- >&- 2>&-", {0}),
        (f"{WRITES} --note - <&-", {1}),
        ("tracker import - <&-", {1}),
    ],
)
def test_streams_that_are_closed_or_leave(started: Program, line: str, codes: set[int]) -> None:
    found = shell(started, line)
    assert found.returncode in codes
    assert "Traceback" not in found.stderr
    assert "Exception" not in found.stderr
    assert "Error" not in found.stderr or found.returncode in (1, 2)
    assert started("list", "--json").data[1]["progress"] == (41 if WRITES in line and 0 in codes else 40)


def closed(program: Program) -> str:
    """A file to be opened for reading alone: whatever is written to it is refused, as by a full disk."""
    path = program.home / "closed.txt"
    path.touch()
    return path.name


@pytest.mark.parametrize(
    "line", ["list", "--help", "list --help", "export", "history", "config completion bash", "--version"]
)
def test_an_output_that_takes_nothing_is_a_failure(started: Program, line: str) -> None:
    found = shell(started, f"tracker {line} 1< {closed(started)}")
    assert found.returncode == 1
    assert "could not be written" in found.stderr
    assert "Traceback" not in found.stderr
    assert "Exception" not in found.stderr


def test_what_was_saved_is_told_even_if_the_answer_cannot_be_printed(started: Program) -> None:
    found = shell(started, f"{WRITES} 1< {closed(started)}")
    assert found.returncode == 1
    assert started("list", "--json").data[1]["progress"] == 41
    assert shell(started, f"tracker nosuch 2< {closed(started)}").returncode == 2


def unread(pipe: IO[bytes]) -> int:
    """The number of bytes that nobody has taken out of it yet."""
    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)), sys.byteorder)


@pytest.fixture
def waiting(started: Program) -> Iterator[subprocess.Popen[bytes]]:
    """The program, reading a note from a pipe that says no more than its beginning."""
    # Whoever started the tests may have told them to ignore a signal, as nohup does; a child inherits that.
    before = {number: signal.signal(number, signal.SIG_DFL) for number in (signal.SIGINT, signal.SIGHUP)}
    process = subprocess.Popen(
        [sys.executable, "-m", "tracker", "update-step", "2", "--progress", "41", "--note", "-"],
        env={**started.env, "PYTHONPATH": str(ROOT)},
        cwd=started.home,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    for number, handler in before.items():
        signal.signal(number, handler)
    assert process.stdin is not None
    process.stdin.write(b".")
    process.stdin.flush()
    while unread(process.stdin):
        time.sleep(0.01)
    yield process
    process.kill()
    process.communicate()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_the_command_and_changes_nothing(
    started: Program, waiting: subprocess.Popen[bytes], number: signal.Signals, code: int
) -> None:
    waiting.send_signal(number)
    out, err = waiting.communicate(timeout=10)
    assert waiting.returncode == code
    assert out == b""
    assert b"Traceback" not in err
    assert b"nothing was changed" in err
    assert started("list", "--json").data[1]["progress"] == 40


def test_output_is_utf8_whatever_the_locale_says(program: Program) -> None:
    for locale in ("C", "POSIX", "en_US.ISO-8859-1"):
        found = program("list", env={"LC_ALL": locale, "TRACKER_LANG": "ar", "PYTHONIOENCODING": "latin-1"})
        assert "التدريب" in found.out


def test_a_pipe_gets_logical_order_and_no_colour(program: Program) -> None:
    found = program("list", "--lang", "ar", env={"TERM": "xterm-256color"})
    assert "تبادل المعلومات الاستخباراتية حول طرق الهجرة غير الشرعية." in " ".join(found.out.split())
    assert "\x1b" not in found.out
    assert "\x1b[" in program("list", "--color", "always").out


def test_outputs_are_judged_apart(started: Program) -> None:
    """A table into a file stays plain while the questions beside it go to a screen, and the other way round."""
    mine, theirs = os.openpty()
    with (started.home / "out").open("wb") as out, (started.home / "nothing").open("w+b") as nothing:
        streams = (nothing.fileno(), out.fileno(), theirs)
        assert started.started(("update-step", "2", "--progress", "42"), streams, {"TERM": "xterm"}).ended() == 0
    screen = os.read(mine, 65536).decode()
    os.close(mine)
    os.close(theirs)
    assert "\x1b" in screen
    assert "tracker undo 2" in screen
    assert "\x1b" not in (started.home / "out").read_text(encoding="utf-8")
