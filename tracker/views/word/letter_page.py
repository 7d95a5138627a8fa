"""The page of a letter on plain paper."""

from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.shared import Mm

from tracker.views.letter import FramedPage
from tracker.views.word.letter_parts import face_of

if TYPE_CHECKING:
    from docx.document import Document

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
