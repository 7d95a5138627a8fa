"""The words that are typed as they stand, kept in order within a sentence of any direction."""

import re
from collections.abc import Callable

from tracker.text.printable import LRI, PDI

# What is typed as it stands, with the words that follow it: options, commands, dates in figures. In a right-to-left
# sentence their dashes would go to the other end, and their parts would change places.
_TYPED = (
    r"`[^`]+`"
    r"|(?:--[a-z][a-z-]*|tracker)(?: (?:-{0,2}[A-Za-z@][\w@/.-]*[\w]|[A-Z]))*"
    r"|\+?\d+(?:[-/]\d+)+h?|\+\d+[a-z]"
)
# A number that a sentence says by itself; not what is typed or named like 2026-03-31, +2w, S2 or SHA-256.
_OWN_NUMBER = r"(?<![A-Za-z0-9./+{-])([0-9]+)(%?)(?![A-Za-z0-9/}-])"
_EXAMPLE = "for example"
# Numbers that signs join, as a date or a range. Behind an Arabic letter a hyphen or plus between them would make each a
# word of its own, and the last would stand first (UAX #9, W2 and W6); a point, comma, colon or slash does not (W4).
_JOINED = r"(?<![\w./:,+–-])\+?(?=[0-9./:,]*[-–+])[0-9]+(?:[-–/:.,+][0-9]+)+(?!\w)"
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"


def numbers_in_order(text: str) -> str:
    """A text that somebody typed, with numbers joined by signs isolated (UAX #9), so that they read as typed."""
    if not ("-" in text or "–" in text or "+" in text):  # most texts have none, and patterns take longer
        return text
    if not re.search(_JOINED, text) or not re.search(_RIGHT_TO_LEFT, text):
        return text
    return re.sub(_JOINED, rf"{LRI}\g<0>{PDI}", text)


def whole_sentence(text: str, source: str, number: Callable[[re.Match[str]], str]) -> str:
    """The text with everything that is typed isolated (UAX #9), and its own numbers as `number` writes them.

    `source` is the English of the sentence: what that gives as an example stays as it is typed.
    """
    if _says_nothing_typed(text):
        return text
    own = _isolated if _EXAMPLE in source.lower() else number
    return re.sub(_TYPED, rf"{LRI}\g<0>{PDI}", re.sub(_OWN_NUMBER, own, text))


def _says_nothing_typed(text: str) -> bool:
    """Whether the text has nothing typed in it, as most sentences: for them the patterns are not even compiled."""
    return not ("`" in text or "--" in text or "tracker" in text or any(map(str.isdecimal, text)))


def _isolated(found: re.Match[str]) -> str:
    return f"{LRI}{found[0]}{PDI}"
