"""The headings of a document, and of one in chapters its contents: each a link, for Word alone knows its pages."""

from tracker.views.page import Page, Section
from tracker.views.word.runs import Look, paragraph, runs

_FIRST_ID = 5000  # beyond those of a letterhead
_NEW_PAGE = "<w:pageBreakBefore/>"


def heading(page: Page, section: Section, *, rtl: bool) -> str:
    """The heading of a section; before the first of a document in chapters its contents, which end a page."""
    text = runs(section.titled, rtl=rtl)
    if section.number:
        at = page.sections.index(section)
        mark = f'w:id="{_FIRST_ID + at}"'
        text = f'<w:bookmarkStart {mark} w:name="{_name(at)}"/>{text}<w:bookmarkEnd {mark}/>'
    first = section is next((each for each in page.sections if each.number), None)
    title = paragraph(text, f"Heading{section.level - 1}", further=_NEW_PAGE if first else "")
    return _contents(page, rtl=rtl) + title if first else title


def _contents(page: Page, *, rtl: bool) -> str:
    links = [
        f'<w:hyperlink w:anchor="{_name(at)}" w:history="1">{runs(section.titled, rtl=rtl)}</w:hyperlink>'
        for at, section in enumerate(page.sections)
        if section.number and section.is_chapter
    ]
    return "".join(map(paragraph, [runs(page.labels.contents, rtl=rtl, look=Look(True)), *links]))


def _name(at: int) -> str:
    return f"chapter{at}"
