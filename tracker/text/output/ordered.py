"""The one place where lines that Rich laid out in reading order are put into the order of a terminal."""

import os
from collections.abc import Iterable, Iterator
from contextvars import ContextVar

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.segment import ControlType, Segment
from rich.style import Style

from tracker.text.emission import EMISSIONS, RECORDED, Span
from tracker.text.line import Cell, Frame, Line, Piece
from tracker.text.output.logical import Held
from tracker.text.printable import width_of

# A context is of one thread: a live display is refreshed in a thread of its own.
_ordering: ContextVar[bool] = ContextVar("ordering", default=False)

_UNSEEN: tuple[tuple[ControlType], ...] = ((ControlType.BELL,),)
"""Marks a segment as one without width: Rich sends its text, neither counts nor cuts it, and never reads this."""


class Ordered:
    """A renderable of Rich's, built in reading order, as the terminal of a mode must receive it.

    `mode` is one of `EMISSIONS`; by default the one that suits the console. Within another one it leaves the order to
    that. `fenced`: with the controls of the mode around it, which our own writer sends by itself.
    """

    def __init__(self, renderable: RenderableType, mode: str = "", *, rtl: bool, fenced: bool = False) -> None:
        self.renderable = renderable
        self.mode = mode
        self.rtl = rtl
        self.fenced = fenced

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self.renderable)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if _ordering.get():
            yield self.renderable
            return
        emission = RECORDED if console.record else EMISSIONS[self.mode or mode_of(console)]
        page = max(1, options.max_width - emission.spare)
        before, after = (emission.before, emission.after) if self.fenced else ("", "")
        waiting: list[Segment] = [Segment(before, None, _UNSEEN)] if before else []
        for line in reading_lines(self.renderable, console, options.update(width=page)):
            yield from waiting
            yield from segments_of(emission.line(line, self.rtl, page))
            waiting = [Segment.line()]
        if after and waiting:  # within the last line, or a live display would count one more
            yield Segment(after, None, _UNSEEN)
        yield from waiting


def reading_lines(renderable: RenderableType, console: Console, options: ConsoleOptions) -> Iterator[Line]:
    """The lines that Rich lays out, one by one, their items in reading order."""
    lines = iter(Segment.split_lines(console.render(renderable, options)))
    while True:
        token = _ordering.set(True)
        try:
            line = next(lines, None)
        finally:
            _ordering.reset(token)
        if line is None:
            return
        yield tuple([_item(segment.text, segment.style) for segment in line if segment.text and not segment.control])


def segments_of(spans: Iterable[Span]) -> Iterator[Segment]:
    """The texts with the names of their styles as segments; those with escape sequences go out as they are."""
    for text, style in spans:
        yield Segment(text, Style.parse(style) if style else None, _UNSEEN if "\x1b" in text else None)


def _item(text: str, style: Style | None) -> Cell | Frame:
    """A line that was taken along; other words as a cell of their own; everything else as a frame."""
    ground = _name_of(style) if style else ""
    if isinstance(text, Held):
        cell = text.cell
        if not ground:
            return cell
        pieces = tuple([Piece(piece.text, f"{ground} {piece.style}".strip()) for piece in cell.pieces])
        return Cell(pieces, cell.width, ground=ground if _shows_on_blanks(style) else "")
    if any(map(str.isalnum, text)):
        return Cell((Piece(text, ground),), width_of(text))
    return Frame(text, "" if text.isspace() and not _shows_on_blanks(style) else ground)


def _name_of(style: Style) -> str:
    name = str(style)
    return "" if name == "none" else name


def _shows_on_blanks(style: Style | None) -> bool:
    return bool(style and (style.bgcolor or style.underline or style.reverse or style.strike or style.link))


def mode_of(console: Console) -> str:
    """The mode that suits the stream of somebody's console: TRACKER_BIDI, else by the traces of its terminal."""
    from tracker.text.terminal import detect  # noqa: PLC0415 - our own writer has done it
    from tracker.text.terminals.recognize import recognize_unasked  # noqa: PLC0415 - as above

    asked = os.environ.get("TRACKER_BIDI", "auto")
    return detect(console.file, os.environ, asked, recognize=lambda: recognize_unasked(os.environ)).mode
