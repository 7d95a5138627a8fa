"""The columns of a table in Word: how wide they are, and which of them stand beside each other."""

from collections.abc import Iterable, Sequence
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
"""Words and texts of a column that are measured, and widths that are tried at a time."""
_WORSE, _RAGGED = 6.0, 1.1
"""The weight of one more line in a row, and the room of a broken text against that of one that is not."""


def measured(section: Section) -> list[Column]:
    """The columns of a table with the letters that they ask for counted by width: most take less than figures do."""
    return [_measured(column, [row[at] for row in section.rows]) for at, column in enumerate(section.columns)]


def _measured(column: Column, cells: Sequence[Cell]) -> Column:
    texts = {without_controls(part.signed) for cell in cells for part in (cell, *cell.lines)}
    words = {word for text in texts for word in text.split(" ")}
    head = [_letters(word, bold=True) for word in without_controls(column.text).split()]
    longest = max([*(_letters(word) for word in _longest(words)), *head], default=1)
    least = column.least if column.drawn else min(column.least, ceil(longest))
    looked_at = _longest(texts)
    share = sum(map(_letters, looked_at)) / (sum(map(len, looked_at)) or 1)
    return replace(column, least=least, weight=max(least, ceil(column.weight * min(share, 1))))


def _longest(texts: Iterable[str]) -> list[str]:
    return sorted(texts, key=lambda text: (-len(text), text))[:_LOOKED_AT]


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


def columns_by_lines(section: Section, room: int, *, letter: float, side: int) -> list[int]:
    """The widths of many columns: step by step, room that is left goes where it saves the most lines of high rows."""
    found = [_needed(column.least, letter, side) for column in section.columns]
    left = room - sum(found)
    if left <= 0:
        return shared(found, room)
    looked_at = section.rows[:: len(section.rows) // _LOOKED_AT + 1]
    columns = [[_told(row[at], letter) for row in looked_at] for at in range(len(found))]
    edge = _needed(0, letter, side)
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
    return [wide + more for wide, more in zip(found, shared(found, left, least=0), strict=True)]


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


def columns_within(columns: Sequence[Column], room: int, *, letter: float, side: int) -> list[int]:
    """The widths of columns in twentieths of a point; `letter` is that of a letter, `side` that of a cell's edge.

    No word is broken as long as there is room. Few columns take what they need and leave the rest to texts; many
    divide it by what they hold, and so do few where there is not enough.
    """
    grow = [len(columns) > MANY or column.flexible or column.drawn for column in columns]
    needed = [_needed(c.least if grows else c.weight, letter, side) for c, grows in zip(columns, grow, strict=True)]
    many = all(grow) or sum(needed) >= room
    if many:
        grow, needed = [True] * len(columns), [_needed(column.least, letter, side) for column in columns]
    left = room - sum(needed)
    if left <= 0:
        return shared(needed, room)
    growing = [
        (c.weight - c.least) // (3 if c.drawn and not many else 1) + 1 if grows else 0
        for c, grows in zip(columns, grow, strict=True)
    ]
    growing = growing if any(growing) else needed
    return [width + more for width, more in zip(needed, shared(growing, left, least=0), strict=True)]


def shared(weights: Sequence[int], room: int, least: int = 20) -> list[int]:
    """The room divided by weights, every part at least a hair wide."""
    whole = sum(weights) or 1
    return [max(room * weight // whole, least) for weight in weights]
