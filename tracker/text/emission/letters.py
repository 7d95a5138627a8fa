"""The way back from presentation forms to letters, for terminals that join letters themselves."""

from collections.abc import Sequence
from itertools import pairwise

from tracker.text.arabic.joining_forms import FORMS, LAM_ALEFS
from tracker.text.emission.clusters import Cluster

ZWNJ = "\u200c"
_TATWEEL = "\u0640"
_LETTERS = {form: letter for letter, forms in FORMS.items() for form in forms}
_LAM_ALEFS = frozenset("".join(LAM_ALEFS.values()))
_JOINED_BACK = {form for forms in FORMS.values() for form in forms[1::2]} | {forms[1] for forms in LAM_ALEFS.values()}
_JOINED_FORWARD = {form for forms in FORMS.values() for form in forms[2:]}
_DUAL = 4  # forms of a letter that joins on both sides


def letters(cells: Sequence[Cluster]) -> list[Cluster]:
    """The cells of one run in reading order as letters; lam-alef stays one character.

    Where two letters would join but did not, there was a non-joiner (U+200C), and there is one again.
    """
    if not cells:
        return []
    found = []
    for cell, following in pairwise(cells):
        apart = ZWNJ if _would_join(cell.text[0], following.text[0]) else ""
        found.append(_letter(cell, apart))
    return [*found, _letter(cells[-1], "")]


def _letter(cell: Cluster, apart: str) -> Cluster:
    first = cell.text[0]
    return cell._replace(text=_LETTERS.get(first, first) + cell.text[1:] + apart)


def _would_join(form: str, following: str) -> bool:
    """Whether the letters of two forms that are not joined would join."""
    if form in _JOINED_FORWARD or following in _JOINED_BACK:
        return False
    forward = form == _TATWEEL or len(FORMS.get(_LETTERS.get(form, ""), "")) == _DUAL
    back = following == _TATWEEL or following in _LAM_ALEFS or len(FORMS.get(_LETTERS.get(following, ""), "")) > 1
    return forward and back and not form == following == _TATWEEL
