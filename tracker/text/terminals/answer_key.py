"""The key under which the answer of a terminal is kept for the next command: of a program, and not of a window.

The answer is kept rather than what follows from it, so that better rules apply to it too.
"""

import os
import sys
from collections.abc import Mapping

from tracker.text.terminals.environment import FAMILY_VARIABLES
from tracker.text.terminals.owner import Owner, executable

NAME = "terminals"
"""The name of the file in the folder of what can be found out again."""
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
