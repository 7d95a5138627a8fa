"""Record codes: a Latin letter, which bidi keeps whole, and a number (rule 1.1)."""

import re
from collections.abc import Iterable
from functools import cache

from tracker.model.records.tables import KINDS

LETTERS = {kind.letter: table for table, kind in KINDS.items() if kind.letter}
ARABIC_DIGITS, PERSIAN_DIGITS, LATIN_DIGITS = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "0123456789"
_DIGITS = str.maketrans(ARABIC_DIGITS + PERSIAN_DIGITS, LATIN_DIGITS * 2)
_CODE = re.compile(r"([A-Z])([1-9][0-9]{0,8})(?:\.([1-9][0-9]{0,8}))?")


def normal_code(text: str, letter: str = "") -> str:
    """The code as it is stored: capitals, Latin digits; `letter` is put before a bare number (`٣` → `S3`)."""
    code = text.strip().translate(_DIGITS).upper()
    return letter + code if letter and code.replace(".", "", 1).isdecimal() else code


@cache
def order_of(code: str) -> tuple[str, int, int]:
    """A key that sorts codes by kind, then by number."""
    found = _CODE.fullmatch(code)
    if not found:
        return code, 0, 0
    letter, number, part = found.groups("0")
    return letter, int(number), int(part)


def table_of(code: str) -> str | None:
    """The table that a well-formed numbered code belongs to, else None; `S3.2` is an activity of `S3`."""
    letter, number, part = order_of(code)
    if part:
        return "activities" if letter == "S" else None
    return LETTERS.get(letter) if number else None


LAST_NUMBER = 999_999_999
"""The highest number that a code has."""
BLOCK = 500
"""The numbers that a copy gives out at most before it meets those of the next one."""


def counter_of(letter: str, block: int) -> str:
    """The name of the counter of a letter in the block of numbers above `block`."""
    return f"{letter}@{block}" if block else letter


def free_block(counters: Iterable[str]) -> int:
    """The first block that no copy has yet, beside that of the first copy."""
    return max((int(name.partition("@")[2]) for name in counters if "@" in name), default=0) + BLOCK


def block_of(number: int, counters: Iterable[str]) -> int:
    """The block that a number belongs to: of those that the counters know, 0 where it is in none of them."""
    blocks = {int(name.partition("@")[2]) for name in counters if "@" in name}
    return max((block for block in blocks if block < number <= block + BLOCK), default=0)
