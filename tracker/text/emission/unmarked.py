"""The emission for Alacritty, which draws vowel marks a cell to the right: the order of the screen without them.

It moves every character without width by a cell, for fonts whose marks reach back over the letter before them; those
of Arabic fonts do not. A text without marks reads right, one with marks over other letters does not.
"""

from tracker.text.arabic.vowel_marks import without_vowel_marks
from tracker.text.emission.lines import Span


def unmarked_line(spans: list[Span]) -> list[Span]:
    """The visible line, Arabic marks left out."""
    return [(without_vowel_marks(text), style) for text, style in spans]
