"""What is said while something takes its time: shown on a terminal only, and nothing of it left behind."""

import io
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tracker.text.output.writer import Writer
from tracker.text.terminal import Terminal

TTY = Terminal("c", "test", True, True)
PIPE = Terminal("logical", "test", False, False)
ENVIRON = {"TERM": "xterm-256color", "COLUMNS": "40"}
GONE = "\r\x1b[1A\x1b[2K"


class Screen(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen() -> Iterator[Screen]:
    yield Screen()
    _wait_for(lambda: threading.active_count() == 1)


def test_it_is_shown_in_order_and_taken_away(screen: Screen) -> None:
    writer = Writer(screen, TTY, rtl=True, environ=ENVIRON)
    with writer.waiting("جارٍ", at_once=True):
        shown = screen.getvalue()
    assert "\x1b[?25l" in shown  # the cursor is hidden, and shown at the end
    assert "\x1b[8l" in shown
    assert "\ufe9f" in shown  # the first letter of the word, joined
    assert "جارٍ" not in shown
    _, _, after = screen.getvalue().rpartition("\x1b[8h")
    assert after.index("\x1b[?25h") < after.index(GONE)


def test_what_is_over_in_a_moment_shows_nothing(screen: Screen) -> None:
    writer = Writer(screen, TTY, rtl=True, environ=ENVIRON)
    with writer.waiting("جارٍ"):
        pass
    assert screen.getvalue() == ""


def test_what_takes_longer_is_told_then(screen: Screen) -> None:
    writer = Writer(screen, TTY, rtl=False, environ=ENVIRON)
    with writer.waiting("Working …"):
        _wait_for(lambda: "Working …" in screen.getvalue())
    assert screen.getvalue().endswith("\x1b[?25h" + GONE)


def _wait_for(seen: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_what_is_written_meanwhile_begins_on_a_line_of_its_own(screen: Screen) -> None:
    writer = Writer(screen, TTY, rtl=False, environ=ENVIRON)
    with writer.waiting("Working …", at_once=True):
        writer.write_text("Warning: read on.")
        before, _, after = screen.getvalue().partition("Warning")
        assert before.endswith(GONE + "\x1b[8l")
        assert "Working" not in after
        _wait_for(lambda: screen.getvalue().rindex("Working") > screen.getvalue().index("Warning"))


def test_a_pipe_gets_nothing() -> None:
    stream = io.StringIO()
    with Writer(stream, PIPE, rtl=True, environ=ENVIRON).waiting("جارٍ", at_once=True):
        pass
    assert stream.getvalue() == ""


def test_what_goes_wrong_meanwhile_is_told_and_not_the_terminal(screen: Screen) -> None:
    writer = Writer(screen, TTY, rtl=False, environ=ENVIRON)
    with pytest.raises(LookupError), writer.waiting("Working …", at_once=True):
        raise LookupError
    assert "\x1b[?25h" in screen.getvalue()


def test_a_terminal_that_has_gone_does_not_stop_the_work() -> None:
    class Full(Screen):
        def write(self, text: str) -> int:
            raise OSError(28, text)

    with Writer(Full(), TTY, rtl=False, environ=ENVIRON).waiting("Working …", at_once=True):
        done = True
    assert done


PROGRAM = """
import os, signal, sys, time
from tracker.signals import held_back, raise_interrupted
from tracker.text.output.writer import Writer
from tracker.text.terminal import Terminal

class Screen:
    encoding = "utf-8"
    buffer = sys.stderr.buffer
    def isatty(self): return True
    def flush(self): sys.stderr.flush()

raise_interrupted(lambda: False)
writer = Writer(Screen(), Terminal("c", "test", True, True), rtl=True, environ={"TERM": "xterm", "COLUMNS": "40"})
try:
    with writer.waiting("جارٍ", at_once=sys.argv[1] == "now"):
        time.sleep(float(sys.argv[2]))
        with held_back():
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.2)
            print("held", flush=True)
        print("never", flush=True)
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


@pytest.mark.parametrize(("when", "seconds"), [("now", "0.1"), ("later", "0.9")])
def test_a_signal_that_is_held_back_is_not_taken_by_the_display(when: str, seconds: str) -> None:
    """A save holds signals back; the threads of the display must not get them instead and interrupt it."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, when, seconds],
        capture_output=True,
        cwd=Path(__file__).parents[3],
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b"held\ninterrupted\n"), done.stderr
    assert done.stderr.decode().endswith("\x1b[?25h" + GONE)
