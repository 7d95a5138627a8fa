"""The letter to an office in Word: what it is asked, in a table between the sentences about it."""

from collections.abc import Iterator, Sequence

from tracker.views.letter import OfficeLetter
from tracker.views.page import Cell, Column, Section
from tracker.views.word.columns import LETTER, shared
from tracker.views.word.letter_frame import FrameWriter

SHORT = 12
"""Letters of a column that takes what it needs; the others share the rest, those of texts half as much again."""


class OfficeWriter(FrameWriter[OfficeLetter]):
    """The parts of a letter to an office as elements of Word."""

    def all(self) -> Iterator[str]:
        """The whole letter in order, as XML."""
        page, say = self.page, self.say
        yield from self.head()
        yield say.gap()
        yield from self.opening()
        yield from map(say.plain, page.before)
        if page.asked is not None:
            yield say.gap() + self.asked(page.asked) + say.gap()
        yield from map(say.plain, page.after)
        yield say.gap() + "".join(map(say.centred, page.ending.closing)) + say.gap()
        half = self.room // 2
        cells = [self.signs(), self.filed()] if page.lang == "en" else [self.filed(), self.signs()]
        yield say.table([half, self.room - half], [cells])
        yield say.gap() + say.small(page.small_print)

    def asked(self, section: Section) -> str:
        """The table of what is asked."""
        say = self.say
        widths = self.widths(section.columns)
        head = [[say.paragraph(say.runs(column.text, colour="soft"))] for column in section.columns]
        return say.ruled(widths, head, [[self.cell(each) for each in row] for row in section.rows])

    def widths(self, columns: Sequence[Column]) -> list[int]:
        """The widths of the columns in twentieths of a point."""
        small = {at: c.weight + 2 for at, c in enumerate(columns) if c.weight <= SHORT}
        needed = {at: round(2 * self.say.size * LETTER * letters) for at, letters in small.items()}
        others = {at: c.weight * (3 if c.flexible else 2) for at, c in enumerate(columns) if at not in small}
        rest = shared(list(others.values()), self.room - sum(needed.values()))
        found = needed | dict(zip(others, rest, strict=True))
        return [found[at] for at in range(len(columns))]

    def cell(self, cell: Cell) -> list[str]:
        """The paragraphs of a cell."""
        return [self.say.plain(each.text, bold=each.kind == "code") for each in cell.lines or (cell,)]
