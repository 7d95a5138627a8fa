"""A compiled catalog, searched where it lies: GNU gettext's .mo, whose entries stand in the order of their keys.

`gettext.GNUTranslations` decodes all fourteen hundred entries before it says the first; a command says fifty.
"""

from collections.abc import Callable
from functools import cache

MAGIC = b"\xde\x12\x04\x95"  # little-endian, as `tests.locale.catalogs compile` writes it on every machine
PLURAL = b"\0"  # between the singular and the plural of a key, and between the forms of a translation

Find = Callable[[str], tuple[str, ...]]


def reader(raw: bytes) -> Find:
    """The search in the bytes of a .mo: it gives the forms of an entry, none where there is no such entry.

    An entry is found by its singular, with its context and U+0004 before it, and remembered: long lists ask for few
    words often. Raises ValueError for another format.
    """
    if raw[:4] != MAGIC:
        raise ValueError("no .mo file")
    number, keys, values = _number(raw, 8), _number(raw, 12), _number(raw, 16)

    @cache
    def find(text: str) -> tuple[str, ...]:
        wanted = text.encode()
        low, high = 0, number
        while low < high:
            middle = (low + high) // 2
            if _text(raw, keys, middle) < wanted:
                low = middle + 1
            else:
                high = middle
        # A key with a plural follows at once upon where its singular alone would stand.
        if low == number or _text(raw, keys, low).partition(PLURAL)[0] != wanted:
            return ()
        return tuple(_text(raw, values, low).decode().split(PLURAL.decode()))

    return find


def _text(raw: bytes, table: int, place: int) -> bytes:
    """The text at a place of a table of lengths and offsets."""
    entry = table + 8 * place
    start = _number(raw, entry + 4)
    return raw[start : start + _number(raw, entry)]


def _number(raw: bytes, place: int) -> int:
    return int.from_bytes(raw[place : place + 4], "little")
