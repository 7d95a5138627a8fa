"""Colours that follow the figures of a sheet: a scale over ratings, and planned time as bars over months."""

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from tracker.reports.pictures.drawn import Heat, Timeline
from tracker.reports.pictures.tables import table_of
from tracker.views.excel.sheets import Sheets, add_table
from tracker.views.pictures.months import firsts, months_apart
from tracker.views.symbols import CLAIMED, PLANNED

LIGHT, DARK = "#DCE6F2", "#1F4E8C"
APART, MOST = (1, 3, 12), 60
"""The months of a column, and the columns of them at most: a longer time is told in quarters or years."""


def add_heat(sheets: Sheets, heat: Heat, part: str) -> None:
    """Add the ratings with a scale of colours over them."""
    sheet = add_table(sheets, table_of(heat), part)
    scale = {"type": "2_color_scale", "min_type": "num", "max_type": "num", "min_color": LIGHT, "max_color": DARK}
    limits = {"min_value": heat.lowest, "max_value": heat.highest}
    sheet.conditional_format(1, 1, max(len(heat.rows), 1), len(heat.columns), {**scale, **limits})


def add_timeline(sheets: Sheets, timeline: Timeline, part: str) -> None:
    """Add the planned times, and beside them months whose cells are filled by the days of their row."""
    table = table_of(timeline)
    keys = [column.key for column in table.columns]
    sheet = add_table(sheets, table, part)
    first = len(keys) + 1
    apart = months_apart(timeline.first, timeline.last, APART, MOST)
    months = list(firsts(timeline.first, timeline.last, apart))
    look = sheets.formats.look(num_format="mmm yy", rotation=90, align="center", font_size=8)
    for column, month in enumerate(months, first):
        sheet.write_datetime(0, column, month, look)
        sheet.set_column(column, column, 2.4)
    start, end, forecast = (f"${xl_col_to_name(keys.index(key))}2" for key in ("start", "end", "forecast"))
    here = xl_rowcol_to_cell(0, first, row_abs=True)
    after = f"EDATE({here},{apart})"
    for colour, rule in (
        (CLAIMED, f"=AND({here}<={end},{after}>{start})"),
        (PLANNED, f'=AND({forecast}<>"",{here}<={forecast},{after}>{end})'),
    ):
        _fill(sheets, sheet, (first, first + len(months) - 1), len(timeline.rows), colour, rule)


def _fill(sheets: Sheets, sheet: Worksheet, columns: tuple[int, int], rows: int, colour: str, rule: str) -> None:
    look = sheets.book.add_format({"bg_color": colour})
    sheet.conditional_format(1, columns[0], rows, columns[1], {"type": "formula", "criteria": rule, "format": look})
