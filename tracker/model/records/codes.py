"""Record codes: a Latin letter, which bidi keeps whole, and a number (rule 1.1)."""

import re
from collections.abc import Collection, Iterable
from functools import cache

from tracker.model.records.tables import KINDS

LETTERS = {kind.letter: table for table, kind in KINDS.items() if kind.letter}
ARABIC_DIGITS, PERSIAN_DIGITS, LATIN_DIGITS = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "0123456789"
_DIGITS = str.maketrans(ARABIC_DIGITS + PERSIAN_DIGITS, LATIN_DIGITS * 2)
_CODE = re.compile(r"([A-Z])([1-9][0-9]{0,8})(?:\.([1-9][0-9]{0,8}))?")
_LINES = r"(?:[A-Z][1-9][0-9]{0,8}(?:\.[1-9][0-9]{0,8})?\n)*"


def normal_code(text: str, letter: str = "") -> str:
    """The code as it is stored: capitals, Latin digits; `letter` is put before a bare number (`٣` → `S3`)."""
    code = (text if text.isascii() else text.translate(_DIGITS)).strip().upper()
    return letter + code if letter and code.replace(".", "", 1).isdecimal() else code


Order = tuple[str, int, str, int, str]
"""A key that sorts codes: the longer of two numbers, which have no zeros before them, is the higher one."""


def order_among(code: str) -> Order:
    """The key that sorts codes by kind, then by number; names go by themselves."""
    head, _, part = code.partition(".")
    if not head[1:].isdecimal():
        return code, 0, "", 0, ""
    return head[:1], len(head), head, len(part), part


order_of = cache(order_among)
"""The same, remembered for codes that are sorted again and again."""


def table_of(code: str) -> str | None:
    """The table that a well-formed numbered code belongs to, else None; `S3.2` is an activity of `S3`."""
    found = _CODE.fullmatch(code)
    if not found:
        return None
    if found[3]:
        return "activities" if found[1] == "S" else None
    return LETTERS.get(found[1])


def all_of(codes: Collection[str], table: str) -> bool:
    """Whether `table_of` each of the codes is that table, asked of all at once."""
    lines, many = "".join([f"{code}\n" for code in codes]), len(codes)
    letter, points = ("S", many) if table == "activities" else (KINDS[table].letter, 0)
    # Each line has one capital, and a point or none.
    alike = lines.count(letter) == lines.count("\n") == many and lines.count(".") == points
    return alike and re.fullmatch(_LINES, lines) is not None


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
