"""The letter to an office in Word: what it is asked, in a table between the sentences about it."""

from collections.abc import Iterator

from tracker.views.letter import OfficeLetter
from tracker.views.page import Cell, Section
from tracker.views.word.columns import LETTER, columns_within, measured
from tracker.views.word.letter_frame import FrameWriter
from tracker.views.word.letter_parts import INSET


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
        widths = columns_within(measured(section), self.room, letter=2 * say.size * LETTER, side=INSET)
        head = [[say.paragraph(say.runs(column.text, colour="soft"))] for column in section.columns]
        return say.ruled(widths, head, [[self.cell(each) for each in row] for row in section.rows])

    def cell(self, cell: Cell) -> list[str]:
        """The paragraphs of a cell."""
        return [self.say.plain(each.text, bold=each.kind == "code") for each in cell.lines or (cell,)]
