"""The columns of a table in Word: how wide they are, and which of them stand beside each other."""

from collections.abc import Sequence
from math import ceil

from tracker.frozen import replace
from tracker.text.printable import without_controls
from tracker.views.page import Cell, Column, Section
from tracker.views.word.letter_faces import width

MANY, CROWDED = 8, 12
"""Columns beyond which all share a page, and beyond which their edges are half as wide."""
LETTER = 5.8
"""The room of a letter in twentieths of a point, per half point of its size: that of a figure in a wide face."""
_LOOKED_AT, _STEPS = 30, 8
"""Words and rows of a column that are measured, and widths that are tried at a time."""
_WORSE, _RAGGED = 6.0, 1.1
"""The weight of one more line in a row, and the room of a broken text against that of one that is not."""


def measured(section: Section) -> Section:
    """A table whose columns ask for their longest words by width: most letters take less room than figures do."""
    columns = [_measured(column, [row[at] for row in section.rows]) for at, column in enumerate(section.columns)]
    return replace(section, columns=tuple(columns))


def _measured(column: Column, cells: Sequence[Cell]) -> Column:
    words = {
        word for cell in cells for part in (cell, *cell.lines) for word in without_controls(part.signed).split(" ")
    }
    longest = sorted(words, key=lambda word: (-len(word), word))[:_LOOKED_AT]
    head = [_letters(word, bold=True) for word in without_controls(column.text).split()]
    least = ceil(max([*map(_letters, longest), *head], default=1))
    return column if column.drawn else replace(column, least=min(column.least, least))


def _letters(text: str, *, bold: bool = False) -> float:
    """The width of a text in letters of the room that is reckoned with."""
    return width(text, bold=bold, other=True) * 10 / LETTER


def columns_in_blocks(columns: Sequence[Column], room: int, *, letter: float, side: int) -> list[list[int]]:
    """The columns of each block of a table: as few blocks as break no word, about as wide as each other."""
    first, *others = (_needed(column.least, letter, side) for column in columns)
    blocks = [[0]]
    for parts in range(1, len(others) + 1):
        blocks, done = [[0] for _ in range(parts)], 0
        for at, need in enumerate(others, 1):
            blocks[(2 * done + need) * parts // (2 * sum(others))].append(at)
            done += need
        blocks = [block for block in blocks if len(block) > 1]
        if all(first + sum(others[at - 1] for at in block[1:]) <= room for block in blocks):
            break
    for block in blocks[1:]:  # a code alone says little: its title stands beside it where there is room
        if columns[1].flexible and first + others[0] + sum(others[at - 1] for at in block[1:]) <= room:
            block.insert(1, 1)
    return blocks


def _needed(letters: int, letter: float, side: int) -> int:
    return round(letters * letter) + 2 * side + 70


def columns_within(section: Section, room: int, *, letter: float, side: int) -> list[int]:
    """The widths of columns in twentieths of a point; `letter` is that of a letter, `side` that of a cell's edge.

    No word is broken as long as there is room. What is left goes, step by step, where it saves the most lines of high
    rows, and in the end to texts.
    """
    found = [_needed(column.least, letter, side) for column in section.columns]
    left = room - sum(found)
    if left <= 0:
        return shared(found, room)
    looked_at = section.rows[:: len(section.rows) // _LOOKED_AT + 1]
    columns = [
        [[_letters(without_controls(column.text), bold=True) * letter], *(_told(row[at], letter) for row in looked_at)]
        for at, column in enumerate(section.columns)
    ]
    edge = _needed(0, letter, side)
    whole = [max(wide, ceil(max(map(max, cells))) + edge) for wide, cells in zip(found, columns, strict=True)]
    if sum(whole) <= room:
        return _with_rest(section, whole, room - sum(whole))
    cost = [_cost(cells, wide - edge) for cells, wide in zip(columns, found, strict=True)]
    while True:
        best = max(
            (
                ((cost[at] - _cost(cells, wide)) / (wide + edge - found[at]), at, wide)
                for at, cells in enumerate(columns)
                for wide in _steps(cells, found[at] - edge, left)
            ),
            default=(0.0, 0, 0),
        )
        saved, at, wide = best
        if saved <= 0:
            break
        left -= wide + edge - found[at]
        found[at], cost[at] = wide + edge, _cost(columns[at], wide)
    return _with_rest(section, found, left)


def _with_rest(section: Section, found: Sequence[int], left: int) -> list[int]:
    """The widths with what is left over given to texts, or to all where there is none."""
    texts = [wide if column.flexible else 0 for wide, column in zip(found, section.columns, strict=True)]
    more = shared(texts if any(texts) else found, left, least=0)
    return [wide + further for wide, further in zip(found, more, strict=True)]


def _told(cell: Cell, letter: float) -> list[float]:
    """The widths of the texts of a cell, each of which begins a line."""
    own = [cell.signed] if cell.kind == "health" or not cell.lines else []
    return [_letters(without_controls(text)) * letter for text in [*own, *(part.text for part in cell.lines)]]


def _cost(cells: Sequence[Sequence[float]], wide: float) -> float:
    """The weight of the lines of a column: each further line of a cell weighs as much again as several columns."""
    return sum(pow(_WORSE, sum(_lines(text, wide) for text in texts)) for texts in cells)


def _lines(text: float, wide: float) -> int:
    """The lines of a text: where it is broken, a word's part of each line stays empty."""
    return 1 if text <= wide else ceil(text * _RAGGED / wide)


def _steps(cells: Sequence[Sequence[float]], wide: float, left: int) -> list[int]:
    """Widths at which a text takes a line less than now, a few of them."""
    found = set()
    for text in {text for texts in cells for text in texts if text > wide}:
        now = _lines(text, wide)
        found |= {ceil(text * (_RAGGED if lines > 1 else 1) / lines) for lines in range(max(now - 3, 1), now)}
    steps = sorted(step for step in found if wide < step <= wide + left)
    return steps[:: len(steps) // _STEPS + 1]


def shared(weights: Sequence[int], room: int, least: int = 20) -> list[int]:
    """The room divided by weights, every part at least a hair wide."""
    whole = sum(weights) or 1
    return [max(room * weight // whole, least) for weight in weights]
