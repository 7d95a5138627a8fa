"""The way from a finished line to the stretches that a terminal or a file receives, from left to right.

`EMISSIONS` is the one table of modes; a new kind of terminal is a module here and a row there. All of them begin with
the line as it must be seen (`visual_line`); each then sends what makes its terminals show just that.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from tracker.frozen import Frozen
from tracker.text.emission.lines import Span, logical_line, logical_text, visual_line
from tracker.text.line import Line

__all__ = ["EMISSIONS", "RECORDED", "Emission", "Span"]


class Emission(Frozen):
    """The way in which one kind of output is written.

    `line(items, rtl, width)`: spans from left to right; `width` is that of the page, None without one.
    `text(items)`: the same without styles, where there is a shorter way to it.
    `before` and `after` surround a block of lines: controls that switch the terminal's own reordering.
    `gap` stands between a question and what is typed after it: it keeps them from being laid out together.
    `spare`: cells of the window that a line may need beside those of the page.
    """

    line: Callable[[Line, bool, int | None], list[Span]] = visual_line
    text: Callable[[Line], str] | None = None
    before: str = ""
    after: str = ""
    gap: str = " "
    spare: int = 0


def _seen_by(place: str) -> Callable[[Line, bool, int | None], list[Span]]:
    """Send the visible line as a function of a module of this folder does, loaded for the terminal there is alone."""

    @cache
    def sent() -> Callable[[list[Span]], list[Span]]:
        module, _, function = place.partition(":")
        found: Callable[[list[Span]], list[Span]] = getattr(import_module(f"{__name__}.{module}"), function)
        return found

    return lambda line, rtl, width: sent()(visual_line(line, rtl, width))


BDSM_OFF, BDSM_ON = "\x1b[8l", "\x1b[8h"

EMISSIONS = {
    "logical": Emission(logical_line, logical_text),
    "b": Emission(),
    "n": Emission(_seen_by("unmarked:unmarked_line")),  # Alacritty
    # VTE lays lines out by itself unless bidirectional support mode is reset; other terminals ignore it.
    "c": Emission(before=BDSM_OFF, after=BDSM_ON),
    # mlterm, and whatever is behind a multiplexer; mlterm counts controls as cells when it breaks lines.
    "e2": Emission(_seen_by("override:override_line"), gap=" \u202c", spare=6),
    "g1": Emission(_seen_by("marks:marks_line"), gap="\u200e "),  # Konsole
    "h": Emission(_seen_by("blanks:blanks_line"), gap="\u2800", spare=1),  # PuTTY
    "k": Emission(_seen_by("words:words_line")),  # kitty
    "q": Emission(_seen_by("styles:styles_line"), gap="\x1b[1m\x1b[2m \x1b[22m"),  # QTerminal
    "hs": Emission(_seen_by("styles:spans_line"), gap="\u2800"),  # xterm.js without a graphics card
}
RECORDED = Emission(_seen_by("svg:svg_line"))
"""The emission for what Rich records and exports as SVG: no stream, and so no mode that anybody chooses."""
