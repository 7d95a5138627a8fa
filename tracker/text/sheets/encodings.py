"""The encoding of a text from another program: what its bytes say of themselves, else what is likely."""

ARABIC = "cp1256"
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_WINDOWS = {"tr": "cp1254"}
_LOOKED_AT = 4096
_BLOCKS = frozenset(b"\x00\x01\x06")  # Latin, Turkish, Arabic


def decoded(raw: bytes, lang: str) -> tuple[str, str]:
    """The text, and the name of its encoding where that is a guess, else nothing.

    UTF-8 and UTF-16 are known by their mark or by their bytes; anything else is the page that Windows has for the
    language `lang`, which Excel and Notepad write where nobody asks them for UTF-8.
    """
    named = next((name for mark, name in _MARKS.items() if raw.startswith(mark)), _unmarked(raw))
    try:
        return raw.decode(named), ""
    except UnicodeDecodeError:
        guess = _WINDOWS.get(lang, ARABIC)
        return raw.decode(guess, "replace"), guess


def _unmarked(raw: bytes) -> str:
    """Give UTF-16 for bytes of which every other one tells a block of letters that our languages are written in."""
    start = raw[:_LOOKED_AT]
    for name, high in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if high and len(raw) % 2 == 0 and sum(byte in _BLOCKS for byte in high) * 4 >= len(high) * 3:
            return name
    return "utf-8"
