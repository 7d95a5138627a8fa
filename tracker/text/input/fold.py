"""The folding of words for search and for recognising them: for matching only, never for storing.

أ إ آ ٱ are ا, ى is ي, ة is ه, ؤ is و, ئ is ي, with their Persian twins; harakat, tatweel and invisible characters go;
digits become Latin; letters lose case and marks. The four i of Turkish are one, and ç ş ğ ö ü are found by c s g o u.
"""

from collections.abc import Sequence

from tracker.text.input.digits import to_latin

_LETTERS = {
    "ٱ": "ا",
    **dict.fromkeys("ىیېۍ", "ي"),
    **dict.fromkeys("ةہەۃھ", "ه"),
    **dict.fromkeys("کڪ", "ك"),
    "ـ": "",
    "ı": "i",
    **dict.fromkeys("’‘ʼ", "'"),
    **dict.fromkeys("−‐–", "-"),
}
# Marks inside and around letters, and what has no width.
_DROPPED = frozenset({"Mn", "Me", "Cf"})


class _Single(dict[int, str]):
    """A table of what each decomposed, case-folded character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        from unicodedata import category  # noqa: PLC0415 - as below

        char = chr(code)
        folded = "" if category(char) in _DROPPED else _LETTERS.get(char, char)
        self[code] = folded
        return folded


_SINGLE = _Single()


def fold(text: str) -> str:
    """The text as search sees it; spaces are collapsed. Folding twice changes nothing more."""
    return " ".join(_folded(text).casefold().split())


def fold_all(texts: Sequence[str]) -> list[str]:
    """Each of the texts as search sees it: no character has a part in what becomes of those beyond an end."""
    whole = _END.join(texts)
    if whole.count(_END) != len(texts) - 1:
        return [*map(fold, texts)]
    return [" ".join(text.split()) for text in _folded(whole).casefold().split(_END)]


_END = "\0"
"""The end of one of many texts, which stays as it is and is no blank."""


def _folded(text: str) -> str:
    if text.isascii():
        return text
    from unicodedata import normalize  # noqa: PLC0415 - a megabyte, and most options are typed in ASCII

    # Case folding may bring compositions and capitals back, as Unicode 3.13 (D146) says: hence three rounds.
    for _ in range(3):
        text = normalize("NFKD", text).casefold()
    return to_latin(normalize("NFKD", text)).translate(_SINGLE)
