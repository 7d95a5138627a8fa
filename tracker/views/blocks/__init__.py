"""The blocks that people are shown, in their words and in styles, before anybody knows how wide they will be.

`report.blocks_of` makes blocks of a report, help makes them of itself; `views.terminal` lays them out on a page,
`views.pipe` writes them as lines. All text is in logical order, and everything stands in reading order.
"""

from collections.abc import Sequence

from tracker.frozen import Frozen
from tracker.reports.report import Table
from tracker.text.line import Piece
from tracker.views.words import Words

Pieces = tuple[Piece, ...]
Paragraphs = Sequence[Pieces]


class Sentence(Frozen):
    """A text, or an empty line; `rule` underlines it with a sign as far as it reaches, `indent` in cells."""

    pieces: Pieces = ()
    rule: str = ""
    indent: int = 0


class Series(Frozen):
    """The short texts in a row, as many on a line as there is room for."""

    items: Paragraphs


class Pairs(Frozen):
    """The pairs in two columns without a frame: labels and values, signs and sentences, options and what they mean.

    The first is as wide as its widest text, but at most a third of the page; where that would cut words, or leave fewer
    than `least` cells to the second, what belongs together stands one under the other. `gap` and `indent` in cells.
    """

    rows: tuple[tuple[Pieces, Paragraphs], ...]
    gap: int
    indent: int = 0
    least: int = 0


class Grid(Frozen):
    """A table of values, which are put into words as they are needed."""

    table: Table
    words: Words


Block = Sentence | Series | Pairs | Grid

EMPTY = Sentence()


def sentence(text: str, look: str = "") -> Sentence:
    """A text in one style."""
    return Sentence((Piece(text, look),))
