"""The emission for Konsole: UAX #9 over the line from left to right, letters joined by itself, marks obeyed.

Right-to-left runs are written in reading order with U+200E LEFT-TO-RIGHT MARK on both sides, so that each run is laid
out alone and all the rest stays where it is. Letters are written as letters (Konsole joins presentation forms again);
only lam-alef is one character, for else it would leave a gap.
"""

from collections.abc import Iterator, Sequence

from tracker.text.emission.clusters import ARABIC_DIGIT, BLANK, RIGHT, Cluster, clusters, has_right, spans_of
from tracker.text.emission.letters import letters
from tracker.text.emission.lines import Span

LRM = "\u200e"


def marks_line(spans: list[Span]) -> list[Span]:
    """The line whose display is the visible one; it never begins with a mark."""
    if not has_right(spans):
        return spans
    found: list[Cluster] = []
    last = ""
    for kind, run in _runs(clusters(spans)):
        if found and (kind or last):
            found[-1] = found[-1]._replace(text=found[-1].text + LRM)
        found += letters(run[::-1]) if kind == RIGHT else run
        last = kind
    return spans_of(found)


def _runs(cells: Sequence[Cluster]) -> Iterator[tuple[str, list[Cluster]]]:
    """Right-to-left letters, with the single blanks between their words; Arabic digits; all the rest."""
    kinds = [cell.kind if cell.kind in {RIGHT, ARABIC_DIGIT} else "" for cell in cells]
    for place in range(1, len(cells) - 1):
        if cells[place].kind == BLANK and cells[place - 1].kind == RIGHT == cells[place + 1].kind:
            kinds[place] = RIGHT
    start = 0
    for place in range(1, len(cells) + 1):
        if place == len(cells) or kinds[place] != kinds[start]:
            yield kinds[start], list(cells[start:place])
            start = place
