"""The emission for PuTTY: UAX #9 over the cells of the line, in the direction of its first strong letter.

There is one character that looks empty and counts as a left-to-right letter: U+2800 BRAILLE PATTERN BLANK. Standing in
place of every blank it keeps words and columns where they are and makes every line a left-to-right one; between two of
them each word is written so that it comes out right. Presentation forms are left alone by PuTTY.
Nothing is faint: PuTTY makes the ground faint too, which is a grey box on a light one.
"""

from collections.abc import Sequence
from functools import cache

from tracker.text.emission.clusters import BLANK, LEFT, Cluster, clusters, has_right, spans_of, split
from tracker.text.emission.inverse import Sent, inverse
from tracker.text.emission.lines import Span

STRONG_BLANK = "\u2800"
_MERGED = 8  # words and borders that may be laid out as one with a word that cannot stand alone
# Signs that count as Arabic letters, and what looks like them but does not.
_LOOKALIKES = str.maketrans("\u061b\u061f", "\u204f\u2e2e")


def blanks_line(spans: list[Span]) -> list[Span]:
    """The line whose display is the visible one, one cell to the right of the page's left edge."""
    spans = [(text, _clear(style)) for text, style in spans]
    if not any(text for text, _ in spans):
        return []
    if not has_right(spans):
        return [(" ", ""), *spans]
    return spans_of([Cluster(STRONG_BLANK, "", LEFT), *strong_blanks(clusters(spans))])


@cache
def _clear(style: str) -> str:
    return " ".join([word for word in style.split() if word != "dim"])


def strong_blanks(cells: Sequence[Cluster]) -> list[Cluster]:
    """Write each word as it must be sent, each blank strong; a word without an answer is laid out with the next."""
    parts = [list(part) for _, part in split(cells)]
    found: list[Cluster] = []
    place = 0
    while place < len(parts):
        part = parts[place]
        if part[0].kind == BLANK:
            found += [cell._replace(text=STRONG_BLANK + cell.text[1:], kind=LEFT) for cell in part]
            place += 1
            continue
        taken, sent = _sent(parts, place)
        found += sent
        place += taken
    return found


def _sent(parts: Sequence[list[Cluster]], place: int) -> tuple[int, list[Cluster]]:
    """Count the parts that are sent together, and their cells."""
    for more in range(1, _MERGED + 1, 2):
        together = [cell for part in parts[place : place + more] for cell in part]
        text = inverse("".join([cell.text[0] for cell in together]))
        if text is not None:
            return min(more, len(parts) - place), in_order(together, text)
        if place + more >= len(parts):
            break
    word = [cell._replace(text=cell.text.translate(_LOOKALIKES)) for cell in parts[place]]
    text = inverse("".join([cell.text[0] for cell in word]))
    return 1, in_order(word, text) if text else parts[place]


def in_order(cells: Sequence[Cluster], text: Sequence[Sent]) -> list[Cluster]:
    """The cells as they must be sent."""
    return [cells[one.place]._replace(text=one.character + cells[one.place].text[1:]) for one in text]
