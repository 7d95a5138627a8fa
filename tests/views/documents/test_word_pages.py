"""The pages of a Word file: their numbers, and what stays together on one."""

import io

import docx

from tests.views.documents.letterheads import plain
from tests.views.documents.making import content, made
from tests.views.pages import words
from tracker.views.bilingual import BilingualWords
from tracker.views.formats import render
from tracker.views.letterhead import Letterhead
from tracker.views.page import page_of
from tracker.views.word import KEPT
from tracker.views.word import render as render_word
from tracker.views.word.tables import FAINT


def in_both(kind: str) -> bytes:
    found = render("docx", made(kind), BilingualWords(words("ar"), "tr"))
    assert isinstance(found, bytes)
    return found


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


def test_a_document_in_two_languages_numbers_its_pages_in_both() -> None:
    opened = docx.Document(io.BytesIO(in_both("followup")))
    foot = opened.sections[0].footer._element
    assert foot.xpath(".//w:instrText/text()") == ["PAGE", "NUMPAGES"] * 2
    assert {"الصفحة ", "Sayfa "} <= set(foot.xpath(".//w:t/text()"))


def test_what_stands_above_signatures_in_two_languages_goes_to_their_page_with_them() -> None:
    """All of it from the last sentences on: Word breaks where one paragraph between does not ask for it."""
    body = docx.Document(io.BytesIO(in_both("followup"))).element.body
    (signed,) = body.xpath("w:tbl[.//w:t[contains(., 'التوقيع /')]]")
    before = [*signed.itersiblings(preceding=True)][:3]
    assert [each.tag.rpartition("}")[2] for each in before] == ["tbl", "p", "tbl"]
    for each in before:
        assert each.xpath("descendant-or-self::w:p[not(w:pPr/w:keepNext)]") == []


def test_a_part_is_never_named_alone_at_the_end_of_a_page() -> None:
    """Its heading stands in one table with that of its first section."""
    body = docx.Document(io.BytesIO(in_both("followup"))).element.body
    (part,) = body.xpath(".//w:tr[.//w:t[.='القرارات والالتزامات المترتبة عليها']]")
    assert part.getnext() is not None
    assert part.xpath(".//w:p[not(w:pPr/w:keepNext)]") == []


def test_on_own_paper_no_page_has_small_print_alone() -> None:
    """A picture may fill the last page, so what has no foot to stand in stands before it."""
    report = made("matrix")
    body = docx.Document(io.BytesIO(render_word(report, words("ar"), Letterhead("own.docx", plain())))).element.body
    small = body.xpath("w:p[w:pPr/w:pStyle/@w:val='Footer']")
    assert len(small) == len(page_of(report, words("ar")).footer)
    assert body.xpath("w:p[.//w:drawing]")[0].getprevious().getprevious() is small[-1]


def test_a_long_picture_is_divided_where_own_paper_is_smaller() -> None:
    """What one page of the larger paper holds would be too small to read."""
    own = docx.Document(io.BytesIO(render_word(made("matrix"), words("ar"), Letterhead("own.docx", plain()))))
    assert len(own.element.body.xpath(".//pic:pic")) > len(
        docx.Document(io.BytesIO(content(made("matrix"), "docx"))).element.body.xpath(".//pic:pic")
    )
