"""The way from a finished line to the stretches that a terminal or a file receives, from left to right.

`EMISSIONS` is the one table of modes; a new kind of terminal is a module here and a row there. All of them begin with
the line as it must be seen (`visual_line`); each then writes what makes its terminals show just that.
"""

from collections.abc import Callable
from typing import NamedTuple

from tracker.text.emission.lines import Span, logical_line, logical_text, visual_line
from tracker.text.output.line import Line

__all__ = ["EMISSIONS", "RECORDED", "Emission", "Span"]


class Emission(NamedTuple):
    """The way in which one kind of output is written.

    `line(items, rtl, width)`: spans from left to right; `width` is that of the page, None without one.
    `text(items)`: the same without styles, where there is a shorter way to it.
    `before` and `after` surround a block of lines: controls that switch the terminal's own reordering.
    `gap` stands between a question and what is typed after it: it keeps them from being laid out together.
    `spare`: cells of the window that a line may need beside those of the page.
    """

    line: Callable[[Line, bool, int | None], list[Span]]
    text: Callable[[Line], str] | None = None
    before: str = ""
    after: str = ""
    gap: str = " "
    spare: int = 0


def _unmarked(line: Line, rtl: bool, width: int | None) -> list[Span]:
    from tracker.text.emission.unmarked import unmarked_line  # noqa: PLC0415 - only the terminal there is pays

    return unmarked_line(line, rtl, width)


def _override(line: Line, rtl: bool, width: int | None) -> list[Span]:
    from tracker.text.emission.override import override_line  # noqa: PLC0415 - as above

    return override_line(line, rtl, width)


def _marks(line: Line, rtl: bool, width: int | None) -> list[Span]:
    from tracker.text.emission.marks import marks_line  # noqa: PLC0415 - as above

    return marks_line(line, rtl, width)


def _blanks(line: Line, rtl: bool, width: int | None) -> list[Span]:
    from tracker.text.emission.blanks import blanks_line  # noqa: PLC0415 - as above

    return blanks_line(line, rtl, width)


def _words(line: Line, rtl: bool, width: int | None) -> list[Span]:
    from tracker.text.emission.words import words_line  # noqa: PLC0415 - as above

    return words_line(line, rtl, width)


def _styles(line: Line, rtl: bool, width: int | None) -> list[Span]:
    from tracker.text.emission.styles import styles_line  # noqa: PLC0415 - as above

    return styles_line(line, rtl, width)


def _spans(line: Line, rtl: bool, width: int | None) -> list[Span]:
    from tracker.text.emission.styles import spans_line  # noqa: PLC0415 - as above

    return spans_line(line, rtl, width)


def _drawn(line: Line, rtl: bool, width: int | None) -> list[Span]:
    from tracker.text.emission.drawn import drawn_line  # noqa: PLC0415 - as above

    return drawn_line(line, rtl, width)


BDSM_OFF, BDSM_ON = "\x1b[8l", "\x1b[8h"

EMISSIONS = {
    "logical": Emission(logical_line, logical_text),
    "b": Emission(visual_line),
    "n": Emission(_unmarked),  # Alacritty
    # VTE lays lines out by itself unless bidirectional support mode is reset; other terminals ignore it.
    "c": Emission(visual_line, before=BDSM_OFF, after=BDSM_ON),
    # mlterm, and whatever is behind a multiplexer; mlterm counts controls as cells when it breaks lines.
    "e2": Emission(_override, gap=" \u202c", spare=6),
    "g1": Emission(_marks, gap="\u200e "),  # Konsole
    "h": Emission(_blanks, gap="\u2800", spare=1),  # PuTTY
    "k": Emission(_words),  # kitty
    "q": Emission(_styles, gap="\x1b[1m\x1b[2m \x1b[22m"),  # QTerminal
    "hs": Emission(_spans, gap="\u2800"),  # xterm.js without a graphics card
}
RECORDED = Emission(_drawn)
"""The emission for what Rich records and exports as SVG: no stream, and so no mode that anybody chooses."""
