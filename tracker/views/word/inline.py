"""A picture that stands in its line."""

from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from docx.document import Document


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
