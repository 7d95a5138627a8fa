"""What kinds of terminals show, as far as order and joining go; the pictures of tests/terminals keep them honest.

Each takes the spans it receives and gives the cells from left to right: character with marks, and style.
"""

import re
from collections.abc import Callable, Sequence
from itertools import groupby
from unicodedata import bidirectional, category

from tracker.text.arabic.bidi import visual
from tracker.text.arabic.joining_forms import LAM, LAM_ALEFS
from tracker.text.arabic.mirrors import MIRRORED
from tracker.text.arabic.shaping import shape
from tracker.text.emission import Span
from tracker.text.emission.blanks import STRONG_BLANK
from tracker.text.printable import width_of

Cells = list[tuple[str, str]]

_LIGATURES = str.maketrans({form: LAM + alef for alef, forms in LAM_ALEFS.items() for form in forms})
_SGR = re.compile("\x1b\\[([0-9]+)m")


def plain(spans: Sequence[Span]) -> Cells:
    """A terminal that shows what it gets; also what is wanted of all others."""
    return _cells([(character, style) for text, style in spans for character in text])


def whole_line(spans: Sequence[Span], base: int | None = 0, *, joins: bool = True) -> Cells:
    """Konsole: UAX #9 from left to right over letters, which it joins. mlterm, VTE: the direction of the line."""
    text = "".join(text for text, _ in spans)
    styles = [style for text, style in spans for _ in text]
    sources = list(range(len(text)))
    if joins:
        sources = [place for place, character in enumerate(text) for _ in character.translate(_LIGATURES)]
        text, places = shape(text.translate(_LIGATURES))
        sources = [sources[place] for place in places]
    shown, order = visual(text, base)
    return _cells([(character, styles[sources[place]]) for character, place in zip(shown, order, strict=True)])


def cell_line(spans: Sequence[Span]) -> Cells:
    """PuTTY: UAX #9 over cells in the direction of the first strong letter; marks stay in their cells."""
    cells = plain(spans)
    shown, order = visual("".join([text[0] for text, _ in cells]), None)
    found = [(c + cells[i][0][1:], cells[i][1]) for c, i in zip(shown, order, strict=True)]
    return [(text.replace(STRONG_BLANK, " "), style) for text, style in found]


def style_runs(spans: Sequence[Span]) -> Cells:
    """QTerminal, xterm.js: cells of one style are laid out by themselves from left to right."""
    cells: list[tuple[str, str, frozenset[str]]] = []
    for text, style in spans:
        weights: frozenset[str] = frozenset(name for name in ("bold", "dim") if name in style)
        for number, piece in enumerate(_SGR.split(text)):
            if number % 2:
                weights = frozenset() if piece == "22" else weights | {{"1": "bold", "2": "dim"}[piece]}
            else:
                cells += [(cell, style, weights) for cell, _ in plain([(piece, style)])]
    found: Cells = []
    for _, run in groupby(cells, key=lambda cell: (cell[1].replace("bold", "").replace("dim", ""), cell[2])):
        stretch = list(run)
        shown, order = visual("".join([cell[0][0] for cell in stretch]), 0)
        found += [
            ((c + stretch[i][0][1:]).replace(STRONG_BLANK, " "), stretch[i][1])
            for c, i in zip(shown, order, strict=True)
        ]
    return found


def words(spans: Sequence[Span]) -> Cells:
    """kitty: words of a right-to-left script are turned round with their brackets, colours stay."""

    def face(cell: tuple[str, str]) -> tuple[bool, bool]:
        apart = cell[0][0] == " " or "\u2500" <= cell[0][0] <= "\u259f" or width_of(cell[0]) > 1
        return apart, "bold" in cell[1]

    found: Cells = []
    for _, run in groupby(plain(spans), key=face):
        word = list(run)
        scripts = [bidirectional(text[0]) for text, _ in word if _has_script(text[0])]
        if scripts and scripts[0] != "L":
            assert len({len(text) for text, _ in word}) == 1, "glyphs would get into wrong cells"
            turned = [text.rstrip("\ufe0e") for text, _ in reversed(word)]
            turned = [MIRRORED.get(text, text) for text in turned]
            word = [(text, style) for text, (_, style) in zip(turned, word, strict=True)]
        found += word
    return found


def _has_script(character: str) -> bool:
    return character not in "،؛؟ـ" and (category(character)[0] == "L" or character in "٠١٢٣٤٥٦٧٨٩")


def _cells(characters: Sequence[tuple[str, str]]) -> Cells:
    found: Cells = []
    for character, style in characters:
        if found and bidirectional(character) == "NSM":
            found[-1] = (found[-1][0] + character, found[-1][1])
        else:
            found.append((character, style))
    return found


def between_borders(spans: Sequence[Span]) -> Cells:
    """mlterm: as `override`, but what stands between borders is laid out by itself from left to right."""
    found: Cells = []
    for border, run in groupby(plain(spans), key=lambda cell: "\u2500" <= cell[0] <= "\u259f"):
        stretch = list(run)
        found += stretch if border else whole_line(stretch, joins=False)
    return found


def override(spans: Sequence[Span]) -> Cells:
    """mlterm and VTE behind a multiplexer: the letters are joined already."""
    return whole_line(spans, None, joins=False)


SHOWN: dict[str, Callable[[Sequence[Span]], Cells]] = {
    "e2": override,
    "g1": whole_line,
    "h": cell_line,
    "k": words,
    "q": style_runs,
    "hs": style_runs,
}
