"""The inverse of UAX #9: what to write so that a terminal that lays lines out from left to right shows a word.

There is no formula for it (the algorithm forgets), so likely texts are made and one is taken that the algorithm itself
turns into the wanted word. Some words have none: digits to the right of a right-to-left letter always
go to its left.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple
from unicodedata import bidirectional

from tracker.text.arabic.bidi import visual
from tracker.text.arabic.mirrors import CLOSING, MIRRORED

_CACHED_WORDS = 4096
_CLOSINGS = frozenset(CLOSING.values())
# One letter for each bidi class that matters here; blanks and neutrals are dots.
_CODES = {"R": "r", "AL": "r", "AN": "a", "EN": "n", "L": "l", "": "l", "CS": "c", "ES": "s", "ET": "t"}
# What stays in its order inside a right-to-left run: numbers after an Arabic letter, and after another (W2 to W5).
_NUMBERS = (re.compile("[na]+(?:c[na]+)*"), re.compile("t*n+(?:[cs]n+)*t*|a+(?:ca+)*"))


class Sent(NamedTuple):
    """A character to send, and the place in the visible word of the cell that it makes."""

    character: str
    place: int


@lru_cache(_CACHED_WORDS)
def inverse(word: str) -> tuple[Sent, ...] | None:
    """Give what shows `word` (visible, without marks) between two left-to-right letters; None when nothing does."""
    codes = "".join([_CODES.get(bidirectional(character), ".") for character in word])
    if not {"r", "a"} & set(codes):
        return tuple(map(Sent, word, range(len(word))))
    if set(codes) == {"r"}:
        return tuple(Sent(word[place], place) for place in range(len(word) - 1, -1, -1))
    right = [text for text in _likely(word, _left_digits(codes)) if _shows(text, word)]
    return min(right, key=_loose_brackets, default=None)


def _shows(text: Sequence[Sent], word: str) -> bool:
    """Whether the algorithm makes the word of it, each cell in its own place."""
    sent = "".join([one.character for one in text])
    shown, order = visual(f"l{sent}l", 0)
    return shown[1:-1] == word and all(text[index - 1].place == place for place, index in enumerate(order[1:-1]))


def _loose_brackets(text: Sequence[Sent]) -> int:
    """Count brackets without a partner: one in another word could become theirs (N0)."""
    waiting: list[str] = []
    loose = 0
    for one in text:
        if one.character in CLOSING:
            waiting.append(CLOSING[one.character])
        elif one.character in _CLOSINGS:
            if waiting[-1:] == [one.character]:
                waiting.pop()
            else:
                loose += 1
    return loose + len(waiting)


def _left_digits(codes: str) -> str:
    """Take digits with no right-to-left letter before them in reading order for left-to-right letters (W7)."""
    found = []
    for part in re.split("(l)", codes):
        last = part.rfind("r") + 1
        found.append(part[:last] + part[last:].replace("n", "l"))
    return "".join(found)


def _likely(word: str, codes: str) -> Iterator[tuple[Sent, ...]]:
    """Turn each stretch between left-to-right letters round, with more or less of the neutrals at its ends."""
    seen = set()
    for numbers, left, right in product(_NUMBERS, ("", r"[^l]*?"), ("", r"[^l]*")):
        turned = re.compile(rf"{left}[ra](?:[^l]*[ra])?{right}")
        text: list[Sent] = []
        place = 0
        for match in turned.finditer(codes):
            text += [Sent(word[index], index) for index in range(place, match.start())]
            text += _turned(word, codes, match.span(), numbers)
            place = match.end()
        text += [Sent(word[index], index) for index in range(place, len(word))]
        if (found := tuple(text)) not in seen:
            seen.add(found)
            yield found


def _turned(word: str, codes: str, span: tuple[int, int], numbers: re.Pattern[str]) -> list[Sent]:
    """The stretch from right to left: numbers whole, brackets as their mirror images."""
    start, place = span
    numbered = {match.end(): match.start() for match in numbers.finditer(codes, start, place)}
    found: list[Sent] = []
    while place > start:
        if place in numbered:
            first = numbered[place]
            found += [Sent(word[index], index) for index in range(first, place)]
            place = first
            continue
        place -= 1
        found.append(Sent(MIRRORED.get(word[place], word[place]), place))
    return found
