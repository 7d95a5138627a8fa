"""The joined forms of Arabic letters (U+FB50 to U+FEFC), for terminals that do not join.

Lam-alef becomes one character; marks stay and are transparent; letters without presentation forms stay as they are.
"""

from typing import NamedTuple
from unicodedata import category

from tracker.text.arabic.joining_forms import FORMS, LAM, LAM_ALEFS
from tracker.text.memo import Memo

_ISOLATED, _FINAL, _INITIAL = 0, 1, 2
_JOINERS = frozenset("\u0640\u200d")  # tatweel and ZWJ join on both sides and have one form
# Format characters that break joining; all other marks and format characters are looked through.
_BREAKING_FORMATS = frozenset("\u200c\u2066\u2067\u2068\u2069\u06dd\u0890\u0891\u08e2")
_NUMBER_SIGNS = range(0x0600, 0x0606)
_MARKS = frozenset({"Mn", "Me", "Cf"})


class _Kind(NamedTuple):
    """The way a character joins; `forms`: isolated, final, initial, medial, as many as it has ("" for no letter)."""

    forms: str = ""
    transparent: bool = False
    joins_back: bool = False
    joins_forward: bool = False


def _find_kind(character: str) -> _Kind:
    if forms := FORMS.get(character, ""):
        return _Kind(forms, joins_back=len(forms) > _FINAL, joins_forward=len(forms) > _INITIAL)
    if character in _JOINERS:
        return _Kind(joins_back=True, joins_forward=True)
    breaks = character in _BREAKING_FORMATS or ord(character) in _NUMBER_SIGNS
    return _Kind(transparent=category(character) in _MARKS and not breaks)


_KINDS = Memo(_find_kind)


def shape(text: str) -> tuple[str, list[int]]:
    """The text with joined forms, still in logical order, and the index in `text` of each character of the result."""
    if text.isascii() or FORMS.keys().isdisjoint(text):
        return text, list(range(len(text)))
    shaped = list(text)
    last = -1  # place of the last character, if it can join to the next one
    last_forms, form = "", _ISOLATED  # its forms, and which one it has so far
    for place, (forms, transparent, joins_back, joins_forward) in enumerate(map(_KINDS.__getitem__, text)):
        if transparent:
            continue
        joined = joins_back and last >= 0
        if joined:
            if text[last] == LAM and text[place] in LAM_ALEFS:
                shaped[last], shaped[place], last = LAM_ALEFS[text[place]][form], "", -1
                continue
            if last_forms:
                shaped[last] = last_forms[form + _INITIAL]  # isolated becomes initial, final becomes medial
        form = _FINAL if joined else _ISOLATED
        if forms:
            shaped[place] = forms[form]
        last, last_forms = place if joins_forward else -1, forms
    return _without_gaps(shaped)


def _without_gaps(shaped: list[str]) -> tuple[str, list[int]]:
    """Give what is left when the alefs of lam-alef have gone, and where it came from."""
    places = [place for place, character in enumerate(shaped) if character]
    return "".join(shaped), places
