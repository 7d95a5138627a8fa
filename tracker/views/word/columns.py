"""The columns of a table in Word: how wide they are, and which of them stand beside each other."""

from collections.abc import Sequence

from tracker.views.page import Column

MANY, CROWDED = 8, 12
"""Columns beyond which all share a page, and beyond which their edges are half as wide."""
LETTER = 5.8
"""The room of a letter in twentieths of a point, per half point of its size."""


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
    return blocks


def _needed(letters: int, letter: float, side: int) -> int:
    return round(letters * letter) + 2 * side + 70


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
