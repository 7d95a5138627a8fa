"""Tables: columns side by side while the page is wide enough, cards below that; in a pipe one line for each record."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tracker.reports.report import Column, Table, Value
from tracker.text.line import Cell, Frame, Line, Piece
from tracker.text.wrap import width_of, wrap
from tracker.views.terminal import style
from tracker.views.terminal.blocks import label_lines, label_room, text_lines
from tracker.views.terminal.cells import Worded
from tracker.views.terminal.columns import Size, fitting
from tracker.views.words import Words

CARDS_BELOW = 60

Values = tuple[Value, ...]
"""Those of a column, from the first row to the last."""


def table_lines(table: Table, words: Words, page: int | None) -> Iterator[Line]:
    """The lines of a table, with its heading."""
    if table.heading:
        yield from text_lines(words.message(table.heading), style.TITLE, page)
    if not table.rows:
        if table.empty:
            yield from text_lines(words.message(table.empty), style.FAINT, page)
        return
    headings = [words.message(column.heading) for column in table.columns]
    worded = Worded(words, stacked=page is not None)
    columns: list[Values] = list(zip(*table.rows, strict=True))
    if page is None:
        yield from _records(headings, columns, worded)
        return
    widths = None
    if page >= CARDS_BELOW:
        sizes = [_size(*one, worded) for one in zip(table.columns, headings, columns, strict=True)]
        widths = fitting(table.columns, sizes, page, len(style.GAP))
    if widths is None:
        yield from _cards(headings, table, worded, page)
    else:
        yield from _grid(headings, columns, worded, widths)


def _records(headings: list[str], columns: list[Values], worded: Worded) -> Iterator[Line]:
    """Nothing is wrapped and no rule parts the records: `grep`, `sort` and `wc -l` take each as the line that it is."""
    head, body, total = [], [], 0
    for heading, values in zip(headings, columns, strict=True):
        found = {value: worded[value][0] for value in dict.fromkeys(values)}
        width = max([width_of(heading), *[width_of(_text(pieces)) for pieces in found.values()]]) + len(style.GAP)
        cells = {value: Cell(pieces, width) for value, pieces in found.items()}
        head.append(Cell((Piece(heading, style.HEADER),), width))
        body.append(map(cells.__getitem__, values))
        total += width
    yield tuple(head)
    yield (Frame(style.STRONG_RULE * (total - len(style.GAP)), style.FAINT),)
    yield from zip(*body, strict=True)


def _size(column: Column, heading: str, values: Values, worded: Worded) -> Size:
    """What the column asks for."""
    lines = [_text(line) for value in dict.fromkeys(values) for line in worded[value]]
    natural = least = max([width_of(heading), *map(width_of, lines)])
    if column.flexible:
        longest_word = max([width_of(heading), *(width_of(word) for line in lines for word in line.split())])
        least = min(natural, max(longest_word, column.letters))
    return Size(natural, least)


def _text(line: Sequence[Piece]) -> str:
    return line[0].text if len(line) == 1 else "".join([piece.text for piece in line])


class _Laid(dict[Value, list[Cell]]):
    """Of each value in a column of the grid its cells below each other, wrapped once to the width."""

    def __init__(self, worded: Worded, width: int) -> None:
        super().__init__()
        self._worded = worded
        self._width = width

    def __missing__(self, value: Value) -> list[Cell]:
        width = self._width
        found = self[value] = [Cell(line, width) for one in self._worded[value] for line in wrap(one, width)]
        return found


def _grid(headings: list[str], columns: list[Values], worded: Worded, widths: dict[int, int]) -> Iterator[Line]:
    total = sum(widths.values()) + len(style.GAP) * (len(widths) - 1)
    yield _line([Cell((Piece(headings[i], style.HEADER),), width) for i, width in widths.items()])
    yield (Frame(style.STRONG_RULE * total, style.FAINT),)
    rule = (Frame(style.RULE * total, style.FAINT),)
    blanks = [Cell((), width) for width in widths.values()]
    laid = [map(_Laid(worded, width).__getitem__, columns[i]) for i, width in widths.items()]
    for number, row in enumerate(zip(*laid, strict=True)):
        if number:
            yield rule
        for line in zip_longest(*row):
            yield _line([cell or blank for cell, blank in zip(line, blanks, strict=True)])


_BETWEEN = Frame(style.GAP)


def _line(cells: list[Cell]) -> Line:
    items: list[Cell | Frame] = [_BETWEEN] * (2 * len(cells) - 1)
    items[::2] = cells
    return tuple(items)


def _cards(headings: list[str], table: Table, worded: Worded, page: int) -> Iterator[Line]:
    """One record under the other: the code and title, then a line for each field that is filled."""
    room = label_room(headings[2:], page)
    for number, values in enumerate(table.rows):
        if number:
            yield (Frame(style.RULE * page, style.FAINT),)
        yield from _wrapped((*worded[values[0]][0], Piece(" "), *worded[values[1]][0]), page)
        for heading, value in zip(headings[2:], values[2:], strict=True):
            if value is not None:
                yield from label_lines(heading, worded[value], room, page)


def _wrapped(pieces: tuple[Piece, ...], page: int) -> Iterator[Line]:
    for line in wrap(pieces, page):
        yield (Cell(line),)
