"""Word files that are right to left everywhere: real styles, headings and tables, to be edited and signed."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from io import BytesIO
from itertools import chain, groupby, zip_longest
from typing import TYPE_CHECKING

from docx.shared import Mm, Pt

from tracker import errors
from tracker.frozen import replace
from tracker.model.state.health import Health
from tracker.reports.report import Report
from tracker.views.bilingual import BilingualWords
from tracker.views.letterhead import Brand, Letterhead
from tracker.views.page import Cell, Page, Section, page_of
from tracker.views.pictures.canvas import Drawing
from tracker.views.symbols import COLOURS
from tracker.views.typesetting import Part, pixels_of
from tracker.views.word import tables
from tracker.views.word.archive import without_times
from tracker.views.word.body import put
from tracker.views.word.chapters import heading
from tracker.views.word.edges import say_readers, set_foot, set_numbers, small_print
from tracker.views.word.inline import JOINED, picture, width_of
from tracker.views.word.letter_page import height_within
from tracker.views.word.runs import Look, keep_with_next, paragraph, runs
from tracker.views.word.setup import new_document
from tracker.views.words import Words

if TYPE_CHECKING:
    from docx.document import Document

    from tracker.views.page.beside import Pages

KEPT = 3
"""The last sentences that go to the next page with the signatures below them: nobody signs an empty page."""
_TWENTIETHS = 635  # EMU


def render(report: Report, words: Words, letterhead: Letterhead | None = None, brand: Brand | None = None) -> bytes:
    """The document, on a letterhead where one is given, a letter in its brand; raises `NotLetterhead`.

    Pictures are drawn by typst; where it is not installed their numbers stand in a table instead.
    """
    make = (
        _made_letter(report, words, brand or Brand())
        if report.letter
        else _maker(report, words, own_paper=letterhead is not None)
    )
    if letterhead is None:
        return make(None)
    try:
        return make(letterhead)
    except errors.TrackerError:
        raise
    except Exception as error:  # what is no letterhead fails in a dozen ways: zip, XML, missing parts, odd measures
        raise errors.NotLetterhead(letterhead.path) from error


def _maker(report: Report, words: Words, *, own_paper: bool) -> Callable[[Letterhead | None], bytes]:
    if not isinstance(words, BilingualWords):
        return partial(_made, (page_of(report, words, own_paper=own_paper),), None)
    from tracker.views.page.beside import pages_of  # noqa: PLC0415 - few documents are in two languages

    both = pages_of(report, words)
    return partial(_made, (both.here, both.there), both)


def _made(pages: tuple[Page, ...], both: "Pages | None", letterhead: Letterhead | None) -> bytes:
    document = new_document(pages[0], letterhead)
    if letterhead is None:
        set_foot(document, pages)
    for page in pages:
        if page.copy:
            say_readers(document, page)
    writer = _Writer(document, pages[0], letterhead=letterhead is not None)
    if both is None:
        put(document, "".join(writer.all()))
    else:
        from tracker.views.word.beside import BesideWriter  # noqa: PLC0415 - as above

        made_in_both = "".join(BesideWriter(both, writer.room).all(KEPT))
        put(document, made_in_both + "".join(map(writer.small, pages)))
    made = BytesIO()
    document.save(made)
    return without_times(made.getvalue())


def _made_letter(report: Report, words: Words, brand: Brand) -> Callable[[Letterhead | None], bytes]:
    from tracker.views.letter import OfficeLetter, framed_page  # noqa: PLC0415 - few kinds are letters
    from tracker.views.word.letter import LetterWriter  # noqa: PLC0415 - as above
    from tracker.views.word.letter_office import OfficeWriter  # noqa: PLC0415 - as above
    from tracker.views.word.letter_page import set_page  # noqa: PLC0415 - as above

    page = framed_page(report, words, brand)

    def make(paper: Letterhead | None) -> bytes:
        document = new_document(page, paper)
        if paper is None:
            set_page(document, page)
            if isinstance(page, OfficeLetter):
                set_numbers(document, rtl=page.direction == "rtl")
        if page.copy:
            say_readers(document, page)
        own = paper is not None
        writer = (
            OfficeWriter(document, page, brand, own_paper=own)
            if isinstance(page, OfficeLetter)
            else LetterWriter(document, page, brand, own_paper=own)
        )
        put(document, "".join(writer.all()))
        made = BytesIO()
        document.save(made)
        return without_times(made.getvalue())

    return make


class _Writer:
    """The sections of a page as elements of Word; pictures become parts of the document meanwhile."""

    def __init__(self, document: "Document", page: Page, *, letterhead: bool) -> None:
        self.document, self.page, self.letterhead = document, page, letterhead
        self.rtl = page.direction == "rtl"
        self.pictures = 1000  # beyond those of a letterhead
        section = document.sections[-1]
        wide = (section.page_width or Mm(210)) - (section.left_margin or 0) - (section.right_margin or 0)
        self.room = int(wide) // _TWENTIETHS
        self.high = Pt(height_within(document))

    def all(self) -> Iterator[str]:
        """The whole document in order, as XML."""
        page = self.page
        if page.demo:
            yield paragraph(self.runs(page.demo, Look(True, colour="B3261E")), further='<w:jc w:val="center"/>')
        yield paragraph(self.runs(page.document), "Subtitle")
        yield paragraph(self.runs(page.title), "Title")
        if page.totals:
            yield paragraph(self.runs(page.line_of_totals))
        groups = list(self.groups())
        # Pictures that fill the last page leave no room for it, and it would stand on one alone.
        last = next((at for at in range(len(groups), 0, -1) if groups[at - 1][0][0].kind != "picture"), 0)
        for number, group in enumerate(groups):
            if number == last:
                yield self.small(page)
            if len(group) > 1:
                yield self.pairs(group)
                continue
            (section, after), *_ = group
            yield self.heading(section)
            signed = after is not None and after.kind == "signatures"
            yield self.signed(section) if signed else self.section(section)
        if last == len(groups):
            yield self.small(page)

    def signed(self, section: Section) -> str:
        """The part of a section above signatures, as much of it kept with them as makes the page one to sign."""
        if section.kind != "notes":
            return keep_with_next(self.section(section)) if len(section.rows) <= 4 * KEPT else self.section(section)
        from_row = max(len(section.rows) - KEPT, 0)
        first, last = (replace(section, rows=rows) for rows in (section.rows[:from_row], section.rows[from_row:]))
        return (self.section(first) if first.rows else "") + keep_with_next(self.section(last))

    def groups(self) -> Iterator[list[tuple[Section, Section | None]]]:
        """The sections, each with the one after it; narrow pictures that follow each other on a wide page together."""
        pairs = zip_longest(self.page.sections, self.page.sections[1:])

        def together(pair: tuple[Section, Section | None]) -> object:
            return "narrow" if self.page.wide and pair[0].narrow else id(pair[0])

        yield from (list(group) for _, group in groupby(pairs, together))

    def heading(self, section: Section) -> str:
        """The heading of a section, where it has one."""
        return heading(self.page, section, rtl=self.rtl) if section.heading else ""

    def pairs(self, group: Sequence[tuple[Section, Section | None]]) -> str:
        """Pictures in pairs, each below its heading."""
        half = self.room // 2
        made = [self.heading(section) + self.section(section, half - 2 * tables.SIDE) for section, _ in group]
        cells = [*made, paragraph("")] if len(made) % 2 else made
        rows = list(zip(cells[::2], cells[1::2], strict=True))
        return tables.rows_of(rows, [half, half], self.rtl, ruled=False, at="bottom") + tables.GAP

    def small(self, page: Page) -> str:
        """The small print that a letterhead has no foot for."""
        return "".join(small_print(page, rtl=self.rtl)) if self.letterhead else ""

    def runs(self, text: str, look: Look | None = None) -> str:
        """The text as runs of the page's direction."""
        return runs(text, rtl=self.rtl, look=look or Look())

    def section(self, section: Section, room: int | None = None) -> str:
        """The part of a section that stands below its heading, in the page's room or less."""
        room = room or self.room
        match section.kind:
            case "part":
                return ""
            case "picture":
                return self.picture(section, room)
            case "signatures":
                return tables.places(section.rows, self.page.labels.to_sign, rtl=self.rtl, room=self.room) + tables.GAP
            case _ if not section.rows:
                return paragraph(self.runs(section.empty, Look(colour=tables.FAINT)))
            case "table":
                return self.table(section, room)
            case "facts":
                return tables.pairs(section.rows, rtl=self.rtl, room=self.room) + tables.GAP
            case _:
                return "".join(self.note(row[0]) for row in section.rows)

    def table(self, section: Section, room: int) -> str:
        """A table and the small gap after it."""
        return tables.table(section, rtl=self.rtl, room=room) + tables.GAP

    def note(self, cell: Cell) -> str:
        """A sentence behind the sign of its colour."""
        mark = ""
        if cell.health:
            mark = self.runs(f"{cell.symbol} ", Look(True, colour=COLOURS[Health(cell.health)].removeprefix("#")))
        return paragraph(mark + self.runs(cell.text), "ListBullet")

    def picture(self, section: Section, room: int) -> str:
        """The drawing as pixels, or its numbers; what may go on overleaf is two pictures without room between them."""
        assert section.drawing is not None
        try:
            images = self.images[section.drawing]
        except errors.MissingExtra:
            return self.table(section, room)
        made, wide = "", width_of(section.drawing, room * _TWENTIETHS, self.high, paired=room < self.room)
        for image in images:
            self.pictures += 1
            run = picture(self.document, image, self.pictures, name=section.key, alt=section.told, width=wide)
            made += paragraph(run, further=JOINED if len(images) > 1 else "")
        return made

    @cached_property
    def images(self) -> dict[Drawing, list[bytes]]:
        """The pixels of all drawings, of one that may go on overleaf those of its two parts; raises `MissingExtra`."""
        parts = {each.drawing: _parts(each, each.drawing) for each in self.page.sections if each.drawing}
        made = iter(pixels_of([*chain.from_iterable(parts.values())]))
        return {drawing: [next(made) for _ in each] for drawing, each in parts.items()}


def _parts(section: Section, drawing: Drawing) -> list[Part]:
    cut = drawing.cut if section.parts == 1 else 0
    return [(drawing, 0, cut), (drawing, cut, None)] if cut else [(drawing, 0, None)]
