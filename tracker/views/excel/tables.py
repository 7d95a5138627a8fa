"""Tables of Excel, one on a sheet: headings frozen, filters on, each thing in a cell as what it is."""

import re
from collections.abc import Sequence
from datetime import date

from xlsxwriter.worksheet import Worksheet

from tracker.reports.document_cells import Light
from tracker.reports.numbers import Share
from tracker.reports.report import Colour, Day, Percent, Points, Table, Value
from tracker.text.output.wrap import NO_BREAK
from tracker.views.excel.formats import Formats
from tracker.views.excel.sheets import Sheets
from tracker.views.excel.widths import fit
from tracker.views.spreadsheet_values import columns_and_rows, plain_value
from tracker.views.symbols import HEALTH_SYMBOL, PLANNED, SURE

_BAR = {"type": "data_bar", "data_bar_2010": True, "bar_solid": True, "bar_border_color": SURE.upper()}


def add_table(sheets: Sheets, table: Table) -> Worksheet:
    """A sheet with the table, named by its heading."""
    sheet = sheets.add(table.heading)
    headings, rows = columns_and_rows(table)
    fill(sheets, sheet, headings, rows, table.key, table.leading)
    return sheet


def fill(
    sheets: Sheets,
    sheet: Worksheet,
    headings: Sequence[Value],
    rows: Sequence[Sequence[Value]],
    key: str,
    leading: Sequence[int] = (),
    beside: int = 0,
) -> None:
    """Fill in headings and below them values, `leading` rows set off; bars where a column holds percentages.

    The whole is a table of Excel, named by its `key`; `beside` are the letters that will stand beside it.
    """
    names = _different([sheets.formats.said(heading, " / ") for heading in headings])
    look = sheets.formats.heads()
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, look)
    shown = [
        [
            write(sheet, number, column, value, sheets.leading if number - 1 in leading else sheets.cells)
            for column, value in enumerate(row)
        ]
        for number, row in enumerate(rows, 1)
    ]
    fit(sheet, names, shown, beside)
    for column in range(len(headings)):
        if rows and _are_shares([row[column] for row in rows]):
            _add_bar(sheets, sheet, column, len(rows))
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    columns = [{"header": name, "header_format": look} for name in names]
    name = f"t_{re.sub('[^A-Za-z0-9]', '_', key)}_{next(sheets.numbers)}"
    sheet.add_table(0, 0, max(len(rows), 1), len(names) - 1, {"name": name, "columns": columns, "style": None})


def _different(names: Sequence[str]) -> list[str]:
    """The names, those that others have already with a number: Excel has no two columns of one name."""
    found: list[str] = []
    for name in names:
        taken, number, free = {each.casefold() for each in found}, 1, name or "–"
        while free.casefold() in taken:
            number += 1
            free = f"{name or '–'} {number}"
        found.append(free)
    return found


def _are_shares(values: Sequence[Value]) -> bool:
    """Whether percentages stand in a column, and nothing else."""
    return any(values) and all(isinstance(value, Percent | Share | None) for value in values)


def _add_bar(sheets: Sheets, sheet: Worksheet, column: int, rows: int) -> None:
    way = "right" if sheets.words.rtl else "left"
    limits = {"min_type": "num", "max_type": "num", "min_value": 0, "max_value": 1}
    sheet.conditional_format(
        1, column, rows, column, {**_BAR, **limits, "bar_color": PLANNED.upper(), "bar_direction": way}
    )


def write(sheet: Worksheet, row: int, column: int, value: Value, formats: Formats) -> str:
    """Writes a value as what it is; gives a text that takes as much room."""
    match value:
        case Colour() | Light():
            text = f"{HEALTH_SYMBOL[value.health]} {formats.said(value)}"
            sheet.write_string(row, column, text, formats.health(value.health))
            return text
        case Percent(number):
            sheet.write_number(row, column, number / 100, formats.share())
            return "100%"
        case Share(number):
            sheet.write_number(row, column, float(number / 100), formats.share(exact=True))
            return "100.5%"
        case Points(number):
            sheet.write_number(row, column, number, formats.look(num_format="+0;-0;0", align="center"))
            return "+100"
    plain = plain_value(value, formats.words)
    if isinstance(plain, date):
        sheet.write_datetime(row, column, plain, formats.day())
        return formats.words.bare(Day(plain)).replace(" ", NO_BREAK)
    if isinstance(plain, int | float):
        sheet.write_number(row, column, plain, formats.number())
        return str(plain)
    if not plain:  # an empty text would count as one where days and figures are grouped
        sheet.write_blank(row, column, None, formats.text())
        return ""
    text = formats.said(value)
    sheet.write_string(row, column, text, formats.text())
    return text
