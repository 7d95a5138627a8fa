"""The digits of three scripts: Latin, Arabic-Indic and the Persian variant."""

from tracker.model.records.codes import ARABIC_DIGITS, LATIN_DIGITS, PERSIAN_DIGITS

DECIMAL_SIGN = "٫"
GROUP_SIGN = "٬"
PERCENT_SIGN = "٪"

_TO_LATIN = str.maketrans(
    ARABIC_DIGITS + PERSIAN_DIGITS + DECIMAL_SIGN + GROUP_SIGN + PERCENT_SIGN, LATIN_DIGITS * 2 + ".,%"
)
_TO_ARABIC = str.maketrans(LATIN_DIGITS, ARABIC_DIGITS)


def to_latin(text: str) -> str:
    """The text with 0-9 for every digit and `.`, `,`, `%` for the Arabic decimal, group and percent signs.

    One character stays one character, so positions in the result are positions in `text`.
    """
    return text if text.isascii() else text.translate(_TO_LATIN)


def to_arabic(text: str) -> str:
    """The text with ٠-٩ for 0-9; separators and signs are the business of who wrote the number."""
    return text.translate(_TO_ARABIC)
