"""A bar of progress that sets what is evidenced apart from what is only declared."""

from tracker.reports.report import Progress
from tracker.text.line import Piece
from tracker.views.blocks import style

WIDTH = 10


def bar(value: Progress, width: int = WIDTH) -> tuple[Piece, ...]:
    """A bar of evidenced, declared beyond that, and the rest, `width` cells together.

    It grows in reading direction, in Arabic from the right.
    """
    evidenced = _cells(value.evidenced, width)
    beyond = value.declared > value.evidenced
    declared = max(_cells(value.declared, width) - evidenced, int(beyond))
    evidenced = min(evidenced, width - declared)
    stretches = (
        (style.EVIDENCED, evidenced),
        (style.DECLARED, declared),
        (style.REST, width - evidenced - declared),
    )
    return tuple([Piece(sign.text * cells, sign.style) for sign, cells in stretches if cells])


def _cells(percent: int, width: int) -> int:
    """The cells of the bar; something done is never nothing, something missing never full."""
    cells = (percent * width + 50) // 100
    if 0 < percent < 100:
        return min(max(cells, 1), width - 1)
    return cells
