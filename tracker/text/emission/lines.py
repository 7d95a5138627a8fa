"""The two plain ways: reading order as written, and the order of the screen with joined letters."""

from collections.abc import Iterable
from functools import lru_cache

from tracker.text.arabic.mirrors import DRAWN_MIRRORED
from tracker.text.output.line import Cell, Frame, Line
from tracker.text.printable import printable, shown, width_of

Span = tuple[str, str]
"""A text and its Rich style ("" for none)."""

_CACHED_CELLS = 4096
_TURNED = {"start": "end", "end": "start", "center": "center"}
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


def _frame_text(text: str) -> str:
    """Frames may hold the tabs that separate the fields of plain records."""
    return text if text.isprintable() else "\t".join(map(printable, text.split("\t")))


@lru_cache(_CACHED_CELLS)
def _mirrored(text: str) -> str:
    return printable(text)[::-1].translate(_FRAME_MIRROR)


@lru_cache(_CACHED_CELLS)
def _logical_item(item: Cell | Frame) -> tuple[Span, ...]:
    if isinstance(item, Frame):
        return ((_frame_text(item.text), item.style),)
    spans = tuple((shown(piece.text), piece.style) for piece in item.pieces)
    return _justified(spans, item)


class _Texts(dict[Cell | Frame, str]):
    """The text of each cell as it is written into a pipe, kept: the same cells come again and again."""

    def __missing__(self, item: Cell | Frame) -> str:
        found = self[item] = _logical_text(item)
        return found


_TEXTS = _Texts()


def _logical_text(item: Cell | Frame) -> str:
    if isinstance(item, Frame):
        return _frame_text(item.text)
    text = "".join([shown(piece.text) for piece in item.pieces])
    if item.width is None:
        return text
    left, right = _blanks_around(width_of(text), item.width, item.align)
    return left + text + right


@lru_cache(_CACHED_CELLS)
def _visual_cell(cell: Cell, rtl: bool) -> tuple[Span, ...]:
    from tracker.text.arabic.visual import visual_pieces  # noqa: PLC0415 - a pipe does without

    return _justified(visual_pieces(cell.pieces, int(rtl)), cell, rtl=rtl)


def _justified(spans: tuple[Span, ...], cell: Cell, *, rtl: bool = False) -> tuple[Span, ...]:
    """The cell filled up with blanks to its width."""
    left, right = _blanks_around(cells_of(spans), cell.width, _TURNED[cell.align] if rtl else cell.align)
    padded = ((left, cell.ground), *spans, (right, cell.ground))
    return tuple(span for span in padded if span[0]) if left or right else spans


def _blanks_around(cells: int, width: int | None, align: str) -> tuple[str, str]:
    """The blanks to the left and to the right; `start` is the left."""
    missing = max((width or 0) - cells, 0)
    if align == "start":
        return "", " " * missing
    left = missing if align == "end" else missing // 2
    return " " * left, " " * (missing - left)


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
