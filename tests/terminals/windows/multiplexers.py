"""How a script is shown inside tmux or GNU screen, which themselves run in a terminal."""

import shlex
from collections.abc import Callable
from pathlib import Path

INSIDE = {"tmux": ("xterm", "xfce4-terminal", "konsole", "kitty"), "screen": ("xterm",)}


def tmux(home: Path, script: str) -> list[str]:
    """tmux as it is installed, but for its status line, which would take a row of the page."""
    settings = home / ".tmux.conf"
    settings.write_text("set -g status off\n")
    return ["tmux", "-u", "-S", str(home / "tmux.socket"), "-f", str(settings), "new-session", shlex.quote(script)]


def screen(home: Path, script: str) -> list[str]:
    """GNU screen without its greeting."""
    settings = home / ".screenrc"
    settings.write_text("startup_message off\n")
    sockets = home / "screens"
    sockets.mkdir(mode=0o700)
    return ["env", f"SCREENDIR={sockets}", "screen", "-U", "-c", str(settings), script]


MULTIPLEXERS: dict[str, Callable[[Path, str], list[str]]] = {"tmux": tmux, "screen": screen}
