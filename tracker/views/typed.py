"""What is typed as it stands, kept in order within a sentence of any direction."""

import re

LRI, PDI = "\u2066", "\u2069"

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
