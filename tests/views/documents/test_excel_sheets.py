"""Sheets of a workbook as an analyst finds them: rows of one kind together, each thing in a column of its own."""

import io
import unicodedata
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from tests.demo import DAY, DEMO
from tests.views.documents.hostile import hostile
from tests.views.documents.long_programme import programme
from tests.views.documents.making import HEAD, content, made
from tests.views.pages import LANGS, words
from tracker.frozen import replace
from tracker.model.state.health import Health
from tracker.model.tracker import Tracker
from tracker.reports.documents import DOCUMENTS, document
from tracker.reports.documents.brief.lights import WORDS
from tracker.reports.documents.request import Request, Standing
from tracker.reports.report import Day, Table
from tracker.reports.vocabulary import SHORT_HEALTH
from tracker.store.records import to_tracker
from tracker.store.template import template_state

STANDING = Standing(3, HEAD, "2026-03-31T08:00:00+00:00")
BOTH = "ar+tr"


def blank() -> Tracker:
    state = template_state("blank")
    return to_tracker(state.documents, state.standing.counters, state.standing.demo)


def book(kind: str, lang: str = "en", tracker: Tracker = DEMO, **asked: Any) -> Any:
    first, _, second = lang.partition("+")
    if second:
        asked |= {"lang": first, "beside": second}
    report = document(kind, Request(tracker=tracker, day=DAY, standing=STANDING, **asked))
    return openpyxl.load_workbook(io.BytesIO(content(report, "xlsx", first)))


def first_lines(found: Any) -> list[list[str]]:
    """The texts of the rows of the first sheet."""
    return [
        [str(value) for value in row if value is not None] for row in found.worksheets[0].iter_rows(values_only=True)
    ]


def rows(sheet: Any) -> list[dict[str, Any]]:
    headings, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in found]


def test_commitments_of_all_decisions_are_one_table_that_says_where_each_belongs() -> None:
    report = made("followup")
    wanted = [table for table in report.blocks if isinstance(table, Table) and "due" in {c.key for c in table.columns}]
    found = rows(book("followup")["Decisions and the commitments"])
    assert [row["No."] for row in found] == [words("en").bare(row[0]) for table in wanted for row in table.rows]
    assert {row["Section"] for row in found} == {words("en").bare(table.heading) for table in wanted}
    assert all(isinstance(row["Due"], datetime) for row in found)


def test_tables_of_other_columns_or_parts_stay_apart() -> None:
    assert {"Indicators", "Lessons", "Recommendations and their"} <= set(book("evaluation").sheetnames)


@pytest.mark.parametrize("lang", LANGS)
def test_colour_words_and_reasons_have_columns_of_their_own(lang: str) -> None:
    bare = words(lang).bare
    sheet = book("matrix", lang).worksheets[1]
    headings = [cell.value for cell in sheet[1]]
    (at,) = [place for place, cell in enumerate(sheet[2]) if str(cell.value).startswith("▲ ")]
    assert sheet.cell(2, at + 1).value == f"▲ {bare(SHORT_HEALTH['amber'])}"
    assert sheet.cell(2, at + 2).value == bare(WORDS[Health.AMBER])
    assert headings[at] in headings[at + 1] or lang == "ar"
    assert len(set(headings)) == len(headings)


def test_the_brief_says_the_colour_beside_the_words() -> None:
    found = rows(book("brief")["Steps"])
    assert found[0]["Health"] == "▲ amber"
    assert found[0]["Health in words"] == "needs attention"


def test_a_cell_without_a_value_is_empty() -> None:
    """An empty text would make texts of a column of days."""
    sheet = book("matrix").worksheets[1]
    kinds = {type(cell.value) for column in sheet.iter_cols(min_row=2) for cell in column[:-1] if column[0].is_date}
    assert kinds <= {datetime, type(None)}
    assert "" not in {cell.value for row in sheet.iter_rows() for cell in row}


def test_no_heading_of_the_first_sheet_stands_over_nothing() -> None:
    for kind in DOCUMENTS:
        for tracker in (DEMO, blank()) if kind != "followup" else (DEMO,):
            sheet = book(kind, "en", tracker).worksheets[0]
            shown = [row for row in sheet.iter_rows(max_col=2) if any(cell.value is not None for cell in row)]
            for row, after in zip(shown, [*shown[1:], None], strict=True):
                if row[0].font.size == 12 and row[0].font.bold:
                    assert after is not None, row[0].value
                    small = after[0].font.size == 12 and after[0].font.bold
                    assert not small or after[0].row == row[0].row + 2, "a part, and its first block"
    assert ["Decisions and the commitments that follow"] not in first_lines(book("followup"))


def test_what_is_not_there_is_said() -> None:
    lines = first_lines(book("full", "en", blank()))
    assert ["Joint steps"] in lines
    assert lines[lines.index(["Joint steps"]) + 1] == ["None yet."]


@pytest.mark.parametrize("kind", [kind for kind in DOCUMENTS if kind != "followup"])
def test_no_sheet_of_an_empty_tracker_is_empty(kind: str) -> None:
    for sheet in book(kind, "ar", blank()).worksheets[1:]:
        assert sheet.max_row > 1, sheet.title
        assert not sheet._charts


def test_two_languages_stand_side_by_side_on_the_first_sheet() -> None:
    found = book("followup", BOTH)
    sheet = found.worksheets[0]
    place = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    here, there = DEMO.meetings["M7"].title.ar, DEMO.meetings["M7"].title.tr
    assert (place[here].column, place[there].column) == (2, 3)
    assert place[here].row == place[there].row
    assert (place[here].alignment.horizontal, place[there].alignment.horizontal) == ("right", "left")
    assert place[words("ar").bare(as_signed())].row == place[words("tr").bare(as_signed())].row
    assert not any(" / " in str(value) for value in place)


def as_signed() -> Any:
    return made("followup").blocks[-1].heading


def test_in_two_languages_a_cell_has_a_line_for_each_and_sheets_have_names_of_the_first() -> None:
    found = book("followup", BOTH)
    owners = [row.get("المسؤول / Sorumlu") for row in rows(found.worksheets[1])]
    assert all(len(str(owner).split("\n")) == 2 for owner in owners)
    assert all("/" not in name for name in found.sheetnames)
    assert words("ar").bare(made("followup").blocks[2].heading).startswith(found.sheetnames[1])


def test_a_turkish_line_that_begins_with_a_number_keeps_it_there_in_an_arabic_cell() -> None:
    found = {row["م / No"]: row["ملاحظات / Notlar"] for row in rows(book("followup", BOTH).worksheets[1])}
    here, there = found["C11"].split("\n")
    assert there.endswith("21 gün gecikti")
    assert paragraph_level(there) == 0
    assert paragraph_level(here) == 1
    assert "\u200e" not in "".join(str(value) for row in first_lines(book("followup", "ar")) for value in row)


def paragraph_level(text: str) -> int:
    """The direction that the first strong letter gives (UAX #9, P2)."""
    strong = next(kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL"))
    return int(strong != "L")


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("lang", LANGS)
def test_days_and_words_are_never_wider_than_their_column(kind: str, lang: str) -> None:
    """A day that has no room is shown as number signs."""
    for tracker in (DEMO, programme(12, 5)):
        for sheet in book(kind, lang, tracker).worksheets[1:]:
            for column in sheet.iter_cols(min_row=2):
                wide = widths_of(sheet)[column[0].column]
                for cell in column:
                    if isinstance(cell.value, datetime):
                        longest = len(words(lang).bare(day_of(cell.value)))
                        assert wide > longest, (sheet.title, cell.coordinate)


def widths_of(sheet: Any) -> dict[int, float]:
    """The width of each column; a file says it once for those that are alike."""
    found = sheet.column_dimensions.values()
    return {column: each.width for each in found for column in range(each.min, each.max + 1)}


def day_of(value: datetime) -> Any:
    return Day(value.date())


def test_a_long_title_gets_the_room_that_others_do_not_need() -> None:
    sheet = book("matrix", "ar", programme(12, 5)).worksheets[1]
    widths = widths_of(sheet)
    assert widths[2] == max(widths.values())
    assert sheet.page_setup.paperSize == int(sheet.PAPERSIZE_A3)
    assert max((dimension.height or 0) for dimension in sheet.row_dimensions.values()) < 100


def test_hostile_titles_stop_no_page() -> None:
    """A head begins its codes with &, and has room for 255 letters."""
    long = replace(DEMO.decisions["D6"].text, ar="&A&P " + "🚢&" * 300)
    tracker = replace(DEMO, tables={**DEMO.tables, "decisions": {"D6": replace(DEMO.decisions["D6"], text=long)}})
    for each in (tracker, hostile(DEMO)):
        found = book("followup", "ar", each)
        for sheet in found.worksheets:
            text = sheet.oddHeader.center.text
            assert len(text.encode("utf-16-le")) // 2 <= 240
            assert "&A" not in text.replace("&&", "")


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_sheet_prints_across_one_page_wide_with_its_headings_on_each(kind: str) -> None:
    for sheet in book(kind, "ar", programme(12, 5)).worksheets[1:]:
        if sheet.tables:
            assert sheet.page_setup.orientation == "landscape"
            assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
            assert sheet.print_title_rows == "$1:$1"
