"""Inside tmux and GNU screen."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.terminals.families import FAMILIES, UNKNOWN
from tracker.text.terminals.multiplexer import by_client, by_multiplexer

KONSOLE = {"KONSOLE_VERSION": "221203"}
KITTY = {"KITTY_WINDOW_ID": "1"}
VTE = {"VTE_VERSION": "7006"}


@pytest.mark.parametrize(
    ("said", "family", "mode"),
    [
        ("xterm|XTerm(379)|0\n", "xterm", "b"),
        ("xterm-256color|Konsole 22.12.3|0\n", "konsole", "g1"),
        ("xterm-kitty|kitty(0.26.5)|0\n", "kitty", "k"),
        ("xterm-kitty||0\n", "kitty", "k"),
        ("mlterm||0\n", "mlterm", "e2"),
        ("st-256color||0\n", "st", "e2"),
        ("rxvt-unicode-256color||0\n", "urxvt", "b"),
        ("xterm-256color|VTE(7600)|0\n", "vte", "e2"),
        ("xterm-256color||0\n", "", "e2"),
        ("xterm-256color||1\n", "", "e2"),
    ],
)
def test_what_tmux_says_of_its_client(said: str, family: str, mode: str) -> None:
    found = by_client(said)
    assert found is not None
    assert (found.family, found.mode, found.rule) == (family, mode, "tmux")


def test_a_tmux_that_says_nothing_is_no_answer() -> None:
    assert by_client("") is by_client("||\n") is None


@given(st.text())
def test_whatever_tmux_says_gives_a_mode_or_nothing(said: str) -> None:
    found = by_client(said)
    assert found is None or found.mode == FAMILIES.get(found.family, UNKNOWN).inside


@pytest.mark.parametrize(
    ("environ", "mode"),
    [(KONSOLE, "g1"), (KITTY, "k"), (VTE, "e2"), ({}, "e2"), ({**KONSOLE, **KITTY}, "e2"), ({**KONSOLE, **VTE}, "e2")],
)
@pytest.mark.parametrize("name", ["screen", "zellij", "mosh"])
def test_others_are_known_by_what_was_there_before_them(name: str, environ: dict[str, str], mode: str) -> None:
    found = by_multiplexer(name, environ)
    assert (found.mode, found.rule) == (mode, name)


def test_without_tmux_itself_the_variables_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert by_multiplexer("tmux", {"PATH": str(tmp_path), **KITTY}).mode == "k"


@pytest.mark.parametrize("script", ["sleep 60", "exit 1", "exec >&-; sleep 60", "printf no-line; sleep 60"])
def test_a_tmux_that_hangs_is_not_waited_for(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "tmux"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert by_multiplexer("tmux", {"PATH": f"{tmp_path}:/usr/bin:/bin"}).mode == "e2"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_a_real_tmux_without_a_client(tmp_path: Path) -> None:
    (tmp_path / "tmux.conf").touch()
    tmux = ["tmux", "-f", str(tmp_path / "tmux.conf"), "-S", str(tmp_path / "socket")]
    subprocess.run([*tmux, "new-session", "-d", "cat"], check=True)
    try:
        asked = subprocess.run(
            [*tmux, "display-message", "-p", "#{socket_path},1,0"], capture_output=True, text=True, check=True
        )
        environ = {"TMUX": asked.stdout.strip(), "PATH": "/usr/bin:/bin", "TERM": "tmux-256color", **KONSOLE}
        found = by_multiplexer("tmux", environ)
        assert (found.family, found.mode, found.rule) == ("konsole", "g1", "tmux")
    finally:
        subprocess.run([*tmux, "kill-server"], check=True)
