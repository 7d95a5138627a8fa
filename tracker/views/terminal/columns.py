"""The widths of columns, and the choice of those that a page has room for."""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.reports.report import Column


class Size(NamedTuple):
    """The widths in cells that a column's contents ask for: without wrapping, and at least."""

    natural: int
    least: int


def fitting(columns: Sequence[Column], sizes: Sequence[Size], page: int, gap: int) -> dict[int, int] | None:
    """The widths by column number of those that stand side by side; None when even the indispensable ones do not fit.

    Columns of the highest rank go first; flexible ones share what is left by need.
    """
    shown = list(range(len(columns)))
    while True:
        room = page - gap * (len(shown) - 1)
        if sum(_least(columns[i], sizes[i]) for i in shown) <= room:
            return _shared(columns, sizes, shown, room)
        droppable = [i for i in shown if columns[i].rank]
        if not droppable:
            return None
        shown.remove(max(droppable, key=lambda i: (columns[i].rank, i)))


def _least(column: Column, size: Size) -> int:
    return size.least if column.flexible else size.natural


def _shared(columns: Sequence[Column], sizes: Sequence[Size], shown: list[int], room: int) -> dict[int, int]:
    widths = {i: _least(columns[i], sizes[i]) for i in shown}
    spare = room - sum(widths.values())
    for i in sorted((i for i in shown if columns[i].flexible), key=lambda i: sizes[i].natural - widths[i]):
        wanting = [j for j in shown if widths[j] < sizes[j].natural]
        if not wanting:
            break
        share = min(sizes[i].natural - widths[i], spare // len(wanting)) if i in wanting else 0
        widths[i] += share
        spare -= share
    return widths
