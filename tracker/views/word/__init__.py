"""Word files that are right to left everywhere: real styles, headings and tables, to be edited and signed."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu, Mm

from tracker.errors import MissingExtra
from tracker.model.health import Health
from tracker.reports.report import Report
from tracker.views.letterhead import Letterhead
from tracker.views.page import Page, Section, page_of
from tracker.views.symbols import COLOURS
from tracker.views.typesetting import pixels
from tracker.views.word import tables
from tracker.views.word.archive import settled
from tracker.views.word.runs import Look, field, paragraph, runs
from tracker.views.word.setup import opened
from tracker.views.words import Words

if TYPE_CHECKING:
    from docx.document import Document

_TWENTIETHS = 635  # EMU


def render(report: Report, words: Words, letterhead: Letterhead | None = None) -> bytes:
    """The document, on a letterhead where one is given; raises `NotLetterhead`.

    Pictures are drawn by typst; where it is not installed their numbers stand in a table instead.
    """
    page = page_of(report, words)
    document = opened(page, letterhead)
    _Writer(document, page).write()
    if letterhead is None:
        _footer(document, page)
    made = BytesIO()
    document.save(made)
    return settled(made.getvalue())


class _Writer:
    """Appends the sections of a page to a document."""

    def __init__(self, document: "Document", page: Page) -> None:
        self.document, self.page = document, page
        self.rtl = page.direction == "rtl"
        section = document.sections[-1]
        wide = (section.page_width or Mm(210)) - (section.left_margin or 0) - (section.right_margin or 0)
        self.room = int(wide) // _TWENTIETHS

    def write(self) -> None:
        page = self.page
        if page.demo:
            self.add(paragraph(self.runs(page.demo, Look(True, colour="B3261E")), further='<w:jc w:val="center"/>'))
        self.add(paragraph(self.runs(page.document), "Subtitle"))
        self.add(paragraph(self.runs(page.title), "Title"))
        totals = " · ".join(f"{cell.symbol} {cell.text}".strip() for cell in page.totals)
        if totals:
            self.add(paragraph(self.runs(totals)))
        for section in page.sections:
            self.section(section)
        for sentence in page.footer:
            self.add(paragraph(self.runs(sentence, Look(size=16, colour=tables.FAINT))))

    def runs(self, text: str, look: Look | None = None) -> str:
        return runs(text, rtl=self.rtl, look=look or Look())

    def add(self, xml: str) -> None:
        """Elements at the end of the text, before the page's own description."""
        body = self.document.element.body
        last = body.sectPr if hasattr(body, "sectPr") else None
        for element in parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"):
            if last is None:
                body.append(element)
            else:
                last.addprevious(element)

    def section(self, section: Section) -> None:
        if section.heading:
            self.add(paragraph(self.runs(section.heading), f"Heading{section.level - 1}"))
        match section.kind:
            case "part":
                return
            case "picture":
                self.picture(section)
            case "signatures":
                labels = (self.page.labels.name, self.page.labels.signature, self.page.labels.day)
                self.add(tables.places(section.rows, labels, rtl=self.rtl, room=self.room) + _AFTER_TABLE)
            case _ if not section.rows:
                self.add(paragraph(self.runs(section.empty, Look(colour=tables.FAINT))))
            case "table":
                made = tables.table(section, rtl=self.rtl, room=self.room, small=self.page.single)
                self.add(made + _AFTER_TABLE)
            case "facts":
                self.add(tables.pairs(section.rows, rtl=self.rtl, room=self.room) + _AFTER_TABLE)
            case _:
                self.add("".join(self.note(row[0]) for row in section.rows))

    def note(self, cell: Any) -> str:
        mark = ""
        if cell.health:
            mark = self.runs(f"{cell.symbol} ", Look(True, colour=COLOURS[Health(cell.health)].removeprefix("#")))
        return paragraph(mark + self.runs(cell.text), "ListBullet")

    def picture(self, section: Section) -> None:
        try:
            image = pixels(section.svg)
        except MissingExtra:
            self.add(tables.table(section, rtl=self.rtl, room=self.room) + _AFTER_TABLE)
            return
        shown = self.document.add_paragraph()
        wide = min(self.room * _TWENTIETHS, Mm(176))
        inline = shown.add_run().add_picture(BytesIO(image), width=Emu(wide))._inline
        inline.docPr.set("descr", section.alt)
        inline.docPr.set("name", section.key)


_AFTER_TABLE = paragraph("", further='<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>')


def _footer(document: "Document", page: Page) -> None:
    """Page x of y on every page; a letterhead has its own foot."""
    before, between, after = page.labels.page
    rtl, look = page.direction == "rtl", Look(size=14, colour=tables.FAINT)
    content = runs(before, rtl=rtl, look=look) + field("PAGE", look) + runs(between, rtl=rtl, look=look)
    content += field("NUMPAGES", look) + runs(after, rtl=rtl, look=look)
    foot = document.sections[0].footer
    for old in list(foot._element):
        foot._element.remove(old)
    foot._element.extend(parse_xml(f"<w:body {nsdecls('w')}>{paragraph(content, 'Footer')}</w:body>"))
