"""The question to a terminal who it is: one question, one deadline, nothing lost and nothing left on the screen.

DA2 and then DA1 are sent, which every terminal that was measured takes without printing anything; a query of mode 8
(DECRQM) would print a `p` in QTerminal. Nothing is asked where something was typed already, in the background, or
where input and output are not one and the same terminal: another program may be reading there.
"""

import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from tracker.signals import held_back
from tracker.text.terminals.answers import ANSWER, BEGUN, LAST, readable

DEADLINE = 1.0  # seconds: a slow connection answers in less, and what never answers is waited for once
_GRACE = 0.1  # seconds for the rest of an answer that has begun
_REQUEST = b"\x1b[>c\x1b[c"
_ECHO_FLAGS_PLACE = 3  # of the local modes in what tcgetattr gives
_CHARACTERS_PLACE = 6
_SETTING = Path("/proc/sys/dev/tty/legacy_tiocsti")


class Reply(NamedTuple):
    """The answers in readable form, and what was typed in between and could not be put back."""

    answer: str
    typed: bytes = b""


def may_ask(environ: Mapping[str, str]) -> bool:
    """Whether this is a terminal that reads such questions as what they are, in the foreground, with nobody between."""
    if sys.platform == "win32":
        return False
    term = environ.get("TERM", "")
    if not (term.startswith("xterm") or term.endswith(("-256color", "-direct"))):
        return False  # hardware, serial lines and consoles may print them
    try:
        ours, theirs = os.fstat(0), os.fstat(1)
        same = os.isatty(0) and os.isatty(1) and ours.st_rdev == theirs.st_rdev
        return same and os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return False


def can_put_back(setting: Path = _SETTING, *, privileged: bool | None = None) -> bool:
    """Whether what is typed while the terminal is asked could be put back for who reads next.

    Linux lets itself be told not to allow that (since 6.2, `dev.tty.legacy_tiocsti`), but for the superuser.
    """
    if sys.platform == "win32":
        return False
    if privileged or (privileged is None and os.geteuid() == 0):
        return True
    try:
        return setting.read_text(encoding="ascii").strip() != "0"
    except OSError:  # an older kernel, or another system
        return True


def ask(seconds: float = DEADLINE) -> Reply | None:
    """Asks the controlling terminal; None when it was not asked after all. Takes `seconds` at most, and a little."""
    if sys.platform == "win32":
        return None
    import termios  # noqa: PLC0415 - only where the terminal is asked

    try:
        terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        return _ask(terminal, seconds)
    except (OSError, termios.error):  # it was closed meanwhile
        return None
    finally:
        os.close(terminal)


def _ask(terminal: int, seconds: float) -> Reply | None:
    if _waiting(terminal):
        return None
    # Until the terminal is as it was nothing ends or stops us; nor do the signals against asking from the background.
    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGTSTP", "SIGTTOU", "SIGTTIN")
    with held_back({getattr(signal, name) for name in names}), _silent(terminal):
        if _waiting(terminal):  # a line that is still being typed is seen only now
            return None
        try:
            os.write(terminal, _REQUEST)
        except BlockingIOError:  # stopped by Ctrl-S
            return None
        received = _received(terminal, seconds)
    typed = BEGUN.sub(b"", ANSWER.sub(b"", received))
    return Reply(readable(received), put_back(terminal, typed))


def _received(terminal: int, seconds: float) -> bytes:
    """Receive what arrives until the last answer or the deadline."""
    from select import select  # noqa: PLC0415 - only where the terminal is asked
    from time import monotonic  # noqa: PLC0415 - as above

    found, end = b"", monotonic() + seconds
    while not LAST.search(found):
        left = end + (_GRACE if BEGUN.search(found) else 0) - monotonic()
        if left <= 0 or not select([terminal], [], [], left)[0]:
            break
        try:
            part = os.read(terminal, 1024)
        except BlockingIOError:
            continue
        if not part:  # hung up
            break
        found += part
    return found


def put_back(terminal: int, typed: bytes) -> bytes:
    """Puts characters back as if they were typed now; returns those that the system does not allow to."""
    if not typed or sys.platform == "win32":
        return b""
    import fcntl  # noqa: PLC0415 - only when somebody typed in that moment
    import termios  # noqa: PLC0415 - as above

    for place in range(len(typed)):
        try:
            fcntl.ioctl(terminal, termios.TIOCSTI, typed[place : place + 1])
        except OSError:
            return typed[place:]
    return b""


def _waiting(terminal: int) -> bool:
    """Whether something typed waits to be read."""
    from select import select  # noqa: PLC0415 - only where the terminal is asked

    return bool(select([terminal], [], [], 0)[0])


@contextmanager
def _silent(terminal: int) -> Iterator[None]:
    """Take characters as they come, without echo; put back as it was afterwards, and nothing unread is thrown away."""
    if sys.platform == "win32":
        yield
        return
    import termios  # noqa: PLC0415 - only where the terminal is asked

    before = termios.tcgetattr(terminal)
    quiet = [*before[:_CHARACTERS_PLACE], list(before[_CHARACTERS_PLACE])]
    quiet[_ECHO_FLAGS_PLACE] &= ~(termios.ICANON | termios.ECHO | termios.ECHONL)
    quiet[_CHARACTERS_PLACE][termios.VMIN], quiet[_CHARACTERS_PLACE][termios.VTIME] = 1, 0
    try:
        termios.tcsetattr(terminal, termios.TCSANOW, quiet)
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(terminal, termios.TCSANOW, before)
