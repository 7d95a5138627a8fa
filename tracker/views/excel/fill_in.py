"""A sheet to be filled in: headings with notes, lists to choose from, days as days."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from tracker.frozen import Frozen
from tracker.views.excel.formats import LINES, Formats
from tracker.views.excel.sheets import prepare_page
from tracker.views.excel.widths import fit
from tracker.views.words import Words

NEW_ROWS = 500
"""The empty rows below the records that lists to choose from reach down to."""
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_DAY = "yyyy-mm-dd"
_EMPTY = 14
"""The letters of a column in which nothing stands yet."""
_LONGEST_NOTE = 250


class FillIn(Frozen):
    """A column: its heading, the note on it, and the choices, which are all that may stand there if it is `closed`."""

    heading: str
    note: str = ""
    choices: tuple[str, ...] = ()
    closed: bool = False
    hidden: bool = False


def fill_in(
    name: str, title: str, columns: Sequence[FillIn], rows: Sequence[Sequence[str | int | date]], words: Words
) -> bytes:
    """The workbook: a sheet called `name` with these rows, and a hidden one with what is chosen from.

    The `title` stands above each page that is printed.
    """
    made = BytesIO()
    book = xlsxwriter.Workbook(made, _OPTIONS)
    book.set_properties({"title": name, "author": "", "comments": ""})
    formats = Formats(book, [words], border=1, border_color=LINES)
    sheet, lists = book.add_worksheet(name), book.add_worksheet("lists")
    lists.hide()
    if words.rtl:
        sheet.right_to_left()
    prepare_page(sheet, words, title)
    shown = [["" if c.hidden else str(value) for c, value in zip(columns, row, strict=True)] for row in rows]
    fit(sheet, [column.heading for column in columns], shown, empty=_EMPTY)
    look = formats.heads()
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.heading, look)
        if column.note:
            sheet.write_comment(0, place, column.note[:_LONGEST_NOTE], {"author": ""})
        if column.hidden:
            sheet.set_column(place, place, _EMPTY, None, {"hidden": True})
        if column.choices:
            _offer(sheet, lists, place, column, len(rows) + NEW_ROWS)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            _write(sheet, number, place, value, formats)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    book.close()
    return made.getvalue()


def _offer(sheet: Worksheet, lists: Worksheet, place: int, column: FillIn, last: int) -> None:
    """Offer the choices of a column, which stand in a sheet of their own: only short ones fit into the rule itself."""
    lists.write_column(0, place, column.choices)
    letter = _letters(place)
    rule = {
        "validate": "list",
        "source": f"=lists!${letter}$1:${letter}${len(column.choices)}",
        "error_type": "stop" if column.closed else "information",
    }
    sheet.data_validation(1, place, last, place, rule)


def _letters(place: int) -> str:
    return ("" if place < 26 else _letters(place // 26 - 1)) + chr(ord("A") + place % 26)


def _write(sheet: Worksheet, number: int, place: int, value: str | int | date, formats: Formats) -> None:
    if isinstance(value, date):
        sheet.write_datetime(number, place, value, formats.look(num_format=_DAY, align=formats.start))
    elif isinstance(value, int):
        sheet.write_number(number, place, value, formats.look(align=formats.start))
    elif value:
        sheet.write_string(number, place, value, formats.text())
    else:
        sheet.write_blank(number, place, None, formats.text())
