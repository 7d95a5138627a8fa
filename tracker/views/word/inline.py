"""A picture that stands in its line."""

from io import BytesIO
from typing import TYPE_CHECKING

from docx.shared import Emu, Mm, Pt
from lxml import etree

from tracker.views.pictures.canvas import SMALL, Drawing

if TYPE_CHECKING:
    from docx.document import Document

LEAST = 8
"""The letters of a picture in points: it is as wide as makes them so large."""
HEADING = Mm(14)
"""The room of the heading above a picture."""
JOINED = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:rPr><w:sz w:val="2"/></w:rPr>'
"""A paragraph that leaves no room around its picture."""


def width_of(drawing: Drawing, room: int, high: int, *, paired: bool) -> Emu:
    """The width of a picture whose letters can be read, as far as the room of the page is wide and high enough."""
    smallest = min((text.size for text in drawing.texts), default=SMALL)
    wanted = Pt(LEAST) * drawing.width / smallest
    high -= HEADING
    if paired:  # two rows of pairs stand on a page
        wanted = max(wanted, (high - HEADING) / 2 * drawing.width / drawing.height)
    return Emu(round(min(wanted, room, high * drawing.width / drawing.height)))


def picture(
    document: "Document",
    image: bytes,
    number: int,
    *,
    name: str,
    alt: str,
    width: int | None = None,
    height: int | None = None,
) -> str:
    """A run with a picture; `number` is its own in the document, or Word repairs it, `alt` is for who cannot see it."""
    inline = document.part.new_pic_inline(BytesIO(image), width=width, height=height)
    for side in "TBLR":
        inline.set(f"dist{side}", "0")  # where it is not said, LibreOffice keeps text away and cuts the picture off
    inline.docPr.set("id", str(number))
    inline.docPr.set("descr", alt)
    inline.docPr.set("name", name)
    return f"<w:r><w:drawing>{etree.tostring(inline, encoding='unicode')}</w:drawing></w:r>"
