"""Tables: columns side by side while the page is wide enough, cards below that."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tracker.reports.report import Column, Table
from tracker.text.line import Cell, Frame, Line, Piece
from tracker.text.wrap import width_of, wrap
from tracker.views.terminal import style
from tracker.views.terminal.blocks import label_lines, label_room, text_lines
from tracker.views.terminal.cells import Paragraphs, Worded
from tracker.views.terminal.columns import Size, fitting
from tracker.views.words import Words

CARDS_BELOW = 60

Row = list[Paragraphs]


def table_lines(table: Table, words: Words, page: int | None) -> Iterator[Line]:
    """The lines of a table, with its heading."""
    if table.heading:
        yield from text_lines(words.message(table.heading), style.TITLE, page)
    if not table.rows:
        if table.empty:
            yield from text_lines(words.message(table.empty), style.FAINT, page)
        return
    headings = [words.message(column.heading) for column in table.columns]
    worded = Worded(words)
    rows = [[worded[value] for value in row] for row in table.rows]
    widths = None
    if page is None or page >= CARDS_BELOW:
        widths = fitting(table.columns, _sizes(table.columns, headings, rows, page), page, len(style.GAP))
    if widths is None:
        yield from _cards(headings, table, rows, page or CARDS_BELOW)
    else:
        yield from _grid(headings, rows, widths)


def _sizes(columns: Sequence[Column], headings: list[str], rows: list[Row], page: int | None) -> list[Size]:
    """What each column asks for; on an endless page nothing is wrapped, so no least width is looked for."""
    sizes = []
    for number, column in enumerate(columns):
        heading = width_of(headings[number])
        cells = {id(row[number]): row[number] for row in rows}.values()
        lines = [_text(line) for cell in cells for line in cell]
        natural = least = max([heading, *map(width_of, lines)])
        if column.flexible and page is not None:
            longest_word = max([heading, *(width_of(w) for line in lines for w in line.split())])
            least = min(natural, max(longest_word, column.letters))
        sizes.append(Size(natural, least))
    return sizes


def _text(line: tuple[Piece, ...]) -> str:
    return line[0].text if len(line) == 1 else "".join([piece.text for piece in line])


class _Laid:
    """A column of the grid: what stands in it, wrapped to its width once for each value."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._known: dict[int, list[Cell]] = {}

    def lines(self, cell: Paragraphs) -> list[Cell]:
        """The cells below each other; equal values share theirs (`Worded`)."""
        found = self._known.get(id(cell))
        if found is None:
            found = self._known[id(cell)] = [Cell(line, self.width) for one in cell for line in wrap(one, self.width)]
        return found


def _grid(headings: list[str], rows: list[Row], widths: dict[int, int]) -> Iterator[Line]:
    total = sum(widths.values()) + len(style.GAP) * (len(widths) - 1)
    columns = {i: _Laid(width) for i, width in widths.items()}
    yield _line([Cell((Piece(headings[i], style.HEADER),), width) for i, width in widths.items()])
    yield (Frame(style.STRONG_RULE * total, style.FAINT),)
    rule = (Frame(style.RULE * total, style.FAINT),)
    blanks = [Cell((), width) for width in widths.values()]
    for number, row in enumerate(rows):
        if number:
            yield rule
        cells = [column.lines(row[i]) for i, column in columns.items()]
        for line in zip_longest(*cells):
            yield _line([cell or blank for cell, blank in zip(line, blanks, strict=True)])


_BETWEEN = Frame(style.GAP)


def _line(cells: list[Cell]) -> Line:
    items: list[Cell | Frame] = [_BETWEEN] * (2 * len(cells) - 1)
    items[::2] = cells
    return tuple(items)


def _cards(headings: list[str], table: Table, rows: list[Row], page: int) -> Iterator[Line]:
    """One record under the other: the code and title, then a line for each field that is filled."""
    room = label_room(headings[2:], page)
    for number, (values, row) in enumerate(zip(table.rows, rows, strict=True)):
        if number:
            yield (Frame(style.RULE * page, style.FAINT),)
        yield from _wrapped((*row[0][0], Piece(" "), *row[1][0]), page)
        for heading, value, cell in zip(headings[2:], values[2:], row[2:], strict=True):
            if value is not None:
                yield from label_lines(heading, cell, room, page)


def _wrapped(pieces: tuple[Piece, ...], page: int) -> Iterator[Line]:
    for line in wrap(pieces, page):
        yield (Cell(line),)
