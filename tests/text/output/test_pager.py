"""The pager by itself: which one, and a terminal as it was before, whatever became of the pager."""

import os
import pty
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.text.output.pager import find_pager, page_through

ECHO = "echo is on"


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    """What is no terminal."""
    path = tmp_path / "nowhere"
    path.touch()
    return path


def in_a_terminal(command: tuple[str, ...], chunks: Iterator[bytes]) -> tuple[int, str]:
    """How the reader of a terminal ended that paged through `command`, and what the screen got."""
    child, terminal = pty.fork()
    if not child:
        code = 9
        try:
            termios.tcsetwinsize(0, (10, 80))
            code = 0 if page_through(command, chunks, os.environ) else 1
        except LookupError:
            code = 2
        finally:
            os.write(1, ECHO.encode() if termios.tcgetattr(0)[3] & termios.ECHO else b"silent")
            os._exit(code)
    parts = []
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), b"".join(parts).decode()


def test_a_killed_pager_leaves_the_terminal_with_echo() -> None:
    code, screen = in_a_terminal(("sh", "-c", "stty -echo -icanon <&1; kill -9 $$"), iter([b"x"]))
    assert (code, screen) == (0, ECHO)


def test_the_pager_ends_when_making_lines_fails(tmp_path: Path) -> None:
    taken = tmp_path / "taken"

    def failing() -> Iterator[bytes]:
        yield b"first\n"
        while not taken.exists():  # the pager has turned the echo off by then
            time.sleep(0.01)
        raise LookupError

    pager = ("sh", "-c", 'stty -echo <&1; exec cat > "$0"', str(taken))
    code, screen = in_a_terminal(pager, failing())
    assert (code, screen) == (2, ECHO)


def test_lines_are_made_as_the_pager_takes_them() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b"again\n" * 100

    code, screen = in_a_terminal(("head", "-n", "3"), endless())
    assert (code, screen) == (0, "again\r\n" * 3 + ECHO)


def test_no_pager_takes_nothing() -> None:
    chunks = iter([b"x"])
    assert not page_through(("/nowhere/less",), chunks, os.environ)
    assert list(chunks) == [b"x"]


@pytest.mark.parametrize(
    ("environ", "command"),
    [
        ({}, ("less",)),
        ({"PAGER": "more"}, ("more",)),
        ({"PAGER": "less -S -i"}, ("less", "-S", "-i")),
        ({"PAGER": "'my pager' -x"}, ("my pager", "-x")),
        ({"PAGER": "more", "TRACKER_PAGER": "less"}, ("less",)),
        ({"PAGER": "more", "TRACKER_PAGER": ""}, None),
        ({"PAGER": ""}, None),
        ({"PAGER": "cat"}, None),
        ({"PAGER": "'"}, None),
        ({"TERM": "dumb"}, None),
        ({"TERM": ""}, None),
    ],
    ids=str,
)
def test_which_pager(environ: dict[str, str], command: tuple[str, ...] | None, nowhere: Path) -> None:
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, 80))
    with os.fdopen(slave, "w", closefd=False) as out, os.fdopen(os.dup(slave)) as given, nowhere.open() as nothing:
        found = find_pager(out, given, {"TERM": "xterm", **environ})
        assert find_pager(out, nothing, {"TERM": "xterm", **environ}) is None
        assert find_pager(nothing, given, {"TERM": "xterm", **environ}) is None
    assert found == (command or None)
    os.close(slave)
    os.close(master)


def test_a_closed_stream_has_no_pager(nowhere: Path) -> None:
    with nowhere.open() as stream:
        pass
    assert find_pager(stream, stream, {"TERM": "xterm"}) is None
    assert find_pager(None, None, {"TERM": "xterm"}) is None
