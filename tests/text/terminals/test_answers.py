"""Answers as they were received from each terminal, and any other bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.terminals.answers import by_answer, readable
from tracker.text.terminals.families import FAMILIES, UNKNOWN

ANSWERS = [
    ("xterm", ">41;379;0c ?64;1;2;6;9;15;16;17;18;21;22;28c"),
    ("vte", ">65;7006;1c ?65;1;9c"),
    ("konsole", ">1;115;0c ?62;1;4c"),
    ("qterminal", ">0;115;0c ?1;2c"),
    ("mlterm", ">24;279;0c ?63;1;2;3;4;6;7;15;18;22;29c"),
    ("kitty", ">1;4000;26c ?62;c"),
    ("alacritty", ">0;1700;1c ?6c"),
    ("putty", ">0;136;0c ?6c"),
    ("urxvt", ">85;95;0c ?1;2c"),
    ("zutty", ">64;0;0c ?64;1;9;15;21;22c"),
    ("vscode", ">0;276;0c ?1;2c"),
    ("", "?6c"),  # st
    ("", ">84;0;0c ?1;2c"),  # tmux
    ("", ">1;4002;0c ?62;c"),  # VTE 0.40, with a version like kitty's
    ("", ""),
    ("apple-terminal", ">1;95;0c ?1;2c"),
    ("iterm2", ">0;95;0c ?62;4c"),
    ("windows-terminal", ">0;10;1c ?61;1c"),
    ("mintty", ">77;30600;0c ?64;1c"),
    ("wezterm", ">1;277;0c ?65;4c"),
    ("foot", ">1;11602;0c ?62;4;22c"),
]


@pytest.mark.parametrize(("family", "answer"), ANSWERS)
def test_terminals_are_known_by_their_answers(family: str, answer: str) -> None:
    raw = b"".join(b"\x1b[" + part.encode() for part in answer.split())
    assert readable(raw) == answer
    found = by_answer(readable(raw))
    assert (found.family, found.mode) == (family, FAMILIES.get(family, UNKNOWN).mode)


@given(st.binary() | st.binary().map(lambda tail: b"\x1b[>" + tail + b"c"))
def test_any_bytes_give_a_mode(raw: bytes) -> None:
    assert by_answer(readable(raw)).mode in {UNKNOWN.mode} | {family.mode for family in FAMILIES.values()}


@given(st.text())
def test_whatever_was_remembered_gives_a_mode(said: str) -> None:
    found = by_answer(said)
    assert found.mode == FAMILIES.get(found.family, UNKNOWN).mode
