"""The sentences under a rule, short texts in a row, and pairs side by side."""

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.constrain import Constrain
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table

from tracker.text.line import Piece, text_of
from tracker.text.output.logical import Logical
from tracker.text.output.wrap import width_of, wrap
from tracker.views.blocks import Pairs, Paragraphs, Pieces, style

_SHARE = 3  # labels take at most a third of the page


class Underlined:
    """A sentence, each line of it underlined as far as it reaches."""

    def __init__(self, pieces: Pieces, rule: str) -> None:
        self.pieces = pieces
        self.rule = rule

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in wrap(self.pieces, options.max_width):
            yield Logical(line)
            yield Constrain(Rule(characters=self.rule, style=style.FAINT), width_of(text_of(line)))


class InSeries:
    """The short texts with a point between them, broken between two of them only, as long as each fits on a line."""

    def __init__(self, items: Paragraphs) -> None:
        self.items = items

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self._lines(options.max_width):
            yield Logical(line)

    def _lines(self, page: int) -> Iterator[list[Piece]]:
        line: list[Piece] = []
        used, between = 0, width_of(style.BETWEEN.text)
        for item in self.items:
            width = width_of(text_of(item))
            if line and used + between + width > page:
                yield line
                line, used = [], 0
            line += [style.BETWEEN, *item] if line else item
            used += width + (between if used else 0)
        yield line


class Beside:
    """The pairs in two columns, or one under the other where the first would take too much of the page.

    `labels` are those that the first column has room for, by default its own.
    """

    def __init__(self, pairs: Pairs, labels: Sequence[Pieces] = ()) -> None:
        self.pairs = pairs
        self._labels = [Logical(left) for left, _ in pairs.rows]
        self._values = [Logical(*right) for _, right in pairs.rows]
        self._texts = [text_of(label) for label in labels or [left for left, _ in pairs.rows]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """A grid without a frame, or each of the texts a little further in than the one before it."""
        indent, gap = self.pairs.indent, self.pairs.gap
        room = self._room(options.max_width)
        if room is None:
            for label, value in zip(self._labels, self._values, strict=True):
                yield indented(label, indent)
                yield indented(value, indent + gap)
            return
        table = Table.grid(padding=(0, gap, 0, 0))
        table.add_column(width=room)
        table.add_column()
        for label, value in zip(self._labels, self._values, strict=True):
            table.add_row(label, value)
        yield indented(table, indent)

    def _room(self, page: int) -> int | None:
        """The cells for the first column; None where there is none beside the second."""
        widest = max(map(width_of, self._texts))
        if self.pairs.least:
            rest = page - self.pairs.indent - widest - self.pairs.gap
            return widest if rest >= self.pairs.least else None
        share = page // _SHARE
        if widest <= share:
            return widest
        return share if max(width_of(word) for text in self._texts for word in text.split()) <= share else None


def indented(renderable: RenderableType, cells: int) -> RenderableType:
    """The renderable so many cells in from where reading begins."""
    return Padding(renderable, (0, 0, 0, cells)) if cells else renderable
