"""The cells that a spreadsheet would calculate: kept from it on the way out, taken back on the way in."""

import re

_FORMULA = re.compile("'* *[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_ESCAPED = re.compile(f"'{_FORMULA.pattern}")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?%?")


def escaped(text: str) -> str:
    """The text behind an apostrophe where it would be calculated (OWASP); figures stay figures."""
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


def may_be_escaped(text: str) -> bool:
    """Whether one of the cells in a text may have been `escaped`."""
    return "'" in text and _ESCAPED.search(text) is not None


def unescaped(cell: str) -> str:
    """A cell without the apostrophe that `escaped` put before it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
