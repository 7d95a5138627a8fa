"""The numbers and percents, in and out.

Out: Arabic and Turkish write 12.345,67 and English 12,345.67; Turkish sets the percent sign first.
Arabic-Indic digits, when asked for, are used in Arabic only and bring their own separators.
"""

from typing import TYPE_CHECKING

from tracker import errors
from tracker.text.input.digits import DECIMAL_SIGN, GROUP_SIGN, PERCENT_SIGN, are_arabic, to_arabic, to_latin

if TYPE_CHECKING:
    from decimal import Decimal

# Marks that a copied number brings along and the minus signs of typesetters.
_PLAIN = dict.fromkeys((0x061C, 0x200E, 0x200F, 0x2066, 0x2067, 0x2068, 0x2069)) | {0x2212: "-", 0x2013: "-"}


def parse_int(text: str) -> int:
    """The whole number written with digits of any of the three scripts and an optional sign.

    Grouping is refused, because 1.234 is a different number in Arabic and in English. Raises BadNumber.
    """
    plain = _plain(text)
    digits = plain[1:] if plain[:1] in {"+", "-"} else plain
    if not _is_digits(digits) or len(digits) > 18:
        raise errors.BadNumber(text)
    return int(plain)


def parse_decimal(text: str) -> "Decimal":
    """The number with at most one decimal sign: `12`, `12.5`, `12,5`, `١٢٫٥`, with or without a percent sign.

    `1.234` is a thousand and more in Arabic and a little more than one in English: refused. Raises BadNumber.
    """
    from decimal import Decimal  # noqa: PLC0415 - only for measurements and targets

    plain = _plain(text).strip("%").strip()
    sign = plain[:1] if plain[:1] in {"+", "-"} else ""
    whole, point, fraction = plain.removeprefix(sign).replace(",", ".").partition(".")
    if not _is_digits(whole) or (point and not _is_digits(fraction)) or len(whole + fraction) > 15:
        raise errors.BadNumber(text)
    if len(fraction) == 3 and whole.strip("0"):
        raise errors.BadNumber(text)
    return Decimal(f"{sign}{whole}.{fraction}" if fraction else f"{sign}{whole}")


def parse_percent(text: str) -> int:
    """A whole percent from 0 to 100: `45`, `45%`, `%45`, `٤٥٪`, also `45.0` and `45,0`. Raises BadPercent."""
    plain = _plain(text)
    if plain.startswith("%"):
        plain = plain[1:].lstrip()
    elif plain.endswith("%"):
        plain = plain[:-1].rstrip()
    sign = plain[:1] if plain[:1] in {"+", "-"} else ""
    whole, point, fraction = plain.removeprefix(sign).replace(",", ".").partition(".")
    if not _is_digits(whole) or (point and not _is_digits(fraction)):
        raise errors.BadPercent(text)
    if fraction.strip("0"):
        raise errors.BadPercent(text, "fraction")
    # Compared as text first: int() refuses thousands of digits, and no percent has more than three.
    value = whole.lstrip("0") or "0"
    if (sign == "-" and value != "0") or len(value) > 3 or int(value) > 100:
        raise errors.BadPercent(text, "range")
    return int(value)


def format_number(value: "int | Decimal", lang: str, digits: str = "latn") -> str:
    """The number with the separators of `lang` (ar, tr, en) and as many decimals as it has."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,f}"
    if are_arabic(lang, digits):
        return to_arabic(text).replace(",", GROUP_SIGN).replace(".", DECIMAL_SIGN)
    if lang in {"ar", "tr"}:
        return text.translate({0x2C: ".", 0x2E: ","})
    return text


def format_percent(value: int, lang: str, digits: str = "latn") -> str:
    """A percent (46 is 46 %) as 46%, in Turkish %46, with Arabic-Indic digits ٤٦٪; a sign stays first."""
    text = format_number(value, lang, digits)
    if lang == "tr":
        sign = text[0] if text[0] in {"+", "-"} else ""
        return f"{sign}%{text.removeprefix(sign)}"
    return text + (PERCENT_SIGN if are_arabic(lang, digits) else "%")


def _plain(text: str) -> str:
    return to_latin(text).translate(_PLAIN).strip()


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
