"""The detection seam: what kind of output a stream is, and so which emission is right for it."""

import os
from collections.abc import Mapping
from typing import NamedTuple, TextIO

from tracker.text.emission import EMISSIONS

AUTO = "auto"
MODES = (AUTO, *EMISSIONS)

_DUMB = frozenset({"dumb", "unknown"})
_FALLBACK_WIDTH = 80
_DIGITS_OF_WIDTH = 4  # no window is wider, and every line would be filled up to its edge


class Terminal(NamedTuple):
    """The emission to use and why, whether a person looks at it, and its width in cells (None: as wide as needed)."""

    mode: str
    why: str
    is_tty: bool
    width: int | None


def detect(
    stream: TextIO | None, environ: Mapping[str, str], override: str = AUTO, *, piped_too: bool = False
) -> Terminal:
    """The kind of `stream` (None: closed). `override` is one of MODES, else ValueError.

    A pipe or file gets logical order whatever the settings say, unless `piped_too`: the mode was asked for in
    this very command.
    """
    if override not in MODES:
        raise ValueError(override)
    is_tty = _is_tty(stream)
    mode, why = _mode(is_tty, environ, override, piped_too)
    return Terminal(mode, why, is_tty, _width(stream, environ, is_tty))


def _mode(is_tty: bool, environ: Mapping[str, str], override: str, piped_too: bool) -> tuple[str, str]:
    if override != AUTO and (is_tty or piped_too):
        return override, "override"
    if not is_tty:
        return "logical", "not a terminal"
    if environ.get("TERM") in _DUMB:
        return "logical", "TERM=" + environ["TERM"]
    return "c", "default"


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
        return os.get_terminal_size(stream.fileno()).columns or _FALLBACK_WIDTH
    except (OSError, ValueError):
        return _FALLBACK_WIDTH
