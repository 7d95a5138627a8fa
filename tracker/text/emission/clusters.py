"""A visible line cut into what stands in one cell: a character with its marks, its style and its direction."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from unicodedata import bidirectional

from tracker.text.emission.lines import Span
from tracker.text.memo import Memo

RIGHT, ARABIC_DIGIT, DIGIT, LEFT, BLANK, OTHER = "R", "A", "N", "L", "B", "O"
_MARK = "M"
_KIND_OF_CLASS = {"R": RIGHT, "AL": RIGHT, "AN": ARABIC_DIGIT, "EN": DIGIT, "L": LEFT, "": LEFT, "NSM": _MARK}

# Box drawing and blocks: borders, which no run of letters crosses.
BOX_FIRST, BOX_LAST = "\u2500", "\u259f"


class Cluster(NamedTuple):
    """One character and its marks; `kind` is one of the constants above."""

    text: str
    style: str
    kind: str

    @property
    def is_box(self) -> bool:
        """A piece of a border, a rule or a bar."""
        return BOX_FIRST <= self.text[0] <= BOX_LAST


_KINDS: Memo[str, str] = Memo(lambda character: _KIND_OF_CLASS.get(bidirectional(character), OTHER))
_KINDS[" "] = BLANK


def clusters(spans: Iterable[Span]) -> list[Cluster]:
    """The cells of a visible line from left to right; marks behind their letter."""
    found: list[Cluster] = []
    for text, style in spans:
        for character in text:
            kind = _KINDS[character]
            if kind != _MARK:
                found.append(Cluster(character, style, kind))
            elif found:
                found[-1] = found[-1]._replace(text=found[-1].text + character)
    return found


def has_right(spans: Iterable[Span]) -> bool:
    """Whether a terminal's own layout could change anything: letters or digits of right-to-left scripts."""
    for text, _ in spans:
        if not text.isascii() and any(_KINDS[character] in {RIGHT, ARABIC_DIGIT} for character in text):
            return True
    return False


def spans_of(cells: Iterable[Cluster]) -> list[Span]:
    """The text of the cells as they come, one span for each stretch of one style."""
    return [("".join([cell.text for cell in run]), style) for style, run in groupby(cells, key=lambda cell: cell.style)]


def split(cells: Sequence[Cluster]) -> Iterator[tuple[bool, list[Cluster]]]:
    """Words and the blanks between them, by turns: whether it is blanks, and the cells."""
    for blank, run in groupby(cells, key=lambda cell: cell.kind == BLANK):
        yield blank, list(run)
