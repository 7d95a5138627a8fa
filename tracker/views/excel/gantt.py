"""Planned time as bars over months beside its days: colours that follow when a day, a percentage or today changes."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from tracker.message import Message, msg
from tracker.reports.document_cells import Light
from tracker.reports.pictures.drawn import Stretch, Timeline
from tracker.reports.pictures.tables import WORK
from tracker.reports.report import Day, Percent, Value
from tracker.reports.vocabulary import SHORT_HEALTH
from tracker.views.excel.charts import code_and_title
from tracker.views.excel.sheets import Sheets
from tracker.views.excel.tables import fill, write
from tracker.views.pictures.months import firsts, months_apart
from tracker.views.symbols import CLAIMED, PLANNED, SURE

APART, MOST = (1, 3, 12), 60
"""The months of a column, and the columns of them at most: a longer time is told in quarters or years."""
BEYOND = "#DEDEDE"
GATE, INK, PAPER = "◆", "#1A1A1A", "#FFFFFF"
_HEADINGS = (
    *(msg("Code"), WORK.heading, msg("Health"), msg("Planned start"), msg("Planned end"), msg("Forecast")),
    *(msg("Declared"), msg("Evidenced")),
)
_START, _END, _FORECAST, _DECLARED, _EVIDENCED = range(3, 8)
_FIRST = len(_HEADINGS) + 1
"""The first column of months."""
_WIDE = 2.7


def add_timeline(sheets: Sheets, timeline: Timeline) -> None:
    """Add the planned times, beside them months with bars, gates and today, and below them what the signs mean."""
    sheet, last = sheets.add(timeline.heading or timeline.alt), len(timeline.rows)
    apart = months_apart(timeline.first, timeline.last, APART, MOST)
    months = list(firsts(timeline.first, timeline.last, apart))
    leading = [number for number, row in enumerate(timeline.rows) if not row.part]
    fill(
        sheets,
        sheet,
        _HEADINGS,
        [_row(row) for row in timeline.rows],
        timeline.key,
        leading,
        round(_WIDE * len(months)),
    )
    sheet.freeze_panes(1, 2)
    sheet.set_column(_FIRST - 1, _FIRST - 1, 1)
    sheet.set_column(_FIRST, _FIRST + len(months) - 1, _WIDE)
    look = sheets.formats.look(num_format=sheets.formats.months, rotation=90, align="center", font_size=8)
    for column, month in enumerate(months, _FIRST):
        sheet.write_datetime(0, column, month, look)
    sheet.set_row(0, 54)
    for number, row in enumerate(timeline.rows, 1):
        _draw_grid(sheets, sheet, number, row, months)
    today = _write_legend(sheets, sheet, last + 2, timeline.today)
    _colour(sheets, sheet, last, len(months), apart, today)


def _row(row: Stretch) -> tuple[Value, ...]:
    forecast = Day(row.forecast) if row.forecast else None
    light = Light(row.health, SHORT_HEALTH[row.health])
    done = (Percent(row.declared), Percent(row.evidenced))
    return (*code_and_title(row.label), light, Day(row.start), Day(row.end), forecast, *done)


def _draw_grid(sheets: Sheets, sheet: Worksheet, number: int, row: Stretch, months: Sequence[date]) -> None:
    """The cells of a row, with a sign where a gate was passed."""
    look = sheets.cells.look(align="center", font_size=9)
    passed = {max(month for month in months if month <= day) for day in row.gates}
    for column, month in enumerate(months, _FIRST):
        if month in passed:
            sheet.write_string(number, column, GATE, look)
        else:
            sheet.write_blank(number, column, None, look)


def _colour(sheets: Sheets, sheet: Worksheet, last: int, months: int, apart: int, today: str) -> None:
    """Colour the months by the days and percentages of their row, and frame the one in which today is.

    Frame and colour are one rule where both are, for some programs take but the first that holds.
    """
    here, until = _month(0, apart)
    now = f"AND({here}<={today},{until}>{today})"
    frame = {"left": 1, "right": 1, "border_color": INK}
    cells = (1, _FIRST, last, _FIRST + months - 1)
    for look, bar in (*_bars(apart), ({}, "TRUE")):
        for form, rule in (({**look, **frame}, f"=AND({bar},{now})"), (look, f"={bar}")):
            if form:
                made = sheets.book.add_format(form)
                sheet.conditional_format(*cells, {"type": "formula", "criteria": rule, "format": made})
    made = sheets.book.add_format({"bg_color": INK, "font_color": PAPER})
    head = (0, _FIRST, 0, _FIRST + months - 1)
    sheet.conditional_format(*head, {"type": "formula", "criteria": f"={now}", "format": made})


def _month(column: int, apart: int) -> tuple[str, str]:
    """The first day of the months of a column, and that of those after them."""
    here = xl_rowcol_to_cell(0, _FIRST + column, row_abs=True)
    return here, f"EDATE({here},{apart})"


def _bars(apart: int) -> Iterator[tuple[dict[str, Any], str]]:
    """The looks of months and the rules for them, the first that holds; half a month of what is done is one."""
    here, until = _month(0, apart)
    start, end, forecast, declared, evidenced = (
        f"${xl_col_to_name(column)}2" for column in (_START, _END, _FORECAST, _DECLARED, _EVIDENCED)
    )
    planned = f"{here}<={end},{until}>{start}"
    middle = f"(MAX({here},{start})+MIN({until},{end}+1))/2"
    for colour, share in ((SURE, evidenced), (CLAIMED, declared)):
        yield _filled(colour), f"AND({planned},{middle}<={start}+({end}+1-{start})*{share})"
    yield _filled(PLANNED), f"AND({planned})"
    yield _filled(BEYOND), f'AND({forecast}<>"",{here}<={forecast},{until}>{end})'


def _filled(colour: str) -> dict[str, Any]:
    """A cell of a colour, whose letters are read on it."""
    return {"bg_color": colour, "font_color": PAPER if colour == SURE else INK}


def _write_legend(sheets: Sheets, sheet: Worksheet, top: int, today: date) -> str:
    """Write what the signs mean, and today, which can be changed; gives its cell."""
    signs: tuple[tuple[dict[str, Any], str, Message], ...] = (
        (_filled(SURE), "", msg("evidenced")),
        (_filled(CLAIMED), "", msg("declared without evidence")),
        (_filled(PLANNED), "", msg("planned time")),
        (_filled(BEYOND), "", msg("forecast beyond the plan")),
        ({}, f"{GATE} ", msg("gate passed")),
    )
    for row, (look, sign, words) in enumerate(signs, top):
        text = f"{sign}{sheets.formats.said(words, ' / ')}"
        sheet.write_string(row, 1, text, sheets.cells.look(align=sheets.formats.start, **look))
    row = top + len(signs)
    framed = sheets.formats.look(left=2, right=2, border_color=INK, align=sheets.formats.start)
    sheet.write_string(row, 1, sheets.formats.said(msg("the day of the report"), " / "), framed)
    write(sheet, row, _START, Day(today), sheets.cells)
    return str(xl_rowcol_to_cell(row, _START, row_abs=True, col_abs=True))
