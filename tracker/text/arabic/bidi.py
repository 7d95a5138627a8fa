"""The Unicode Bidirectional Algorithm (UAX #9, Unicode 15): levels, visual order and the map back.

A text here is one paragraph on one line: wrapping comes before, in logical order. Rules are named as in the
annex. No package gives levels, mirroring and the index map together, and the map is what lets styles survive.
"""

from collections.abc import Mapping, Sequence
from itertools import chain, groupby
from typing import NamedTuple
from unicodedata import bidirectional

from tracker.text.arabic.explicit import EMBEDDINGS, ISOLATES, embed, paragraph_level
from tracker.text.arabic.implicit import ranges, resolve
from tracker.text.arabic.isolates import MARKS_AND_ISOLATES
from tracker.text.arabic.mirrors import MIRRORED
from tracker.text.memo import Memo
from tracker.text.printable import FSI, RLI, within

_SEPARATORS = frozenset({"S", "B"})
_BLANKS = ISOLATES | EMBEDDINGS | {"WS"}
_BEYOND = ISOLATES | EMBEDDINGS | _SEPARATORS
_NEUTRAL = frozenset({"WS", "NSM", "ON", "CS", "ES", "ET", "B", "S"})
_ALL_RIGHT = _NEUTRAL | {"R", "AL"}
_ALL_LEFT = _NEUTRAL | {"L", "EN"}


class Levels(NamedTuple):
    """The paragraph's level and that of each character; None for those that rule X9 removes."""

    paragraph: int
    of: list[int | None]


_CLASS: Memo[str, str] = Memo(lambda character: bidirectional(character) or "L")
"""The bidi class of a character; unassigned ones count as L."""


def levels(text: str, base: int | None = None) -> Levels:
    """The embedding levels after rule L1; `base` 0 left to right, 1 right to left, None by the first strong letter."""
    classes = [_CLASS[character] for character in text]
    paragraph = paragraph_level(classes) if base is None else base
    present = set(classes)
    if present <= (_ALL_RIGHT if paragraph else _ALL_LEFT):
        return Levels(paragraph, [paragraph] * len(text))
    found = resolve(text, classes, paragraph, embed(classes, paragraph))
    _reset_blanks(found, classes, paragraph)
    return Levels(paragraph, found)


def _reset_blanks(found: list[int | None], classes: list[str], paragraph: int) -> None:
    """L1: separators, and blanks before them or at the end, take the paragraph's level."""
    ends = [place for place, kind in enumerate(classes) if kind in _SEPARATORS]
    for end in (*ends, len(classes)):
        if end < len(classes):
            found[end] = paragraph
        place = end - 1
        while place >= 0 and classes[place] in _BLANKS:
            if found[place] is not None:
                found[place] = paragraph
            place -= 1


def reorder(found: Sequence[int | None]) -> list[int]:
    """L2: indexes from left to right as shown; removed characters (None) are left out."""
    runs = [(level, list(run)) for level, run in groupby(range(len(found)), found.__getitem__) if level is not None]
    for lowest in range(max((level for level, _ in runs), default=0), 0, -1):
        for start, end in ranges([level >= lowest for level, _ in runs]):
            runs[start:end] = runs[start:end][::-1]
    return list(chain.from_iterable(reversed(run) if level & 1 else run for level, run in runs))


def visual(text: str, base: int | None = None, mirrors: Mapping[str, str] = MIRRORED) -> tuple[str, list[int]]:
    """The text as its characters stand on the screen from left to right, and the index in `text` of each.

    Brackets are mirrored (L4), marks follow their letter (L3), directional controls are gone. `base` as in `levels`.
    """
    if text.isascii() and (text.isalnum() or (base == 0 and text.isprintable())):
        return text, list(range(len(text)))
    if (inner := within(text)) is not text and (direction := _direction(text[0], inner)) is not None:
        shown, order = visual(inner, direction, mirrors)
        return shown, [index + 1 for index in order]
    found = levels(text, base).of
    order = _marks_after_letters(text, found, reorder(found))
    if not MARKS_AND_ISOLATES.isdisjoint(text):
        order = [index for index in order if text[index] not in MARKS_AND_ISOLATES]
    return _turned(text, found, order, mirrors), order


def _direction(initiator: str, inner: str) -> int | None:
    """X5a to X5c: the level at which what the isolate holds is laid out as a paragraph of its own, as most values are.

    None where something in it looks beyond it: other isolates, embeddings, and what L1 gives the level of the line.
    """
    classes = [_CLASS[character] for character in inner]
    if not classes or classes[-1] == "WS" or not _BEYOND.isdisjoint(classes):
        return None
    return paragraph_level(classes) if initiator == FSI else int(initiator == RLI)


def _turned(text: str, found: Sequence[int | None], order: Sequence[int], mirrors: Mapping[str, str]) -> str:
    """L4: the characters in their order, each at an odd level as its mirror image."""
    if mirrors.keys().isdisjoint(text):
        return "".join([text[index] for index in order])
    return "".join(
        [mirrors.get(text[index], text[index]) if (found[index] or 0) & 1 else text[index] for index in order]
    )


def _marks_after_letters(text: str, found: Sequence[int | None], order: list[int]) -> list[int]:
    """L3: terminals put a mark on the cell before it, so right-to-left marks must come after their letter."""
    if "NSM" not in map(_CLASS.__getitem__, text):
        return order
    result: list[int] = []
    waiting: list[int] = []
    for index in order:
        if _CLASS[text[index]] == "NSM" and (found[index] or 0) & 1:
            waiting.append(index)
            continue
        result.append(index)
        result += reversed(waiting)
        waiting = []
    return [*result, *reversed(waiting)]
