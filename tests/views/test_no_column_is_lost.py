"""A page that is narrow loses no column: what has no room beside the others stands with its name below its row."""

import io
from datetime import date

import pytest
from rich.console import Console

from tests.demo import DEMO
from tests.views.documents.making import made
from tests.views.example import TODAY
from tests.views.pages import words
from tracker.message import msg
from tracker.reports.documents import DOCUMENTS
from tracker.reports.lists.listing import KINDS, list_report
from tracker.reports.lists.selection import Selection
from tracker.reports.report import Column, Day, Ref, Report, Table
from tracker.reports.values import filled
from tracker.text.arabic.isolates import MARKS_AND_ISOLATES
from tracker.text.emission.lines import cells_of
from tracker.text.output.ordered import Ordered
from tracker.views.blocks import Grid
from tracker.views.blocks.report import blocks_of
from tracker.views.terminal import Page

WIDTHS = (40, 60, 80, 100, 140)


def lines(table: Table, lang: str, width: int) -> list[str]:
    console = Console(file=io.StringIO(), width=width, color_system=None, _environ={})
    console.print(Ordered(Page([Grid(table, words(lang))]), "logical", rtl=lang == "ar"), crop=False, end="")
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def tables(report: Report) -> list[Table]:
    return [block.table for block in blocks_of(report, words("en")) if isinstance(block, Grid)]


def bare(text: str) -> str:
    return "".join(text.split()).translate(dict.fromkeys(map(ord, MARKS_AND_ISOLATES)))


def lost(table: Table, lang: str, width: int) -> list[str]:
    """The columns with something in them whose names are nowhere on the page."""
    page = bare("".join(lines(table, lang, width)))
    said = words(lang).message
    told = [number for number in range(len(table.columns)) if any(filled(row[number]) for row in table.rows)]
    # The first two of a card, a code and a title, need no names. A long name may be broken, so its words are sought.
    unnamed = {0, 1} if "━" not in page else set()
    names = {number: said(table.columns[number].heading).split() for number in told if number not in unnamed}
    return [table.columns[n].key for n, name in names.items() if not all(bare(word) in page for word in name)]


@pytest.mark.sampled(4)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("kind", DOCUMENTS)
def test_of_a_document(kind: str, lang: str, width: int) -> None:
    for table in tables(made(kind)):
        assert lost(table, lang, width) == [], table.key
        assert max(cells_of([(line, "")]) for line in lines(table, lang, width)) <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_of_a_list(kind: str, width: int) -> None:
    for table in tables(list_report(DEMO, kind, TODAY, Selection())):
        assert lost(table, "ar", width) == [], table.key


def test_at_80_columns_nobody_has_to_guess_who_is_late() -> None:
    """Owner, dates, days late and met or not met."""
    (table, *_) = tables(list_report(DEMO, "steps", TODAY.replace(year=2027), Selection()))
    page = "\n".join(lines(table, "en", 80))
    assert "Owner: Libyan side – Focal point" in page
    assert "2026-06-30" in page
    assert "days late" in page
    followup = "\n".join(line for table in tables(made("followup")) for line in lines(table, "en", 80))
    assert "Notes: 90 days overdue" in " ".join(followup.split())
    indicators = "\n".join(line for table in tables(made("indicators")) for line in lines(table, "en", 80))
    assert "not met" in indicators


def test_a_value_stands_whole_behind_its_name() -> None:
    columns = (
        Column("id", msg("No.")),
        Column("title", msg("Title"), flexible=True, letters=40),
        Column("note", msg("Note"), rank=1, flexible=True),
        Column("date", msg("Date"), rank=2),
    )
    row = (Ref("S1"), "A title that takes its room " * 2, "a note of some words", Day(date(2026, 3, 31)))
    assert (
        lines(Table("rows", None, columns, (row,)), "en", 62)[-1]
        == "     Note: a note of some words · Date: 2026-03-31"
    )


def test_a_number_in_a_card_has_its_name() -> None:
    columns = (Column("side", msg("Side")), Column("given", msg("Given")), Column("late", msg("Overdue")))
    page = lines(Table("totals", None, columns, (("Libyan side", 6, 2),)), "en", 40)
    assert page == ["Libyan side", "Given    6", "Overdue  2"]
