"""A document in two languages: side by side, each from its own side, with one number between them."""

import io
import re
from typing import Any

import docx
import pypdfium2
import pytest

from tests.demo import DEMO
from tests.views.documents.making import content, made
from tests.views.documents.reopened import ISOLATES
from tests.views.pages import words
from tracker.reports.report import Report
from tracker.views.bilingual import bilingual_words
from tracker.views.page.beside import Pages, pages_of


def followup(lang: Any = "ar", beside: Any = "tr") -> Report:
    return made("followup", meeting="M7", lang=lang, beside=beside)


def pages(lang: Any = "ar", beside: Any = "tr") -> Pages:
    report = followup(lang, beside)
    found = bilingual_words(report, words(lang))
    return pages_of(report, found)  # type: ignore[arg-type] # it is in two languages


@pytest.mark.parametrize(("lang", "beside"), [("ar", "tr"), ("tr", "ar")])
def test_arabic_stands_at_the_right_and_every_row_has_its_other_half(lang: str, beside: str) -> None:
    both = pages(lang, beside)
    assert (both.here.lang, both.there.lang) == ("ar", "tr")
    rows = {
        ISOLATES.sub("", row.middle.text): row
        for sides in both.sections
        for row in sides.rows
        if sides.names and row.middle
    }
    assert set(rows) >= {"C10", "C11", "C12", "C8"}
    for code, row in rows.items():
        title = DEMO.commitments[code].title
        assert row.here.title is not None
        assert row.there.title is not None
        assert ISOLATES.sub("", row.here.title.text) == title.ar
        assert ISOLATES.sub("", row.there.title.text) == title.tr
        assert len(row.here.more) == len(row.there.more)


def test_each_half_speaks_one_language() -> None:
    both = pages()
    for sides in both.sections:
        for row in sides.rows:
            labels = {label for label, _ in row.here.more} | {label for label, _ in row.there.more}
            assert not any(" / " in label for label in labels)
    assert "جدول الأعمال" in str(both.sections)
    assert "Gündem" in str(both.sections)


def test_on_paper_each_language_has_its_half() -> None:
    document = pypdfium2.PdfDocument(content(followup(), "pdf"))
    assert len(document) <= 4
    for page in document:
        text, middle = page.get_textpage(), page.get_width() / 2
        left, right = (text.get_text_bounded(*box) for box in ((0, 30, middle, 570), (middle, 30, 10_000, 570)))
        assert len(re.findall("[\u0620-\u064a]+", left)) < len(re.findall("[\u0620-\u064a]+", right))
        assert len(re.findall("[a-zışğüöç]{3,}", left)) > len(re.findall("[a-zışğüöç]{3,}", right))
    assert {"Üçüncü", "teknik", "görüşme"} <= set(document[0].get_textpage().get_text_bounded().split())


def test_on_the_web_each_language_is_marked() -> None:
    page = content(followup(), "html").decode()
    assert '<html lang="ar-LY" dir="rtl">' in page
    assert page.count('lang="tr" dir="ltr"') > 30
    assert re.search(r'<h3>[^<]*<bdi dir="ltr">D6</bdi>', page)


def test_in_word_it_is_a_table_of_three_columns() -> None:
    file = docx.Document(io.BytesIO(content(followup(), "docx")))
    rows = [row for table in file.tables for row in table.rows if len(row.cells) == 3]
    commitments = {row.cells[1].text: row for row in rows if re.fullmatch(r"C\d+", row.cells[1].text)}
    assert DEMO.commitments["C10"].title.ar in commitments["C10"].cells[0].text
    assert str(DEMO.commitments["C10"].title.tr) in commitments["C10"].cells[2].text
    assert "\u200e2026-04-10" in commitments["C10"].cells[0].text, "a date in an Arabic line reads as it was typed"
    assert [p.text for p in file.paragraphs if p.style and p.style.name == "List Bullet"] == []


@pytest.mark.parametrize("form", ["md", "csv", "xlsx", "txt", "json"])
def test_other_formats_have_both_as_before(form: str) -> None:
    assert content(followup(), form)


def test_two_languages_from_the_left_stand_side_by_side_too() -> None:
    both = pages("tr", "en")
    assert (both.here.lang, both.there.lang) == ("tr", "en")
    assert content(followup("tr", "en"), "pdf", "tr").startswith(b"%PDF")
