"""The edges of a page: small print and numbers at its foot, and in its head for whom a copy is."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tracker.views.letter.model import FramedPage
from tracker.views.page import Page
from tracker.views.separators import BESIDE
from tracker.views.word import tables
from tracker.views.word.runs import Look, field, paragraph, runs

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import _Footer, _Header


def small_print(page: Page, *, rtl: bool, running: bool = False) -> Iterator[str]:
    """The sentences at the foot, or those of every page; on a letterhead with its own foot they end the text."""
    look, own = Look(size=16, colour=tables.FAINT), page.direction == "rtl"
    further = tables.turned(own, rtl=rtl)
    for sentence in page.running if running else page.footer:
        yield paragraph(runs(sentence, rtl=own, look=look), "Footer", further=further)


def say_readers(document: "Document", page: Page | FramedPage) -> None:
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


def set_foot(document: "Document", pages: Sequence[Page]) -> None:
    """The small print in each language on the first page, what is running of it on the others, and page x of y."""
    rtl, look = pages[0].direction == "rtl", Look(size=16, colour=tables.FAINT)
    content = runs(BESIDE, rtl=rtl, look=look).join(_number(page, look) for page in pages)
    whole, running = (
        "".join(line for page in pages for line in small_print(page, rtl=rtl, running=part)) for part in (False, True)
    )
    numbers = paragraph(content, "Footer")
    _fill(document.sections[0].footer, (running or whole) + numbers)
    if whole != running:
        document.sections[0].different_first_page_header_footer = True
        _fill(document.sections[0].first_page_footer, whole + numbers)


def _number(page: Page, look: Look) -> str:
    """The number of the page and that of all, in the words of a language."""
    before, between, after = (runs(words, rtl=page.direction == "rtl", look=look) for words in page.labels.page)
    return before + field("PAGE", look) + between + field("NUMPAGES", look) + after


def set_numbers(document: "Document", *, rtl: bool) -> None:
    """The number of the page and that of all, in the middle of every foot."""
    look = Look(size=16, colour=tables.FAINT)
    numbers = field("PAGE", look) + runs(" / ", rtl=rtl, look=look) + field("NUMPAGES", look)
    _fill(document.sections[0].footer, paragraph(numbers, "Footer", further='<w:jc w:val="center"/>'))


def _fill(foot: "_Footer", xml: str) -> None:
    """Fill a foot with these paragraphs alone."""
    for old in list(foot._element):
        foot._element.remove(old)
    foot._element.extend(parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"))
