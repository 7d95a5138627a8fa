"""The Console of Rich on one of our streams: it alone knows colours, and the size of the window."""

import sys
from collections.abc import Mapping
from typing import Literal, TextIO, cast

from rich.console import Console

from tracker.text.output.sink import Sink
from tracker.text.terminal import DUMB, columns_of

ColorChoice = Literal["auto", "always", "never"]


def console_on(sink: Sink, environ: Mapping[str, str], color: ColorChoice) -> Console:
    """A console that takes no text of ours for markup and finds everything else out by itself.

    `auto` goes by NO_COLOR, FORCE_COLOR, TERM and COLORTERM, for terminals only; `always` and `never` win over them.
    """
    if sys.platform == "win32" and sink.isatty():
        from tracker.text.output.windows_console import read_sequences  # noqa: PLC0415 - there alone

        read_sequences()
    colorless = color == "never" or (color == "auto" and environ.get("TERM", "").lower() in DUMB)
    always = color == "always"
    return Console(
        file=cast("TextIO", sink),  # all that Rich asks of a file
        color_system=None if colorless else "auto",
        force_terminal=True if always else None,
        no_color=False if always else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={name: text for name, text in environ.items() if _can_be_told(name, text)},
    )


def _can_be_told(name: str, text: str) -> bool:
    """Whether Rich reads it as it is meant."""
    if name == "FORCE_COLOR":
        return text != ""  # of an empty one it would take a terminal for a pipe
    if name in {"COLUMNS", "LINES"}:
        return columns_of({"COLUMNS": text}) is not None  # any digits count there, and 0 means that nothing is shown
    if name == "TERM":
        return text.lower() not in DUMB  # of these it takes every window for one of 80 by 25
    return True
