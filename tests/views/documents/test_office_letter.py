"""A letter to an office: in the frame of every letter, with all that it is asked, on as many pages as that takes."""

import io
from datetime import date
from typing import Any

import docx
import pypdf
import pypdfium2
import pytest

from tests.demo import DAY, DEMO
from tests.views.documents.making import HEAD, OWN, content, made
from tests.views.documents.reopened import pdf_text
from tests.views.pages import LANGS, words
from tracker.frozen import replace
from tracker.model.records.office import Office
from tracker.model.records.parties import Side
from tracker.reports.documents import document
from tracker.reports.documents.request import Request, Standing
from tracker.reports.report import Report
from tracker.views.formats import render
from tracker.views.letter import OfficeLetter, framed_page
from tracker.views.letterhead import Brand

FORMS = ("pdf", "docx", "html")
SENDER = Office("LY", "liaison")


def letter(**asked: Any) -> Report:
    return made("owed", office=SENDER, **(asked or {"owner": Office("TR", "lgl")}))


def said(report: Report, form: str, lang: str, brand: Brand = OWN) -> str:
    content: Any = render(form, report, words(lang), brand)
    if form == "pdf":
        return pdf_text(content)
    if form == "docx":
        document = docx.Document(io.BytesIO(content))
        return "\n".join(text or "" for text in document.element.body.xpath(".//w:t/text()"))
    return "".join(content)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", FORMS)
def test_it_has_the_head_of_a_brand_and_what_it_asks(form: str, lang: str) -> None:
    report = letter()
    page, text = framed_page(report, words(lang), OWN), " ".join(said(report, form, lang).split())
    office = {"ar": "المستشار القانوني", "tr": "Hukuk müşaviri", "en": "Legal adviser"}[lang]
    for each in ("Ministry of Interior", "Secretariat", "Internal"):
        assert all(word in text for word in each.split())
    if (form, lang) != ("pdf", "ar"):  # its letters are in the order in which they are drawn
        labels = (page.words["name"], page.words["signature"], page.head.end[0].label)
        for each in ("C11", office, *map(words(lang).seen, labels)):
            assert each in words(lang).seen(text)


@pytest.mark.parametrize("lang", LANGS)
def test_it_goes_to_the_office_and_leaves_the_minister_nothing_to_decide(lang: str) -> None:
    page = framed_page(letter(), words(lang), Brand())
    office = {"ar": "الجانب التركي", "tr": "Türkiye tarafı", "en": "Turkish side"}[lang]
    assert office in page.addressee
    assert (page.ending.direction, page.ending.minister, page.intro) == ("", "", "")
    facts = [fact.key for fact in (*page.head.start, *page.head.end)]
    assert {"reference", "date"} <= set(facts)
    assert "purpose" not in facts
    if lang == "tr":
        assert "Programme" not in page.head.start[1].text
        assert page.head.start[1].text.startswith("Tamamlamanızı rica ettiğimiz konular")


@pytest.mark.parametrize("lang", LANGS)
def test_it_keeps_the_standards_for_readers_and_archives(lang: str) -> None:
    content: Any = render("pdf", letter(side=Side.LY), words(lang), OWN)
    root: Any = pypdf.PdfReader(io.BytesIO(content)).trailer["/Root"]
    about = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in about


def test_what_takes_more_than_a_page_goes_on_overleaf_with_its_heads_and_a_number() -> None:
    commitment = DEMO.commitments["C11"]
    many = {f"C{number}": replace(commitment, id=f"C{number}") for number in range(100, 180)}
    tracker = replace(DEMO, tables={**DEMO.tables, "commitments": {**DEMO.commitments, **many}})
    asked = Request(tracker=tracker, day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    report = document("owed", replace(asked, owner=Office("TR", "lgl"), office=SENDER))
    content: Any = render("pdf", report, words("en"), OWN)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in page
    assert all("What is asked" in page for page in pages[:-1])
    assert {code for code in many if any(code in page for page in pages)} == set(many)


def test_in_word_its_pages_are_numbered() -> None:
    content: Any = render("docx", letter(), words("tr"), OWN)
    foot = docx.Document(io.BytesIO(content)).sections[0].footer._element
    assert foot.xpath(".//w:instrText/text()") == ["PAGE", "NUMPAGES"]


def test_what_every_office_owes_is_no_letter() -> None:
    assert made("owed").letter is None


def test_a_table_of_nothing_has_its_columns() -> None:
    found = content(letter(owner=Office("LY", "sec")), "csv", "en").decode("utf-8-sig")
    assert found.splitlines() == [found.strip()]
    assert found.startswith("No.,What is asked,Subject")


@pytest.mark.parametrize("form", FORMS)
def test_one_without_anything_to_ask_says_so(form: str) -> None:
    text = " ".join(said(letter(owner=Office("LY", "sec")), form, "en").split())
    assert "At present there is no open matter" in text


@pytest.mark.parametrize("lang", LANGS)
def test_on_a_phone_every_value_names_its_column(lang: str) -> None:
    page = said(letter(), "html", lang)
    table = page[page.index('<section class="asked">') :].partition("</section>")[0]
    assert table.count("<td") == table.count(" data-label=") > 0
    assert ".asked :is(table, tbody, tr, td) { display: block; }" in page


AGREEING = {
    (1, 1): ("وقد تجاوز هذا الأمر موعده.", "Bu konunun süresi geçmiştir.", "It is past its date."),
    (2, 1): ("وقد تجاوز أحدهما موعده.", "Bu iki konudan birinin süresi geçmiştir.", "One of the two is past its date."),
    (2, 2): ("وقد تجاوز كلاهما موعده.", "Her ikisinin de süresi geçmiştir.", "Both are past their dates."),
    (3, 2): ("تجاوز اثنان منها موعدهما.", "Bunlardan 2 konunun süresi geçmiştir.", "2 of them are past their dates."),
}
"""The sentence about so many matters of which so many are late, in each language."""


@pytest.mark.parametrize(("of", "late"), AGREEING)
def test_a_pronoun_agrees_with_the_number_that_it_stands_for(of: int, late: int) -> None:
    days = [date(2026, 3, 1)] * late + [date(2027, 3, 1)] * (of - late)
    due = {f"C{n}": replace(DEMO.commitments["C11"], id=f"C{n}", due=day) for n, day in enumerate(days, 1)}
    tables = {**DEMO.tables, "commitments": due, "obstacles": {}, "activities": {}, "meetings": {}, "series": {}}
    report = document("owed", Request(tracker=replace(DEMO, tables=tables), day=DAY, owner=Office("TR", "lgl")))
    for lang, sentence in zip(LANGS, AGREEING[of, late], strict=True):
        page = framed_page(report, words(lang), Brand())
        assert isinstance(page, OfficeLetter)
        assert words(lang).seen(page.before[1]) == sentence
        stands = {1: "هذا الأمر", 2: "كل منهما"}.get(of, "كل منها")
        assert lang != "ar" or f"بما آل إليه {stands}،" in page.after[0]
