"""The emission for terminals that lay out each stretch of one style alone: QTerminal, xterm.js without graphics card.

Within a stretch UAX #9 works from left to right; a change of style ends it. In xterm.js blanks that count as letters
keep words apart (blanks.py). QTerminal gives them a wrong width and ignores all controls; there a blank in bold, or a
letter that is faint (which QTerminal stores but does not draw), ends a stretch unseen.
"""

from collections.abc import Sequence
from itertools import groupby

from tracker.text.emission.blanks import in_order, strong_blanks
from tracker.text.emission.clusters import DIGIT, RIGHT, Cluster, clusters, has_right, spans_of, split
from tracker.text.emission.inverse import inverse
from tracker.text.emission.lines import Span

_BOLD, _FAINT, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[22m"


def spans_line(spans: list[Span]) -> list[Span]:
    """The line for xterm.js: strong blanks, each style by itself."""
    if not has_right(spans):
        return spans
    return [span for run in _by_style(clusters(spans)) for span in spans_of(strong_blanks(run))]


def styles_line(spans: list[Span]) -> list[Span]:
    """The line for QTerminal: the escape sequences in it change nothing that is seen."""
    if not has_right(spans):
        return spans
    found: list[Span] = []
    for run in _by_style(clusters(spans)):
        for blank, word in split(run):
            found += _fenced(word) if blank else _sent(word)
    return found


def _by_style(cells: Sequence[Cluster]) -> list[list[Cluster]]:
    return [list(run) for _, run in groupby(cells, key=lambda cell: cell.style)]


def _fenced(blanks: list[Cluster]) -> list[Span]:
    """Put blanks in a weight that no letters have."""
    return [(_BOLD + _FAINT + "".join([blank.text for blank in blanks]) + _PLAIN, blanks[0].style)]


def _sent(word: list[Cluster]) -> list[Span]:
    """The word as it must be sent, in as few stretches as it can be laid out in."""
    found: list[Span] = []
    for number, part in enumerate(_parts(word)):
        for text, style in spans_of(part):
            unseen = _PLAIN if "dim" in style else _FAINT
            found.append((unseen + text + _PLAIN, style) if number % 2 else (text, style))
    return found


def _parts(word: list[Cluster]) -> list[list[Cluster]]:
    """The word cut where digits follow a right-to-left letter to its right, if it cannot be laid out in one."""
    text = inverse("".join([cell.text[0] for cell in word]))
    if text is not None:
        return [in_order(word, text)]
    digits = False
    for place in range(len(word) - 1, 0, -1):
        digits = digits or word[place].kind == DIGIT
        if digits and word[place - 1].kind == RIGHT:
            return [*_parts(word[:place]), *_parts(word[place:])]
    return [word]
