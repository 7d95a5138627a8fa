"""The answers of terminals, kept in a file by program and not by window, so that the next command need not ask.

The answer is kept rather than what follows from it, so that better rules apply to it too. A file that cannot be read
or written is as good as none.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from tracker.text.terminals.environment import FAMILY_VARIABLES
from tracker.text.terminals.owner import Owner, executable

NAME = "terminals"
_KEPT = 64  # connections come and go; the oldest are forgotten
_ANSWER = 120
_LONGEST = 8 + _ANSWER
_LARGEST = 65_536
_TELLING = ("TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", *FAMILY_VARIABLES)
# Numbers of windows and processes are no part of what a program is.
_OF_WINDOW = frozenset({"ALACRITTY_WINDOW_ID", "ALACRITTY_LOG", "ALACRITTY_SOCKET", "KITTY_WINDOW_ID", "WEZTERM_PANE"})
_OF_WINDOW |= {"WT_SESSION"}
_REMOTE = frozenset({"sshd", "sshd-session", "dropbear", "login", "telnetd", "in.telnetd"})


def key_of(environ: Mapping[str, str], above: Owner) -> str:
    """The key that tells one terminal program from another with the same variables, as eight hexadecimal digits.

    The program behind a connection, or outside a container, cannot be seen: then it is the connection, or the window.
    """
    from zlib import crc32  # noqa: PLC0415 - only where the terminal must be asked

    telling = [_telling(name, environ) for name in _TELLING]
    if above.pid > 1 and above.name not in _REMOTE:
        telling += ["program", executable(above)]
    elif environ.get("SSH_CONNECTION"):
        telling += ["connection", environ["SSH_CONNECTION"]]
    else:
        telling += ["window", _window()]
    return f"{crc32(chr(0).join(telling).encode('utf-8', 'surrogateescape')):08x}"


def _telling(name: str, environ: Mapping[str, str]) -> str:
    value = environ.get(name, "")
    return str(bool(value)) if name in _OF_WINDOW else value


def _window() -> str:
    if sys.platform == "win32":
        return ""
    try:
        return f"{os.ttyname(0)} {os.getsid(0)}"
    except OSError:
        return ""


def cached_answer(folder: Path, key: str) -> str | None:
    """The answer that is kept; "" for a terminal that did not answer, None when there is none."""
    return dict(_entries(folder)).get(key)


def cache_answer(folder: Path, key: str, answer: str) -> None:
    """Keep an answer, readable to this user alone; silently not where that cannot be."""
    entries = [entry for entry in _entries(folder) if entry[0] != key]
    text = "".join(f"{name}\t{said}\n" for name, said in [*entries, (key, answer[:_ANSWER])][-_KEPT:])
    temporary = folder / f".{NAME}.{os.getpid()}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            number = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(number, "w", encoding="ascii", errors="replace") as file:
                file.write(text)
            temporary.replace(folder / NAME)
        finally:
            temporary.unlink(missing_ok=True)
    except (OSError, ValueError):
        pass


def _entries(folder: Path) -> list[tuple[str, str]]:
    try:
        with (folder / NAME).open("rb") as file:
            lines = file.read(_LARGEST).decode("ascii", "replace").splitlines()
    except (OSError, ValueError):
        return []
    pairs = [line.partition("\t") for line in lines]
    return [(key, answer) for key, tab, answer in pairs if tab and len(key) + len(answer) <= _LONGEST]
