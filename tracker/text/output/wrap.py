"""The breaking of lines to a width in cells, in logical order before any reordering (UAX #9, 3.4)."""

from collections.abc import Iterator, Sequence

from tracker.text.line import Piece
from tracker.text.printable import INITIATORS, printable, width_of

__all__ = ["NO_BREAK", "width_of", "wrap"]

NO_BREAK = "\u00a0"

_JOINER = "\u200d"
_SKIN_TONES = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")

Range = tuple[int, int]


def wrap(pieces: Sequence[Piece], width: int | None) -> list[tuple[Piece, ...]]:
    """Break into lines of at most `width` cells (None: no limit), at least one; "\n" always breaks.

    Breaks at blanks, which go; at no-break blanks only where nothing else fits. Those left become plain ones: UAX #9
    counts them among the separators of numbers, and nobody wants them in what he copies. A longer word is cut, never
    between a letter and its marks. Isolates that a break cuts in two are closed and opened again. Hostile characters
    come out replaced, because they count as wide.
    """
    if len(pieces) == 1 and (whole := _whole(pieces[0], width)):
        return [(whole,)]
    lines: list[tuple[Piece, ...]] = []
    for paragraph in _paragraphs(pieces):
        text = "".join(piece.text for piece in paragraph)
        if width is None or width_of(text) <= width:
            lines.append(_with_plain_blanks(paragraph))
            continue
        from tracker.text.arabic.isolates import balance  # noqa: PLC0415 - only where a line is broken

        ranges = _line_ranges(text, width)
        lines += balance([_slice(_with_plain_blanks(paragraph), *one) for one in ranges])
    return lines


def _whole(piece: Piece, width: int | None) -> Piece | None:
    """The piece where it fits as it stands: what most cells are."""
    if not piece.text or "\n" in piece.text or NO_BREAK in piece.text:
        return None
    text = printable(piece.text)
    if width is not None and width_of(text) > width:
        return None
    return piece if text is piece.text else Piece(text, piece.style)


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces between explicit line breaks, cleaned, without empty ones."""
    paragraph: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n") if "\n" in piece.text else (piece.text,)
        if first:
            paragraph.append(Piece(printable(first), piece.style))
        for text in others:
            yield paragraph
            paragraph = [Piece(printable(text), piece.style)] if text else []
    yield paragraph


def _with_plain_blanks(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple([Piece(piece.text.replace(NO_BREAK, " "), piece.style) for piece in pieces])


def _slice(pieces: Sequence[Piece], start: int, end: int) -> tuple[Piece, ...]:
    """The part of the pieces between two places of their joined text."""
    found, place = [], 0
    for piece in pieces:
        part = piece.text[max(0, start - place) : max(0, end - place)]
        if part:
            found.append(Piece(part, piece.style))
        place += len(piece.text)
    return tuple(found)


def _words(text: str, width: int, blank: str = " ", start: int = 0) -> Iterator[Range]:
    """The words between blanks; between no-break ones too where the whole is wider than the line."""
    place = start
    for word in text.split(blank):
        if NO_BREAK in word and width_of(word) > width:
            yield from _words(word, width, NO_BREAK, place)
        elif word:
            yield place, place + len(word)
        place += len(word) + 1


def _line_ranges(text: str, width: int) -> list[Range]:
    """The start and end of each line in the text; the blanks at breaks are between the ranges."""
    ranges: list[Range] = []
    start = end = used = 0
    for word_start, word_end in _words(text, width):
        size = width_of(text[word_start:word_end])
        if used + word_start - end + size <= width:
            used += word_start - end + size
            end = word_end
            continue
        if end > start:
            ranges.append((start, end))
        start = word_start
        for cut in _cuts(text, word_start, word_end, width) if size > width else ():
            ranges.append((start, cut))
            start = cut
        end, used = word_end, width_of(text[start:word_end])
    ranges.append((start, end))
    return ranges


def _cuts(text: str, start: int, end: int, width: int) -> list[int]:
    """The places where a word longer than the line is cut."""
    cuts, used = [], 0
    for unit_start, _, size in _units(text[start:end], width):
        if used and used + size > width:
            cuts.append(start + unit_start)
            used = 0
        used += size
    return cuts


def _units(text: str, width: int) -> Iterator[tuple[int, int, int]]:
    """The start, end and cells of the parts that stay whole; one wider than the line is cut by characters."""
    for start, end in _clusters(text):
        size = width_of(text[start:end])
        if size <= width:
            yield start, end, size
            continue
        starts = [start, *(place for place in range(start + 1, end) if width_of(text[place]))]
        for first, last in zip(starts, [*starts[1:], end], strict=True):
            yield first, last, width_of(text[first:last])


def _clusters(text: str) -> Iterator[Range]:
    """A letter with its marks, lam-alef, a joined emoji: what a break must not divide."""
    start, letter = 0, ""
    for place, character in enumerate(text):
        wide = width_of(character) > 0
        if place > start and not _glued(text[place - 1], letter, character, wide):
            yield start, place
            start = place
        if wide:
            letter = character
    if text:
        yield start, len(text)


def _glued(previous: str, letter: str, character: str, wide: bool) -> bool:
    """Whether nothing may come between the character and what stands before it."""
    if not wide:
        return character not in INITIATORS
    if previous == _JOINER or previous in INITIATORS or character in _SKIN_TONES:
        return True
    from tracker.text.arabic.joining_forms import LAM, LAM_ALEFS  # noqa: PLC0415 - only where a word is cut

    return letter == LAM and character in LAM_ALEFS
