"""What holds for every kind of document in every format."""

from datetime import date
from decimal import Decimal

import pytest

from tests.demo import DAY, DEMO
from tests.views import said
from tests.views.documents.hostile import hostile
from tests.views.documents.making import HEAD, content, made
from tests.views.documents.reopened import every_text, table_rows, text_of
from tests.views.pages import LANGS, words
from tracker.cli.commands.reporting.files import formats_of
from tracker.frozen import replace
from tracker.model.audience import Audience, seen_by
from tracker.model.tracker import Tracker
from tracker.reports.documents import DOCUMENTS, document
from tracker.reports.documents.request import Request, Standing
from tracker.reports.report import Report, Table
from tracker.views.formats import FORMATS
from tracker.views.page.make import joined

SPREADSHEETS = {"xlsx", "csv"}
READ_BACK = {"html", "md", "docx", *SPREADSHEETS}  # of PDF the letters alone; JSON knows no language
EACH = [(kind, form) for kind in DOCUMENTS for form in formats_of(kind)]
WHOLE = [(kind, form) for kind, form in EACH if form in ("xlsx", "md") or not DOCUMENTS[kind].letter]
"""Letters only where they are read: on paper a page shows what has room on it (`test_letter.py`)."""


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("kind", "form"), EACH)
def test_two_runs_give_the_same_bytes(kind: str, form: str) -> None:
    assert content(made(kind), form) == content(made(kind), form)


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("kind", "form"), WHOLE)
@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_says_all_that_it_has_to_say_in_every_format_and_language(kind: str, form: str, lang: str) -> None:
    report, figures = made(kind), form in SPREADSHEETS
    found = content(report, form, lang)
    assert found
    if form in READ_BACK:
        rows = table_rows(form, found)
        for table in tables(report, form):
            shown = joined(table.for_readers()) if form in ("docx", "html") else table
            assert said.lost(shown, rows, words(lang), figures=figures) == [], table.key
    if form in READ_BACK - {"csv"}:
        wanted = list(said.sentences(report, words(lang), figures=figures))
        if form != "xlsx":  # its headings are names of sheets, which are short
            wanted += said.headings(report, words(lang))
        assert said.missing(wanted, text_of(form, found)) == []


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("kind", "form"), EACH)
@pytest.mark.parametrize("year", [1900, 2023, 2100])
def test_before_and_after_all_that_happened_there_is_a_document_too(kind: str, form: str, year: int) -> None:
    """Nothing was measured, held or due yet, or all is long past."""
    meeting = "M1" if kind == "followup" else None
    assert content(made(kind, day=date(year, 1, 1), meeting=meeting), form)


def tables(report: Report, form: str) -> list[Table]:
    """Those that a format shows: CSV has one."""
    found = [block for block in report.blocks if isinstance(block, Table) and block.rows]
    return found[:1] if form == "csv" else found


@pytest.mark.parametrize("form", formats_of("followup"))
def test_a_sheet_in_two_languages_in_every_format(form: str) -> None:
    assert content(made("followup", beside="tr", meeting="M7"), form)


def internal_texts() -> set[str]:
    """References and remarks that only one's own side may see, and that nothing else says."""
    shared = seen_by(Audience.COUNTERPART, DEMO)
    hidden = {e.reference for e in DEMO.evidence.values()} - {e.reference for e in shared.evidence.values()}
    return hidden | {e.id for e in DEMO.evidence.values() if e.id not in shared.evidence}


@pytest.mark.parametrize(("kind", "form"), EACH)
def test_the_other_side_finds_nothing_internal_anywhere_in_a_file(kind: str, form: str) -> None:
    texts = {text for text in internal_texts() if len(text) > 3}
    assert texts
    found = every_text(form, content(made(kind, Audience.COUNTERPART), form))
    assert sorted(text for text in texts if text in found) == []


SMALL = "87654"


def with_small_count() -> Tracker:
    """A count of affected people that is below the threshold, which is raised so that its digits are unmistakable."""
    indicator = DEMO.indicators["I6"]
    *others, last = indicator.measurements
    indicator = replace(indicator, measurements=(*others, replace(last, value=Decimal(SMALL))))
    limits = replace(DEMO.thresholds, small_count=100_000)
    changed = {"indicators": {**DEMO.indicators, "I6": indicator}, "thresholds": {"thresholds": limits}}
    return replace(DEMO, tables={**DEMO.tables, **changed})


@pytest.mark.parametrize(("kind", "form"), EACH)
def test_a_small_count_of_people_is_in_no_file(kind: str, form: str) -> None:
    """Small counts are printed in no format (rule 14.4)."""
    request = Request(tracker=with_small_count(), day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    assert SMALL not in every_text(form, content(document(kind, request), form)).replace(",", "")


@pytest.mark.parametrize(("kind", "form"), EACH)
def test_hostile_texts_stop_no_document(kind: str, form: str) -> None:
    request = Request(tracker=hostile(DEMO), day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    assert content(document(kind, request), form)


def test_every_format_is_offered_for_some_kind() -> None:
    assert {form for _, form in EACH} == set(FORMATS)


@pytest.mark.parametrize("lang", LANGS)
def test_minutes_whose_name_is_withheld_are_their_code_alone(lang: str) -> None:
    """A comma stood behind it, and nothing behind the comma."""
    text = content(made("followup", Audience.COUNTERPART, meeting="M7"), "txt", lang).decode()
    (line,) = (line for line in text.splitlines() if line.endswith("E6"))
    assert line.split()[-1] == "E6"
