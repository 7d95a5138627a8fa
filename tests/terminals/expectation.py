"""What must be seen on a screen."""

from typing import NamedTuple


class ExpectedCell(NamedTuple):
    """A line of text: its row on the screen from 0, its column in reading order, its logical text."""

    row: int
    column: int
    text: str
    bold: bool = False


class ExpectedColors(NamedTuple):
    """In this row of the screen `first` comes before `second` for the reader ("red", "green" or "blue")."""

    row: int
    first: str
    second: str
