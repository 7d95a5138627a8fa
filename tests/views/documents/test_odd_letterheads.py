"""Letterheads that are none, and plain ones that serve."""

import io
import re
from collections.abc import Callable

import docx
import pytest

from tests.views.documents.letterheads import before, changed, plain, written
from tracker.errors import NotLetterhead

DOCUMENT, TYPES, STYLES = "word/document.xml", "[Content_Types].xml", "word/styles.xml"
WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def bomb(parts: int, size: int) -> bytes:
    return changed({}, {f"word/media/b{number}.bin": b"\0" * size for number in range(parts)})


def put(part: str, old: str, new: str) -> Callable[[], bytes]:
    """The letterhead with what matches `old` in a part replaced."""
    return lambda: changed({part: lambda text: re.sub(old, new, text, flags=re.DOTALL)})


ODD: dict[str, Callable[[], bytes]] = {
    "no body": put(DOCUMENT, r"<w:body>.*</w:body>", ""),
    "no page": put(DOCUMENT, r"<w:sectPr.*</w:sectPr>", ""),
    "no document": put("_rels/.rels", 'officeDocument"', 'nothing"'),
    "with macros": put(TYPES, re.escape(WORD), "vnd.ms-word.document.macroEnabled"),
    "a template": put(TYPES, re.escape("wordprocessingml.document"), "wordprocessingml.template"),
    "a spreadsheet": put(TYPES, re.escape("wordprocessingml.document"), "spreadsheetml.sheet"),
    "broken XML": put(DOCUMENT, ".{20}$", ""),
    "a broken head": put("word/header1.xml", ".{20}$", ""),
    "broken styles": put(STYLES, ".{20}$", ""),
    "measures that are none": put(DOCUMENT, r'w:w="[0-9]+"', 'w:w="wide"'),
    "another root": put(DOCUMENT, "^.*$", f"<w:styles {MAIN}/>"),
    "many parts": lambda: bomb(1200, 1),
    "large parts": lambda: bomb(2, 40 << 20),
    "cut": lambda: plain()[:-900],
    "empty": lambda: b"",
    "text": lambda: b"PK is how a zip begins",
}


@pytest.mark.parametrize("what", ODD)
def test_odd_ones_are_refused(what: str) -> None:
    with pytest.raises(NotLetterhead):
        written(ODD[what]())


PLAIN: dict[str, Callable[[], bytes]] = {
    "no head": put(DOCUMENT, r"<w:(?:header|footer)Reference[^>]*>", ""),
    "styles of no name": put(STYLES, r"<w:style .*</w:style>", ""),
    "a text in it": lambda: changed({DOCUMENT: before("<w:sectPr", "<w:p><w:r><w:t>seen</w:t></w:r></w:p>")}),
    "columns": put(DOCUMENT, "<w:cols w:space=", '<w:cols w:num="2" w:space='),
}


@pytest.mark.parametrize("what", PLAIN)
def test_plainer_ones_serve(what: str) -> None:
    assert docx.Document(io.BytesIO(written(PLAIN[what]()))).paragraphs
