"""The tables: columns side by side while the page is wide enough, cards below that; no column is lost."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich import box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.table import Table

from tracker.reports.report import Column, Value
from tracker.reports.values import filled
from tracker.text.line import Piece, text_of
from tracker.text.output.logical import Logical
from tracker.text.printable import widest, widest_word, width_of
from tracker.views.blocks import Grid, Pairs, Paragraphs, Pieces, style
from tracker.views.blocks.paragraphs import all_as_typed, as_typed, in_one_line, paragraphs
from tracker.views.terminal.beside import Beside, InSeries
from tracker.views.terminal.columns import Size, fitting

CARDS_BELOW = 60
_SCREEN = _CHUNK = 50  # rows that Rich lays out, and that are laid out at once: about a screen
_COMFORTABLE = 20  # cells, to which no column is squeezed that may as well stand below the others
_FURTHEST_IN = 6
_GAP = len(style.GAP)

Row = tuple[Value, ...]


class Further:
    """The rows below the first screen, in the look of the table before them.

    Rich's table takes a millisecond for each row: nothing for a screen, but ten seconds for ten thousand rows.
    """

    def __init__(self, rows: Sequence[Sequence[Logical]], widths: Sequence[int]) -> None:
        self.rows = rows
        self.widths = widths

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines of each row, its cells filled up to their widths."""
        empty, new_line = Segment(""), Segment.line()
        rooms = [*[width + _GAP for width in self.widths[:-1]], self.widths[-1]]
        for row in self.rows:
            laid = [cell.laid(width) for cell, width in zip(row, self.widths, strict=True)]
            for line in zip_longest(*laid, fillvalue=empty):
                for segment, room in zip(line, rooms, strict=True):
                    yield segment
                    yield Segment(" " * (room - len(segment.text)))
                yield new_line


class Rows:
    """The rows of a table: a grid, or cards one under the other.

    Columns that the grid has no room for stand in a line below each row, with their headings. Rows are laid out in
    chunks, so that the first can be read while the last are made.
    """

    def __init__(self, grid: Grid) -> None:
        self._table, self._words = grid.table, grid.words
        self._headings = [grid.words.message(column.heading) for column in grid.table.columns]
        self._worded: dict[Value, Paragraphs] = {}
        self._cells: dict[Value, Logical] = {}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        page = options.max_width
        widths = None
        if page >= CARDS_BELOW:
            columns = zip(self._table.columns, self._headings, zip(*self._table.rows, strict=True), strict=True)
            sizes = [self._size(*each) for each in columns]
            widths = fitting(self._table.columns, sizes, page, _GAP)
        yield from self._cards() if widths is None else self._grid(widths)

    def _paragraphs(self, value: Value) -> Paragraphs:
        """The value in words, found once: the same values come again and again."""
        if (found := self._worded.get(value)) is None:
            found = self._worded[value] = paragraphs(value, self._words)
        return found

    def _texts(self, value: Value) -> Iterable[str]:
        """The texts of its paragraphs, as far as their widths go: most rows are measured long before they are shown."""
        typed = as_typed(value, self._words)
        return (typed,) if typed else map(text_of, self._paragraphs(value))

    def _cell(self, value: Value) -> Logical:
        """The value as a cell, broken once."""
        if (found := self._cells.get(value)) is None:
            found = self._cells[value] = Logical(*self._paragraphs(value))
        return found

    def _size(self, column: Column, text: str, values: Row) -> Size:
        """The cells that a column asks for."""
        heading = width_of(text)
        lines = all_as_typed(values, self._words)
        if not lines:
            lines = [line for value in dict.fromkeys(values) for line in self._texts(value)]
        natural = max(heading, widest(lines))
        if not column.flexible:
            return Size(natural, natural)
        word = max(heading, widest_word(lines))
        readable = max(column.letters, _COMFORTABLE) if column.rank else column.letters
        return Size(natural, min(natural, max(word, readable)))

    def _grid(self, widths: dict[int, int]) -> Iterator[RenderableType]:
        below = [number for number in range(len(self._headings)) if number not in widths]
        indent = min(next(iter(widths.values())) + _GAP, _FURTHEST_IN)
        chunk = 1 if below else _CHUNK
        for start in range(0, len(self._table.rows), chunk):
            rows = self._table.rows[start : start + chunk]
            if start < _SCREEN:
                yield self._columns(rows, widths, headed=not start)
            else:
                yield Further([[self._cell(row[number]) for number in widths] for row in rows], [*widths.values()])
            if below and (rest := [self._named(number, rows[0]) for number in below if filled(rows[0][number])]):
                yield Padding(InSeries(rest), (0, 0, 0, indent))

    def _columns(self, rows: tuple[Row, ...], widths: dict[int, int], *, headed: bool) -> Table:
        found = Table(
            box=box.SIMPLE_HEAVY,
            show_edge=False,
            pad_edge=False,
            show_header=headed,
            header_style=style.HEADER,
            border_style=style.FAINT,
            padding=(0, 1, 0, 0),
        )
        for number, width in widths.items():
            found.add_column(Logical(self._headings[number]), width=width)
        for row in rows:
            found.add_row(*[self._cell(row[number]) for number in widths])
        return found

    def _named(self, number: int, row: Row) -> Pieces:
        """A value behind the heading of its column."""
        label = Piece(f"{self._headings[number]}: ", style.LABEL)
        return (label, *in_one_line(self._paragraphs(row[number])))

    def _cards(self) -> Iterator[RenderableType]:
        """One record under the other: its code and title, then a line for each field that is filled."""
        titled = 2 if len(self._headings) > 1 and self._table.columns[1].flexible else 1
        labels = [(Piece(heading, style.LABEL),) for heading in self._headings]
        for place, row in enumerate(self._table.rows):
            if place:
                yield Rule(style=style.FAINT)
            head = [piece for value in row[:titled] for piece in (Piece(" "), *self._paragraphs(value)[0])]
            yield Logical(head[1:])
            fields = zip(labels[titled:], row[titled:], strict=True)
            pairs = tuple([(label, self._paragraphs(value)) for label, value in fields if filled(value)])
            if pairs:
                yield Beside(Pairs(pairs, _GAP), labels[titled:])
