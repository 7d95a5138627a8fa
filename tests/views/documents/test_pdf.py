"""PDF, opened by PDFium and pypdf: tags, language, direction, one page for the minister, searchable letters."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pypdf
import pypdfium2
import pytest
from syrupy.assertion import SnapshotAssertion

from tests.demo import DAY, DEMO
from tests.views.documents.hostile import hostile
from tests.views.documents.making import HEAD, content, made
from tests.views.documents.reopened import ISOLATES, pdf_text
from tests.views.pages import words
from tracker.frozen import replace
from tracker.model.records.localized import Localized
from tracker.reports.documents import DOCUMENTS, document
from tracker.reports.documents.request import Request, Standing
from tracker.reports.pictures.drawn import Timeline
from tracker.views import plain
from tracker.views.pictures import draw


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_it_is_tagged_and_made_for_archives_in_the_readers_language(kind: str) -> None:
    made_file = content(made(kind), "pdf")
    root: Any = pypdf.PdfReader(io.BytesIO(made_file)).trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("ar-LY", True)
    assert root["/ViewerPreferences"]["/Direction"] == "/R2L"
    about = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert ("<pdfaid:part>2</pdfaid:part>" in about, "<pdfaid:conformance>A</pdfaid:conformance>" in about) == (
        True,
        True,
    )


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_its_parts_in_arabic(kind: str, snapshot: SnapshotAssertion) -> None:
    """The bookmarks of its headings, by the page they lead to."""
    reader = pypdf.PdfReader(io.BytesIO(content(made(kind), "pdf")))

    def lines(outline: list[Any], depth: int) -> Iterator[str]:
        for entry in outline:
            if isinstance(entry, list):
                yield from lines(entry, depth + 1)
            else:
                page = reader.get_destination_page_number(entry)
                assert page is not None
                yield f"{'  ' * depth}{entry.title} ({page + 1})"

    assert ISOLATES.sub("", "\n".join(lines(reader.outline, 0))) == snapshot


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_the_brief_is_one_page(lang: str) -> None:
    assert len(pypdfium2.PdfDocument(content(made("brief"), "pdf", lang))) == 1


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_what_it_says_can_be_searched(kind: str) -> None:
    """Most words come out in logical order; extractors turn over some lam-alefs and tanwins themselves."""
    report = made(kind)
    found = pdf_text(content(report, "pdf"))
    wanted = set(re.findall("[\u0620-\u064a]{3,}", "".join(plain.render(report, words("ar")))))
    assert len(wanted) > 30
    assert sum(word in found for word in wanted) > 0.8 * len(wanted)
    assert not re.search("[\u2066\u2067]", found)
    assert "S3" in pdf_text(content(report, "pdf", "en")) or kind in ("indicators", "brief")


def test_pages_are_numbered_and_headings_repeated() -> None:
    text = pdf_text(content(made("matrix"), "pdf", "en"))
    pages = len(re.findall(r"Page \d of \d", text))
    assert pages > 1
    assert re.findall(r"Page (\d) of (\d)", text)[-1] == (str(pages), str(pages))
    assert text.count("Obstacle") >= 2


def test_the_small_print_is_on_every_page() -> None:
    document_ = pypdfium2.PdfDocument(content(made("evaluation"), "pdf", "en"))
    for page in document_:
        assert HEAD[:16] in page.get_textpage().get_text_bounded()


def test_a_letter_that_the_font_lacks_costs_the_standard_not_the_document() -> None:
    request = Request(tracker=hostile(DEMO), day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    made_file = content(document("matrix", request), "pdf", "en")
    assert b"pdfuaid:part" not in made_file
    text = "".join(pdf_text(made_file).split())
    assert "<script>alert(1)</script>" in text
    assert "#panic()" in text


@pytest.mark.parametrize("title", ["Ωμέγα", "Привет", "→ ≥ € ₺ ☑", "Ñandú Łódź Đà"])
def test_letters_of_other_scripts_are_set_in_text_and_pictures(title: str) -> None:
    activities = {code: replace(each, title=Localized(f"{title} {code}")) for code, each in DEMO.activities.items()}
    tracker = replace(DEMO, tables={**DEMO.tables, "activities": activities})
    asked = Request(tracker=tracker, day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    made_file = content(document("matrix", asked), "pdf", "en")
    assert b"<pdfuaid:part>" in made_file
    assert pdf_text(made_file).count(title.split(maxsplit=1)[0]) > 2 * len(activities) - 2


def test_it_bears_the_time_of_the_last_change() -> None:
    about = pypdf.PdfReader(io.BytesIO(content(made("brief"), "pdf"))).metadata
    assert about is not None
    assert about.creation_date is not None
    assert about.creation_date.isoformat() == "2026-03-31T08:00:00+00:00"


def test_nobody_signs_a_page_that_says_nothing_else() -> None:
    document_ = pypdfium2.PdfDocument(content(made("followup"), "pdf", "tr"))
    last = document_[len(document_) - 1].get_textpage().get_text_bounded()
    assert "C15" in last  # the end of the agenda
    assert "İmzalar" in last


def test_a_long_table_begins_with_more_than_a_row_of_it() -> None:
    document_ = pypdfium2.PdfDocument(content(made("evaluation"), "pdf", "tr"))
    pages = [page.get_textpage().get_text_bounded() for page in document_]
    begun = next(page for page in pages if "Puanlar ve gerekçeleri" in page)
    assert begun.count("E18") > 2


def test_what_is_longer_than_any_word_is_broken_within_its_page() -> None:
    """It would be written over other columns and beyond the edge of the paper."""
    request = Request(tracker=hostile(DEMO), day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    for page in pypdfium2.PdfDocument(content(document("brief", request), "pdf", "en")):
        text = page.get_textpage()
        edges = [
            text.get_charbox(place)[2] for place in range(text.count_chars()) if text.get_text_range(place, 1) == "W"
        ]
        assert all(edge <= page.get_width() - 40 for edge in edges)


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_two_rows_of_narrow_pictures_fit_a_page(lang: str) -> None:
    """Ten indicators stand on three pages behind their table, however long their headings and legends are."""
    assert len(pypdfium2.PdfDocument(content(made("indicators", printed=True), "pdf", lang))) == 4


@pytest.mark.parametrize("kind", ["full", "matrix", "evaluation", "followup", "indicators", "owed"])
def test_no_letter_reaches_the_rule_of_its_row(kind: str) -> None:
    for page in pypdfium2.PdfDocument(content(made(kind), "pdf")):
        drawn = [path.get_bounds() for path in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
        rules = [
            (left, right, bottom) for left, bottom, right, top in drawn if top - bottom < 1.2 and right - left > 10
        ]
        text = page.get_textpage()
        for at in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(at)
            letter = text.get_text_range(at, 1)
            body = letter.isalnum() and top - bottom > 3  # not a mark of reading above it
            for start, end, rule in rules if body else ():
                over = left < end and right > start and bottom + 0.2 < rule < top - 0.2
                assert not over, (letter, bottom, rule, top)


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_no_letter_of_a_wide_table_is_smaller_than_the_small_print(lang: str) -> None:
    for page in pypdfium2.PdfDocument(content(made("evaluation"), "pdf", lang)):
        sizes = {round(text.get_font_size(), 1) for text in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])}
        assert not sizes or min(sizes) > 6.7, sizes


@pytest.mark.parametrize("kind", ["brief", "matrix"])
def test_the_properties_of_the_file_have_its_title_as_it_was_typed(kind: str) -> None:
    title = "Kurum" * 20
    initiative = replace(DEMO.initiative, title=Localized(title, title, title))
    tracker = replace(DEMO, tables={**DEMO.tables, "initiative": {"initiative": initiative}})
    request = Request(tracker=tracker, day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    about = pypdf.PdfReader(io.BytesIO(content(document(kind, request), "pdf"))).metadata
    assert about is not None
    assert str(about.title).startswith(title)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_longest_word_that_can_be_typed_is_set_in_every_kind(kind: str) -> None:
    """So many pieces of one word went deeper than the typesetter goes."""
    title = Localized("a" * 4000)
    tables = {
        name: {
            code: replace(each, title=title) if getattr(each, "title", None) else each for code, each in rows.items()
        }
        for name, rows in DEMO.tables.items()
    }
    asked = Request(tracker=replace(DEMO, tables=tables), day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00Z"))
    assert b"<pdfuaid:part>" in content(document(kind, asked), "pdf", "en")


@pytest.mark.parametrize(("kind", "count"), [("matrix", 300), ("full", 400), ("followup", 200)])
def test_a_long_text_goes_on_overleaf_and_no_word_is_lost(kind: str, count: int) -> None:
    """A word that lies under the foot or beside the paper is lost as well."""
    title = Localized(" ".join(f"word{number}" for number in range(count)))
    steps = {**DEMO.tables["steps"], "S3": replace(DEMO.steps["S3"], title=title)}
    commitments = {code: replace(each, title=title) for code, each in DEMO.commitments.items()}
    tables = {**DEMO.tables, "steps": steps, "commitments": {**DEMO.commitments, **commitments}}
    tracker = replace(DEMO, tables=tables)
    asked = Request(tracker=tracker, day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    pages = pypdfium2.PdfDocument(content(document(kind, asked), "pdf", "en"))
    found = set[int]()
    for page in pages:
        text = page.get_textpage().get_text_bounded(10, 45, page.get_width() - 10, page.get_height() - 10)
        found |= {int(number) for number in re.findall(r"word(\d+)", text)}
    assert found == set(range(count))


def matrix_of(*, activities: int, steps: int = 5, lang: str = "en") -> bytes:
    """The matrix of so many steps, the second of which has so many activities."""
    rows = {f"S{n}": replace(DEMO.steps[f"S{(n - 1) % 5 + 1}"], id=f"S{n}") for n in range(1, steps + 1)}
    parts = {
        f"S2.{n}": replace(DEMO.activities["S2.1"], id=f"S2.{n}", title=Localized(f"نشاط {n}"))
        for n in range(1, activities + 1)
    }
    tracker = replace(DEMO, tables={**DEMO.tables, "steps": rows, "activities": {**DEMO.activities, **parts}})
    asked = Request(tracker=tracker, day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    return content(document("matrix", asked), "pdf", lang)


def test_the_matrix_is_printed_large_and_names_a_step_again_overleaf() -> None:
    pages = list(pypdfium2.PdfDocument(matrix_of(activities=59)))
    assert {tuple(round(side * 25.4 / 72) for side in page.get_size()) for page in pages} == {(420, 297)}
    texts = [page.get_textpage().get_text_bounded() for page in pages]
    assert [("S2 Launch of joint training programmes …" in text) for text in texts[:2]] == [False, True]
    assert not [text for text in texts if "Total …" in text]


def test_a_step_that_begins_a_page_is_not_named_above_it_as_well() -> None:
    """A step of whose activities none goes on overleaf is not said to."""
    steps = {f"S{n}": replace(DEMO.steps["S2"], id=f"S{n}") for n in range(1, 51)}
    tracker = replace(DEMO, tables={**DEMO.tables, "steps": steps, "activities": {}})
    asked = Request(tracker=tracker, day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00Z"))
    pages = pypdfium2.PdfDocument(content(document("matrix", asked), "pdf", "en"))
    assert len(pages) > 2
    assert not [page for page in pages if "programmes …" in page.get_textpage().get_text_bounded()]


def structure(made_file: bytes) -> Iterator[list[str]]:
    """The rows of every table by the tags of their cells."""

    def below(element: Any) -> Iterator[list[str]]:
        kids = element.get("/K", [])
        inner = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
        found = [kid for kid in inner if isinstance(kid, dict)]
        if element.get("/S") == "/TR":
            yield [str(kid.get("/S")) for kid in found]
        for kid in found:
            yield from below(kid)

    root: Any = pypdf.PdfReader(io.BytesIO(made_file)).trailer["/Root"]
    return below(root["/StructTreeRoot"])


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_only_the_names_of_columns_are_heads_of_a_matrix(lang: str) -> None:
    """A step was a head as well: its state and days were read as the names of what its activities have."""
    rows = [row for row in structure(matrix_of(activities=59, lang=lang)) if len(row) > 8]
    assert len(rows) > 80
    assert [set(row) for row in rows] == [{"/TH"}] + [{"/TD"}] * (len(rows) - 1)


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_a_table_of_a_few_rows_is_on_one_page(lang: str) -> None:
    """Its first row stood alone below its heads, and the others overleaf."""
    pages = [
        page.get_textpage().get_text_bounded()
        for page in pypdfium2.PdfDocument(content(made("evaluation", printed=True), "pdf", lang))
    ]
    (table,) = [text for text in pages if "S4.1" in text and "S3.3" in text and "4.4" not in text]
    assert all(code in table for code in ("S1.4", "S2.4", "S5.3"))


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_a_timeline_fills_the_rest_of_a_page_and_goes_on_overleaf(lang: str) -> None:
    """Half a page was left white before it, where a table is longer than the page."""
    *before, _ = pypdfium2.PdfDocument(content(made("matrix"), "pdf", lang))
    for page in before:
        lowest = page.get_textpage().get_text_bounded(0, 60, page.get_width(), page.get_height() * 0.25)
        assert len(lowest.split()) > 4


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_a_timeline_on_two_pages_says_all_of_it_once(lang: str) -> None:
    timeline = next(block for block in made("matrix").blocks if isinstance(block, Timeline))
    wanted = [words(lang).seen(text.text) for text in draw(timeline, words(lang)).texts]
    pages = pypdfium2.PdfDocument(content(made("matrix"), "pdf", lang))
    first, second = (" ".join(page.get_textpage().get_text_bounded().split()) for page in list(pages)[1:])
    assert [text for text in wanted if text not in first and text not in second] == []
    titles = [text for text in wanted if re.match(r"S\d[\d.]* ", text)]
    assert len(titles) == len(timeline.rows)
    assert timeline.heading is not None
    drawn = first.partition(words(lang).message(timeline.heading))[2], second
    assert [sum(text in page for page in drawn) for text in titles] == [1] * len(titles)


@pytest.mark.parametrize("steps", [12, 20])
def test_a_long_time_is_drawn_in_parts_of_which_two_stand_on_a_page(steps: int) -> None:
    """A page was left half empty before a picture that was as high as a page."""
    pages = [
        re.findall(r"Timeline \((\d+) of (\d+)\)", page.get_textpage().get_text_bounded())
        for page in pypdfium2.PdfDocument(matrix_of(activities=40, steps=steps))
    ]
    drawn = [parts for parts in pages if parts]
    assert [len(parts) for parts in drawn[1:-1]] == [2] * len(drawn[1:-1])
    assert len(drawn) > 2


@pytest.mark.parametrize("active", [True, False])
def test_the_matrix_is_one_table_whose_columns_are_named_once_on_a_page(*, active: bool) -> None:
    """The heads stood above every step again, and the first of them over the line of totals."""
    steps = {f"S{n}": replace(DEMO.steps["S2"], id=f"S{n}") for n in range(1, 51)}
    activities = {f"{code}.1": replace(DEMO.activities["S2.1"], id=f"{code}.1", step=code) for code in steps}
    tables = {**DEMO.tables, "steps": steps, "activities": activities if active else {}}
    asked = Request(tracker=replace(DEMO, tables=tables), day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00Z"))
    pages = [
        page.get_textpage().get_text_bounded()
        for page in pypdfium2.PdfDocument(content(document("matrix", asked), "pdf", "en"))
    ]
    table = pages[: next(number for number, text in enumerate(pages, 1) if "Total" in text)]
    assert len(table) > 2
    assert [text.count("Carried out by") for text in table] == [1] * len(table)


@pytest.mark.parametrize("kind", ["matrix", "evaluation", "indicators", "full"])
def test_a_heading_is_on_the_page_of_its_picture(kind: str) -> None:
    """A page that has a heading alone was left for a picture that was higher than the rest of it."""
    for page in pypdfium2.PdfDocument(content(made(kind), "pdf", "en")):
        text = page.get_textpage().get_text_bounded(0, 60, page.get_width(), page.get_height() - 45)
        assert len(text.split()) > 12


def test_an_evaluation_begins_with_a_cover_and_its_contents() -> None:
    reader = pypdf.PdfReader(io.BytesIO(content(made("evaluation"), "pdf", "en")))
    cover = reader.pages[0].extract_text()
    assert "Contents" in cover
    assert "Summary" in cover
    chapters = [str(each.title) for each in reader.outline[1] if not isinstance(each, list)]
    assert [title.split()[0] for title in chapters] == [str(n) for n in range(1, len(chapters) + 1)]
    assert all(title.partition(" ")[2].split()[0] in cover for title in chapters)
