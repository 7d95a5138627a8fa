"""What is typed as it stands, kept in order within a sentence of any direction."""

import re
from collections.abc import Callable

from tracker.text.printable import LRI, PDI

# What is typed as it stands, with the words that follow it: options, commands, dates in figures. In a right-to-left
# sentence their dashes would go to the other end, and their parts would change places.
_TYPED = re.compile(
    r"`[^`]+`"
    r"|(?:--[a-z][a-z-]*|tracker)(?: (?:-{0,2}[A-Za-z@][\w@/.-]*[\w]|[A-Z]))*"
    r"|\+?\d+(?:[-/]\d+)+h?|\+\d+[a-z]"
)


def typed_whole(text: str) -> str:
    """The text with everything that is typed isolated (UAX #9, isolates)."""
    return _TYPED.sub(rf"{LRI}\g<0>{PDI}", text)


# A number that a sentence says by itself; not what is typed or named like 2026-03-31, +2w, S2 or SHA-256.
_OWN_NUMBER = re.compile(r"(?<![A-Za-z0-9./+{-])([0-9]+)(%?)(?![A-Za-z0-9/}-])")
_EXAMPLE = "for example"


def whole_sentence(text: str, source: str, number: Callable[[re.Match[str]], str]) -> str:
    """As `typed_whole`, numbers of the sentence included: as `number` writes them, digits and percent sign matched.

    `source` is the English of the sentence: what that gives as an example stays as it is typed.
    """
    own = _isolated if _EXAMPLE in source.lower() else number
    return typed_whole(_OWN_NUMBER.sub(own, text))


def _isolated(found: re.Match[str]) -> str:
    return f"{LRI}{found[0]}{PDI}"
