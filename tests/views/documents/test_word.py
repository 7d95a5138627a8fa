"""Word files, opened by python-docx and read as XML: what Word needs to show them right to left."""

import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from syrupy.assertion import SnapshotAssertion

from tests.demo import DAY, DEMO
from tests.views.documents.hostile import HOSTILE, hostile
from tests.views.documents.making import HEAD, WHOLE, content, made
from tests.views.documents.reopened import every_text, word_lines
from tests.views.pages import LANGS, words
from tracker.errors import MissingExtra, NotLetterhead
from tracker.model.records.office import Office
from tracker.reports.documents import DOCUMENTS, document
from tracker.reports.documents.request import Request, Standing
from tracker.reports.pictures.drawn import Timeline
from tracker.text.arabic.isolates import extents
from tracker.views.letterhead import Letterhead
from tracker.views.page import Cell, Column, Section, page_of
from tracker.views.pictures import draw
from tracker.views.word import render
from tracker.views.word.columns import columns_in_blocks, columns_within
from tracker.views.word.letter_faces import width
from tracker.views.word.letter_parts import SYSTEM
from tracker.views.word.runs import runs
from tracker.views.word.setup import FONT


@pytest.mark.parametrize("kind", WHOLE)
def test_in_arabic(kind: str, snapshot: SnapshotAssertion) -> None:
    assert "\n".join(word_lines(content(made(kind), "docx"))) == snapshot


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_everything_is_right_to_left(kind: str) -> None:
    opened, face = docx.Document(io.BytesIO(content(made(kind), "docx"))), SYSTEM if DOCUMENTS[kind].letter else FONT
    body = opened.element.body
    assert body.xpath(".//w:tbl[not(./w:tblPr/w:bidiVisual)]") == []
    assert opened.sections[0]._sectPr.xpath("./w:bidi/following-sibling::w:docGrid")
    for style in ("Normal", "Heading 1", "Heading 2", "Title"):
        element = opened.styles[style].element
        assert element.xpath("./w:pPr/w:bidi"), style
        assert element.xpath("./w:pPr/w:jc") == [], style
        assert element.xpath("./w:rPr/w:rFonts/@w:cs") == [face], style
        assert element.xpath("./w:rPr/w:szCs/@w:val") == element.xpath("./w:rPr/w:sz/@w:val"), style
        assert element.xpath("./w:rPr/w:rtl"), style
    assert opened.core_properties.language == "ar-LY"
    assert opened.core_properties.title.endswith(words("ar").message(made(kind).title))  # type: ignore[arg-type] # has one


ORDER = {
    "rPr": ["rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "kern", "sz", "szCs", "rtl", "lang"],
    "tblPr": ["tblStyle", "bidiVisual", "tblW", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption"],
    "tcPr": ["tcW", "shd", "vAlign"],
    "trPr": ["cantSplit", "tblHeader"],
}


@pytest.mark.parametrize("parent", ORDER)
def test_properties_stand_in_the_order_of_the_schema(parent: str) -> None:
    """Word refuses a file with another (ECMA-376, 17.3.2.28, 17.4.59)."""
    opened = docx.Document(io.BytesIO(content(made("evaluation"), "docx")))
    elements = [*opened.element.body.xpath(f".//w:{parent}"), *opened.styles.element.xpath(f".//w:style/w:{parent}")]
    assert elements
    for element in elements:
        names = [child.tag.partition("}")[2] for child in element]
        known = [name for name in names if name in ORDER[parent]]
        assert known == sorted(known, key=ORDER[parent].index)


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_the_brief_is_one_page(lang: str, tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes(content(made("brief", office=Office("LY", "sec"), printed=True), "docx", lang))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file))
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert len(pypdfium2.PdfDocument(tmp_path / "brief.pdf")) == 1


def test_a_sign_stays_before_its_number() -> None:
    """LibreOffice puts it behind in right-to-left paragraphs: minus sixteen would be read as sixteen minus."""
    assert "\u200e\u221216" in runs("\u2066\u221216\u2069", rtl=True)
    assert "\u200e10 Mart" in runs("\u206810 Mart\u2069", rtl=True)
    assert "\u200e" not in runs("\u2066S1\u2069", rtl=True)
    assert "\u200e2026-04-10" in runs("\u20662026-04-10\u2069", rtl=True, behind=True)


def test_each_line_to_sign_on_is_drawn() -> None:
    """Neighbours with the same border have none between them (ECMA-376, 17.3.1.5), so these are no neighbours."""
    opened = docx.Document(io.BytesIO(content(made("followup"), "docx")))
    ruled = [border.getparent().getparent() for border in opened.element.body.xpath(".//w:pBdr")]
    assert len(ruled) >= 6
    assert [each for each in ruled if each.getnext() in ruled] == []


def section(*columns: Column, texts: tuple[str, ...] = ()) -> Section:
    """A table with these columns and one row."""
    return Section("table", "t", 2, columns=columns, rows=(tuple(map(Cell, texts)),) if texts else ())


def test_no_word_is_broken_as_long_as_there_is_room() -> None:
    columns = (Column("No", False, False, 2, 2), Column("Step", True, False, 22, 9), Column("Bar", False, True, 32, 14))
    widths = columns_within(section(*columns), 6000, letter=90, side=80)
    assert 5990 <= sum(widths) <= 6000
    assert all(width >= column.least * 90 + 160 for width, column in zip(widths, columns, strict=True))
    assert widths[0] < widths[1]
    assert sum(columns_within(section(*columns), 900, letter=90, side=80)) <= 900


def test_word_is_told_the_language_of_complex_scripts() -> None:
    settings = docx.Document(io.BytesIO(content(made("brief"), "docx"))).settings.element
    assert settings.xpath("./w:themeFontLang/@w:bidi") == ["ar-LY"]
    assert settings.xpath(".//w:compatSetting[@w:name='compatibilityMode']/@w:val") == ["15"]


def test_codes_and_dates_are_runs_from_left_to_right() -> None:
    assert extents("\u2066S1\u2069 خطوة \u20682026-03-31\u2069", rtl=True) == [
        ("S1", False),
        (" خطوة ", True),
        ("2026-03-31", False),
    ]
    assert extents("Step \u2068خطوة 1\u2069 done", rtl=False) == [("Step ", False), ("خطوة 1", True), (" done", False)]
    assert extents("a\u2069b\u2066c", rtl=False) == [("abc", False)]


def test_pictures_have_words_for_those_who_do_not_see_them() -> None:
    opened = docx.Document(io.BytesIO(content(made("evaluation"), "docx")))
    described = opened.element.body.xpath(".//wp:docPr/@descr")
    assert described
    assert all(described)


def test_a_timeline_is_two_pictures_that_make_one() -> None:
    """The second goes on overleaf by itself where both do not fit: as wide, and as high as the rest of the drawing."""
    timeline = next(block for block in made("matrix").blocks if isinstance(block, Timeline))
    drawing = draw(timeline, words("en"))
    opened = docx.Document(io.BytesIO(content(made("matrix"), "docx", "en")))
    first, second = opened.inline_shapes
    assert first.width == second.width
    share = first.height / (first.height + second.height)
    assert abs(share - drawing.cut / drawing.height) < 0.01
    assert abs((first.height + second.height) / first.width - drawing.height / drawing.width) < 0.01


def test_the_small_print_is_at_the_foot_of_the_first_page_or_at_the_end_on_a_letterhead() -> None:
    report = made("matrix", office=Office("LY", "sec"), printed=True)
    sentences = [words("ar").bare(sentence) for sentence in report.footer]
    plain = docx.Document(io.BytesIO(content(report, "docx")))
    section = plain.sections[0]
    assert [words("ar").seen(p.text) for p in section.first_page_footer.paragraphs][:-1] == sentences
    running = [words("ar").bare(sentence) for sentence in report.running]
    assert [words("ar").seen(p.text) for p in section.footer.paragraphs][:-1] == running
    assert len(running) == 2
    own = docx.Document(io.BytesIO(render(made("full"), words("ar"), Letterhead("own.docx", letterhead()))))
    at_the_end = [words("ar").bare(sentence) for sentence in made("full").footer]
    assert [words("ar").seen(p.text) for p in own.paragraphs][-len(at_the_end) :] == at_the_end


def letterhead() -> bytes:
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "وزارة الاختبار"
    paper.sections[0].footer.paragraphs[0].text = "طرابلس"
    made_file = io.BytesIO()
    paper.save(made_file)
    return made_file.getvalue()


def test_a_letterhead_keeps_its_head_and_foot() -> None:
    opened = docx.Document(io.BytesIO(render(made("brief"), words("ar"), Letterhead("own.docx", letterhead()))))
    assert opened.sections[0].header.paragraphs[0].text == "وزارة الاختبار"
    assert [p.text for p in opened.sections[0].footer.paragraphs] == ["طرابلس"]
    texts = [p.text for p in opened.paragraphs]
    assert any(text.startswith("الموضوع: موقف") for text in texts)
    assert opened.styles["Heading 1"].element.xpath("./w:pPr/w:bidi")


@pytest.mark.parametrize(("kind", "turned"), [("brief", False), ("followup", True), ("matrix", True)])
def test_many_columns_turn_a_letterhead_on_its_side(kind: str, turned: bool) -> None:
    section = docx.Document(io.BytesIO(render(made(kind), words("ar"), Letterhead("own.docx", letterhead())))).sections[
        0
    ]
    upright = docx.Document(io.BytesIO(letterhead())).sections[0]
    size = (upright.page_width, upright.page_height)
    assert (section.page_width, section.page_height) == (size[::-1] if turned else size)
    assert section.right_margin == upright.right_margin


@pytest.mark.parametrize("broken", [b"", b"PK", b"PK\x03\x04 no zip", b"%PDF-1.7"])
def test_what_is_no_word_file_is_no_letterhead(broken: bytes) -> None:
    with pytest.raises(NotLetterhead):
        render(made("brief"), words("ar"), Letterhead("own.docx", broken))


def test_without_typst_the_numbers_of_a_picture_stand_in_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    lines = list(word_lines(content(made("evaluation"), "docx")))
    assert not any(line.startswith("[picture]") for line in lines)
    with pytest.raises(MissingExtra):
        content(made("brief"), "pdf")


def test_without_typst_the_numbers_of_pictures_in_pairs_fit_their_half(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    body = docx.Document(io.BytesIO(content(made("indicators"), "docx"))).element.body
    nested = body.xpath(".//w:tc[w:p/w:pPr/w:pStyle]/w:tbl")
    assert nested
    for table in nested:
        room = table.xpath("./ancestor::w:tc[1]/w:tcPr/w:tcW/@w:w")
        assert int(table.xpath("./w:tblPr/w:tblW/@w:w")[0]) <= int(room[0])


def test_hostile_texts_are_text() -> None:
    request = Request(tracker=hostile(DEMO), day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    made_file = content(document("matrix", request), "docx")
    shown = "\n".join(word_lines(made_file))
    for text in HOSTILE:
        if text.isascii() and text.isprintable() and len(text) < 100:
            assert text in shown
    assert not re.search(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]",
        every_text("docx", made_file).split("word/media")[0][:0] + shown,
    )


def test_titles_are_not_spaced_out() -> None:
    """The template's titles are, which pulls the letters of Arabic words apart."""
    for paper in (None, Letterhead("own.docx", letterhead())):
        styles = docx.Document(io.BytesIO(render(made("brief"), words("ar"), paper))).styles
        assert [styles[name].element.xpath("./w:rPr/w:spacing") for name in ("Title", "Subtitle")] == [[], []]


def test_an_untranslated_text_runs_from_the_right_in_a_document_that_runs_from_the_left() -> None:
    body = docx.Document(io.BytesIO(content(made("full"), "docx", "tr"))).element.body
    turned = body.xpath(".//w:tc/w:p[w:pPr/w:bidi]")
    assert turned
    assert [p.xpath("./w:pPr/w:jc/@w:val") for p in turned] == [["right"]] * len(turned)
    assert body.xpath(".//w:tc/w:p[w:pPr/w:bidi]/w:r[w:rPr/w:rtl[@w:val='0']]") == []


def test_a_bar_has_room_for_both_its_percentages_where_texts_leave_it() -> None:
    columns = (
        Column("No", False, False, 2, 2),
        Column("Aspect", True, False, 14, 9),
        Column("Bar", False, True, 32, 17),
    )
    said = "declared 100% · evidenced 100%"
    widths = columns_within(section(*columns, texts=("S1", "Shared expertise", said)), 8000, letter=93, side=80)
    assert widths[2] > width(said, other=True) * 160 + 160


@pytest.mark.sampled(4)
@pytest.mark.parametrize("kind", [kind for kind in DOCUMENTS if kind != "all"])
@pytest.mark.parametrize("lang", LANGS)
def test_no_letter_is_below_eight_points(kind: str, lang: str) -> None:
    opened = docx.Document(io.BytesIO(content(made(kind), "docx", lang)))
    parts = [opened.element.body, opened.sections[0].footer._element]
    assert [size for part in parts for size in part.xpath(".//w:r/w:rPr/w:sz/@w:val") if int(size) < 16] == []


@pytest.mark.parametrize("kind", ["matrix", "evaluation", "indicators"])
def test_no_letter_of_a_picture_is_below_eight_points(kind: str) -> None:
    page = page_of(made(kind), words("ar"))
    drawn = [section.drawing for section in page.sections if section.drawing]
    drawings = [drawing for drawing in drawn for _ in range(2 if drawing.cut else 1)]
    body = docx.Document(io.BytesIO(content(made(kind), "docx"))).element.body
    wide = [int(extent.get("cx")) / Pt(1) for extent in body.xpath(".//wp:extent")]
    assert drawings
    for drawing, points in zip(drawings, wide, strict=True):
        assert min(text.size for text in drawing.texts) * points / drawing.width >= 7.99


@pytest.mark.parametrize("room", [15_000, 8_000, 4_000])
@pytest.mark.parametrize("many", [3, 9, 13, 18, 30])
def test_columns_that_have_no_room_stand_below_behind_the_first(many: int, room: int) -> None:
    """Every column is somewhere, whole, and no word of it is broken."""
    columns = [Column("No", False, False, 3, 3), *(Column("x", at == 0, False, 20, 9 + at % 4) for at in range(many))]
    blocks = columns_in_blocks(columns, room, letter=93, side=40)
    assert {at for block in blocks for at in block} == set(range(many + 1))
    assert all(block[0] == 0 and len(block) > 1 for block in blocks)
    assert sum(columns[at].least * 93 + 150 for at in blocks[0]) <= room
    for block in blocks:
        assert sum(columns[at].least * 93 + 150 for at in block) <= room
    assert len(blocks) == 1 or sum(column.least * 93 + 150 for column in columns) > room


def test_room_that_is_left_goes_where_texts_take_the_most_lines() -> None:
    """Long texts are given more of it than short ones, and no column more than its longest text fills."""
    long, short = "a word and another one " * 8, "a word"
    columns = tuple(Column("x", False, False, 22, 7) for _ in range(9))
    rows = tuple(tuple(Cell(long if at == 4 else short) for at in range(9)) for _ in range(5))
    widths = columns_within(Section("table", "t", 2, columns=columns, rows=rows), 15_000, letter=93, side=40)
    assert sum(widths) <= 15_000
    assert widths[4] > 3 * max(width for at, width in enumerate(widths) if at != 4)


def body_of(kind: str, lang: str) -> Any:
    return docx.Document(io.BytesIO(content(made(kind), "docx", lang))).element.body


def said_in(element: Any) -> str:
    return "".join(each.text or "" for each in element.iter(qn("w:t")))


@pytest.mark.parametrize("lang", LANGS)
def test_an_evaluation_has_a_cover_with_links_to_its_chapters(lang: str) -> None:
    body = body_of("evaluation", lang)
    marks = {each.get(qn("w:name")): each.getparent() for each in body.iter(qn("w:bookmarkStart"))}
    links = list(body.iter(qn("w:hyperlink")))
    led = [marks[link.get(qn("w:anchor"))] for link in links]
    assert [said_in(link) for link in links] == [said_in(heading) for heading in led]
    assert [said_in(link).split()[0] for link in links] == [str(number) for number in range(1, len(links) + 1)]
    breaks = [each.getparent().getparent() for each in body.iter(qn("w:pageBreakBefore"))]
    assert breaks == [marks["chapter" + str(min(int(name.removeprefix("chapter")) for name in marks))]]
    texts = {said_in(heading) for heading in marks.values()}
    assert len(texts) == len(marks) > len(links) > 4


@pytest.mark.parametrize("kind", ["full", "matrix"])
def test_what_is_not_in_chapters_has_no_numbers(kind: str) -> None:
    assert not list(body_of(kind, "en").iter(qn("w:bookmarkStart")))
