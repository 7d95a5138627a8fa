"""For Alacritty: the order of the screen without vowel marks, which it draws one cell to the right of their letter.

It moves every character without width by a cell, for fonts whose marks reach back over the letter before them; those
of Arabic fonts do not. A text without marks reads right, one with marks over other letters does not.
"""

from tracker.text.emission.lines import Span, visual_line
from tracker.text.line import Line

_RANGES = ((0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E8), (0x06EA, 0x06ED))
_ARABIC_MARKS = {
    code: None for first, last in _RANGES for code in range(first, last + 1) if code not in (0x06E5, 0x06E6)
}


def unmarked_line(line: Line, rtl: bool, width: int | None) -> list[Span]:
    """The visible line, Arabic marks left out."""
    return [
        (text if text.isascii() else text.translate(_ARABIC_MARKS), style)
        for text, style in visual_line(line, rtl, width)
    ]
