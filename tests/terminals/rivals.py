"""The same text with one letter changed for another much like it: what a judge of shapes could miss."""

from collections.abc import Iterator

# Letters of one shape with other dots, with and without hamza; Turkish letters; digits.
_GROUPS = (
    *("اأإآ", "بتثني", "حجخچ", "دذ", "رزژ", "سش", "صض", "طظ", "عغ", "فق", "ةه", "ىئي", "وؤ", "کگك"),
    *("gğ", "sş", "Iİ", "ıi", "uü", "oö", "068", "17", "23", "59", "٢٣", "()", "[]", "«»"),
)
_CONFUSED = {letter: group.replace(letter, "") for group in _GROUPS for letter in group}
_MARKS = frozenset(map(chr, range(0x064B, 0x0653)))
_JOINING = frozenset("بتثجحخسشصضطظعغفقكلمنهيئ")
_ZWNJ = "\u200c"


def has_marks(text: str) -> bool:
    """Whether there are vowel signs, whose place differs between terminals."""
    return not _MARKS.isdisjoint(text)


def without_marks(text: str) -> str:
    """The letters alone."""
    return "".join(character for character in text if character not in _MARKS)


def rivals(text: str) -> Iterator[str]:
    """Texts that must look less like the picture than `text` itself."""
    for place, character in enumerate(text):
        before, after = text[:place], text[place + 1 :]
        for other in _CONFUSED.get(character, ""):
            yield before + other + after
        if character in _MARKS:
            yield before + after
        if character in "رزدذو" and before and before[-1] in _JOINING:
            yield before + _ZWNJ + character + after  # isolated instead of final
