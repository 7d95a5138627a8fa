"""Each real terminal is recognized, by each of the ways apart, and asking it leaves nothing on its screen."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import ImageChops

from .known import IN_SCREEN, IN_TMUX, KNOWN
from .look import ROOT
from .windows.window import Window

LEAKED = {"VTE_VERSION": "7006", "KONSOLE_VERSION": "221203", "XTERM_VERSION": "XTerm(379)"}


def found(window: Window, out: Path, environ: dict[str, str]) -> dict[str, Any]:
    argv = [sys.executable, "-m", "tests.terminals.recognized", str(out)]
    blank, other = ([sys.executable, "-I", "-c", f"print('{text}')"] for text in ("xxxx", "----"))
    window.show(other)  # a window is known to have painted when it shows something else than before
    wanted = window.show(blank)
    window.show(other)
    seen = window.show(argv, {"PYTHONPATH": str(ROOT), **environ})
    # Konsole and QTerminal tell their size in the middle of a new window for a while.
    top = (0, 0, wanted.width, int(window.grid.top + 4 * window.grid.height))
    assert ImageChops.difference(wanted.crop(top), seen.crop(top)).getbbox() is None, "asking left something"
    result: dict[str, Any] = json.loads(out.read_text())
    return result


@pytest.mark.parametrize("environ", [{}, LEAKED], ids=["by itself", "with variables of others"])
def test_it_is_recognized(window: Window, environ: dict[str, str], tmp_path: Path) -> None:
    seen = found(window, tmp_path / "out.json", environ)
    inner, _, outer = window.name.rpartition(" in ")
    if inner == "tmux":
        assert (seen["family"], seen["mode"]) == IN_TMUX[outer]
    elif inner == "screen":
        assert (seen["family"], seen["mode"]) == IN_SCREEN
    else:
        family, mode, named, answered = KNOWN[window.name]
        assert (seen["family"], seen["mode"], seen["rule"]) == (family, mode, "owner")
        assert seen["answer"] == answered
        assert environ or seen["environment"] == named
        assert not environ or seen["environment"] in (None, family)
