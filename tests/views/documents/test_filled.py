"""Pages of PDF are filled: none but the last is left half white."""

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest

from tests.views.documents.making import content, made
from tests.views.pages import LANGS
from tracker.model.records.office import Office
from tracker.reports.documents import DOCUMENTS

OF_A_PAGE = 0.42
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


def test_nor_in_two_languages() -> None:
    found = list(blanks(pages("followup", "ar", beside="tr")))[:-1]
    assert [blank for blank in found if blank > OF_A_PAGE] == []
