"""Workbooks, opened by openpyxl: real figures and days, right to left, and nothing that is calculated."""

import io
from datetime import datetime
from zipfile import ZipFile

import openpyxl
import pytest
from syrupy.assertion import SnapshotAssertion

from tests.views.documents.hostile import hostile
from tests.views.documents.reopened import excel_lines
from tests.views.documents.test_all_formats import content
from tests.views.test_documents import DAY, DEMO, HEAD, made
from tracker.reports.documents import DOCUMENTS, document
from tracker.reports.documents.request import Request, Standing


@pytest.mark.parametrize("kind", [kind for kind in DOCUMENTS if kind != "full"])
def test_in_arabic(kind: str, snapshot: SnapshotAssertion) -> None:
    assert "\n".join(excel_lines(content(made(kind), "xlsx"))) == snapshot


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_the_brief_in_other_languages(lang: str, snapshot: SnapshotAssertion) -> None:
    assert "\n".join(excel_lines(content(made("brief"), "xlsx", lang))) == snapshot


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
    tables = book.worksheets[1:]
    assert tables
    assert [(sheet.freeze_panes, bool(sheet.auto_filter.ref)) for sheet in tables] == [("B2", True)] * len(tables)


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
    assert [cell.value for cell in cells if cell.hyperlink] == []
    with ZipFile(io.BytesIO(made_file)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert [b"<f>" in sheet for sheet in sheets] == [False] * len(sheets)
    assert any(cell.value == "+1+1" for cell in cells)


@pytest.mark.parametrize(("kind", "number", "lang"), [("matrix", 1, "ar"), ("brief", 0, "tr"), ("evaluation", 0, "ar")])
def test_rows_are_as_high_as_their_texts(kind: str, number: int, lang: str) -> None:
    """Programs other than Excel let lines of neighbouring rows overlap where a height is left to them."""
    sheet = openpyxl.load_workbook(io.BytesIO(content(made(kind), "xlsx", lang))).worksheets[number]
    wrapped = 0
    for row in sheet.iter_rows():
        for cell in row:
            wide = sheet.column_dimensions[cell.column_letter].width
            if len(str(cell.value or "")) > 1.2 * wide and cell.alignment.wrap_text:
                assert (sheet.row_dimensions[cell.row].height or 0) > 20, cell.value
                wrapped += 1
    assert wrapped


def test_the_first_sheet_prints_whole_and_names_no_part_that_is_empty_there() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(content(made("evaluation"), "xlsx", "en"))).worksheets[0]
    assert sheet.print_area.endswith(f"$A$1:$B${sheet.max_row + 1}")
    lines = [row[0].value for row in sheet.iter_rows()]
    assert "Lessons and recommendations" in lines
    assert "Results" not in lines


def test_the_title_of_a_chart_does_not_begin_with_a_code() -> None:
    """Programs lay out such a title from the left."""
    with ZipFile(io.BytesIO(content(made("indicators"), "xlsx"))) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
    assert "<a:t>عدد المتدربين" in chart
