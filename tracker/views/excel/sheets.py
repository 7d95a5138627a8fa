"""Sheets of a workbook: one for each table, headings frozen, filters on, as wide as what stands in them."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import count

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tracker.message import Message
from tracker.reports.report import Colour, Percent, Points, Table, Value
from tracker.views.excel.formats import LEADING, LINES, Formats
from tracker.views.spreadsheet_values import columns_and_rows, plain_value
from tracker.views.symbols import HEALTH_SYMBOL, PLANNED, SURE
from tracker.views.words import Words

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31
NARROWEST, WIDEST = 7, 44
MANY, A4, A3 = 12, 9, 8
"""Columns beyond which a sheet is printed on the larger paper; Excel's numbers of papers."""
LINE = 13.5
"""Points of a line of text."""
_BAR = {"type": "data_bar", "data_bar_2010": True, "bar_solid": True, "bar_border_color": SURE.upper()}


class Sheets:
    """The workbook with what all its sheets share: direction, page, head and foot, and `numbers` for its tables."""

    def __init__(
        self, book: Workbook, formats: Formats, words: Words, banners: Sequence[str], footer: Sequence[str]
    ) -> None:
        self.book, self.formats, self.words = book, formats, words
        lines = {"border": 1, "border_color": LINES}
        self.cells, self.leading = Formats(book, words, **lines), Formats(book, words, **lines, bg_color=LEADING)
        self.banners, self.footer = banners, footer
        self.titles: dict[str, str] = {}  # whole, by the names that Excel takes
        self._names: set[str] = set()
        self.numbers = count(1)

    def add(self, name: str) -> Worksheet:
        """An empty sheet of that name, which is cut and numbered until Excel takes it."""
        sheet = self.book.add_worksheet(self._free(name))
        self.titles[sheet.name] = name
        if self.words.rtl:
            sheet.right_to_left()
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P / &N&R&A" if self.words.rtl else "&L&A&C&P / &N")
        if self.banners:
            sheet.set_header(f"&C{_quoted(' · '.join(self.banners))}")
        return sheet

    def _free(self, name: str) -> str:
        plain = " ".join(_FORBIDDEN.sub(" ", name).split()).strip("'") or "–"
        for number in range(1, 10_000):
            suffix = f" {number}" if number > 1 else ""
            found = plain[: _LONGEST_NAME - len(suffix)].strip(" '") + suffix
            if found.casefold() not in self._names and found.casefold() != "history":  # Excel keeps that for itself
                self._names.add(found.casefold())
                return found
        raise AssertionError(name)


def _quoted(text: str) -> str:
    """A text in a head or foot, where & begins a code."""
    return text.replace("&", "&&")


def add_table(sheets: Sheets, table: Table, part: str) -> Worksheet:
    """A sheet with the table, named by its own heading, else by the `part` it stands in."""
    words = sheets.words
    sheet = sheets.add(words.bare(table.heading) if table.heading else part)
    headings, rows = columns_and_rows(table)
    fill(sheets, sheet, headings, rows, table.key, table.leading)
    return sheet


def fill(
    sheets: Sheets,
    sheet: Worksheet,
    headings: Sequence[Message],
    rows: Sequence[Sequence[Value]],
    key: str,
    leading: Sequence[int] = (),
    last: int = 1,
) -> None:
    """Fill in headings and below them values, `leading` rows set off; bars where a column holds percentages.

    The whole is a table of Excel, named by its `key`, of as many rows as there are, at least `last`.
    """
    words, formats = sheets.words, sheets.formats
    names = [words.bare(heading) for heading in headings]
    look = formats.heads()
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, look)
    shown = [
        [
            write(sheets, sheet, number, column, value, sheets.leading if number - 1 in leading else sheets.cells)
            for column, value in enumerate(row)
        ]
        for number, row in enumerate(rows, 1)
    ]
    _measure(sheet, names, shown)
    for column in range(len(headings)):
        if rows and all(isinstance(row[column], Percent | None) for row in rows):
            _add_bar(sheets, sheet, column, len(rows))
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    _as_table(sheets, sheet, names, max(len(rows), last), key)


def _as_table(sheets: Sheets, sheet: Worksheet, names: Sequence[str], last: int, key: str) -> None:
    """Make a table with a name of what stands there; with a filter alone where two of its headings are the same."""
    if len({name.casefold() for name in names}) < len(names) or not all(names):
        sheet.autofilter(0, 0, last, len(names) - 1)
        return
    name = f"{re.sub('[^A-Za-z0-9]', '_', key)}_{next(sheets.numbers)}"
    look = sheets.formats.heads()
    columns = [{"header": each, "header_format": look} for each in names]
    sheet.add_table(0, 0, last, len(names) - 1, {"name": f"t_{name}", "columns": columns, "style": None})


def _measure(sheet: Worksheet, names: Sequence[str], shown: Sequence[Sequence[str]]) -> None:
    """Make columns as wide as their longest line, within limits, and rows as high as their texts are then wrapped to.

    Excel would find the heights by itself, other programs let the lines of neighbouring rows overlap.
    """
    many = len(names) > MANY
    widths = [max(map(len, name.split()), default=0) + 3 for name in names]
    for row in shown:
        widths = [
            max(width, *(len(line) + 2 for line in text.split("\n"))) for width, text in zip(widths, row, strict=True)
        ]
    widths = [min(max(width, NARROWEST), WIDEST // 2 if many else WIDEST) for width in widths]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    if many:
        sheet.set_paper(A3)
    for number, row in enumerate([names, *shown]):
        fit_height(sheet, number, row, widths)


def fit_height(sheet: Worksheet, number: int, texts: Sequence[str], widths: Sequence[int]) -> None:
    """A row as high as its texts are when they are wrapped to columns of these widths, in letters."""
    lines = max((lines_of(text, width) for text, width in zip(texts, widths, strict=True)), default=1)
    if lines > 1:
        sheet.set_row(number, LINE * lines)


def lines_of(text: str, width: int) -> int:
    """Count the lines that a text takes in a column of so many letters; words rarely fill a line."""
    return sum(max(-(-len(line) // (width - 2)), 1) for line in text.split("\n"))


def _add_bar(sheets: Sheets, sheet: Worksheet, column: int, rows: int) -> None:
    way = "right" if sheets.words.rtl else "left"
    limits = {"min_type": "num", "max_type": "num", "min_value": 0, "max_value": 1}
    sheet.conditional_format(
        1, column, rows, column, {**_BAR, **limits, "bar_color": PLANNED.upper(), "bar_direction": way}
    )


def write(sheets: Sheets, sheet: Worksheet, row: int, column: int, value: Value, formats: Formats) -> str:
    """Writes a value as what it is; gives a text that takes as much room."""
    words = sheets.words
    plain = plain_value(value, words)
    match value:
        case Colour():
            text = f"{HEALTH_SYMBOL[value.health]} {plain}"
            sheet.write_string(row, column, text, formats.health(value.health))
            return text
        case Percent(number):
            sheet.write_number(row, column, number / 100, formats.look(num_format=formats.shares, align="center"))
            return "100%"
        case Points(number):
            sheet.write_number(row, column, number, formats.look(num_format="+0;-0;0", align="center"))
            return "+100"
    if isinstance(plain, date):
        sheet.write_datetime(row, column, plain, formats.look(num_format=formats.days, align="center"))
        return "30 September 2026"
    if isinstance(plain, int | float):
        sheet.write_number(row, column, plain, formats.number())
        return str(plain)
    sheet.write_string(row, column, plain, formats.text())
    return plain
