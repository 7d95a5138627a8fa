"""Rows that are taken in together, where nothing is to be told of one of them, in their order with all others."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Protocol

from tracker.text.sheets.sheet_text import Row

FEW = 4
"""The rows up to which one after the other is as good."""


class AtOnce(Protocol):
    """A sort of rows that can be taken in together."""

    def are_plain(self) -> list[bool]:
        """Tell of each row of the sheet whether it is of this sort."""

    def take(self, start: int, stop: int) -> bool:
        """Take in the rows from one place to another; False, and nothing done, where one of them is refused."""


def others(rows: Sequence[Row], sorts: Iterable[AtOnce]) -> Iterator[Row]:
    """Each row that is to be read by itself, when those before it are taken in."""
    start = 0
    for sort, run in groupby(_sorts_of(rows, sorts)):
        stop = start + sum(1 for _ in run)
        if sort is None or stop - start <= FEW or not sort.take(start, stop):
            yield from rows[start:stop]
        start = stop


def _sorts_of(rows: Sequence[Row], sorts: Iterable[AtOnce]) -> list[AtOnce | None]:
    """Give the sort of each row, None for those that are of none."""
    found: list[AtOnce | None] = [None] * len(rows)
    for sort in sorts if len(rows) > FEW else ():
        plain = sort.are_plain()
        found = [sort if each else known for each, known in zip(plain, found, strict=True)]
    return found
