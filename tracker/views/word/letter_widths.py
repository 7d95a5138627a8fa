"""The widths of the columns of a letter in Word, in twentieths of a point: what is short takes what it needs."""

from collections.abc import Iterable
from math import ceil, sqrt

from tracker.text.printable import without_controls
from tracker.views.letter import LetterPage
from tracker.views.symbols import HEALTH_SYMBOL
from tracker.views.word.columns import shared
from tracker.views.word.letter_faces import width
from tracker.views.word.letter_parts import INSET

KEYS = ("declared", "evidenced", "expected")
BOX, DRAWN = 560, 1240
"""The widths of a column with a box to tick, and of one with a bar."""
SPARE, WIDEST = 20, 1.1
"""The room beyond a word, so that it is not broken, and what it is wider in the widest of other faces."""


class Widths:
    """The widths for one letter."""

    def __init__(self, page: LetterPage, size: float, room: int, *, other: bool) -> None:
        self.page, self.size, self.room, self.other = page, size, room, other

    def boxes(self) -> list[int]:
        """The columns with boxes to tick: as wide as the longest word over each."""
        heads = (self.page.words[key] for key in ("agreed", "refused", "discuss"))
        return [max(BOX, self.whole(head.split())) for head in heads]

    def steps(self, *, bar: bool) -> list[int]:
        """The columns of the steps: title, bar where there is one, three numbers, light."""
        said = zip(*(step.said for step in self.page.steps), strict=True)
        numbers = [self.whole((self.page.words[key], *texts)) for key, texts in zip(KEYS, said, strict=True)]
        drawn = [max(DRAWN, self.whole([self.page.words["progress"]]))] if bar else []
        light = self.light()
        return [self.room - sum(numbers) - light - sum(drawn), *drawn, *numbers, light]

    def results(self) -> list[int]:
        """The columns of the results: title, two values, which share the room by their texts, and light."""
        found, light = self.page.results, self.light()
        titles, since = self.whole(each.title for each in found), self.whole(each.since for each in found)
        judged = self.whole((each.judged for each in found), bold=True)
        weights = [ceil(100 * sqrt(column)) for column in (titles, judged, since)]
        return [*shared(weights, self.room - light), light]

    def light(self) -> int:
        """The column of signs and words of health, which are not broken."""
        lights = [*(step.light for step in self.page.steps), *(result.light for result in self.page.results)]
        symbol = HEALTH_SYMBOL
        return self.whole([self.page.words["health"], *(f"{symbol[e.health]} {e.word}" for e in lights)])  # type: ignore[index] # its slug

    def whole(self, texts: Iterable[str], *, bold: bool = False) -> int:
        """The width of a column in which none of the texts is broken."""
        longest = max((width(without_controls(text), bold=bold, other=self.other) for text in texts), default=0)
        wider = WIDEST if self.other else 1
        return ceil(20 * self.size * longest * wider) + 2 * INSET + SPARE
