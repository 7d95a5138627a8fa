"""The text without the vowel marks of Arabic, for what cannot draw them over their letters."""

_RANGES = ((0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E8), (0x06EA, 0x06ED))
_ARABIC_MARKS = {
    code: None for first, last in _RANGES for code in range(first, last + 1) if code not in (0x06E5, 0x06E6)
}


def without_vowel_marks(text: str) -> str:
    """The letters alone."""
    return text if text.isascii() else text.translate(_ARABIC_MARKS)
