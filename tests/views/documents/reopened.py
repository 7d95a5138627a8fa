"""Documents as another reader sees them: their texts and their structure, a line for each thing."""

import csv
import html
import io
import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pypdfium2
from docx.table import Table
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt

from tests.views.said import line

ISOLATES = re.compile("[\u2066-\u2069]")
FORGE = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"])
"""Markdown as forges render it."""


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


def filtered(sheet: Any) -> str | None:
    """The cells that a sheet's filter covers: of its table, or where it has none its own."""
    return next((str(table.ref) for table in sheet.tables.values()), sheet.auto_filter.ref)


def excel_lines(content: bytes) -> Iterator[str]:
    """Sheets, their settings, and their cells with the type each has."""
    for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets:
        side = "right to left" if sheet.sheet_view.rightToLeft else "left to right"
        yield f"[sheet] {sheet.title}: {side}, frozen {sheet.freeze_panes}, filter {filtered(sheet)}"
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
        self.rows: list[list[str]] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        elif tag in {"th", "td"}:
            self.rows[-1].append("")
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
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data
        if self._open and self._open[-1] != "svg":
            self.lines[-1] += data


@lru_cache(2)
def table_rows(form: str, content: bytes) -> list[list[str]]:
    """The rows of a file, in its order, by what stands in their cells."""
    match form:
        case "docx":
            tables = docx.Document(io.BytesIO(content)).iter_inner_content()
            lines = [row for table in tables if isinstance(table, Table) for row in table._tbl.tr_lst]
            return [["\n".join(_texts(cell)) for cell in row.tc_lst] for row in lines]
        case "xlsx":
            sheets = openpyxl.load_workbook(io.BytesIO(content)).worksheets
            return [[_shown(cell) for cell in row] for sheet in sheets for row in sheet.iter_rows()]
        case "csv":
            return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        case _:
            return html_outline(_page(form, content)).rows


def text_of(form: str, content: bytes) -> str:
    """All that a reader finds in a file, small print included."""
    match form:
        case "docx":
            parts = docx.Document(io.BytesIO(content)).sections
            both = (foot for part in parts for foot in (part.first_page_footer, part.footer))
            feet = [each.text for foot in both for each in foot.paragraphs]
            return "\n".join([*word_lines(content), *feet])
        case "xlsx":
            return "\n".join(map(line, table_rows(form, content)))
        case _:
            return html.unescape(re.sub("<[^>]*>", "", _page(form, content)))


@lru_cache(2)
def _page(form: str, content: bytes) -> str:
    return content.decode() if form == "html" else FORGE.render(content.decode())


def _shown(cell: Any) -> str:
    """The cell of a workbook as a reader sees it."""
    if isinstance(cell.value, datetime):
        return cell.value.date().isoformat()
    percent = isinstance(cell.value, int | float) and "%" in cell.number_format
    return f"{round(cell.value * 100)}%" if percent else "" if cell.value is None else str(cell.value)


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
