"""Asking a terminal who it is, on pseudo-terminals: nothing hangs, nothing is lost, nothing stays on the screen."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.text.terminals.asked import ASKED, KONSOLE, REQUEST, Asking
from tracker.text.terminals.query import can_put_back, put_back

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no such terminals")

READABLE = ">1;115;0c ?62;1;4c"


def test_the_answer_is_taken_and_leaves_nothing_on_the_screen() -> None:
    asking = Asking()
    asking.see(ASKED)
    asking.send(KONSOLE)
    assert asking.told(0) == [True, [READABLE, ""]]
    assert asking.restored()
    asking.send(b"yes\n")
    assert asking.told(1) == "yes\n"
    assert asking.end() == 0
    assert b"115" not in asking.screen.replace(b'"' + READABLE.encode(), b"")


def test_an_answer_in_pieces() -> None:
    asking = Asking()
    asking.see(ASKED)
    for byte in KONSOLE:
        asking.send(bytes([byte]))
        time.sleep(0.005)
    assert asking.told(0) == [True, [READABLE, ""]]
    asking.send(b"\n")
    assert asking.end() == 0


@pytest.mark.parametrize("said", [b"", b"\x1b", b"\x1b[>1;11"])
def test_a_terminal_that_does_not_answer_is_not_waited_for(said: bytes) -> None:
    asking = Asking(seconds=0.3)
    asking.see(ASKED)
    asking.send(said)
    may, (answer, _) = asking.told(0)
    assert (may, answer) == (True, "")
    assert asking.restored()
    asking.send(b"\n")
    assert asking.end() == 0


def test_an_answer_that_has_begun_is_waited_for_a_little() -> None:
    asking = Asking(seconds=0.3)
    asking.see(ASKED)
    time.sleep(0.28)
    asking.send(KONSOLE[:5])
    time.sleep(0.05)
    asking.send(KONSOLE[5:])
    assert asking.told(0)[1] in ([READABLE, ""], ["", ""])
    asking.send(b"\n")
    asking.end()
    assert b"[>1;115" not in asking.screen


@pytest.mark.parametrize("typed", [b"yes\n", b"ye"])
def test_what_was_typed_before_stays_and_nothing_is_asked(typed: bytes) -> None:
    asking = Asking(before="print('ready', flush=True); import time; time.sleep(0.5)")
    asking.see(b"ready")
    asking.send(typed)
    assert asking.told(0) == [True, None]
    assert REQUEST not in asking.screen
    if not typed.endswith(b"\n"):
        asking.send(b"s\n")
    assert asking.told(1) == "yes\n"
    assert asking.restored()
    assert asking.end() == 0


@pytest.mark.parametrize("place", [0, KONSOLE.index(b"c") + 1, len(KONSOLE)])
def test_what_is_typed_meanwhile_comes_to_the_prompt(place: int) -> None:
    """Put back by the system, or kept for the prompt where it does not allow that."""
    asking = Asking()
    asking.see(ASKED)
    asking.send(KONSOLE[:place] + b"ye" + KONSOLE[place:])
    may, (answer, kept) = asking.told(0)
    assert (may, answer) == (True, READABLE)
    asking.send(b"s\n")
    assert kept + asking.told(1) == "yes\n"
    assert asking.end() == 0


@pytest.mark.parametrize(
    ("setting", "privileged", "able"), [("0", False, False), ("0", True, True), ("1", False, True)]
)
def test_whether_keys_can_be_put_back(setting: str, privileged: bool, able: bool, tmp_path: Path) -> None:
    (tmp_path / "setting").write_text(setting + "\n")
    assert can_put_back(tmp_path / "setting", privileged=privileged) is able
    assert can_put_back(tmp_path / "none", privileged=privileged)


def test_what_cannot_be_put_back_is_kept() -> None:
    reading, writing = os.pipe()
    assert put_back(writing, b"abc") == b"abc"
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_waits_until_the_terminal_is_as_it_was(number: signal.Signals) -> None:
    asking = Asking(before="import signal; signal.signal(signal.SIGINT, signal.SIG_DFL)")
    asking.see(ASKED)
    os.kill(asking.child, number)
    asking.send(KONSOLE)
    assert asking.ended() == -number
    assert asking.restored()
    os.close(asking.terminal)


def test_a_window_that_closes_ends_the_question() -> None:
    asking = Asking()
    asking.see(ASKED)
    os.close(asking.terminal)
    assert asking.ended() != 0


@pytest.mark.parametrize("term", ["", "dumb", "linux", "vt100", "vt220", "ansi", "emacs"])
def test_what_might_print_the_question_is_not_asked(term: str) -> None:
    asking = Asking(term=term)
    assert asking.told(0) == [False, None]
    asking.send(b"\n")
    assert asking.end() == 0
    assert REQUEST not in asking.screen


@pytest.mark.parametrize(
    "before",
    [
        "os.dup2(os.open('NOWHERE', os.O_RDONLY), 0)",
        "kept = os.dup(1); os.dup2(os.open('NOWHERE', os.O_WRONLY), 1)",
        "os.dup2(os.openpty()[1], 0)",
    ],
    ids=["input elsewhere", "output elsewhere", "two terminals"],
)
def test_nothing_is_asked_across_a_pipe(before: str, tmp_path: Path) -> None:
    """Who reads or writes at the other end may be reading the terminal too, as a pager does."""
    nowhere = tmp_path / "nowhere"
    nowhere.touch()
    asking = Asking(before=before.replace("NOWHERE", str(nowhere)) + "; sys.stdout = os.fdopen(2, 'w')")
    assert asking.told(0) == [False, None]
    os.kill(asking.child, signal.SIGKILL)
    asking.ended()
    assert REQUEST not in asking.screen


def test_nothing_is_asked_in_the_background() -> None:
    asking = Asking(before="os.setpgid(0, 0) if os.fork() == 0 else (os.wait(), os._exit(0))")
    assert asking.told(0) == [False, None]
    os.close(asking.terminal)
    asking.ended()


def test_the_background_does_not_stop_one_who_asks() -> None:
    """Moved there between the check and the question."""
    moved = "pid = os.fork()\nif pid: os.waitpid(pid, os.WUNTRACED); os._exit(0)\nos.setpgid(0, 0)\n"
    question = "from tracker.text.terminals.query import ask; ask(0.2); print('told1', flush=True); os._exit(0)"
    asking = Asking(before=moved + question)
    assert asking.told(0) == 1
    assert asking.end() == 0
