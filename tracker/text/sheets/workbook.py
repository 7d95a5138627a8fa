"""The rows of a workbook of Excel or LibreOffice, each cell as the text that a person would type for it."""

import datetime
import io
from collections.abc import Iterator
from decimal import Decimal

from python_calamine import CalamineError, CalamineWorkbook

from tracker import errors
from tracker.frozen import Frozen
from tracker.text.sheets.extent import check_extent
from tracker.text.sheets.sheet_text import OLD, Row

_TRUE, _FALSE = "yes", "no"


class Page(Frozen):
    """A sheet of a workbook with its rows that are not empty."""

    name: str
    rows: tuple[Row, ...]


def pages_of(raw: bytes) -> tuple[Page, ...]:
    """The sheets of the workbook. Raises `BadSheet` for what is none, is locked, or is too large."""
    if raw.startswith(OLD):
        raise errors.BadSheet("old_workbook")
    check_extent(raw)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        return tuple(Page(name, tuple(_rows(book, name))) for name in book.sheet_names)
    except (CalamineError, ValueError, OSError) as error:
        raise errors.BadSheet("workbook") from error


def _rows(book: CalamineWorkbook, name: str) -> Iterator[Row]:
    for line, cells in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False), 1):
        # Most cells are texts in which nothing stands for the end of a line: no function is called for them.
        texts = tuple(
            [
                cell.strip() if cell.__class__ is str and "\r" not in cell and "_x" not in cell else text_of(cell)
                for cell in cells
            ]
        )
        if any(texts):
            yield Row(line, texts)


def text_of(cell: object) -> str:
    """The text of a cell: days as ISO dates, numbers with a point and without an exponent, as our own sheets have."""
    if isinstance(cell, str):
        return cell.replace("_x000D_", "").replace("\r\n", "\n").strip()
    match cell:
        case bool():
            return _TRUE if cell else _FALSE
        case float():
            return str(int(cell)) if cell.is_integer() else f"{Decimal(repr(cell)):f}"
        case datetime.datetime():
            return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ", "seconds")
        case datetime.date() | datetime.time():
            return cell.isoformat()
    return str(cell).strip()
