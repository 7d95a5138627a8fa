"""The firsts of months by which a picture of time is divided."""

from collections.abc import Iterator, Sequence
from datetime import date

FAR = 120
"""Months between marks where no choice makes them few enough."""


def months_apart(first: date, last: date, choices: Sequence[int], most: int) -> int:
    """The months between marks: the first of the choices by which there are at most so many."""
    months = last.year * 12 + last.month - first.year * 12 - first.month + 1
    return next((apart for apart in choices if months / apart <= most), FAR)


def firsts(first: date, last: date, apart: int) -> Iterator[date]:
    """The firsts of every so many months of the calendar, from the one on or before the first day."""
    begun = first.year * 12 + first.month - 1
    for number in range(max(begun - begun % apart, 12), last.year * 12 + last.month, apart):
        yield date(number // 12, number % 12 + 1, 1)


def firsts_within(first: date, last: date, choices: Sequence[int], most: int) -> Iterator[date]:
    """The firsts of months between two days, as far apart as makes them few enough."""
    yield from (day for day in firsts(first, last, months_apart(first, last, choices, most)) if day >= first)
