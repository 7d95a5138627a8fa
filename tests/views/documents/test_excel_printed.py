"""Workbooks as LibreOffice prints them: every page says what it is, and nothing falls off."""

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest

from tests.demo import DAY
from tests.views.documents.long_programme import programme
from tests.views.documents.making import HEAD, content, made
from tests.views.pages import LANGS, words
from tracker.reports.documents import DOCUMENTS, document
from tracker.reports.documents.request import Request, Standing
from tracker.reports.pictures.drawn import Trend
from tracker.reports.report import Report
from tracker.text.arabic.isolates import MARKS_AND_ISOLATES

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice"),
]


def printed(report: Report, lang: str, place: Path) -> Any:
    """The pages as a PDF."""
    file = place / "made.xlsx"
    file.write_bytes(content(report, "xlsx", lang))
    profile = f"-env:UserInstallation={place.as_uri()}/profile"
    command = ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(place), str(file))
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return pypdfium2.PdfDocument(file.with_suffix(".pdf"))


def said(page: Any) -> str:
    text = page.get_textpage().get_text_bounded()
    return "".join(text.split()).translate(dict.fromkeys(map(ord, MARKS_AND_ISOLATES)))


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_page_has_the_whole_title_of_its_sheet(kind: str, tmp_path: Path) -> None:
    report = made(kind)
    book = openpyxl.load_workbook(io.BytesIO(content(report, "xlsx", "en")))
    titles = ["".join(sheet.oddHeader.center.text.split("\n")[0].split()) for sheet in book.worksheets]
    pages = [said(page) for page in printed(report, "en", tmp_path)]
    assert [page for page in pages if not any(title in page for title in titles)] == []
    assert [title for title in titles if not any(title in page for page in pages)] == []


@pytest.mark.parametrize("lang", LANGS)
def test_charts_and_their_figures_are_on_one_page(lang: str, tmp_path: Path) -> None:
    report = made("indicators")
    trends = [block for block in report.blocks if isinstance(block, Trend)]
    pages = [page for page in printed(report, lang, tmp_path) if page.get_height() > page.get_width()][1:]
    assert len(pages) == -(-len(trends) // 4)
    for page in pages:
        assert "".join(words(lang).day(DAY.replace(year=2024, month=12)).split()).strip("\u2068\u2069") in said(page)


def test_a_table_of_many_long_rows_is_one_page_wide(tmp_path: Path) -> None:
    request = Request(tracker=programme(12, 5), day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    report = document("matrix", request)
    wide = [said(page) for page in printed(report, "en", tmp_path) if page.get_width() > page.get_height()]
    matrix = [page for page in wide if "Executionmatrix" in page]
    assert all("Lastupdate" in page and "Steporactivity" in page for page in matrix), "the last heading and the first"
    assert len(matrix) <= 5
