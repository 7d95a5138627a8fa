"""The planned times of a workbook: months in the colours of what is done, gates, today, and what all of it means."""

import io
from datetime import datetime, time
from typing import Any

import openpyxl
import pytest

from tests.demo import DAY, DEMO
from tests.views.documents.calculated import look_at
from tests.views.documents.long_programme import programme
from tests.views.documents.making import HEAD, content, made
from tracker.model.tracker import Tracker
from tracker.reports.documents import document
from tracker.reports.documents.request import Request, Standing
from tracker.views.excel.gantt import BEYOND, GATE
from tracker.views.symbols import CLAIMED, PLANNED, SURE

NAMES = {SURE: "evidenced", CLAIMED: "declared", PLANNED: "planned", BEYOND.lower(): "beyond"}


def plan(tracker: Tracker = DEMO, lang: str = "en") -> Any:
    request = Request(tracker=tracker, day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    book = openpyxl.load_workbook(io.BytesIO(content(document("matrix", request), "xlsx", lang)))
    return book.worksheets[-1]


def months(sheet: Any) -> dict[str, int]:
    """The columns of the months, as `2026-03`."""
    return {f"{cell.value:%Y-%m}": cell.column for cell in sheet[1] if isinstance(cell.value, datetime)}


def row_of(sheet: Any, code: str) -> int:
    return next(int(row[0].row) for row in sheet.iter_rows() if row[0].value == code)


def colours(sheet: Any, code: str) -> dict[str, str]:
    """The meaning of the colour of each month that has one."""
    found = {}
    for month, column in months(sheet).items():
        look = look_at(sheet, row_of(sheet, code), column)
        if look is not None and look.fill is not None:
            found[month] = NAMES[f"#{look.fill.bgColor.rgb[-6:]}".lower()]
    return found


def test_the_months_of_a_bar_say_what_is_evidenced_declared_planned_and_beyond() -> None:
    sheet = plan()
    assert colours(sheet, "S1.1") == dict.fromkeys(
        ("2024-10", "2024-11", "2024-12", "2025-01", "2025-02", "2025-03"), "evidenced"
    )
    assert colours(sheet, "S1.4") == {
        **dict.fromkeys(("2025-10", "2025-11"), "declared"),
        **dict.fromkeys(("2025-12", "2026-01", "2026-02", "2026-03"), "planned"),
    }
    late = colours(sheet, "S3.3")
    assert [month for month, colour in late.items() if colour == "beyond"] == [
        "2026-04",
        "2026-05",
        "2026-06",
        "2026-07",
    ]
    assert set(colours(sheet, "S3.4").values()) == {"planned"}


def test_they_follow_when_a_figure_is_changed() -> None:
    sheet = plan()
    row, headings = row_of(sheet, "S3.4"), [cell.value for cell in sheet[1]]
    for name in ("Declared", "Evidenced"):
        sheet.cell(row, headings.index(name) + 1).value = 0.5
    assert list(colours(sheet, "S3.4").values()) == ["evidenced", "evidenced", "planned", "planned"]


@pytest.mark.parametrize("steps", [3, 12])
def test_what_is_done_fills_all_of_a_bar_and_what_is_not_begun_none(steps: int) -> None:
    sheet = plan(programme(steps, 6))
    shares = [
        (row[0].value, row[6].value, row[7].value) for row in sheet.iter_rows(min_row=2) if row[6].value is not None
    ]
    assert len(shares) > 5 * steps
    assert {share for _, _, share in shares} >= {0, 1}
    for code, declared, evidenced in shares:
        found = set(colours(sheet, code).values()) - {"beyond"}
        if evidenced == 1:
            assert found == {"evidenced"}, code
        elif declared == 0:
            assert found == {"planned"}, code


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_today_is_framed_in_every_row_and_can_be_moved(lang: str) -> None:
    sheet = plan(lang=lang)
    places, today = months(sheet), next(cell for row in sheet.iter_rows(min_row=28) for cell in row if cell.is_date)
    assert today.value.date() == DAY
    for then in (DAY, DAY.replace(month=1)):
        today.value = datetime.combine(then, time())
        framed = [
            (row, month)
            for row in range(2, 27)
            for month, column in places.items()
            if (look := look_at(sheet, row, column)) is not None and look.border and look.border.left.style
        ]
        assert framed == [(row, f"{then:%Y-%m}") for row in range(2, 27)]
        assert look_at(sheet, 1, places[f"{then:%Y-%m}"]) is not None, "its heading"


def test_gates_stand_in_the_months_in_which_they_were_passed() -> None:
    sheet, passed = plan(), DEMO.activities["S2.4"]
    row = row_of(sheet, "S2.4")
    signs = {month for month, column in months(sheet).items() if sheet.cell(row, column).value == GATE}
    assert signs == {f"{day:%Y-%m}" for _, day in passed.gates_passed()}
    assert len(signs) > 1


def test_below_it_is_said_what_the_signs_mean_in_their_own_look() -> None:
    sheet = plan()
    below = {row[1].value: row[1] for row in sheet.iter_rows(min_row=28) if row[1].value}
    assert list(below) == [
        "evidenced",
        "declared without evidence",
        "planned time",
        "forecast beyond the plan",
        f"{GATE} gate passed",
        "the day of the report",
    ]
    fills = [f"#{cell.fill.start_color.rgb[-6:]}".lower() for cell in list(below.values())[:4]]
    assert [NAMES[fill] for fill in fills] == ["evidenced", "declared", "planned", "beyond"]


def test_the_months_are_in_the_language_of_the_reader_and_run_with_its_letters() -> None:
    for lang, number in (("ar", "1001"), ("tr", "41F"), ("en", "809")):
        sheet = plan(lang=lang)
        first = sheet.cell(1, min(months(sheet).values()))
        assert number in first.number_format
        assert bool(sheet.sheet_view.rightToLeft) == (lang == "ar")
        assert sheet.freeze_panes == "C2"


def test_a_timeline_of_many_years_has_few_columns() -> None:
    sheet = plan(programme(20, 1, days=400))
    assert len(months(sheet)) <= 60
    assert colours(sheet, "S1")


def test_nothing_is_drawn_of_a_programme_without_days() -> None:
    book = openpyxl.load_workbook(io.BytesIO(content(made("brief"), "xlsx")))
    assert "Timeline" not in book.sheetnames
