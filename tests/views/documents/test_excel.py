"""Workbooks, opened by openpyxl: real figures and days, right to left, and nothing that is calculated."""

import io
import re
from datetime import datetime
from zipfile import ZipFile

import openpyxl
import pytest
from syrupy.assertion import SnapshotAssertion

from tests.demo import DAY, DEMO
from tests.views.documents.hostile import hostile
from tests.views.documents.making import HEAD, WHOLE, content, made
from tests.views.documents.reopened import excel_lines, filtered
from tracker.reports.documents import DOCUMENTS, document
from tracker.reports.documents.request import Request, Standing


@pytest.mark.parametrize("kind", WHOLE)
def test_in_arabic(kind: str, snapshot: SnapshotAssertion) -> None:
    assert "\n".join(excel_lines(content(made(kind), "xlsx"))) == snapshot


def test_figures_and_days_can_be_calculated_with() -> None:
    book = openpyxl.load_workbook(io.BytesIO(content(made("matrix"), "xlsx", "en")))
    sheet = book.worksheets[1]
    headings = [cell.value for cell in sheet[1]]
    first = dict(zip(headings, sheet[2], strict=True))
    assert isinstance(first["Planned start"].value, datetime)
    assert (first["Declared"].value, first["Declared"].number_format) == (0.85, "0%")
    assert first["Evidenced"].value == 0.75
    assert first["Variance"].value == -15


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_sheets_run_from_right_to_left_with_frozen_headings_and_filters(kind: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(content(made(kind), "xlsx")))
    assert all(sheet.sheet_view.rightToLeft for sheet in book.worksheets)
    tables = [
        sheet for sheet in book.worksheets[1:] if sheet.title != "المنحى"
    ]  # charts are neither sorted nor filtered
    assert tables
    assert {sheet.title: sheet.freeze_panes for sheet in tables if sheet.freeze_panes != "B2"} in (
        {},
        {"الخط الزمني": "C2"},
    )
    assert all(filtered(sheet) for sheet in tables)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_what_stands_on_a_sheet_is_a_table_with_a_name_of_its_own(kind: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(content(made(kind), "xlsx", "en")))
    tables = [(sheet, sheet.tables[name]) for sheet in book.worksheets for name in sheet.tables]
    assert len(tables) == len([sheet for sheet in book.worksheets[1:] if sheet.title != "Trend"])
    for sheet, table in tables:
        assert re.fullmatch(r"t_[A-Za-z0-9_]+", table.name)
        headings = [cell.value for cell in next(iter(sheet[table.ref]))]
        assert [column.name for column in table.tableColumns] == headings


def test_the_first_sheet_leads_to_the_others() -> None:
    book = openpyxl.load_workbook(io.BytesIO(content(made("evaluation"), "xlsx", "ar")))
    places = [cell.hyperlink.location for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink]
    assert [openpyxl.utils.cell.range_to_tuple(place) for place in places] == [
        (sheet.title, (1, 1, 1, 1)) for sheet in book.worksheets[1:]
    ]


def test_planned_time_has_months_and_ratings_have_a_scale() -> None:
    book = openpyxl.load_workbook(io.BytesIO(content(made("matrix"), "xlsx", "en")))
    sheet = book["Timeline"]
    months = [cell.value for cell in sheet[1] if isinstance(cell.value, datetime)]
    assert [months[0].day, months[-1].year >= 2026, len(months) > 12] == [1, True, True]
    heat = openpyxl.load_workbook(io.BytesIO(content(made("evaluation"), "xlsx", "en")))["Ratings"]
    assert [rule.type for each in heat.conditional_formatting for rule in each.rules] == ["colorScale"]


def test_bars_and_charts_are_the_workbooks_own() -> None:
    with ZipFile(io.BytesIO(content(made("evaluation"), "xlsx"))) as archive:
        names = archive.namelist()
        sheets = "".join(archive.read(name).decode() for name in names if name.startswith("xl/worksheets/sheet"))
        drawings = "".join(archive.read(name).decode() for name in names if name.startswith("xl/drawings/drawing"))
    assert "xl/charts/chart1.xml" in names
    assert 'direction="rightToLeft"' in sheets
    assert 'descr="' in drawings


def test_no_text_is_a_formula_or_a_link() -> None:
    request = Request(tracker=hostile(DEMO), day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    made_file = content(document("full", request), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(made_file))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.hyperlink and cell.hyperlink.target] == []  # its own sheets alone
    with ZipFile(io.BytesIO(made_file)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert [b"<f>" in sheet for sheet in sheets] == [False] * len(sheets)
    assert any(cell.value == "+1+1" for cell in cells)


@pytest.mark.parametrize(("kind", "number", "lang"), [("matrix", 1, "ar"), ("brief", 0, "tr"), ("evaluation", 0, "ar")])
def test_rows_are_as_high_as_their_texts(kind: str, number: int, lang: str) -> None:
    """Programs other than Excel let lines of neighbouring rows overlap where a height is left to them."""
    sheet = openpyxl.load_workbook(io.BytesIO(content(made(kind), "xlsx", lang))).worksheets[number]
    whole = sum(dimension.width for dimension in sheet.column_dimensions.values())
    across = {first for merged in sheet.merged_cells.ranges for first, *_ in merged.rows}
    wrapped = 0
    for row in sheet.iter_rows():
        for cell in row:
            wide = sheet.column_dimensions[cell.column_letter].width if cell.value else 0
            if (cell.row, cell.column) in across:
                wide = whole
            if len(str(cell.value or "")) > 1.2 * wide and cell.alignment.wrap_text:
                assert (sheet.row_dimensions[cell.row].height or 0) > 20, cell.value
                wrapped += 1
    assert wrapped


def test_the_first_sheet_prints_whole_and_names_no_part_that_is_empty_there() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(content(made("evaluation"), "xlsx", "en"))).worksheets[0]
    assert sheet.print_area.endswith(f"$A$1:$B${sheet.max_row + 1}")
    lines = [row[0].value for row in sheet.iter_rows()]
    assert "Next period" in lines
    assert not {"Lessons and recommendations", "Results", "Steps"} & set(lines)


def test_only_what_is_declared_is_hatched_in_a_chart_of_bars() -> None:
    with ZipFile(io.BytesIO(content(made("evaluation"), "xlsx", "en"))) as archive:
        (chart,) = [
            xml
            for name in archive.namelist()
            if name.startswith("xl/charts/") and "<c:barChart>" in (xml := archive.read(name).decode())
        ]
    series = re.findall(r"<c:ser>.*?</c:ser>", chart, re.DOTALL)
    assert [("$C$1" in each, "<a:pattFill" in each) for each in series] == [
        (True, True),
        (False, False),
        (False, False),
    ]


def test_the_title_of_a_chart_does_not_begin_with_a_code() -> None:
    """Programs lay out such a title from the left."""
    with ZipFile(io.BytesIO(content(made("indicators"), "xlsx"))) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
    assert "<a:t>عدد المتدربين" in chart


def test_percentages_are_written_as_the_language_does() -> None:
    for lang, shape in (("ar", "0%"), ("tr", "%0"), ("en", "0%")):
        sheet = openpyxl.load_workbook(io.BytesIO(content(made("matrix"), "xlsx", lang))).worksheets[1]
        assert shape in {cell.number_format for cell in sheet[2]}


def test_the_first_sheet_says_progress_in_full_and_all_of_it_begins_at_one_side() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(content(made("full"), "xlsx", "en"))).worksheets[0]
    values = {row[0].value: row[1] for row in sheet.iter_rows(max_col=2)}
    assert values["Progress"].value == "declared 68% · evidenced 57%"
    assert {values[label].alignment.horizontal for label in ("Progress", "Planned start", "Title")} == {"left"}


def test_the_title_is_wrapped_and_not_cut() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(content(made("brief"), "xlsx", "tr"))).worksheets[0]
    assert "A3:B3" in {str(merged) for merged in sheet.merged_cells.ranges}
    assert sheet["A3"].alignment.wrap_text


def test_rows_that_stand_for_others_are_set_off() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(content(made("matrix"), "xlsx", "en"))).worksheets[1]
    fills = {row[0].value: row[1].fill.start_color.rgb for row in sheet.iter_rows(min_row=2)}
    assert fills["S1"] == fills["S2"] != fills["S1.1"]


def test_a_printed_page_bears_the_whole_title_of_its_sheet_and_the_banner() -> None:
    for lang in ("ar", "tr", "en"):
        book = openpyxl.load_workbook(io.BytesIO(content(made("evaluation"), "xlsx", lang)))
        titles = [row[1].value for row in book.worksheets[0].iter_rows(max_col=2) if row[0].hyperlink]
        heads = [sheet.oddHeader.center.text.replace("\u200f", "") for sheet in book.worksheets]
        assert [head.split("\n")[0] for head in heads[1:]] == titles
        assert any(len(title) > 31 for title in titles), "more than the name of a sheet holds"
        assert len({head.split("\n")[1] for head in heads}) == 1


def test_a_chart_of_values_begins_at_zero_and_names_its_unit() -> None:
    with ZipFile(io.BytesIO(content(made("indicators"), "xlsx", "en"))) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]
    assert charts
    assert all('<c:min val="0"/>' in chart for chart in charts)
    assert any("minute" in chart for chart in charts)


def test_the_filter_of_a_sheet_of_values_covers_all_of_them() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(content(made("indicators"), "xlsx", "en")))["Measurements"]
    assert filtered(sheet) == f"A1:I{sheet.max_row}"
