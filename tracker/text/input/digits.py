"""The digits of three scripts: Latin, Arabic-Indic and the Persian variant."""

from tracker.model.records.codes import ARABIC_DIGITS, LATIN_DIGITS, PERSIAN_DIGITS

DECIMAL_SIGN = "٫"
GROUP_SIGN = "٬"
PERCENT_SIGN = "٪"

NOT_LATIN = ARABIC_DIGITS + PERSIAN_DIGITS + DECIMAL_SIGN + GROUP_SIGN + PERCENT_SIGN
_TO_LATIN = str.maketrans(NOT_LATIN, LATIN_DIGITS * 2 + ".,%")
_TO_ARABIC = str.maketrans(LATIN_DIGITS, ARABIC_DIGITS)


def to_latin(text: str) -> str:
    """The text with 0-9 for every digit and `.`, `,`, `%` for the Arabic decimal, group and percent signs.

    One character stays one character, so positions in the result are positions in `text`.
    """
    return text if text.isascii() else text.translate(_TO_LATIN)


def to_arabic(text: str) -> str:
    """The text with ٠-٩ for 0-9; separators and signs are the business of who wrote the number."""
    return text.translate(_TO_ARABIC)


def are_arabic(lang: str, digits: str) -> bool:
    """Whether a text of the language is written in Arabic-Indic digits (`arab`): those who asked get them in Arabic."""
    return digits == "arab" and lang == "ar"


def in_digits(text: str, lang: str, digits: str) -> str:
    """The text with the digits that were asked for (`latn`, `arab`), as far as its language has them."""
    return to_arabic(text) if are_arabic(lang, digits) else text
