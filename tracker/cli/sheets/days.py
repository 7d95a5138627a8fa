"""The days of a sheet, written as ISO dates by the order that each of its columns has."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from tracker.cli.sheets.pages import cells_of, with_column
from tracker.cli.sheets.sameness import day_of, is_month_first, is_unclear, iso_day
from tracker.text.sheets.sheet_text import SheetText

Cells = Mapping[str, str]


def with_iso_days(
    sheet: SheetText, every: Cells, names: Iterable[str], ours: Callable[[str, Cells], str]
) -> tuple[SheetText, Cells]:
    """The sheet, and the cells that all new rows have, with ISO dates under those headings.

    `ours` gives what the record that a row is known by says under a heading, if there is one.
    """
    for name in names:
        order = partial(iso_day, month_first=is_month_first(_unclear(sheet, every, name, partial(ours, name))))
        sheet = with_column(sheet, name, order)
        if name in every:
            every = {**every, name: order(every[name])}
    return sheet, every


def _unclear(
    sheet: SheetText, every: Cells, name: str, ours: Callable[[Cells], str]
) -> Iterator[tuple[str, date | None]]:
    """Give the days of a column that are others where the month stands first, each beside that of its record."""
    unclear = {cell for cell in {*sheet.columns.get(name, ())} if cell and is_unclear(cell)}
    rows = (cells_of(sheet, row) for row in (sheet.rows if unclear else ()))
    for cells in (*rows, every):
        if (cell := cells.get(name)) and (cell in unclear or cells is every) and is_unclear(cell):
            yield cell, day_of(ours(cells)[:10], month_first=False)
