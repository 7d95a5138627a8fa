"""Indicators over time: one table of all their values, and a sheet with a chart of each."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from xlsxwriter.worksheet import Worksheet

from tracker.frozen import Frozen
from tracker.message import msg
from tracker.model.records.days import days_on
from tracker.model.records.indicators import Aggregation
from tracker.reports.document_cells import Light
from tracker.reports.labels import FIELDS
from tracker.reports.numbers import Amount, Share
from tracker.reports.periods import period_name
from tracker.reports.pictures.drawn import Point, Trend
from tracker.reports.pictures.tables import COUNTED
from tracker.reports.report import Day, Percent, Value
from tracker.views.excel.axes import EVIDENCED, EXPECTED, FONT, GRID, axis_of_days, dashes, line, points, put, span
from tracker.views.excel.charts import code_and_title
from tracker.views.excel.sheets import Sheets
from tracker.views.excel.tables import fill, write
from tracker.views.excel.widths import LINE

_CHART, _DATA = 0, 2
"""The column of the charts, and the first of their figures beside them."""
_SIZE, _BAND, _ON_A_PAGE, _SCALE = (640, 280), 18, 4, 55
"""The width and height of a chart, the rows that it takes with its title, and how many stand on a page of that scale:
LibreOffice makes columns a fifth wider than Excel."""


def add_trends(sheets: Sheets, trends: Sequence[Trend]) -> None:
    """Add a table of every value, target and baseline, and the charts."""
    sheet = sheets.add(msg("Measurements"))
    counted = [each for each in COUNTED if each is not Aggregation.LATEST and any(t.counts is each for t in trends)]
    headings = (
        *(msg("Code"), msg("Indicator"), FIELDS["unit"], msg("Period"), msg("End of the period"), msg("Measured")),
        *(COUNTED[each] for each in counted),
        *(msg("Target"), msg("Baseline")),
    )
    rows = [_row(trend, point, counted) for trend in trends for point in trend.points]
    fill(sheets, sheet, headings, rows, "measurements")
    _add_charts(sheets, trends)


def _row(trend: Trend, point: Point, counted: Sequence[Aggregation]) -> tuple[Value, ...]:
    sums = (_amount(trend, point.judged) if trend.counts is each else None for each in counted)
    code, title = code_and_title(trend.heading) if trend.heading else (None, trend.alt)
    when = (period_name(point.period), Day(point.day))
    begun = trend.baseline and trend.baseline[1]
    return (
        code,
        title,
        trend.unit,
        *when,
        _amount(trend, point.value),
        *sums,
        _amount(trend, point.target),
        _amount(trend, begun),
    )


def _amount(trend: Trend, value: Decimal | None) -> Value:
    if value is None or not trend.percent:
        return None if value is None else Amount(value)
    return Percent(int(value)) if value % 1 == 0 else Share(value)


class Line(Frozen):
    """A line of figures of a chart: at the end of a day what counts, and what is aimed at.

    Lines of one `year` are joined; with one that `begins` nothing was measured yet.
    """

    day: date
    counts: Decimal | None
    target: Decimal | None
    year: int
    begins: bool = False


def _lines(trend: Trend) -> Iterator[Line]:
    """The lines in the order in which they are joined: of sums and averages by years, each sum from zero on.

    Days that have a target alone were not to be measured; they come last, for they are no gap.
    """
    yearly = trend.counts is not Aggregation.LATEST
    known = [
        point for point in trend.points if point.value is not None or point.judged is not None or point.target is None
    ]
    if trend.baseline and not yearly:
        yield Line(*trend.baseline, None, 0)
    for year, group in groupby(known, key=lambda point: point.day.year if yearly else 0):
        of_year = list(group)
        if trend.counts is Aggregation.SUM and of_year[0].judged is not None:
            yield Line(days_on(date(year, 1, 1), -1), Decimal(0), None, year, begins=True)
        yield from (Line(point.day, point.judged, point.target, year) for point in of_year)
    yield from (Line(point.day, None, point.target, -1) for point in trend.points if point not in known)


def _add_charts(sheets: Sheets, trends: Sequence[Trend]) -> None:
    """Add the charts one below the other, each with its figures beside it, which no filter or sorting takes apart."""
    sheet = sheets.add(msg("Trend"))
    sheet.set_portrait()
    sheet.set_print_scale(_SCALE)
    sheet.set_column(_CHART, _CHART, 92)
    sheet.set_column(_CHART + 1, _CHART + 1, 1)
    sheet.set_column(_DATA, _DATA, 18)
    sheet.set_column(_DATA + 1, _DATA + 3, 13)
    row, breaks = 0, []
    for number, trend in enumerate(trends):
        if number and number % _ON_A_PAGE == 0:
            breaks.append(row)
        row = max(row + _BAND, _add_chart(sheets, sheet, trend, row) + 1)
    sheet.set_h_pagebreaks(breaks)


def _add_chart(sheets: Sheets, sheet: Worksheet, trend: Trend, top: int) -> int:
    """Add a chart below its title and position, and its figures; gives the row after them."""
    formats, lines = sheets.formats, list(_lines(trend))
    title = formats.look(bold=True, font_size=12, font_color="#0B3D2E", align=formats.start)
    sheet.write_string(top, _CHART, formats.said(trend.heading or trend.alt, " / "), title)
    if trend.standing:
        write(sheet, top + 1, _CHART, Light(*trend.standing), formats)
    headings = (msg("Date"), COUNTED[trend.counts], msg("Target"), msg("Baseline"))
    head = top + 2
    sheet.set_row(head, 2 * LINE)
    for column, heading in enumerate(headings, _DATA):
        sheet.write_string(head, column, formats.said(heading, " / "), formats.heads())
    for number, each in enumerate(lines, head + 1):
        begun = trend.baseline and trend.baseline[1]
        amounts = (_amount(trend, value) for value in (each.counts, each.target, begun))
        for column, value in enumerate((Day(each.day), *amounts), _DATA):
            write(sheet, number, column, value, sheets.cells)
    chart = sheets.book.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    _add_series(sheet, chart, trend, lines, head)
    if lines:
        days = [each.day for each in lines]
        chart.set_x_axis(axis_of_days(sheets, min(days), max(days)))
    chart.set_y_axis(_measure(sheets, trend))
    put(sheets, sheet, chart, top + 2, trend.heading or trend.alt, trend.alt, _SIZE)
    return head + 1 + len(lines)


def _add_series(sheet: Worksheet, chart: Any, trend: Trend, lines: Sequence[Line], head: int) -> None:
    """Add the values that count, a line for each year of sums and averages, the targets at their days, the baseline."""
    first, drawn = head + 1, 0
    numbers = {"value": True, "font": {**FONT, "size": 8}}
    for year, group in groupby(lines, key=lambda each: each.year):
        of_year = list(group)
        begins, last = of_year[0].begins, first + len(of_year) - 1
        if year >= 0:
            said = {**numbers, "position": "above", **({"custom": [{"delete": True}]} if begins else {})}
            name = [sheet.name, head, _DATA + 1]
            series = {**span(sheet, first, last, _DATA, _DATA + 1), **line(EVIDENCED, "circle"), "data_labels": said}
            chart.add_series({"name": name, **series})
            drawn += 1
        first = last + 1
    whole = head + 1, head + max(len(lines), 1)
    if any(each.target is not None for each in lines):
        chart.add_series(
            {
                "name": [sheet.name, head, _DATA + 2],
                **span(sheet, *whole, _DATA, _DATA + 2),
                **points(EXPECTED, "long_dash"),
                "data_labels": {**numbers, "position": "below"},
            }
        )
    if trend.baseline:
        name = [sheet.name, head, _DATA + 3]
        chart.add_series({"name": name, **span(sheet, *whole, _DATA, _DATA + 3), **dashes()})
    chart.set_legend({"position": "bottom", "font": FONT, "delete_series": list(range(1, drawn))})


def _measure(sheets: Sheets, trend: Trend) -> dict[str, Any]:
    """The axis of values, with its unit; it begins at zero where nothing is below, as those that are drawn here do."""
    axis: dict[str, Any] = {"num_font": FONT, "major_gridlines": GRID}
    if trend.percent:
        axis |= {"num_format": sheets.formats.shares}
    elif trend.unit:
        axis |= {"name": sheets.formats.said(trend.unit, " / "), "name_font": {**FONT, "bold": False}}
    values = [value for point in trend.points for value in (point.judged, point.target) if value is not None]
    return axis if min(values, default=0) < 0 else {**axis, "min": 0}
