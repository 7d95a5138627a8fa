"""The pages of a Word file: their numbers, and what stays together on one."""

import io

import docx

from tests.views.documents.making import content, made
from tracker.views.word import KEPT
from tracker.views.word.tables import FAINT


def test_pages_are_numbered() -> None:
    opened = docx.Document(io.BytesIO(content(made("matrix"), "docx")))
    codes = opened.sections[0].footer._element.xpath(".//w:instrText/text()")
    assert codes == ["PAGE", "NUMPAGES"]


def test_signatures_take_what_is_before_them_to_their_page() -> None:
    opened = docx.Document(io.BytesIO(content(made("followup"), "docx", "tr")))
    agenda = [p for p in opened.paragraphs if p.style is not None and p.style.name == "List Bullet"]
    assert len(agenda) > KEPT
    assert [bool(p.paragraph_format.keep_with_next) for p in agenda] == [False] * (len(agenda) - KEPT) + [True] * KEPT


def test_the_numbers_of_pages_look_like_the_words_beside_them() -> None:
    foot = docx.Document(io.BytesIO(content(made("matrix"), "docx"))).sections[0].footer._element
    assert set(foot.xpath(".//w:r[w:instrText|w:t]/w:rPr/w:color/@w:val")) == {FAINT}
    assert foot.xpath(".//w:r[w:instrText][not(w:rPr/w:color)]") == []
