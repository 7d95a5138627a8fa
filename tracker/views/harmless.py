"""The texts of a tracker in which nothing steers a terminal, an XML reader or the direction of what is around them."""

from tracker.text.printable import REPLACEMENT, printable

# Isolates that are not ours, and what no XML can hold (XML 1.0, 2.2).
_FOREIGN = dict.fromkeys([*range(0x2066, 0x206A), 0xFFFE, 0xFFFF], REPLACEMENT)


def harmless(text: str) -> str:
    """The text with such characters made visible as U+FFFD; it keeps its lines.

    It is clean when it was typed in; a file that something else wrote may hold anything.
    """
    if text.isprintable():
        return text
    return "\n".join(printable(line) for line in text.split("\n")).translate(_FOREIGN)
