"""The two plain ways: reading order as written, and the order of the screen with joined letters."""

from collections.abc import Iterable
from functools import lru_cache

from tracker.text.arabic.mirrors import DRAWN_MIRRORED
from tracker.text.line import Cell, Frame, Line
from tracker.text.memo import Memo
from tracker.text.printable import printable, printable_fields, shown, width_of

Span = tuple[str, str]
"""A text and its Rich style ("" for none)."""

_CACHED_CELLS = 4096
_FRAME_MIRROR = str.maketrans(DRAWN_MIRRORED)


def logical_line(line: Line, rtl: bool, width: int | None) -> list[Span]:  # noqa: ARG001 - same in both directions
    """The line in reading order as written: no forms, no controls; the reader's own program lays it out."""
    spans: list[Span] = []
    for item in line:
        spans += _logical_item(item)
    return _without_trailing_blanks(spans)


def logical_text(line: Line) -> str:
    """Give the text of `logical_line`, for a stream that shows no styles."""
    return "".join(map(_TEXTS.__getitem__, line)).rstrip(" ")


def visual_line(line: Line, rtl: bool, width: int | None) -> list[Span]:
    """The line in the order of the screen, letters joined: for terminals that show characters just as they come.

    A right-to-left line begins at the right edge of the page.
    """
    spans: list[Span] = []
    for item in reversed(line) if rtl else line:
        if isinstance(item, Frame):
            spans.append((_mirrored(item.text) if rtl else printable(item.text), item.style))
        else:
            spans += _visual_cell(item, rtl)
    if not rtl:
        return _without_trailing_blanks(spans)
    return _at_right_edge(spans, width)


@lru_cache(_CACHED_CELLS)
def _mirrored(text: str) -> str:
    return printable(text)[::-1].translate(_FRAME_MIRROR)


@lru_cache(_CACHED_CELLS)
def _logical_item(item: Cell | Frame) -> tuple[Span, ...]:
    if isinstance(item, Frame):
        return ((printable_fields(item.text), item.style),)
    spans = tuple((shown(piece.text), piece.style) for piece in item.pieces)
    return _filled(spans, item)


def _logical_text(item: Cell | Frame) -> str:
    if isinstance(item, Frame):
        return printable_fields(item.text)
    text = "".join([shown(piece.text) for piece in item.pieces])
    return text if item.width is None else text + " " * (item.width - width_of(text))


_TEXTS = Memo(_logical_text)


@lru_cache(_CACHED_CELLS)
def _visual_cell(cell: Cell, rtl: bool) -> tuple[Span, ...]:
    from tracker.text.arabic.visual import visual_pieces  # noqa: PLC0415 - a pipe does without

    return _filled(visual_pieces(cell.pieces, int(rtl)), cell, rtl=rtl)


def _filled(spans: tuple[Span, ...], cell: Cell, *, rtl: bool = False) -> tuple[Span, ...]:
    """The cell filled up with blanks to its width, where reading ends."""
    missing = (cell.width or 0) - cells_of(spans)
    if missing <= 0:
        return spans
    blanks = (" " * missing, cell.ground)
    return (blanks, *spans) if rtl else (*spans, blanks)


def cells_of(spans: Iterable[Span]) -> int:
    """Count the cells that the spans take together."""
    return width_of("".join([text for text, _ in spans]))


def _without_trailing_blanks(spans: list[Span]) -> list[Span]:
    """A line ends with its last visible character: nobody wants blanks in a file, or wrapped in a narrow window."""
    while spans:
        text, style = spans[-1]
        kept = text.rstrip(" ")
        if kept:
            spans[-1] = (kept, style)
            break
        spans.pop()
    return spans


def _at_right_edge(spans: list[Span], width: int | None) -> list[Span]:
    missing = (width or 0) - cells_of(spans)
    if missing <= 0 or not any(text.strip(" ") for text, _ in spans):
        return spans
    return [(" " * missing, ""), *spans]
