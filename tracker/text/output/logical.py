"""The text in logical order as a Rich renderable: broken here, ordered when the whole line is laid out.

Rich lays out blanks: each line of a text goes through tables, padding and panels as one segment of blanks which is as
wide as the line, and takes the line along (`Held`). `ordered.Ordered` finds it there.
"""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment

from tracker.text.line import Cell, Piece, text_of
from tracker.text.output.wrap import width_of, wrap

_NEW_LINE = Segment.line()


class Held(str):
    """A line of text as blanks, as many as it takes cells, which carry that line along.

    A copy made by cutting or joining is plain blanks, so nobody may cut it: it never is wider than it was given room.
    """

    __slots__ = ("cell",)
    cell: Cell


class Logical:
    """The paragraphs of pieces in styles, each broken by itself; a text may stand for a paragraph in `style`."""

    __slots__ = ("_laid", "_size", "paragraphs")

    def __init__(self, *paragraphs: str | Iterable[Piece], style: str = "") -> None:
        self.paragraphs = [(Piece(one, style),) if isinstance(one, str) else tuple(one) for one in paragraphs]
        self._laid: dict[int, list[Segment]] = {}
        self._size: Measurement | None = None

    @property
    def size(self) -> Measurement:
        """The cells of the longest word and of the longest line."""
        if self._size is None:
            texts = [text for paragraph in self.paragraphs for text in text_of(paragraph).split("\n")]
            word = max([width_of(word) for text in texts for word in text.split()], default=0)
            self._size = Measurement(word, max(map(width_of, texts), default=0))
        return self._size

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return self.size.with_maximum(options.max_width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in self.laid(options.max_width):
            yield segment
            yield _NEW_LINE

    def laid(self, width: int) -> list[Segment]:
        """A segment for each line of at most `width` cells; the same texts come again and again in long tables."""
        if width not in self._laid:
            self._laid[width] = [held(line) for one in self.paragraphs for line in wrap(one, width)]
        return self._laid[width]


def held(pieces: tuple[Piece, ...]) -> Segment:
    """The segment that takes a line along."""
    width = width_of(text_of(pieces))
    found = Held(" " * width)
    found.cell = Cell(pieces, width)
    return Segment(found)
