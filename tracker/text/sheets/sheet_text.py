"""The rows of a spreadsheet that was saved as text: by Excel, LibreOffice or a program, in whatever way that writes.

Read are UTF-8 and UTF-16 with or without a mark, and the Windows encodings of Arabic and Turkish, which Excel uses
where it is not asked for UTF-8; commas, semicolons (Latin and Arabic) or tabs between the cells.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import zip_longest

from tracker import errors
from tracker.frozen import Frozen
from tracker.text.input.formulas import may_be_escaped, unescaped
from tracker.text.sheets.encodings import decoded

_SEPARATORS = ",;\t؛"
_SAID = "sep="  # Excel's own way of saying it, on a line before the headings


PACKED, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""The first bytes of workbooks, and of those of the time before they were packed."""


def is_workbook(raw: bytes) -> bool:
    """Whether a file is a workbook, or another document of an office, and no text."""
    return raw.startswith((PACKED, OLD))


class Row(Frozen):
    """The cells of a row, and the line of the file on which it begins."""

    line: int
    cells: tuple[str, ...]


class SheetText(Frozen, dict=True):
    """The headings and the rows that are not empty; `encoding` is named where it had to be guessed."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str = ""

    @cached_property
    def columns(self) -> dict[str, list[str]]:
        """The cells of all rows under each heading, empty where a row is shorter."""
        columns = zip_longest(self.headings, *(row.cells for row in self.rows), fillvalue="")
        return {heading: cells for heading, *cells in columns}


def read_sheet(raw: bytes, lang: str) -> SheetText:
    """The rows of the file; `lang` tells which Windows encoding is likely. Raises `BadSheet`."""
    text, guessed = decoded(raw, lang)
    return sheet_of([row for row in _rows(text) if any(row.cells)], guessed)


def sheet_of(rows: Sequence[Row], guessed: str = "") -> SheetText:
    """The sheet of rows that are not empty, the first of which has the headings. Raises `BadSheet`."""
    if not rows:
        raise errors.BadSheet("empty")
    headings = rows[0].cells
    while headings and not headings[-1]:
        headings = headings[:-1]
    for row in rows[1:]:
        if any(row.cells[len(headings) :]):
            raise errors.BadSheet("cells", row.line)
    return SheetText(headings, tuple(rows[1:]), guessed)


def _rows(text: str) -> Iterator[Row]:
    if "\n" not in text:
        text = text.replace("\r", "\n")  # Excel for Mac ends its lines so
    first, _, rest = text.partition("\n")
    said = first.strip().lower().startswith(_SAID)
    separator = first.strip()[len(_SAID) :][:1] if said else _separator(first)
    csv.field_size_limit(max(len(text), csv.field_size_limit()))  # a cell may be as long as the file
    reader = csv.reader(io.StringIO(rest if said else text, newline=""), delimiter=separator or ",", strict=True)
    skipped = line = int(said)
    plain = not may_be_escaped(text)
    try:
        for cells in reader:
            texts = map(str.strip, cells)
            yield Row(line + 1, tuple(texts if plain else map(unescaped, texts)))
            line = reader.line_num + skipped
    except csv.Error as error:
        raise errors.BadSheet("quotes", line + 1) from error


def _separator(heading: str) -> str:
    """The separator that stands most often between the headings, none of which holds one."""
    return max(_SEPARATORS, key=heading.count)
