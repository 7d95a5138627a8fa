"""Arabic letters in their joined forms, as presentation forms (U+FB50 to U+FEFC), for terminals that do not join.

Lam-alef becomes one character; marks stay and are transparent; letters without presentation forms stay as they are.
"""

from unicodedata import category

from tracker.text.joining_forms import FORMS, LAM, LAM_ALEFS

_ISOLATED, _FINAL, _INITIAL = 0, 1, 2
_JOINERS = frozenset("\u0640\u200d")  # tatweel and ZWJ join on both sides and have one form
# Format characters that break joining; all other marks and format characters are looked through.
_BREAKING_FORMATS = frozenset("\u200c\u2066\u2067\u2068\u2069\u06dd\u08e2")
_NUMBER_SIGNS = range(0x0600, 0x0606)
_MARKS = frozenset({"Mn", "Me", "Cf"})

_OTHER, _TRANSPARENT, _JOINER = "", "t", "j"


class _Kinds(dict[str, str]):
    """A letter's forms (isolated, final, initial, medial: as many as it has), or one of the three other kinds."""

    def __missing__(self, character: str) -> str:
        found = self[character] = _find_kind(character)
        return found


def _find_kind(character: str) -> str:
    if character in FORMS:
        return FORMS[character]
    if character in _JOINERS:
        return _JOINER
    if category(character) not in _MARKS or character in _BREAKING_FORMATS or ord(character) in _NUMBER_SIGNS:
        return _OTHER
    return _TRANSPARENT


_KINDS = _Kinds()


def shape(text: str) -> tuple[str, list[int]]:
    """The text with joined forms, still in logical order, and the index in `text` of each character of the result."""
    if text.isascii() or FORMS.keys().isdisjoint(text):
        return text, list(range(len(text)))
    shaped = list(text)
    last = -1  # place of the last character that could join to the next one
    form = 0  # and which of its forms it has so far
    for place, character in enumerate(text):
        forms = _KINDS[character]
        if forms == _TRANSPARENT:
            continue
        joined = last >= 0 and (forms == _JOINER or len(forms) > 1)
        if joined and character in LAM_ALEFS and text[last] == LAM:
            shaped[last], shaped[place], last = LAM_ALEFS[character][form], "", -1
            continue
        if joined:
            _join_forward(shaped, text, last, form)
        form = _FINAL if joined else _ISOLATED
        if forms not in (_OTHER, _JOINER):
            shaped[place] = forms[form]
        last = place if forms == _JOINER or len(forms) > _INITIAL else -1
    return _without_gaps(shaped)


def _join_forward(shaped: list[str], text: str, place: int, form: int) -> None:
    """Isolated becomes initial, final becomes medial."""
    forms = _KINDS[text[place]]
    if forms != _JOINER:
        shaped[place] = forms[form + _INITIAL]


def _without_gaps(shaped: list[str]) -> tuple[str, list[int]]:
    """What is left when the alefs of lam-alef have gone, and where it came from."""
    places = [place for place, character in enumerate(shaped) if character]
    return "".join(shaped), places
