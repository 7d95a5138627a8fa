"""Indicators in a workbook: all values in one table, and charts that are true to time, to years and to targets."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from tests.demo import DAY, DEMO
from tests.views.documents.making import HEAD, content, made
from tracker.frozen import replace
from tracker.model.records.indicators import Aggregation, Indicator, Target
from tracker.reports.documents import document
from tracker.reports.documents.request import Request, Standing
from tracker.reports.pictures.drawn import Trend
from tracker.views.symbols import CLAIMED

EPOCH = date(1899, 12, 30)
Points = list[tuple[date, float]]


def book(lang: str = "en", **changed: Any) -> Any:
    """The workbook, with fields of I6 changed."""
    return openpyxl.load_workbook(io.BytesIO(content(report(**changed), "xlsx", lang)))


def report(**changed: Any) -> Any:
    indicators: dict[str, Indicator] = {**DEMO.indicators, "I6": replace(DEMO.indicators["I6"], **changed)}
    tracker = replace(DEMO, tables={**DEMO.tables, "indicators": indicators})
    return document("indicators", Request(tracker=tracker, day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00Z")))


def cells(found: Any, reference: str) -> list[Any]:
    name, _, place = reference.rpartition("!")
    left, top, right, bottom = openpyxl.utils.range_boundaries(place)
    return [row[0] for row in found[name.strip("'")].iter_rows(top, bottom, left, right, values_only=True)]


def lines(found: Any, chart: Any) -> Iterator[tuple[str, Points]]:
    """The series of a chart: its name, and the days and values that are drawn."""
    for series in chart.series:
        (name,) = cells(found, series.tx.strRef.f)
        days, values = cells(found, series.xVal.numRef.f), cells(found, series.yVal.numRef.f)
        pairs = zip(days, values, strict=True)
        yield name, [(day.date(), value) for day, value in pairs if value is not None]


def chart_of(found: Any, code: str) -> Any:
    """The chart below the heading that begins with a code."""
    sheet = found.worksheets[-1]
    row = next(cell.row for (cell,) in sheet.iter_rows(max_col=1) if str(cell.value).startswith(f"{code} "))
    (chart,) = [each for each in sheet._charts if each.anchor._from.row == row + 1]
    return chart


def test_a_sum_of_the_year_is_a_line_for_each_year_that_begins_at_zero() -> None:
    found = book()
    series = list(lines(found, chart_of(found, "I6")))
    sums = [points for name, points in series if name == "Sum of the year so far"]
    assert sums == [
        [
            (date(2024, 12, 31), 0),
            (date(2025, 3, 31), 24),
            (date(2025, 6, 30), 55),
            (date(2025, 9, 30), 83),
            (date(2025, 12, 31), 102),
        ],
        [(date(2025, 12, 31), 0), (date(2026, 3, 31), 17)],
    ]


def test_an_average_of_the_year_is_a_line_for_each_year_too_but_does_not_begin_at_zero() -> None:
    found = book(aggregation=Aggregation.AVERAGE)
    averages = [p for name, p in lines(found, chart_of(found, "I6")) if name == "Average of the year so far"]
    assert [{day.year for day, _ in points} for points in averages] == [{2025}, {2026}]
    assert all(value > 0 for points in averages for _, value in points)


def test_the_legend_names_lines_of_several_years_once() -> None:
    chart = chart_of(book(), "I6")
    left_out = {entry.idx for entry in chart.legend.legendEntry if entry.delete}
    assert left_out == {1}, "the second year"
    assert not chart_of(book(), "I1").legend.legendEntry


def test_other_values_are_one_line_from_the_baseline_on() -> None:
    found = book()
    named = dict(lines(found, chart_of(found, "I4")))
    assert named["Measured"][0] == (date(2024, 12, 31), 95)
    assert named["Measured"][-1] == (date(2025, 9, 30), 81)
    assert named["Target"] == [(date(2025, 12, 31), 75), (date(2026, 12, 31), 60)]


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_every_chart_draws_what_the_report_has_at_its_days(lang: str) -> None:
    found, trends = book(lang), [block for block in made("indicators").blocks if isinstance(block, Trend)]
    charts = found.worksheets[-1]._charts
    assert len(charts) == len(trends)
    for chart, trend in zip(sorted(charts, key=lambda each: each.anchor._from.row), trends, strict=True):
        drawn = {point for _, points in lines(found, chart) for point in points}
        for point in trend.points:
            for value in (point.judged, point.target):
                assert value is None or (point.day, float(value / 100 if trend.percent else value)) in drawn
        axis = chart.x_axis.scaling
        assert all(axis.min <= (day - EPOCH).days <= axis.max for day, _ in drawn), "nothing is left out"
        assert axis.orientation == ("maxMin" if lang == "ar" else "minMax")


def test_marks_of_the_axis_stand_in_the_last_months_of_quarters() -> None:
    for code in ("I1", "I4", "I6"):
        axis = chart_of(book(), code).x_axis
        marks, at = [], axis.scaling.min
        while at <= axis.scaling.max:
            marks.append(date.fromordinal(EPOCH.toordinal() + int(at)))
            at += axis.majorUnit
        assert {mark.month for mark in marks} <= {3, 6, 9, 12}, code
        assert all(mark.day >= 24 for mark in marks)
        assert len(marks) <= 8


def test_a_withheld_value_is_a_gap_and_a_day_with_a_target_alone_is_none() -> None:
    """A line over it would say what nobody may know (rule 14.4); what was not to be measured breaks no line."""
    found = book(
        aggregation=Aggregation.LATEST,
        measurements=tuple(
            replace(each, value=Decimal(2)) if each.period_end == date(2025, 6, 30) else each
            for each in DEMO.indicators["I6"].measurements
        ),
        targets=(*DEMO.indicators["I6"].targets, Target(date=date(2025, 5, 31), value=Decimal(40))),
    )
    chart = chart_of(found, "I6")
    days, values = (cells(found, ref.numRef.f) for ref in (chart.series[0].xVal, chart.series[0].yVal))
    assert [day.date() for day, value in zip(days, values, strict=True) if value is None] == [date(2025, 6, 30)]
    assert (date(2025, 5, 31), 40) in dict(lines(found, chart))["Target"]
    with ZipFile(io.BytesIO(content(made("indicators"), "xlsx"))) as archive:
        assert b"dispBlanksAs" not in archive.read("xl/charts/chart1.xml"), "a gap is what programs leave by themselves"


def test_all_values_stand_in_one_table_with_real_days() -> None:
    sheet = book()["Measurements"]
    headings, *rows = sheet.iter_rows(values_only=True)
    trends = [block for block in made("indicators").blocks if isinstance(block, Trend)]
    assert len(rows) == sum(len(trend.points) for trend in trends)
    assert {type(row[headings.index("End of the period")]) for row in rows} == {datetime}
    found = [dict(zip(headings, row, strict=True)) for row in rows if row[0] == "I6"]
    assert [row["Measured"] for row in found] == [24, 31, 28, 19, 17, None]
    assert [row["Sum of the year so far"] for row in found] == [24, 55, 83, 102, 17, None]
    assert [row["Target"] for row in found] == [None, None, None, 100, None, 60]
    assert {row["Unit of measure"] for row in found} == {"person"}


def test_targets_and_values_have_their_numbers_and_a_beginning_has_none() -> None:
    first, second, target, *_ = chart_of(book(), "I6").series
    assert all(series.dLbls.showVal for series in (first, second, target))
    assert [[label.idx for label in series.dLbls.dLbl] for series in (first, second, target)] == [[0], [0], []]
    assert target.graphicalProperties.line.noFill, "nothing leads from one target to another"


def test_charts_stand_below_each_other_with_their_figures_beside_them() -> None:
    sheet = book().worksheets[-1]
    tops = sorted(chart.anchor._from.row for chart in sheet._charts)
    assert min(after - before for before, after in pairwise(tops)) >= 18
    assert [row - 2 for row in tops[4::4]] == [mark.id for mark in sheet.row_breaks.brk]
    for top in tops:
        assert sheet.cell(top + 1, 3).value == "Date"


def test_percentages_are_percentages_of_excel_with_their_decimals() -> None:
    """A share of 11.5 beside one of 0.12 would be a thousand times as large."""
    half = replace(DEMO.indicators["I2"].measurements[-1], value=Decimal("11.5"))
    share = replace(DEMO.indicators["I2"], measurements=(*DEMO.indicators["I2"].measurements[:-1], half))
    tracker = replace(DEMO, tables={**DEMO.tables, "indicators": {**DEMO.indicators, "I2": share}})
    for lang, shape in (("en", "0.##%"), ("tr", "%0.##")):
        request = Request(tracker=tracker, day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00Z"))
        found = openpyxl.load_workbook(io.BytesIO(content(document("indicators", request), "xlsx", lang)))
        values = [row for row in found.worksheets[2].iter_rows(min_row=2) if row[0].value == "I2"]
        assert [row[5].value for row in values][-2:] == [0.115, None]
        assert values[-2][5].number_format == shape
        drawn = [value for _, points in lines(found, chart_of(found, "I2")) for _, value in points]
        assert 0.115 in drawn
        assert max(drawn) <= 1


def test_no_chart_of_an_indicator_has_the_colour_of_a_claim() -> None:
    """A target had it, which is nothing that anybody declared."""
    with ZipFile(io.BytesIO(content(report(), "xlsx", "en"))) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/")]
    assert len(charts) > 5
    assert not [chart for chart in charts if CLAIMED[1:].upper() in chart.upper()]
