"""The detection seam: what kind of output a stream is, and so which emission is right for it."""

import os
from collections.abc import Callable, Mapping
from typing import NamedTuple, TextIO

from tracker.text.emission import EMISSIONS
from tracker.text.terminals.recognition import Recognition, recognized

AUTO = "auto"
MODES = (AUTO, *EMISSIONS)

# Their output is read aloud, or by touch, or by a program: no forms, no bars and no boxes.
DUMB = frozenset({"dumb", "unknown"})
_FALLBACK_WIDTH = 80
_DIGITS_OF_WIDTH = 4  # no window is wider, and every line would be filled up to its edge


class Terminal(NamedTuple):
    """The emission to use and why, whether a person looks at it, and its width in cells (None: as wide as needed).

    `why` is the name of a rule and `evidence` what the rule saw; `family` the kind of terminal, "" if it is unknown.
    """

    mode: str
    why: str
    is_tty: bool
    width: int | None
    evidence: str = ""
    family: str = ""


def unrecognized() -> Recognition:
    """A terminal of which nothing is known."""
    return recognized("", "default", "")


def detect(
    stream: TextIO | None,
    environ: Mapping[str, str],
    override: str = AUTO,
    *,
    piped_too: bool = False,
    recognize: Callable[[], Recognition] = unrecognized,
) -> Terminal:
    """The kind of `stream` (None: closed). `override` is one of MODES, else ValueError.

    A pipe, a file or a dumb terminal gets logical order whatever the settings say, unless `piped_too`: the mode was
    asked for in this very command. `recognize` is called only for a terminal that nothing was said about.
    """
    if override not in MODES:
        raise ValueError(override)
    is_tty = _is_tty(stream)
    found = _chosen(is_tty, environ, override, piped_too) or recognize()
    width = _width(stream, environ, is_tty)
    if width is None and found.mode != "logical":  # through a pager perhaps: lines begin at the edge of its window
        width = _width_of(2)
    return Terminal(found.mode, found.rule, is_tty, width, found.evidence, found.family)


def _chosen(is_tty: bool, environ: Mapping[str, str], override: str, piped_too: bool) -> Recognition | None:
    """What is settled without knowing the terminal."""
    asked = Recognition("", override, "override") if override != AUTO else None
    if asked and piped_too:
        return asked
    if not is_tty:
        return Recognition("", "logical", "not a terminal")
    if environ.get("TERM") in DUMB:
        return Recognition("", "logical", "TERM", environ["TERM"])
    return asked


def _is_tty(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def _width(stream: TextIO | None, environ: Mapping[str, str], is_tty: bool) -> int | None:
    """COLUMNS, else the terminal's own answer."""
    columns = environ.get("COLUMNS", "")
    if columns.isdecimal() and len(columns) <= _DIGITS_OF_WIDTH and int(columns) > 0:
        return int(columns)
    if not is_tty or stream is None:
        return None
    try:
        return _width_of(stream.fileno()) or _FALLBACK_WIDTH
    except (OSError, ValueError):
        return _FALLBACK_WIDTH


def _width_of(number: int) -> int | None:
    """The width of the terminal behind a descriptor; None where there is none, or it does not say."""
    try:
        return os.get_terminal_size(number).columns or None
    except OSError:
        return None
