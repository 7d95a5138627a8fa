"""The emission for kitty: the order of words is kept, but HarfBuzz turns each word of a right-to-left script round.

A word ends at a blank, a border, a wide character or where the letters become bold or italic; within one the glyphs
change places while the colours stay in theirs. HarfBuzz goes by the first character that has a script of its own.
Which glyphs belong to which cell kitty finds by counting characters, as though they had not changed places; so in a
word with marks all cells are given as many characters, by variation selectors, which are not drawn.
Where a word begins with Latin letters and goes on in Arabic ones there is no text that is turned into it: its beginning
is made bold, or light in a bold word, and so becomes a word by itself.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import category

from tracker.text.arabic.mirrors import MIRRORED
from tracker.text.emission.clusters import ARABIC_DIGIT, BLANK, LEFT, RIGHT, Cluster, clusters, has_right, spans_of
from tracker.text.emission.lines import Span
from tracker.text.printable import width_of

_COMMON = frozenset("\u060c\u061b\u061f\u0640")  # comma, semicolon, question mark, tatweel: of every script

_UNSEEN = "\ufe0e"


def words_line(spans: list[Span]) -> list[Span]:
    """The visible line with its right-to-left words turned round, for them to be turned back."""
    if not has_right(spans):
        return spans
    return spans_of(_arranged(clusters(spans)))


def _arranged(cells: Sequence[Cluster]) -> Iterator[Cluster]:
    rest = list(cells)
    while rest:
        _, first = next(groupby(rest, key=_face))
        word = list(first)
        rest = rest[len(word) :]
        end = _end_of_right(word)
        # What is given another weight may be of one weight with what follows, and so of one word.
        rest[:0] = [cell._replace(style=_other_weight(cell.style)) for cell in word[end:]]
        yield from _turned(word[:end])


def _face(cell: Cluster) -> tuple[bool, bool, bool]:
    """The face of a cell: what is the same for all cells of a word."""
    apart = cell.kind == BLANK or cell.is_box or width_of(cell.text) > 1
    return (apart, "bold" in cell.style, "italic" in cell.style)


def _end_of_right(word: list[Cluster]) -> int:
    """Find the place, behind its last Arabic letter, where a word that begins with one and ends in Latin is parted."""
    if _script(word) == LEFT or _script(word[::-1]) != LEFT:
        return len(word)
    return max(place for place, cell in enumerate(word) if _has_script(cell) and cell.kind != LEFT) + 1


def _turned(word: list[Cluster]) -> list[Cluster]:
    turned = word[::-1]
    if _script(turned) == LEFT:
        return word
    most = max(len(cell.text) for cell in word)
    return [
        cell._replace(text=MIRRORED.get(cell.text, cell.text).ljust(most, _UNSEEN), style=seen.style)
        for cell, seen in zip(turned, word, strict=True)
    ]


def _other_weight(style: str) -> str:
    words = style.split()
    return " ".join([word for word in words if word != "bold"] if "bold" in words else ["bold", *words])


def _script(cells: Sequence[Cluster]) -> str:
    """The script by which HarfBuzz goes: that of the first cell that has one."""
    return next((cell.kind for cell in cells if _has_script(cell)), LEFT)


def _has_script(cell: Cluster) -> bool:
    """A letter or Arabic digit that tells HarfBuzz the script of its run."""
    if cell.kind == ARABIC_DIGIT:
        return category(cell.text[0]) == "Nd"
    return cell.kind in {LEFT, RIGHT} and cell.text[0] not in _COMMON and category(cell.text[0])[0] == "L"
