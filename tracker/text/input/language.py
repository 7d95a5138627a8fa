"""The language of a text that was typed without saying which (rule 1.3)."""

import re

from tracker.model.records.localized import Lang

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_TURKISH = re.compile("[ğĞıİşŞ]")
_LATIN_WORD = re.compile(r"\b[A-Za-z\u00c0-\u024f]{2,}")


def language_of(words: str, lang: Lang) -> Lang:
    """The language of words typed in a session of `lang`: that one, unless their letters are of another.

    Words that are mostly Arabic letters are Arabic in any session. In an Arabic one, letters that Turkish alone has,
    and no Arabic ones, are Turkish.
    """
    arabic = len(_ARABIC.findall(words))
    if arabic > len(_LATIN.findall(words)):
        return "ar"
    return "tr" if lang == "ar" and not arabic and _TURKISH.search(words) else lang


def is_doubtful(words: str, lang: Lang) -> bool:
    """Whether words kept as Arabic are two Latin ones or more and not an Arabic letter: another language was meant."""
    return lang == "ar" and not _ARABIC.search(words) and len(_LATIN_WORD.findall(words)) > 1
