"""A finished line of output: what stands in it, before it is put into the order of a terminal.

Cells hold text in logical order, already wrapped to their width; frames hold what is drawn between them.
Items stand in *reading* order: for a right-to-left line the first item is the rightmost on the screen.
"""

from collections.abc import Sequence

from tracker.frozen import Frozen


class Piece(Frozen):
    """A stretch of text in one style; `style` is a Rich style string ("" for none)."""

    text: str
    style: str = ""


class Cell(Frozen, cache_hash=True):
    """One line of one cell: laid out by itself, so that order never leaks over a border.

    `width` in terminal cells; None where nothing follows it and so no padding is wanted. `ground` is the style of the
    blanks that fill it up.
    """

    pieces: tuple[Piece, ...]
    width: int | None = None
    ground: str = ""


class Frame(Frozen, cache_hash=True):
    """The borders, gaps and rules of a line: no letters; drawn as they are, mirrored in a right-to-left line."""

    text: str
    style: str = ""


Line = tuple[Cell | Frame, ...]


def text_of(pieces: Sequence[Piece]) -> str:
    """The text of the pieces together."""
    return pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])
