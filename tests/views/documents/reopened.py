"""Documents as another reader sees them: their texts and their structure, a line for each thing."""

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from zipfile import ZipFile

import docx
import openpyxl
import pypdfium2
from docx.table import Table
from docx.text.paragraph import Paragraph

ISOLATES = re.compile("[\u2066-\u2069]")


def word_lines(content: bytes) -> Iterator[str]:
    """Paragraphs by style, table rows by their cells, pictures by their alternative text."""
    for block in docx.Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(block, Paragraph):
            yield from _paragraph(block)
        else:
            yield from _rows(block)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    for picture in paragraph._p.xpath(".//wp:docPr"):
        yield f"[picture] {picture.get('descr')}"
    if paragraph.text:
        yield f"[{paragraph.style.name if paragraph.style else ''}] {paragraph.text}"


def _rows(table: Table) -> Iterator[str]:
    mirrored = "mirrored" if table._tbl.xpath("./w:tblPr/w:bidiVisual") else "straight"
    yield f"[table] {mirrored}, headings repeated: {len(table._tbl.xpath('./w:tr/w:trPr/w:tblHeader'))}"
    for row in table._tbl.tr_lst:
        yield " | ".join("/".join(_texts(cell)) for cell in row.tc_lst)


def _texts(cell: object) -> list[str]:
    found = [Paragraph(p, None).text for p in cell.xpath("./w:p")]  # type: ignore[attr-defined, arg-type] # alone
    return [text for text in found if text]


def excel_lines(content: bytes) -> Iterator[str]:
    """Sheets, their settings, and their cells with the type each has."""
    for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets:
        side = "right to left" if sheet.sheet_view.rightToLeft else "left to right"
        yield f"[sheet] {sheet.title}: {side}, frozen {sheet.freeze_panes}, filter {sheet.auto_filter.ref}"
        for row in sheet.iter_rows():
            shown = [f"{cell.value} ({cell.data_type}; {cell.number_format})" for cell in row if cell.value is not None]
            if shown:
                yield " | ".join(shown)


class Outline(HTMLParser):
    """Elements that carry meaning, with their texts."""

    LINES = frozenset(
        {"title", "h1", "h2", "h3", "p", "dt", "dd", "li", "caption", "th", "td", "figcaption", "summary"}
    )

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in self.LINES:
            self._open.append(tag)
            self.lines.append(f"[{tag}] ")
        elif tag == "svg":
            self._open.append(tag)
            self.lines.append("[svg] ")

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] != "svg":
            self.lines[-1] += data


def html_outline(content: str) -> Outline:
    """The page, parsed."""
    outline = Outline()
    outline.feed(content)
    outline.lines = [" ".join(line.split()) for line in outline.lines]
    return outline


def pdf_text(content: bytes) -> str:
    """What a reader copies or searches, page after page."""
    document = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def every_text(form: str, content: bytes) -> str:
    """All that is in a file in whatever part, packed or not: for what must not be there."""
    if form in {"docx", "xlsx"}:
        with ZipFile(io.BytesIO(content)) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return pdf_text(content) if form == "pdf" else content.decode()
