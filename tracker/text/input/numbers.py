"""The numbers and percents, in and out.

Out: Arabic and Turkish write 12.345,67 and English 12,345.67; Turkish sets the percent sign first.
Arabic-Indic digits, when asked for, are used in Arabic only and bring their own separators.
"""

import re
from typing import TYPE_CHECKING

from tracker import errors
from tracker.frozen import Frozen
from tracker.text.input.digits import DECIMAL_SIGN, GROUP_SIGN, PERCENT_SIGN, are_arabic, to_arabic, to_latin

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

# Marks that a copied number brings along and the minus signs of typesetters.
_PLAIN = dict.fromkeys((0x061C, 0x200E, 0x200F, 0x2066, 0x2067, 0x2068, 0x2069)) | {0x2212: "-", 0x2013: "-"}


def parse_int(text: str) -> int:
    """The whole number in digits of any of the three scripts, with an optional sign; `1.234` is 1234, as `1,234` is.

    `1.000` may be a thousand or one. Raises BadNumber.
    """
    if text.isascii() and text.isdecimal() and len(text) <= 18:
        return int(text)  # as all of a spreadsheet that we have written
    number = _read(text)
    whole, fraction = number.whole, number.fraction
    if number.unclear and not fraction.strip("0"):
        raise _unclear(text, number)
    if number.unclear:
        whole, fraction = whole + fraction, ""
    if len(whole) > 18:
        raise errors.BadNumber(text)
    if fraction.strip("0"):
        raise errors.BadNumber(text, "fraction")
    return int(number.sign + whole)


def parse_decimal(text: str) -> "Decimal":
    """The number as any of the three languages writes it: `12,5`, `1.234,5`, `1,234.5`, `١٬٢٣٤٫٥`, `1 234`.

    With or without a percent sign. `1.234` is a thousand and more in Arabic and Turkish and a little more than one in
    English: refused, with both of them. Raises BadNumber.
    """
    from decimal import Decimal  # noqa: PLC0415 - only for measurements and targets

    number = _read(text.strip().strip("%٪").strip())
    if number.unclear:
        raise _unclear(text, number)
    whole, fraction = number.sign + number.whole, number.fraction
    if len(whole + fraction) > 16:
        raise errors.BadNumber(text)
    # A fourth digit makes clear that three are a fraction, and is no more than that.
    fraction = fraction.rstrip("0") if len(fraction) == 4 else fraction
    return Decimal(f"{whole}.{fraction}" if fraction else whole)


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


def parse_share(text: str) -> "Fraction":
    """A part of a whole, exactly: `1/3`, `١/٣`, or a percent, `40%`. Raises BadShare."""
    from fractions import Fraction  # noqa: PLC0415 - only for one threshold

    found = re.fullmatch(r"([0-9]{1,3})\s*[/\u2044\u2215]\s*([0-9]{1,3})", _plain(text))
    if found and int(found[2]):
        return Fraction(int(found[1]), int(found[2]))
    try:
        return Fraction(parse_percent(text), 100)
    except errors.BadPercent as error:
        raise errors.BadShare(text) from error


def format_number(value: "int | Decimal", lang: str, digits: str = "latn") -> str:
    """The number with the separators of `lang` (ar, tr, en) and as many decimals as it has."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,f}"
    if are_arabic(lang, digits):
        return to_arabic(text).replace(",", GROUP_SIGN).replace(".", DECIMAL_SIGN)
    if lang in {"ar", "tr"}:
        return text.translate({0x2C: ".", 0x2E: ","})
    return text


def format_percent(value: "int | Decimal", lang: str, digits: str = "latn") -> str:
    """A percent (46 is 46 %) as 46%, in Turkish %46, with Arabic-Indic digits ٤٦٪; a sign stays first."""
    text = format_number(value, lang, digits)
    if lang == "tr":
        sign = text[0] if text[0] in {"+", "-"} else ""
        return f"{sign}%{text.removeprefix(sign)}"
    return text + (PERCENT_SIGN if are_arabic(lang, digits) else "%")


class _Number(Frozen):
    """A number in its parts; `unclear` is the sign before three digits that may be a group or a fraction."""

    sign: str
    whole: str
    fraction: str = ""
    unclear: str = ""


_GROUPS = r"\d{1,3}(?:(?P<group>[.,\u2019' ])\d{3})(?:(?P=group)\d{3})*"
_FORMS = rf"(?P<sign>[+-]?)(?:(?P<grouped>{_GROUPS})|(?P<whole>\d+))(?:(?P<point>[.,])(?P<fraction>\d+))?"


def _read(text: str) -> _Number:
    """The parts of a number; raises BadNumber for what is none in any of the three languages."""
    plain = _plain(text.replace(GROUP_SIGN, "'").replace("،", ","))
    plain = re.sub(r"\s", " ", plain)
    found = re.fullmatch(_FORMS, plain, re.ASCII)
    if found is None:
        raise errors.BadNumber(text, "groups" if re.fullmatch(_SEVERAL, plain) else "unreadable")
    sign, point = found["sign"], found["point"]
    fraction = found["fraction"] or ""
    if found["grouped"] is None:
        return _Number(sign, found["whole"], fraction)
    group = found["group"]
    if point == group:
        raise errors.BadNumber(text, "groups")
    digits = re.sub(r"\D", "", found["grouped"])
    if point is None and group in ".," and len(digits) <= 6:
        return _one_group(text, sign, digits, group)
    return _Number(sign, digits, fraction)


def _one_group(text: str, sign: str, digits: str, group: str) -> _Number:
    """`1.234`: three digits behind one sign, which is for grouping in one language and for fractions in another.

    An Arabic decimal sign says what it is, and nothing is grouped behind a nought.
    """
    whole, fraction = digits[:-3], digits[-3:]
    if DECIMAL_SIGN in text or not whole.strip("0"):
        return _Number(sign, whole, fraction)
    return _Number(sign, whole, fraction, group)


def _unclear(text: str, number: _Number) -> "errors.BadNumber":
    whole, fraction = number.sign + number.whole, number.fraction
    return errors.BadNumber(text, "unclear", whole + fraction, f"{whole}{number.unclear}{fraction}0")


_SEVERAL = r"[+-]?\d+(?:[.,' ]\d+){2,}|[+-]?\d+ \d+(?:[.,]\d+)?"


def _plain(text: str) -> str:
    return to_latin(text).translate(_PLAIN).strip()


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
