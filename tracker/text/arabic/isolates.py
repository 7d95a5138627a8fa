"""The isolates (U+2066 to U+2069) over line breaks: each line must hold whole ones, or the next loses its order."""

from collections.abc import Sequence
from unicodedata import bidirectional

from tracker.text.arabic.explicit import paragraph_level
from tracker.text.line import Piece
from tracker.text.printable import ALM, FSI, LRI, LRM, PDI, RLI, RLM

# Controls that UAX #9 keeps (isolates, marks) but no terminal should see: they have done their work.
MARKS_AND_ISOLATES = frozenset((LRM, RLM, ALM, LRI, RLI, FSI, PDI))

_CONTROLS = frozenset((LRI, RLI, FSI, PDI))


def balance(lines: Sequence[tuple[Piece, ...]]) -> list[tuple[Piece, ...]]:
    """The lines of one paragraph with isolates closed at each break and opened again after it."""
    texts = ["".join(piece.text for piece in line) for line in lines]
    whole = "".join(texts)
    if _CONTROLS.isdisjoint(whole):
        return list(lines)
    result, place = [], 0
    waiting: list[str] = []
    for number, (line, text) in enumerate(zip(lines, texts, strict=True), 1):
        opened = "".join(waiting)
        _follow(whole, place, place + len(text), waiting)
        place += len(text)
        result.append(_enclosed(opened, line, PDI * len(waiting) if number < len(lines) else ""))
    return result


def extents(text: str, *, rtl: bool) -> list[tuple[str, bool]]:
    """The text without isolates, cut where its direction changes, each part with whether it runs from the right.

    `rtl` is the direction of the whole; that of a first-strong isolate is that of its first strong letter, else left
    to right (UAX #9, X5c).
    """
    found: list[tuple[str, bool]] = []
    waiting: list[str] = []
    for place, character in enumerate(text):
        if character in _CONTROLS:
            _follow(text, place, place + 1, waiting)
            continue
        right = waiting[-1] == RLI if waiting else rtl
        if found and found[-1][1] == right:
            found[-1] = (found[-1][0] + character, right)
        else:
            found.append((character, right))
    return found


def _follow(text: str, start: int, end: int, waiting: list[str]) -> None:
    """Brings the stack of open isolates from `start` to `end`."""
    for place in range(start, end):
        character = text[place]
        if character == PDI:
            del waiting[-1:]
        elif character in _CONTROLS:
            waiting.append(_resolved(text, place) if character == FSI else character)


def _resolved(text: str, place: int) -> str:
    """Give the isolate that a first-strong one stands for here: after a break its first letter would be another."""
    depth, end = 0, place
    while end < len(text):
        depth += (text[end] in _CONTROLS) - 2 * (text[end] == PDI)
        if depth == 0:
            break
        end += 1
    content = [bidirectional(character) for character in text[place + 1 : end]]
    return RLI if paragraph_level(content) else LRI


def _enclosed(before: str, line: tuple[Piece, ...], after: str) -> tuple[Piece, ...]:
    if not line or not (before or after):
        return line
    pieces = list(line)
    pieces[0] = Piece(before + pieces[0].text, pieces[0].style)
    pieces[-1] = Piece(pieces[-1].text + after, pieces[-1].style)
    return tuple(pieces)
