"""A bar of progress that tells what is declared from what paper evidences."""

from typing import TYPE_CHECKING

from tracker.reports.report import Progress
from tracker.text.line import Piece
from tracker.views.blocks import style

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.measure import Measurement

WIDTH = 10
_LEAST = 4


class Bar:
    """A bar of evidenced, declared beyond that, and the rest; it grows in reading direction, in Arabic from the right.

    `width` is the most it takes, in cells. Rich lays it out like any renderable; `pieces` are for lines of text.
    """

    def __init__(self, value: Progress, width: int = WIDTH) -> None:
        self.value = value
        self.width = width

    def pieces(self, room: int | None = None) -> tuple[Piece, ...]:
        """The stretches of the bar within `room` cells."""
        width = self.width if room is None else min(self.width, room)
        evidenced = _cells(self.value.evidenced, width)
        beyond = self.value.declared > self.value.evidenced
        declared = max(_cells(self.value.declared, width) - evidenced, int(beyond))
        evidenced = min(evidenced, width - declared)
        stretches = (
            (style.EVIDENCED, evidenced),
            (style.DECLARED, declared),
            (style.REST, width - evidenced - declared),
        )
        return tuple([Piece(sign.text * cells, sign.style) for sign, cells in stretches if cells])

    def __rich_measure__(self, console: "Console", options: "ConsoleOptions") -> "Measurement":
        """The cells that it takes: some at least, and its width at most."""
        from rich.measure import Measurement  # noqa: PLC0415 - a pipe does without Rich

        return Measurement(min(_LEAST, self.width), self.width).with_maximum(options.max_width)

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from tracker.text.output.logical import Logical  # noqa: PLC0415 - as above

        yield Logical(self.pieces(options.max_width))


def _cells(percent: int, width: int) -> int:
    """The cells of the bar; something done is never nothing, something missing never full."""
    cells = (percent * width + 50) // 100
    if 0 < percent < 100:
        return min(max(cells, 1), width - 1)
    return cells
