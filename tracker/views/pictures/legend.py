"""The legend of a drawing: what its signs mean, on one line below it."""

from typing import Literal, NamedTuple

from tracker.message import Message
from tracker.views.pictures.canvas import SMALL, Canvas, letter_of
from tracker.views.words import Words

_SIGN, _GAP, _HIGH = 18, 14, 16


class Entry(NamedTuple):
    """A sign and its meaning; `look` are attributes of the sign."""

    sign: Literal["box", "hatched", "mark", "line", "today", "dot", "diamond"]
    look: str
    meaning: Message


def draw_legend(canvas: Canvas, entries: tuple[Entry, ...], top: float, words: Words) -> None:
    """The entries one after the other; a further line where they do not fit."""
    x = 0.0
    for entry in entries:
        text = words.message(entry.meaning)
        wide = _SIGN + 6 + len(words.bare(entry.meaning)) * SMALL * letter_of(text)
        if x and x + wide > canvas.width:
            x, top = 0.0, top + _HIGH + 4
        _sign(canvas, entry, x, top)
        canvas.text(x + _SIGN + 6, top + 12, text, size=SMALL)
        x += wide + _GAP


def _sign(canvas: Canvas, entry: Entry, x: float, top: float) -> None:
    middle, centre = top + _HIGH / 2, x + _SIGN / 2
    match entry.sign:
        case "box":
            canvas.box(x, top + 3, _SIGN, 10, entry.look)
        case "hatched":
            canvas.hatched(x, top + 3, _SIGN, 10)
        case "mark":
            canvas.line(centre, top, centre, top + _HIGH, 'stroke-width="2.5"')
        case "line":
            canvas.line(x, middle, x + _SIGN, middle, entry.look)
        case "today":
            canvas.path([(centre, top), (centre, top + _HIGH)], today_look())
        case "dot":
            canvas.dot(centre, middle, 4, entry.look)
        case "diamond":
            canvas.shape(diamond(centre, middle), entry.look)


def diamond(x: float, y: float) -> list[tuple[float, float]]:
    """The corners of a small diamond around a point."""
    return [(x, y - 6), (x + 5, y), (x, y + 6), (x - 5, y)]


def today_look() -> str:
    """The look of the line of the day of the report."""
    return 'fill="none" stroke="currentColor" stroke-width="1.6"'
