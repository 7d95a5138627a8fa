"""The last gate: what no terminal may receive, and how wide in cells the rest is.

Widths are those of each code point by itself, as terminals without grapheme clusters count them; joined emoji
are printed apart (the joiner goes with UAX #9's rule X9), so every terminal agrees.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from tracker.text.memo import Memo

LRM, RLM, ALM = "\u200e", "\u200f", "\u061c"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
REPLACEMENT = "\ufffd"

# Controls, surrogates, separators of lines and paragraphs (Cc, Cs, Zl, Zp), overrides and embeddings.
_HOSTILE = "[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028-\u202e\u206a-\u206f]"
# The same without the line ends and tabs of a document.
_STEERING = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028-\u202e\u206a-\u206f]|\r(?!\n)"
# What most texts are made of: each takes one cell.
_USUAL = "[ -~\u00a1-\u00ac\u00ae-\u017f\u060c\u061b\u061f-\u064a\u0660-\u066d\u2013\u2026\u2500-\u25cf]*"
INITIATORS = frozenset((LRI, RLI, FSI))
_ZERO = frozenset({"Mn", "Me", "Cf", "Cc", "Cs", "Zl", "Zp"})
# Hangul vowels and finals combine with the syllable before them.
_JUNGSEONG = range(0x1160, 0x1200)
# Isolates that are not ours, and what no XML can hold (XML 1.0, 2.2).
_FOREIGN = dict.fromkeys([*range(0x2066, 0x206A), 0xFFFE, 0xFFFF], REPLACEMENT)
_VISIBLE_FORMATS = frozenset("\u00ad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")


def _cells(character: str) -> int:
    from unicodedata import category, east_asian_width  # noqa: PLC0415 - a megabyte, and a pipe asks for no width

    if character in _VISIBLE_FORMATS:
        return 1
    if category(character) in _ZERO or ord(character) in _JUNGSEONG:
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1


_WIDTHS = Memo(_cells)


def printable(text: str) -> str:
    """The text with escape and control characters, overrides and lone surrogates made visible as U+FFFD.

    A tab becomes a blank. Isolates and direction marks stay: they are the caller's own, and emissions strip them.
    """
    if text.isprintable() or within(text).isprintable():
        return text
    if without_controls(text).replace("\u00a0", "").isprintable():
        return text
    return re.sub(_HOSTILE, _replaced, text)  # compiled where it is needed: that takes as long as a whole row


def printable_fields(text: str) -> str:
    """The text as `printable` gives it, but with the tabs that separate the fields of plain records."""
    return text if text.isprintable() else "\t".join(map(printable, text.split("\t")))


def inert(text: str) -> str:
    """A piece of a document or of data in which nothing steers what it is shown by: lines, tabs and isolates stay.

    Such characters are made visible as U+FFFD. Texts are `harmless` already; this is the gate for all else.
    """
    return text if text.replace("\n", "").isprintable() else re.sub(_STEERING, REPLACEMENT, text)


def harmless(text: str) -> str:
    """A text of a tracker, in which nothing steers a terminal, an XML reader or the direction of what is around it.

    Such characters are made visible as U+FFFD; it keeps its lines. It is clean when it was typed in; a file that
    something else wrote may hold anything.
    """
    if text.isprintable():
        return text
    return "\n".join(map(printable, text.split("\n"))).translate(_FOREIGN)


def without_controls(text: str) -> str:
    """The text without directional marks and isolates, which have done their work once it is laid out."""
    text = without_isolates(text)
    return text if text.isprintable() else text.replace(LRM, "").replace(RLM, "").replace(ALM, "")


def shown(text: str) -> str:
    """The text as a reader sees it: `printable`, `without_controls`."""
    inner = within(text)
    if inner.isprintable():
        return inner
    inner = without_controls(inner)
    return inner if inner.isprintable() else printable(inner)


def within(text: str) -> str:
    """The text between the isolates around a whole text, as around most values."""
    return text[1:-1] if text[-1:] == PDI and text[0] in INITIATORS else text


def without_isolates(text: str) -> str:
    """The text without isolates; to replace each by itself takes a third of the time of a pattern for all."""
    return text.replace(FSI, "").replace(PDI, "").replace(LRI, "").replace(RLI, "")


def _replaced(found: re.Match[str]) -> str:
    return " " if found[0] == "\t" else REPLACEMENT


def width_of(text: str) -> int:
    """Count the cells the text takes in a terminal; marks and directional controls take none."""
    text = within(text)
    if text.isascii() or (usual := _usual())(text) or usual(text := without_isolates(text)):
        return len(text)
    return sum(map(_WIDTHS.__getitem__, text))


def widest(texts: Iterable[str]) -> int:
    """The cells that the widest of the texts takes, 0 where there is none."""
    every = [*texts]
    if _usual()("".join(every)):  # asked of all at once, as below
        return max(map(len, every), default=0)
    inner = [within(text) for text in every]
    usual = _usual()("".join(inner))
    return max(map(len if usual else width_of, inner), default=0)


def widest_word(texts: Iterable[str]) -> int:
    """The cells that the widest word in the texts takes, 0 where there is none."""
    text = " ".join(texts)
    words = text.split()
    return max(map(len, words), default=0) if _usual()(text) else widest({*words})


def filled_up(texts: Sequence[str], more: int) -> list[str]:
    """The texts, each with as many blanks behind it as make all of them `more` cells wider than the widest."""
    if _usual()("".join(texts)):  # asked of all at once: most columns are so
        room = max(map(len, texts)) + more
        return [text.ljust(room) for text in texts]
    widths = [width_of(text) for text in texts]
    room = max(widths) + more
    return [text + " " * (room - width) for text, width in zip(texts, widths, strict=True)]


@cache
def _usual() -> Callable[[str], Any]:
    """The test for usual texts, compiled when a width is first asked for: that takes as long as a whole row."""
    return re.compile(_USUAL).fullmatch
