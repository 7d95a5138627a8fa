"""The page of a letter on plain paper."""

from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.shared import Mm

from tracker.views.letter import FramedPage
from tracker.views.word.letter_measured import height_of_edge
from tracker.views.word.letter_parts import face_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import _Footer, _Header

SIDE, TOP, BOTTOM = 15, 10, 8
"""The margins of a letter on plain paper, in millimetres."""


def set_page(document: "Document", page: FramedPage) -> None:
    """The page of a letter on plain paper, without foot, and its face."""
    section = document.sections[0]
    section.left_margin = section.right_margin = Mm(SIDE)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.header_distance = section.footer_distance = Mm(4)
    for style in document.styles.element.findall(qn("w:style")):
        for fonts in style.iter(qn("w:rFonts")):
            for name in ("ascii", "hAnsi", "cs"):
                fonts.set(qn(f"w:{name}"), face_of(page))


def height_within(document: "Document") -> float:
    """The points between head and foot, which push the text away where they are higher than the margins."""
    section, styles = document.sections[-1], document.styles.element
    room = _points(section.page_width) - _points(section.left_margin) - _points(section.right_margin)

    def edge(margin: int | None, distance: int | None, part: "_Header | _Footer") -> float:
        if part.is_linked_to_previous:  # there is none; asking for it would make one
            return abs(_points(margin))
        inner = height_of_edge(part._element, styles, 20 * room)
        return max(abs(_points(margin)), _points(distance) + inner if inner else 0)

    first = bool(section.different_first_page_header_footer)
    head = section.first_page_header if first else section.header
    foot = section.first_page_footer if first else section.footer
    taken = edge(section.top_margin, section.header_distance, head)
    return _points(section.page_height) - taken - edge(section.bottom_margin, section.footer_distance, foot)


def _points(length: int | None) -> float:
    return int(length or 0) / 12700
