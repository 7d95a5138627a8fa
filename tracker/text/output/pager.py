"""The pager of the user, as git uses it, through which output longer than the screen goes.

The pager shows lines just as it gets them, so they come in the order and with the joining of the terminal behind it;
what switches that terminal's own reordering is written around the pager's life by the writer.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import PurePath
from typing import Any, TextIO

from tracker.signals import ctrl_c_for_child
from tracker.text.terminal import DUMB

VARIABLES = ("TRACKER_PAGER", "PAGER")  # the first that is set counts, even if it is empty
_NONE = frozenset({"", "cat"})
# Quit when all fits, keep colours, leave the text on the screen: what git asks of less.
_LESS_OPTIONS = "FRX"


Pager = tuple[str, ...]
"""A program and its arguments."""


def find_pager(out: TextIO | None, given: TextIO | None, environ: Mapping[str, str]) -> Pager | None:
    """The pager for a terminal that somebody types at; None in a pipe, with TERM=dumb, or where none is wanted.

    Nor is there one where the terminal does not say how high it is: nothing is too long for it.
    """
    if not environ.get("TERM") or environ["TERM"] in DUMB:
        return None
    try:
        if out is None or given is None or not (out.isatty() and given.isatty()):
            return None
        if not os.get_terminal_size(out.fileno()).lines:
            return None
    except (OSError, ValueError):  # closed, or no real terminal
        return None
    return _command(environ) or None


def _command(environ: Mapping[str, str]) -> Pager:
    default = "" if sys.platform == "win32" else "less"
    wanted = next((environ[name] for name in VARIABLES if name in environ), default)
    if wanted.strip() in _NONE:
        return ()
    if wanted.isalnum():
        return (wanted,)
    from shlex import split  # noqa: PLC0415 - only for a pager with options

    try:
        return tuple(split(wanted))
    except ValueError:  # a quotation that does not end
        return ()


def page_through(pager: Pager, chunks: Iterable[bytes], environ: Mapping[str, str]) -> bool:
    """Feeds the pager and waits until it is left; False, with nothing taken, when it cannot be started.

    Leaving early ends the feeding. Ctrl-C belongs to the pager. Whatever interrupts us ends it too.
    """
    import subprocess  # noqa: PLC0415 - only where something is longer than the screen

    command, inside = _prepared(pager, environ)
    with _terminal_kept(), ctrl_c_for_child():
        try:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, env=inside)
        except (OSError, ValueError):
            return False
        try:
            _feed(process.stdin, chunks)
            process.wait()
        except BaseException:
            process.terminate()
            process.wait()
            raise
    return True


def _prepared(command: Pager, environ: Mapping[str, str]) -> tuple[Pager, dict[str, str]]:
    """Tell `less` to keep colours and that the text is UTF-8, where the user has not told it otherwise."""
    if not PurePath(command[0]).name.startswith("less"):
        return command, dict(environ)
    inside = {"LESSCHARSET": "utf-8", "LESS": _LESS_OPTIONS, **environ}
    return (*command, "-R") if "LESS" in environ else command, inside


def _feed(stream: Any, chunks: Iterable[bytes]) -> None:
    """The pager may be left at any moment: nobody reads the rest."""
    with suppress(BrokenPipeError):
        for chunk in chunks:
            stream.write(chunk)
            stream.flush()
    with suppress(BrokenPipeError):
        stream.close()


@contextmanager
def _terminal_kept() -> Iterator[None]:
    """A pager that is killed leaves the terminal without echo."""
    if sys.platform == "win32":
        yield
        return
    import termios  # noqa: PLC0415 - only with a pager

    try:
        before = termios.tcgetattr(sys.__stdin__ or 0)
    except (termios.error, ValueError):
        yield
        return
    try:
        yield
    finally:
        with suppress(termios.error):  # the terminal itself has gone
            termios.tcsetattr(sys.__stdin__ or 0, termios.TCSADRAIN, before)
