"""The web page on paper: no column is cut off, and the brief to the minister stays one page."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from tests.demo import DAY, DEMO
from tests.views.documents.making import content, made
from tracker.frozen import replace
from tracker.model.audience import Audience
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.reports.documents import document
from tracker.reports.documents.request import Request

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [pytest.mark.office, pytest.mark.skipif(BROWSER is None, reason="needs Chromium")]


def printed(page: bytes, folder: Path) -> pypdfium2.PdfDocument:
    """The page as a browser prints it."""
    (folder / "page.html").write_bytes(page)
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile")
    paper = ("--no-pdf-header-footer", f"--print-to-pdf={folder}/page.pdf", (folder / "page.html").as_uri())
    subprocess.run([str(BROWSER), *quiet, *paper], check=True, capture_output=True, timeout=120)
    return pypdfium2.PdfDocument(folder / "page.pdf")


@pytest.mark.parametrize("lang", ["ar", "tr"])
def test_no_column_of_the_matrix_is_cut_off(lang: str, tmp_path: Path) -> None:
    """The last update of S1 stands in the outermost column."""
    paper = printed(content(made("matrix"), "html", lang), tmp_path)
    first = paper[0]
    place = first.get_textpage()
    assert "2026-01-15" in place.get_text_range()
    boxes = [place.get_charbox(number) for number in range(place.count_chars())]
    assert min(left for left, *_ in boxes) >= 0
    assert max(right for _, _, right, _ in boxes) <= first.get_width()
    assert len(paper) <= 4


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_the_brief_is_printed_on_one_page(lang: str, tmp_path: Path) -> None:
    signed = made("brief", office=Office("LY", "sec"), printed=True)
    assert len(printed(content(signed, "html", lang), tmp_path)) == 1


def test_a_copy_says_on_every_page_for_whom_it_is(tmp_path: Path) -> None:
    paper = printed(content(made("full", Audience.COUNTERPART), "html", "en"), tmp_path)
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in paper]
    assert len(texts) > 2
    assert all("Copy for the counterpart" in text for text in texts)


def test_a_word_without_an_end_takes_no_column_off_the_paper(tmp_path: Path) -> None:
    """An address or a name of a file, in every title."""
    endless = "https://example.org/" + "x" * 280
    steps = {
        code: replace(step, title=Localized(ar=endless, tr=endless, en=endless)) for code, step in DEMO.steps.items()
    }
    tracker = replace(DEMO, tables={**DEMO.tables, "steps": steps})
    page = content(document("matrix", Request(tracker=tracker, day=DAY)), "html", "en")
    first = printed(page, tmp_path)[0].get_textpage()
    boxes = [first.get_charbox(number) for number in range(first.count_chars())]
    assert min(left for left, *_ in boxes) >= 0
    assert max(right for _, _, right, _ in boxes) <= 1191  # points of A3
    assert "2026-01-15" in first.get_text_range()
