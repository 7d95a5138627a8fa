"""Pictures as charts of the workbook, drawn from the figures of their own sheet: they follow when those are edited."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

from tracker.message import Message, msg
from tracker.reports.periods import period_name
from tracker.reports.pictures.drawn import Bar, Bars, Course, Trend
from tracker.reports.pictures.tables import COUNTED, table_of
from tracker.reports.report import Percent, Value
from tracker.reports.values import percent
from tracker.views.excel.sheets import Sheets, fill, write
from tracker.views.symbols import CLAIMED, EDGE, SURE
from tracker.views.words import Words

_EVIDENCED, _DECLARED, _EXPECTED = SURE.upper(), CLAIMED.upper(), EDGE.upper()
_FONT = {"name": "Arial"}


def _marked(shape: str, colour: str) -> dict[str, Any]:
    return {"type": shape, "size": 7, "fill": {"color": colour}, "border": {"color": colour}}


_LINES: dict[int, dict[str, Any]] = {
    1: {"line": {"color": _EVIDENCED, "width": 2}, "marker": _marked("circle", _EVIDENCED)},
    2: {"line": {"none": True}, "marker": _marked("diamond", _DECLARED)},
    3: {"line": {"color": _EXPECTED, "width": 1, "dash_type": "dash"}, "marker": {"type": "none"}},
}
"""The looks of what was measured, aimed at, and begun with, by the columns of their figures."""


def add_bars(sheets: Sheets, bars: Bars) -> None:
    """Add code, title, declared, evidenced and expected, and a bar chart of them by code.

    The axis has codes only: programs lay out labels of Arabic and Latin letters in the wrong order.
    """
    words = sheets.words
    sheet = sheets.add(words.bare(bars.heading or bars.alt))
    headings = (msg("Code"), msg("Step"), msg("Declared"), msg("Evidenced"), msg("Expected progress"))
    fill(sheets, sheet, headings, [_row(bar) for bar in bars.rows], bars.key)
    chart = sheets.book.add_chart({"type": "bar"})
    last = len(bars.rows)
    for column, colour in ((2, _DECLARED), (3, _EVIDENCED), (4, _EXPECTED)):
        chart.add_series(
            {
                "name": [sheet.name, 0, column],
                "categories": [sheet.name, 1, 0, last, 0],
                "values": [sheet.name, 1, column, last, column],
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    chart.set_x_axis({"min": 0, "max": 1, "num_format": sheets.formats.shares, "reverse": words.rtl, "num_font": _FONT})
    chart.set_y_axis({"reverse": True, "num_font": _FONT, "crossing": "max" if words.rtl else "min"})
    _finish(sheets, sheet, chart, bars.heading or bars.alt, bars.alt, last)


def _row(bar: Bar) -> tuple[Value, ...]:
    """The record's code beside its title, where the label has both."""
    code, title = bar.label.values.get("code"), bar.label.values.get("title")
    label: tuple[Value, Value] = (code, title) if code and title else (None, bar.label)
    return (*label, Percent(bar.declared), Percent(bar.evidenced), percent(bar.expected))


def add_trend(sheets: Sheets, trend: Trend, part: str) -> None:
    """Add periods with what was measured and aimed at, and a line chart of them; a gap stays empty."""
    words = sheets.words
    sheet = sheets.add(words.bare(trend.heading) if trend.heading else part)
    headings = (msg("Period"), COUNTED[trend.counts], msg("Target"), msg("Baseline"))
    fill(sheets, sheet, headings, [], trend.key, last=len(trend.points))
    for number, point in enumerate(trend.points, 1):
        write(sheets, sheet, number, 0, period_name(point.period), sheets.cells)
        for column, value in ((1, point.judged), (2, point.target), (3, trend.baseline and trend.baseline[1])):
            if value is None:
                sheet.write_blank(number, column, None, sheets.cells.number())
            else:
                sheet.write_number(number, column, float(value), sheets.cells.number())
    last = max(len(trend.points), 1)
    sheet.set_column(0, 3, 14)
    chart = sheets.book.add_chart({"type": "line"})
    for column, look in _LINES.items():
        if column < 3 or trend.baseline is not None:
            chart.add_series(
                {
                    "name": [sheet.name, 0, column],
                    "categories": [sheet.name, 1, 0, last, 0],
                    "values": [sheet.name, 1, column, last, column],
                    **look,
                }
            )
    chart.set_x_axis({"reverse": words.rtl, "num_font": _FONT})
    chart.set_y_axis(_measure(trend, words))
    chart.show_blanks_as("gap")
    _finish(sheets, sheet, chart, trend.heading or trend.alt, trend.alt, last)


def add_course(sheets: Sheets, course: Course, part: str) -> None:
    """Add the days that are known with declared, evidenced and expected, and a line chart of them, time to scale."""
    words = sheets.words
    sheet = sheets.add(words.bare(course.heading) if course.heading else part)
    table = table_of(course)
    rows = table.rows[: len(course.marks)]
    fill(sheets, sheet, [column.heading for column in table.columns], rows, course.key)
    last = len(rows)
    chart = sheets.book.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    looks: tuple[dict[str, Any], ...] = (
        {"line": {"color": _DECLARED, "width": 2}, "marker": _marked("diamond", _DECLARED)},
        {"line": {"color": _EVIDENCED, "width": 2}, "marker": _marked("circle", _EVIDENCED)},
        {"line": {"color": _EXPECTED, "width": 1, "dash_type": "dash"}, "marker": {"type": "none"}},
    )
    for column, look in enumerate(looks, 1):
        chart.add_series(
            {
                "name": [sheet.name, 0, column],
                "categories": [sheet.name, 1, 0, last, 0],
                "values": [sheet.name, 1, column, last, column],
                **look,
            }
        )
    across = {"num_format": "yyyy-mm", "major_gridlines": {"visible": False}}
    chart.set_x_axis({"reverse": words.rtl, "num_font": _FONT, **across})
    chart.set_y_axis({"min": 0, "max": 1, "num_format": sheets.formats.shares, "num_font": _FONT})
    chart.show_blanks_as("gap")
    _finish(sheets, sheet, chart, course.heading or course.alt, course.alt, last)


def _measure(trend: Trend, words: Words) -> dict[str, Any]:
    """The axis of values, with its unit; it begins at zero where nothing is below, as those that are drawn here do."""
    axis: dict[str, Any] = {"num_font": _FONT, "major_gridlines": {"visible": True, "line": {"color": "#DDDDDD"}}}
    if trend.unit:
        axis |= {"name": words.bare(trend.unit), "name_font": {**_FONT, "bold": False}}
    values = [value for point in trend.points for value in (point.judged, point.target) if value is not None]
    return axis if min(values, default=0) < 0 else {**axis, "min": 0}


def _finish(sheets: Sheets, sheet: Worksheet, chart: Any, heading: Message, alt: Message, last: int) -> None:
    words = sheets.words
    title = heading.values.get("title", heading)  # without its code, which the sheet's name has: see `add_bars`
    chart.set_title({"name": words.bare(title), "name_font": {**_FONT, "size": 12}})
    chart.set_legend({"position": "bottom", "font": _FONT})
    chart.set_size({"width": 760, "height": 340})
    sheet.insert_chart(last + 2, 0, chart, {"description": words.bare(alt)})
