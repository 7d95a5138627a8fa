"""The cleaning of text from outside before it is stored: logical order, NFC, nothing that acts on a terminal.

Stored text holds no escape sequences, control characters, bidi controls, presentation forms, invisible characters or
halves of surrogate pairs (rule 14.7). What was taken out is reported, so that the user can look again.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tracker import errors

_FIT = re.compile("[ -~À-ÖØ-öø-žء-غف-ي٠-٩،؛؟٪٫٬«»–—‘’“”•…]*")
"""Letters, digits and signs of our languages that stand as they are, whatever stands beside them: most texts."""
# In the order in which they are reported.
CHANGES = ("controls", "bidi", "forms", "invisible", "surrogates", "spaces")


class Cleaned(NamedTuple):
    """The text to store and which of CHANGES were made; normal composition and trimming are not worth telling."""

    text: str
    changes: tuple[str, ...]


def clean(text: str, limit: int, *, multiline: bool = False) -> Cleaned:
    """The text without what must not be stored; line ends and tabs become spaces, line ends stay with `multiline`.

    Cleaning twice changes nothing more. Raises TextTooLong beyond `limit` characters, counted after cleaning.
    """
    found: set[str] = set()
    if not _FIT.fullmatch(text):
        text = _characters(_sequences(text, found), found, multiline=multiline)
        text = _joiners(text, found)
        text = unicodedata.normalize("NFC", text)
    text = text.strip()
    if len(text) > limit:
        raise errors.TextTooLong(len(text), limit)
    return Cleaned(text, tuple(change for change in CHANGES if change in found) if found else ())


def are_clean(texts: Sequence[str], limit: int) -> bool:
    """Whether `clean` gives each of these back as it is, as it does most texts; more of them may be clean, too."""
    fit = _FIT.fullmatch("".join(texts)) and max(map(len, texts), default=0) <= limit
    return bool(fit) and all(map(str.__eq__, texts, map(str.strip, texts)))


@cache
def _begins_one() -> re.Pattern[str]:
    """The characters with which an escape sequence begins, and others that none ends without."""
    return re.compile(r"[\x1b\x80-\x9f]")


@cache
def _escapes() -> re.Pattern[str]:
    """The escape sequences of ECMA-48: strings with their contents (titles, links, images), CSI, and the short ones."""
    return re.compile(
        r"(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"
        r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
        r"|\x1b[ -/]*[0-Z\\^-~]"
    )


def _sequences(text: str, found: set[str]) -> str:
    if not _begins_one().search(text):
        return text
    text, number = _escapes().subn("", text)
    if number:
        found.add("controls")
    return text


def _characters(text: str, found: set[str], *, multiline: bool) -> str:
    # At the ends line ends and tabs are only trimmed: text from a file or a pipe always has one.
    text = text.strip().replace("\r\n", "\n")
    fit = text.translate(_SEVERAL if multiline else _SINGLE)
    if fit != text:
        found.update(change for char in set(text) if (change := _one(char, multiline=multiline)[0]))
    return fit


class _Lines(dict[int, str]):
    """A table of what stands for each character in a text of one line or of several, worked out when it is met."""

    def __init__(self, *, multiline: bool) -> None:
        super().__init__()
        self._multiline = multiline

    def __missing__(self, code: int) -> str:
        change, replacement = _one(chr(code), multiline=self._multiline)
        self[code] = replacement if change else chr(code)
        return self[code]


_SINGLE, _SEVERAL = _Lines(multiline=False), _Lines(multiline=True)


def _one(char: str, *, multiline: bool) -> tuple[str, str]:
    """Give the fault of a character ("" for none) and what stands for it."""
    code = ord(char)
    if char in "\t\n\r\v\f\x85\u2028\u2029":
        newline = "\n" if multiline and char != "\t" else " "
        return ("", char) if newline == char else ("spaces", newline)
    if 0xFB50 <= code <= 0xFDCF or 0xFDF0 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFE:
        letters = _letters(char)
        return ("", char) if letters == char else ("forms", letters)
    return _unfit(char, code), ""


def _unfit(char: str, code: int) -> str:
    """Give the reason why a character goes, "" when it stays."""
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return "controls"
    if char in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        return "bidi"
    if 0xD800 <= code <= 0xDFFF:
        return "surrogates"
    return "invisible" if char not in "\u200c\u200d" and _is_invisible(char, code) else ""


def _is_invisible(char: str, code: int) -> bool:
    if unicodedata.category(char) == "Cf":
        # Signs that are drawn under or around the digits that follow, such as the Arabic year sign.
        return not (0x600 <= code <= 0x605 or code in {0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD})
    return code in {0x34F, 0x3164, 0xFFA0}  # the grapheme joiner and two fillers that show nothing


def _letters(form: str) -> str:
    """The letters that a presentation form shows; a mark drawn alone or on tatweel is the mark."""
    letters = unicodedata.normalize("NFKC", form)
    return letters[1:] if len(letters) > 1 and letters[0] in " ـ" else letters


def _joiners(text: str, found: set[str]) -> str:
    """Remove joiners and non-joiners that stand between anything but letters, or the parts of one emoji."""
    if "\u200c" not in text and "\u200d" not in text:
        return text
    kept: list[str] = []
    for place, char in enumerate(text):
        if char in "\u200c\u200d" and not _joins(kept, text[place + 1 : place + 2], char):
            found.add("invisible")
        else:
            kept.append(char)
    return "".join(kept)


def _joins(before: list[str], after: str, joiner: str) -> bool:
    base = next((char for char in reversed(before) if not unicodedata.category(char).startswith("M")), "")
    if not base or not after:
        return False
    kinds = unicodedata.category(base)[0], unicodedata.category(after)[0]
    return kinds == ("L", "L") or (joiner == "\u200d" and set(kinds) == {"S"})
