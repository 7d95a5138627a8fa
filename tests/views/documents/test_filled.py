"""Pages of PDF are filled: none but the last is left half white, and no letter is smaller than eight points."""

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest

from tests.demo import DAY, DEMO
from tests.views.documents.briefs import programme
from tests.views.documents.making import HEAD, content, made
from tests.views.pages import LANGS
from tracker.frozen import replace
from tracker.model.records.office import Office
from tracker.reports.documents import DOCUMENTS, document
from tracker.reports.documents.request import Request, Standing

OF_A_PAGE = 0.47
"""The part of a page that may be blank, from one row of ink to the next."""
BANNERS = 14 / 25.4 * 72
"""The top of a page, where the banners stand: not what it is filled with."""
ASKED: dict[str, dict[str, Any]] = {"followup": {"meeting": "M7"}}


def pages(kind: str, lang: str, **asked: Any) -> pypdfium2.PdfDocument:
    report = made(kind, printed=True, office=Office("LY", "liaison"), **ASKED.get(kind, {}), **asked)
    return pypdfium2.PdfDocument(content(report, "pdf", lang))


def blanks(document: pypdfium2.PdfDocument) -> Iterator[float]:
    """The largest part of the height of each page between two rows of ink that follow each other."""
    import numpy

    for page in document:
        ink = page.render(scale=1, grayscale=True).to_numpy() < 235
        rows = numpy.flatnonzero(ink.any(axis=1))
        yield float(numpy.diff(rows[rows > BANNERS]).max()) / len(ink)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", [kind for kind in DOCUMENTS if kind != "brief"])
def test_no_page_but_the_last_is_half_white(kind: str, lang: str) -> None:
    found = list(blanks(pages(kind, lang)))[:-1]
    assert [blank for blank in found if blank > OF_A_PAGE] == []


@pytest.mark.sampled(5)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", ["matrix", "evaluation", "full"])
@pytest.mark.parametrize("steps", [12, 20])
def test_nor_of_a_programme_of_many_steps(steps: int, kind: str, lang: str) -> None:
    tracker = programme(steps)
    some = list(DEMO.activities.values())
    activities = {
        f"{code}.{n}": replace(some[(place * 5 + n) % len(some)], id=f"{code}.{n}", step=code)
        for place, code in enumerate(tracker.steps)
        for n in range(1, 1 + 60 // steps)
    }
    asked = Request(
        tracker=replace(tracker, tables={**tracker.tables, "activities": activities}),
        day=DAY,
        standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"),
        printed=True,
    )
    found = list(blanks(pypdfium2.PdfDocument(content(document(kind, asked), "pdf", lang))))[:-1]
    assert [blank for blank in found if blank > OF_A_PAGE] == []


def test_nor_in_two_languages() -> None:
    found = list(blanks(pages("followup", "ar", beside="tr")))[:-1]
    assert [blank for blank in found if blank > OF_A_PAGE] == []


@pytest.mark.sampled(5)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", [kind for kind in DOCUMENTS if kind != "brief"])
def test_no_letter_is_smaller_than_eight_points(kind: str, lang: str) -> None:
    raw = pypdfium2.raw
    for page in pages(kind, lang):
        text = page.get_textpage()
        sizes = [raw.FPDFText_GetFontSize(text.raw, place) for place in range(text.count_chars())]
        printed = [size for place, size in enumerate(sizes) if text.get_text_range(place, 1).strip()]
        assert min(printed) > 7.9


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_the_thresholds_are_said_once_and_who_made_it_on_every_page(lang: str) -> None:
    """What stands in a foot is never read aloud: the thresholds are text of the first page."""
    texts = [page.get_textpage().get_text_range() for page in pages("full", lang)]
    assert all("5d5d5d5d5d5d5d5d" in text for text in texts)
    said = {"tr": "eşikler", "en": "Thresholds"}[lang]
    assert [said in text for text in texts] == [True] + [False] * (len(texts) - 1)
