"""Bars and the way of the whole as charts, drawn from the figures of their own sheet: they follow when those change."""

from tracker.message import Message, msg
from tracker.reports.pictures.drawn import Bar, Bars, Course
from tracker.reports.pictures.tables import STEP, table_of
from tracker.reports.report import Percent, Value
from tracker.reports.values import percent
from tracker.views.excel.axes import (
    DECLARED,
    EVIDENCED,
    EXPECTED,
    FONT,
    GRID,
    axis_of_days,
    dashes,
    line,
    put,
    span,
)
from tracker.views.excel.sheets import Sheets
from tracker.views.excel.tables import fill

_HATCH = {"pattern": "wide_upward_diagonal", "fg_color": DECLARED, "bg_color": "#FFFFFF"}
_LOOKS = (
    {"pattern": _HATCH, "border": {"color": DECLARED}},
    {"fill": {"color": EVIDENCED}},
    {"fill": {"color": EXPECTED}},
)
"""The looks of declared, evidenced and expected bars: what is declared is hatched as in every picture."""


def add_bars(sheets: Sheets, bars: Bars) -> None:
    """Add code, title, declared, evidenced and expected, and a bar chart of them by code.

    The axis has codes only: programs lay out labels of Arabic and Latin letters in the wrong order.
    """
    sheet = sheets.add(bars.heading or bars.alt)
    headings = (msg("Code"), STEP.heading, msg("Declared"), msg("Evidenced"), msg("Expected progress"))
    fill(sheets, sheet, headings, [_row(bar) for bar in bars.rows], bars.key)
    chart = sheets.book.add_chart({"type": "bar"})
    last = len(bars.rows)
    for column, look in enumerate(_LOOKS, 2):
        name = [sheet.name, 0, column]
        chart.add_series({"name": name, **span(sheet, 1, last, 0, column), **look, "gap": 60})
    rtl = sheets.words.rtl
    shares = {"min": 0, "max": 1, "num_format": sheets.formats.shares, "major_gridlines": GRID}
    chart.set_x_axis({**shares, "reverse": rtl, "num_font": FONT})
    chart.set_y_axis({"reverse": True, "num_font": FONT, "crossing": "max" if rtl else "min"})
    chart.set_legend({"position": "bottom", "font": FONT})
    put(sheets, sheet, chart, last + 2, bars.heading or bars.alt, bars.alt, (760, max(340, 100 + 40 * last)))


def _row(bar: Bar) -> tuple[Value, ...]:
    return (*code_and_title(bar.label), Percent(bar.declared), Percent(bar.evidenced), percent(bar.expected))


def code_and_title(label: Message) -> tuple[Value, Value]:
    """A record's code beside its title, where the label has both."""
    code, title = label.values.get("code"), label.values.get("title")
    return (code, title) if code and title else (None, label)


def add_course(sheets: Sheets, course: Course) -> None:
    """Add the days that are known with declared, evidenced and expected, and a line chart of them, time to scale."""
    sheet = sheets.add(course.heading or course.alt)
    table = table_of(course)
    last = len(course.marks)
    fill(sheets, sheet, [column.heading for column in table.columns], table.rows[:last], course.key)
    chart = sheets.book.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    for column, look in enumerate((line(DECLARED, "diamond"), line(EVIDENCED, "circle"), dashes()), 1):
        chart.add_series({"name": [sheet.name, 0, column], **span(sheet, 1, last, 0, column), **look})
    chart.set_x_axis(axis_of_days(sheets, course.marks[0].day, course.marks[-1].day))
    shares = {"min": 0, "max": 1, "num_format": sheets.formats.shares}
    chart.set_y_axis({**shares, "num_font": FONT, "major_gridlines": GRID})
    chart.set_legend({"position": "bottom", "font": FONT})
    put(sheets, sheet, chart, last + 2, course.heading or course.alt, course.alt)
