"""Word files that are right to left everywhere: real styles, headings and tables, to be edited and signed."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Mm
from lxml import etree

from tracker import errors
from tracker.model.state.health import Health
from tracker.reports.report import Report
from tracker.views.bilingual import BilingualWords
from tracker.views.letter.model import LetterPage
from tracker.views.letterhead import Brand, Letterhead
from tracker.views.page import Cell, Page, Section, page_of
from tracker.views.symbols import COLOURS
from tracker.views.typesetting import pixels_of
from tracker.views.word import tables
from tracker.views.word.archive import without_times
from tracker.views.word.runs import Look, field, keep_with_next, paragraph, runs
from tracker.views.word.setup import new_document
from tracker.views.words import Words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import _Header

    from tracker.views.page.beside import Pages

KEPT = 12
"""Rows that go to the next page with the signatures below them: nobody signs an empty page."""
_TWENTIETHS = 635  # EMU


def render(report: Report, words: Words, letterhead: Letterhead | None = None, brand: Brand | None = None) -> bytes:
    """The document, on a letterhead where one is given, a letter in its brand; raises `NotLetterhead`.

    Pictures are drawn by typst; where it is not installed their numbers stand in a table instead.
    """
    make = _made_letter(report, words, brand or Brand()) if report.letter else _maker(report, words)
    if letterhead is None:
        return make(None)
    try:
        return make(letterhead)
    except errors.TrackerError:
        raise
    except Exception as error:  # what is no letterhead fails in a dozen ways: zip, XML, missing parts, odd measures
        raise errors.NotLetterhead(letterhead.path) from error


def _maker(report: Report, words: Words) -> Callable[[Letterhead | None], bytes]:
    if not isinstance(words, BilingualWords):
        return partial(_made, (page_of(report, words),), None)
    from tracker.views.page.beside import pages_of  # noqa: PLC0415 - few documents are in two languages

    both = pages_of(report, words)
    return partial(_made, (both.here, both.there), both)


def _made(pages: tuple[Page, ...], both: "Pages | None", letterhead: Letterhead | None) -> bytes:
    document = new_document(pages[0], letterhead)
    if letterhead is None:
        _footer(document, pages)
    for page in pages:
        if page.copy:
            _copy_banner(document, page)
    writer = _Writer(document, pages[0], letterhead=letterhead is not None)
    if both is None:
        _put(document, "".join(writer.all()))
    else:
        from tracker.views.word.beside import BesideWriter  # noqa: PLC0415 - as above

        made_in_both = "".join(BesideWriter(both, writer.room).all(KEPT))
        _put(document, made_in_both + "".join(map(writer.small, pages)))
    made = BytesIO()
    document.save(made)
    return without_times(made.getvalue())


def _made_letter(report: Report, words: Words, brand: Brand) -> Callable[[Letterhead | None], bytes]:
    from tracker.views.letter import letter_of  # noqa: PLC0415 - one kind is a letter
    from tracker.views.word.letter import LetterWriter  # noqa: PLC0415 - as above
    from tracker.views.word.letter_page import set_page  # noqa: PLC0415 - as above

    page = letter_of(report, words, brand)

    def make(paper: Letterhead | None) -> bytes:
        document = new_document(page, paper)
        if paper is None:
            set_page(document, page)
        if page.copy:
            _copy_banner(document, page)
        _put(document, "".join(LetterWriter(document, page, brand, own_paper=paper is not None).all()))
        made = BytesIO()
        document.save(made)
        return without_times(made.getvalue())

    return make


def _put(document: "Document", xml: str) -> None:
    """Put elements at the end of the text, before the description of its last page.

    As text, parsed once: moving thousands of elements from one tree into another takes lxml minutes.
    """
    body = document.element.body
    mark = etree.Comment("text")
    last = body.find(qn("w:sectPr"))
    if last is None:
        body.append(mark)
    else:
        last.addprevious(mark)
    whole = etree.tostring(document.element, encoding="unicode")
    before, _, after = whole.rpartition("<!--text-->")
    if "xmlns:w=" not in before:  # who wrote the letterhead calls that namespace otherwise
        before = re.sub(r"(?<=\S)(?=[\s>])", f" {nsdecls('w')}", before, count=1)
    document.part._element = parse_xml(f"{before}{xml}{after}")


class _Writer:
    """The sections of a page as elements of Word; pictures become parts of the document meanwhile."""

    def __init__(self, document: "Document", page: Page, *, letterhead: bool) -> None:
        self.document, self.page, self.letterhead = document, page, letterhead
        self.rtl = page.direction == "rtl"
        self.pictures = 1000  # beyond those of a letterhead
        section = document.sections[-1]
        wide = (section.page_width or Mm(210)) - (section.left_margin or 0) - (section.right_margin or 0)
        self.room = int(wide) // _TWENTIETHS

    def all(self) -> Iterator[str]:
        """The whole document in order, as XML."""
        page = self.page
        if page.demo:
            yield paragraph(self.runs(page.demo, Look(True, colour="B3261E")), further='<w:jc w:val="center"/>')
        yield paragraph(self.runs(page.document), "Subtitle")
        yield paragraph(self.runs(page.title), "Title")
        totals = " · ".join(f"{cell.symbol} {cell.text}".strip() for cell in page.totals)
        if totals:
            yield paragraph(self.runs(totals))
        for section, after in zip_longest(page.sections, page.sections[1:]):
            if section.heading:
                yield paragraph(self.runs(section.heading), f"Heading{section.level - 1}")
            signed = after is not None and after.kind == "signatures" and len(section.rows) <= KEPT
            yield keep_with_next(self.section(section)) if signed else self.section(section)
        yield self.small(page)

    def small(self, page: Page) -> str:
        """The small print that a letterhead has no foot for."""
        return "".join(small_print(page, rtl=self.rtl)) if self.letterhead else ""

    def runs(self, text: str, look: Look | None = None) -> str:
        """The text as runs of the page's direction."""
        return runs(text, rtl=self.rtl, look=look or Look())

    def section(self, section: Section) -> str:
        """The part of a section that stands below its heading."""
        match section.kind:
            case "part":
                return ""
            case "picture":
                return self.picture(section)
            case "signatures":
                labels = (self.page.labels.name, self.page.labels.signature, self.page.labels.day)
                return tables.places(section.rows, labels, rtl=self.rtl, room=self.room) + tables.GAP
            case _ if not section.rows:
                return paragraph(self.runs(section.empty, Look(colour=tables.FAINT)))
            case "table":
                return self.table(section)
            case "facts":
                return tables.pairs(section.rows, rtl=self.rtl, room=self.room) + tables.GAP
            case _:
                return "".join(self.note(row[0]) for row in section.rows)

    def table(self, section: Section) -> str:
        """A table and the small gap after it."""
        return tables.table(section, rtl=self.rtl, room=self.room) + tables.GAP

    def note(self, cell: Cell) -> str:
        """A sentence behind the sign of its colour."""
        mark = ""
        if cell.health:
            mark = self.runs(f"{cell.symbol} ", Look(True, colour=COLOURS[Health(cell.health)].removeprefix("#")))
        return paragraph(mark + self.runs(cell.text), "ListBullet")

    def picture(self, section: Section) -> str:
        """The drawing as pixels, or its numbers."""
        assert section.drawing is not None
        try:
            image = pixels_of(section.drawing)
        except errors.MissingExtra:
            return self.table(section)
        across, high = (260, 225) if self.page.broad else (150, 140) if self.page.wide else (176, 200)
        shape = section.drawing.width / section.drawing.height
        wide = Emu(round(min(self.room * _TWENTIETHS, Mm(across), shape * Mm(high))))
        inline = self.document.part.new_pic_inline(BytesIO(image), width=wide)
        self.pictures += 1
        inline.docPr.set("id", str(self.pictures))  # unique in the document, or Word repairs it
        inline.docPr.set("descr", section.alt)
        inline.docPr.set("name", section.key)
        drawing = etree.tostring(inline, encoding="unicode")
        return paragraph(f"<w:r><w:drawing>{drawing}</w:drawing></w:r>")


def small_print(page: Page, *, rtl: bool) -> Iterator[str]:
    """The sentences at the foot; a letterhead has a foot of its own, so there they end the text."""
    look, own = Look(size=14, colour=tables.FAINT), page.direction == "rtl"
    further = tables.TIGHT if own is rtl else tables.TURNED if own else tables.TURNED_LEFT
    for sentence in page.footer:
        yield paragraph(runs(sentence, rtl=own, look=look), "Footer", further=further)


def _copy_banner(document: "Document", page: Page | LetterPage) -> None:
    """The banner at the end of every head that a page may have, also of those that a letterhead brings."""
    banner = paragraph(
        runs(page.copy, rtl=page.direction == "rtl", look=Look(True)), "Header", further='<w:jc w:val="center"/>'
    )
    for number, section in enumerate(document.sections):
        heads: list[_Header] = [section.header]
        if section.different_first_page_header_footer:
            heads.append(section.first_page_header)
        if document.settings.odd_and_even_pages_header_footer:
            heads.append(section.even_page_header)
        for head in heads:
            if number == 0 or not head.is_linked_to_previous:
                head._element.append(parse_xml(banner.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))


def _footer(document: "Document", pages: Sequence[Page]) -> None:
    """The small print in each language, and page x of y, on every page."""
    before, between, after = pages[0].labels.page
    rtl, look = pages[0].direction == "rtl", Look(size=14, colour=tables.FAINT)
    content = runs(before, rtl=rtl, look=look) + field("PAGE", look) + runs(between, rtl=rtl, look=look)
    content += field("NUMPAGES", look) + runs(after, rtl=rtl, look=look)
    foot = document.sections[0].footer
    for old in list(foot._element):
        foot._element.remove(old)
    said = "".join(line for page in pages for line in small_print(page, rtl=rtl))
    foot._element.extend(parse_xml(f"<w:body {nsdecls('w')}>{said}{paragraph(content, 'Footer')}</w:body>"))
