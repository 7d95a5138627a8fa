"""What a stream is taken for."""

import io
import os
import pty
from collections.abc import Iterator
from typing import TextIO

import pytest

from tracker.text.terminal import Terminal, detect
from tracker.text.terminals.families import Recognition, recognition_of

XTERM = {"TERM": "xterm-256color"}


@pytest.fixture
def tty() -> Iterator[TextIO]:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w", encoding="utf-8") as stream:
        yield stream
    os.close(ours)


def settled(found: Terminal) -> tuple[str, str]:
    """The mode, and the rule that says so."""
    return found.mode, found.why


def test_a_terminal_is_told_to_leave_the_order_to_us(tty: TextIO) -> None:
    found = detect(tty, XTERM)
    assert (found.mode, found.why, found.is_tty) == ("c", "default", True)


def test_what_is_recognized_is_taken_over(tty: TextIO) -> None:
    found = detect(tty, XTERM, recognize=lambda: recognition_of("alacritty", "owner", "alacritty"))
    assert (found.mode, found.why, found.evidence, found.family) == ("n", "owner", "alacritty", "alacritty")


def test_nothing_is_recognized_that_nobody_asks_for(tty: TextIO) -> None:
    def never() -> Recognition:
        raise AssertionError

    assert detect(io.StringIO(), XTERM, recognize=never).mode == "logical"
    assert detect(tty, {"TERM": "dumb"}, recognize=never).mode == "logical"
    assert detect(tty, XTERM, "b", recognize=never).mode == "b"


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_dumb_terminal_gets_logical_text(tty: TextIO, term: str) -> None:
    found = detect(tty, {"TERM": term})
    assert (found.mode, found.why, found.evidence) == ("logical", "TERM", term)


@pytest.mark.parametrize("mode", ["b", "c", "logical"])
def test_an_override_wins_on_a_terminal(tty: TextIO, mode: str) -> None:
    assert settled(detect(tty, XTERM, mode)) == (mode, "override")
    kept = detect(tty, {"TERM": "dumb"}, mode)  # what is kept is meant for another terminal
    assert settled(kept) == ("logical", "TERM")
    assert settled(detect(tty, {"TERM": "dumb"}, mode, piped_too=True)) == (mode, "override")


def test_a_pipe_is_logical_whatever_the_settings_say() -> None:
    assert detect(io.StringIO(), XTERM, "c") == Terminal("logical", "not a terminal", False, False)


def test_a_mode_asked_for_in_this_command_reaches_a_pipe() -> None:
    assert detect(io.StringIO(), XTERM, "b", piped_too=True).mode == "b"
    assert detect(io.StringIO(), XTERM, "auto", piped_too=True).mode == "logical"


def test_a_closed_stream_is_no_terminal() -> None:
    closed = io.StringIO()
    closed.close()
    assert detect(closed, XTERM).mode == detect(None, XTERM).mode == "logical"


def test_an_unknown_mode_is_refused() -> None:
    with pytest.raises(ValueError, match="upside-down"):
        detect(None, {}, "upside-down")


@pytest.mark.parametrize("columns", ["72", "9999"])
def test_columns_make_a_page_even_of_a_pipe(columns: str) -> None:
    assert detect(io.StringIO(), {"COLUMNS": columns}).is_page


@pytest.mark.parametrize("columns", ["0", "", "x", "-5", "²", "99999"])
def test_columns_that_cannot_be_make_none(columns: str) -> None:
    assert not detect(io.StringIO(), {"COLUMNS": columns}).is_page


def test_a_terminal_is_a_page_and_a_pipe_where_a_mode_is_asked_for(tty: TextIO) -> None:
    """`tracker --bidi b list | less -R`: the pager shows it from edge to edge of its window."""
    assert detect(tty, XTERM).is_page
    assert detect(io.StringIO(), XTERM, "b", piped_too=True).is_page
    assert not detect(io.StringIO(), XTERM).is_page
