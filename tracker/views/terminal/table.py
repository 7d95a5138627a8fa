"""Tables: columns side by side while the page is wide enough, cards below that."""

from collections.abc import Iterator, Sequence

from tracker.reports.report import Column, Table
from tracker.text.line import Cell, Frame, Line, Piece
from tracker.text.wrap import width_of, wrap
from tracker.views.terminal import style
from tracker.views.terminal.blocks import label_lines, label_room, text_lines
from tracker.views.terminal.cells import Paragraphs, paragraphs
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
    rows = [[paragraphs(value, words) for value in row] for row in table.rows]
    widths = None
    if page is None or page >= CARDS_BELOW:
        widths = fitting(table.columns, _sizes(table.columns, headings, rows), page, len(style.GAP))
    if widths is None:
        yield from _cards(headings, table, rows, page or CARDS_BELOW)
    else:
        yield from _grid(headings, rows, widths)


def _sizes(columns: Sequence[Column], headings: list[str], rows: list[Row]) -> list[Size]:
    sizes = []
    for number, column in enumerate(columns):
        heading = width_of(headings[number])
        lines = [_text(line) for row in rows for line in row[number]]
        natural = max([heading, *map(width_of, lines)])
        longest_word = max([heading, *(width_of(w) for line in lines for w in line.split())])
        least = min(natural, max(longest_word, column.letters)) if column.flexible else natural
        sizes.append(Size(natural, least))
    return sizes


def _text(line: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in line)


def _grid(headings: list[str], rows: list[Row], widths: dict[int, int]) -> Iterator[Line]:
    total = sum(widths.values()) + len(style.GAP) * (len(widths) - 1)
    yield _line([(Piece(headings[i], style.HEADER),) for i in widths], list(widths.values()))
    yield (Frame(style.STRONG_RULE * total, style.FAINT),)
    for number, row in enumerate(rows):
        if number:
            yield (Frame(style.RULE * total, style.FAINT),)
        yield from _row_lines(row, widths)


def _row_lines(row: Row, widths: dict[int, int]) -> Iterator[Line]:
    cells = [[line for one in row[i] for line in wrap(one, width)] for i, width in widths.items()]
    for number in range(max(map(len, cells))):
        yield _line([cell[number] if number < len(cell) else () for cell in cells], list(widths.values()))


def _line(cells: list[tuple[Piece, ...]], widths: list[int]) -> Line:
    items: list[Cell | Frame] = []
    for cell, width in zip(cells, widths, strict=True):
        if items:
            items.append(Frame(style.GAP))
        items.append(Cell(cell, width))
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
