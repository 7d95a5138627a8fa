"""The text of a document, put between its beginning and the properties of its pages."""

import re
from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

if TYPE_CHECKING:
    from docx.document import Document


def put(document: "Document", xml: str) -> None:
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
