"""The things that all charts of a workbook share: their looks, the axis of days with time to scale, and their frame."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date
from typing import Any

from xlsxwriter.worksheet import Worksheet

from tracker.reports.report import Value
from tracker.views.excel.sheets import Sheets
from tracker.views.symbols import CLAIMED, EDGE, SURE

EVIDENCED, DECLARED, EXPECTED = SURE.upper(), CLAIMED.upper(), EDGE.upper()
FONT = {"name": "Arial"}
GRID = {"visible": True, "line": {"color": "#DDDDDD"}}
_EPOCH = date(1899, 12, 30)
_QUARTERS, _MOST_MARKS = (1, 2, 4, 8, 20, 40), 7
"""The quarters of a year between two marks of an axis, and the marks that have room."""
_EARLY, _ROOM = 3, 20
"""The days by which marks are early, and the days after the last point."""


def line(colour: str, shape: str) -> dict[str, Any]:
    """A full line whose points are marked."""
    return {"line": {"color": colour, "width": 2}, "marker": points(colour, shape)["marker"]}


def points(colour: str, shape: str) -> dict[str, Any]:
    """Points that no line joins."""
    fill = {"color": colour}
    return {"line": {"none": True}, "marker": {"type": shape, "size": 7, "fill": fill, "border": fill}}


def dashes() -> dict[str, Any]:
    """A broken line without points."""
    return {"line": {"color": EXPECTED, "width": 1, "dash_type": "dash"}, "marker": {"type": "none"}}


def span(sheet: Worksheet, first: int, last: int, days: int, values: int) -> dict[str, Any]:
    """A series: values over days, in two columns of these rows."""
    return {"categories": [sheet.name, first, days, last, days], "values": [sheet.name, first, values, last, values]}


def axis_of_days(sheets: Sheets, first: date, last: date) -> dict[str, Any]:
    """The axis of days, marked by the months in which quarters end.

    The marks are equally far apart, as quarters are not: they stand a few days before the end of the month.
    """
    begin, end = _quarter_before(first), _quarter_before(last)
    apart = next((each for each in _QUARTERS if (end - begin) / each < _MOST_MARKS), _QUARTERS[-1])
    begin -= (begin + 1) % min(apart, 4)  # half years end in June and December, years in December
    return {
        "min": (_end_of(begin) - _EPOCH).days - _EARLY,
        "max": (max(last, _end_of(end)) - _EPOCH).days + _ROOM,
        "major_unit": apart * 365.25 / 4,
        "num_format": sheets.formats.months,
        "num_font": FONT,
        "reverse": sheets.words.rtl,
        "major_gridlines": {"visible": False},
    }


def _quarter_before(day: date) -> int:
    """The last quarter that ends on a day or before it, counted from the year 0 on."""
    quarter = day.year * 4 + (day.month - 1) // 3
    return quarter if _end_of(quarter) == day else quarter - 1


def _end_of(quarter: int) -> date:
    year, month = min(max(quarter // 4, MINYEAR), MAXYEAR), quarter % 4 * 3 + 3
    return date(year, month, monthrange(year, month)[1])


def put(
    sheets: Sheets, sheet: Worksheet, chart: Any, row: int, title: Value, alt: Value, size: tuple[int, int] = (760, 340)
) -> None:
    """Put a chart on a sheet at a row, with its title, and a sentence for who does not see it.

    A title has no code: programs lay out one of Arabic and Latin letters in the wrong order.
    """
    values = getattr(title, "values", {})
    chart.set_title({"name": sheets.formats.said(values.get("title", title), " / "), "name_font": {**FONT, "size": 12}})
    chart.set_size({"width": size[0], "height": size[1]})
    sheet.insert_chart(row, 0, chart, {"description": sheets.formats.said(alt), "object_position": 3})
