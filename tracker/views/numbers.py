"""Numbers as a line has them: isolated, so that nothing around them can turn them over.

Among Arabic-Indic digits signs are read from the right, as the text is: the minus before the number, the percent sign
behind it (CLDR). Latin ones keep their sides in any line.
"""

from typing import TYPE_CHECKING

from tracker.text.input.digits import are_arabic, in_digits
from tracker.text.input.numbers import format_number, format_percent
from tracker.text.printable import LRI, PDI, RLI

if TYPE_CHECKING:
    from decimal import Decimal

_MINUS = "\u2212"


def number(value: "int | Decimal", lang: str, digits: str) -> str:
    """A number, its thousands in groups."""
    return _isolated(format_number(value, lang, digits), lang, digits)


def numeral(value: int, lang: str, digits: str) -> str:
    """A number that names something: its digits alone."""
    return _isolated(in_digits(str(value), lang, digits), lang, digits)


def signed(value: int, lang: str, digits: str) -> str:
    """A difference with its sign."""
    text = format_number(value, lang, digits)
    return _isolated(f"+{text}" if value > 0 else text, lang, digits)


def percent(value: "int | Decimal", lang: str, digits: str) -> str:
    """A percentage as the language writes it."""
    return _isolated(format_percent(value, lang, digits), lang, digits)


def _isolated(text: str, lang: str, digits: str) -> str:
    return f"{RLI if are_arabic(lang, digits) else LRI}{text.replace('-', _MINUS)}{PDI}"
