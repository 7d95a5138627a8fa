"""The last gate: what no terminal may receive, and how wide in cells the rest is.

Widths are those of each code point by itself, as terminals without grapheme clusters count them; joined emoji
are printed apart (the joiner goes with UAX #9's rule X9), so every terminal agrees.
"""

from unicodedata import category, east_asian_width

REPLACEMENT = "\ufffd"

_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u206a\u206b\u206c\u206d\u206e\u206f")
_FORBIDDEN = frozenset({"Cc", "Cs", "Zl", "Zp"})
_ZERO = frozenset({"Mn", "Me", "Cf", "Cc", "Cs", "Zl", "Zp"})
# Hangul vowels and finals combine with the syllable before them.
_JUNGSEONG = range(0x1160, 0x1200)
_VISIBLE_FORMATS = frozenset("\u00ad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")


class _Safe(dict[int, str]):
    """For str.translate: a harmless character for each."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        hostile = category(character) in _FORBIDDEN or character in _OVERRIDES
        found = self[point] = REPLACEMENT if hostile else character
        return found


class _Widths(dict[str, int]):
    """Cells of one character."""

    def __missing__(self, character: str) -> int:
        found = self[character] = _cells(character)
        return found


_SAFE = _Safe({ord("\t"): " "})
_WIDTHS = _Widths()


def _cells(character: str) -> int:
    if character in _VISIBLE_FORMATS:
        return 1
    if category(character) in _ZERO or ord(character) in _JUNGSEONG:
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1


def printable(text: str) -> str:
    """The text with escape and control characters, overrides and lone surrogates made visible as U+FFFD.

    A tab becomes a blank. Isolates and direction marks stay: they are the caller's own, and emissions strip them.
    """
    return text if text.isprintable() else text.translate(_SAFE)


def width_of(text: str) -> int:
    """Cells the text takes in a terminal; marks and directional controls take none."""
    if text.isascii():
        return len(text)
    return sum(map(_WIDTHS.__getitem__, text))
