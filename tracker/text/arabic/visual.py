"""The text of a cell as it stands on the screen: cleaned, shaped, reordered, every character with its style."""

from collections.abc import Sequence
from itertools import groupby
from unicodedata import bidirectional

from tracker.text.arabic.bidi import visual
from tracker.text.arabic.explicit import INITIATORS
from tracker.text.arabic.mirrors import DRAWN_MIRRORED, MIRRORED
from tracker.text.arabic.shaping import shape
from tracker.text.line import Piece
from tracker.text.printable import printable

_MIRRORS = MIRRORED | DRAWN_MIRRORED
# They ask for a picture of another width than the character's own, and terminals disagree.
_SELECTORS = frozenset("\ufe0e\ufe0f")
_WITHOUT_SELECTORS = dict.fromkeys(map(ord, _SELECTORS))
# What stands in no cell of its own.
_UNSEEN = INITIATORS | {"NSM", "BN"}


def visual_pieces(pieces: Sequence[Piece], base: int) -> tuple[tuple[str, str], ...]:
    """The texts with styles from left to right; `base` 1 for a right-to-left line, 0 for a left-to-right one."""
    texts = [_clean(piece.text) for piece in pieces]
    whole = "".join(texts)
    if not whole:
        return ()
    whole, texts = _without_loose_marks(whole, texts)
    shaped, sources = shape(whole)
    shown, order = visual(shaped, base, _MIRRORS)
    styles = {piece.style for piece in pieces}
    if len(styles) == 1:
        return ((shown, styles.pop()),)
    owner = [piece.style for piece, text in zip(pieces, texts, strict=True) for _ in text]
    styled = [(character, owner[sources[place]]) for character, place in zip(shown, order, strict=True)]
    return tuple(
        ("".join(character for character, _ in run), style) for style, run in groupby(styled, key=lambda pair: pair[1])
    )


def _clean(text: str) -> str:
    text = printable(text)
    return text if _SELECTORS.isdisjoint(text) else text.translate(_WITHOUT_SELECTORS)


def _without_loose_marks(whole: str, texts: list[str]) -> tuple[str, list[str]]:
    """Take marks away from the start: they have no letter to stand on, and would sit on the cell before."""
    loose = 0
    while loose < len(whole) and bidirectional(whole[loose]) in _UNSEEN:
        loose += 1
    if not loose:
        return whole, texts
    kept = []
    for text in texts:
        kept.append("".join([c for c in text[:loose] if bidirectional(c) != "NSM"]) + text[loose:])
        loose = max(0, loose - len(text))
    return "".join(kept), kept
