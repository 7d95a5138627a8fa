"""The brief as a letter: one page whatever the programme, legible, in the look of its brand, without codes."""

import ctypes
import io
import re
from datetime import date
from typing import Any

import pypdf
import pypdfium2
import pytest
from PIL import Image

from tests.demo import DEMO
from tests.views.documents.briefs import brief, programme
from tests.views.documents.making import HEAD, OWN, content
from tests.views.documents.reopened import pdf_text
from tests.views.pages import LANGS, words
from tracker.frozen import replace
from tracker.model.records.localized import Lang
from tracker.model.tracker import Tracker
from tracker.reports.report import Report
from tracker.text.printable import without_controls
from tracker.views.formats import render
from tracker.views.letter import letter_of
from tracker.views.letter.ladder import RUNGS, results_shown, sentences, shown
from tracker.views.letterhead import Brand, Colours, Emblem
from tracker.views.letterhead.contrast import LEAST, on_white


def pdf(report: Report, lang: str, brand: Brand | None = None) -> bytes:
    found = render("pdf", report, words(lang), brand)
    assert isinstance(found, bytes)
    return found


@pytest.mark.sampled(5)
@pytest.mark.parametrize("brand", [None, OWN], ids=["plain", "own"])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("n", [3, 5, 8, 12, 16, 20])
def test_it_is_one_page_and_counts_every_step(n: int, lang: str, brand: Brand | None) -> None:
    report = brief(programme(n))
    found = pypdfium2.PdfDocument(pdf(report, lang, brand))
    assert len(found) == 1
    text = found[0].get_textpage().get_text_range()
    left_out = [int(each) for each in re.findall(r": (\d+)", text[text.rfind("–") :] if n > 5 else "")]
    assert n <= 5 or sum(left_out) < n


def fills(page: pypdfium2.PdfPage, colour: str) -> int:
    """The number of shapes of a page that are filled with a colour."""
    raw, found = pypdfium2.raw, 0
    for shape in page.get_objects([raw.FPDF_PAGEOBJ_PATH]):
        parts = [ctypes.c_uint() for _ in range(4)]
        raw.FPDFPageObj_GetFillColor(shape.raw, *map(ctypes.byref, parts))
        found += f"#{parts[0].value:02x}{parts[1].value:02x}{parts[2].value:02x}" == colour
    return found


@pytest.mark.parametrize("brand", [None, OWN], ids=["plain", "own"])
@pytest.mark.parametrize("lang", LANGS)
def test_each_of_five_steps_has_its_bar(lang: str, brand: Brand | None) -> None:
    """The swatch of evidenced, the bar of the whole, and one for each step."""
    assert fills(pypdfium2.PdfDocument(pdf(brief(), lang, brand))[0], Colours().hue) >= 2 + len(DEMO.steps)


@pytest.mark.parametrize("lang", LANGS)
def test_no_letter_is_smaller_than_ten_points_but_the_line_at_the_foot(lang: str) -> None:
    report = brief()
    small = sum(len(words(lang).bare(each).replace(" ", "")) for each in report.footer)
    text = pypdfium2.PdfDocument(pdf(report, lang))[0].get_textpage()
    raw = pypdfium2.raw
    sizes = [raw.FPDFText_GetFontSize(text.raw, place) for place in range(text.count_chars())]
    printed = [size for place, size in enumerate(sizes) if text.get_text_range(place, 1).strip()]
    assert sum(size < 9.9 for size in printed) <= small * 1.2 + 4
    assert max(printed) > 20


@pytest.mark.parametrize("lang", LANGS)
def test_a_quarter_of_the_page_is_white(lang: str) -> None:
    """White is what lies two millimetres from any ink."""
    import numpy

    page = pypdfium2.PdfDocument(pdf(brief(), lang))[0].render(scale=1, grayscale=True).to_numpy()
    ink, near = page < 250, round(2 * 72 / 25.4)
    spread = numpy.zeros_like(ink)
    for down in range(-near, near + 1):
        for across in range(-near, near + 1):
            spread |= numpy.roll(ink, (down, across), (0, 1))
    assert 1 - spread.mean() >= 0.25


def test_every_colour_is_told_from_white() -> None:
    for name, least in LEAST.items():
        assert on_white(getattr(Colours(), name)) >= least, name
    assert on_white("#000000") == pytest.approx(21)
    assert on_white("#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("form", ["pdf", "html", "md", "docx"])
@pytest.mark.parametrize("lang", LANGS)
def test_no_code_and_no_jargon_is_on_it(form: str, lang: str) -> None:
    import docx

    found = content(brief(), form, lang)
    if form == "docx":
        text = "\n".join(node.text or "" for node in docx.Document(io.BytesIO(found)).element.body.iter("{*}t"))
    else:
        text = (
            pdf_text(found)
            if form == "pdf"
            else re.sub("<style>.*?</style>|<[^>]*>", " ", found.decode(), flags=re.DOTALL)
        )
    assert not re.search(r"\b(?:[SAMCDEIORT]\d+(?:\.\d+)?|RACI)\b", text)
    assert HEAD[:8] not in text


@pytest.mark.parametrize("lang", LANGS)
def test_every_format_has_the_same_head(lang: str) -> None:
    import docx

    report = replace(brief(reference="118/2026"))
    pages = {form: render(form, report, words(lang), OWN) for form in ("pdf", "html", "docx")}
    texts = {
        "pdf": pdf_text(pages["pdf"]),  # type: ignore[arg-type] # bytes
        "html": re.sub("<[^>]*>", "", "".join(pages["html"])),  # type: ignore[arg-type] # text
        "docx": "".join(node.text or "" for node in docx.Document(io.BytesIO(pages["docx"])).element.body.iter("{*}t")),  # type: ignore[arg-type] # bytes
    }
    for form, text in texts.items():
        for said in ("Ministry", "Interior", "Secretariat", "Internal", "118/2026", "One"):
            assert said in text, (form, said)
    assert "data:image/svg+xml;base64," in "".join(pages["html"])  # type: ignore[arg-type] # text


def test_both_dates_stand_in_an_arabic_head_and_a_sighting_may_shift_one() -> None:
    facts = {fact.key: words("ar").seen(fact.text) for fact in letter_of(brief(), words("ar"), Brand()).head.end}
    assert facts["date"] == "31 مارس 2026م"
    assert facts["hijri"] == "12 شوال 1447هـ"
    shifted = letter_of(brief(), words("ar"), Brand(hijri_shift=-1)).head.end
    assert words("ar").seen(shifted[2].text) == "11 شوال 1447هـ"


def test_turkish_has_sayi_and_konu_left_and_tarih_right_and_olur_where_something_is_asked() -> None:
    page = letter_of(brief(), words("tr"), Brand())
    assert [fact.label for fact in page.head.start] == ["Sayı", "Konu"]
    assert [(fact.label, words("tr").seen(fact.text)) for fact in page.head.end] == [("Tarih", "31.03.2026")]
    assert page.ending.direction == "OLUR"
    assert [fact.label for fact in page.ending.facts] == ["Ek", "Dağıtım"]


def test_what_rungs_leave_out_is_counted_and_the_worst_stays() -> None:
    page = letter_of(brief(programme(12)), words("en"), Brand())
    steps, more = shown(page, next(rung for rung in RUNGS if rung.most == 3))
    assert [step.light.health for step in steps] == ["red"] * 3
    assert sum(map(int, re.findall(r": (\d+)", more))) == 9
    assert [label for label, _ in sentences(page, RUNGS[-1])] == ["Further matters for decision", "Next meeting"]


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_left_out_whole_is_not_called_the_others(lang: str) -> None:
    """With nothing above them, "the other results" would be others than none."""
    page = letter_of(brief(), words(lang), Brand())
    steps, counted = shown(page, RUNGS[-1])
    results, counted_too = results_shown(page, RUNGS[-1])
    assert (steps, results) == ((), ())
    assert counted.startswith(f"{page.words['steps']} – ")
    assert counted_too.startswith(f"{page.words['results']} – ")
    assert sum(map(int, re.findall(r": (\d+)", counted_too))) == len(page.results)


def all_green() -> Tracker:
    kept: dict[str, Any] = {key: {} for key in ("activities", "obstacles", "series", "commitments")}
    steps = {
        code: replace(step, status="in_progress", declared=100, planned_end=date(2026, 12, 31))
        for code, step in DEMO.steps.items()
    }
    return replace(DEMO, tables={**DEMO.tables, **kept, "steps": steps})


@pytest.mark.parametrize(
    ("tracker", "said"),
    [
        (all_green(), ("ahead of plan", "No step is behind its plan", "You are not asked for a decision.")),
        (
            replace(
                DEMO,
                tables={
                    **DEMO.tables,
                    "steps": {c: replace(s, planned_start=None, planned_end=None) for c, s in DEMO.steps.items()},
                    "activities": {},
                },
            ),
            ("without planned dates there is no expected progress", "No step has planned dates", "asked for"),
        ),
        (
            replace(DEMO, tables={**DEMO.tables, "steps": {}, "activities": {}}),
            ("no step whose progress counts", "No step is under way", "Overall"),
        ),
    ],
    ids=["ahead", "undated", "empty"],
)
def test_the_bottom_line_fits_every_programme(tracker: Tracker, said: tuple[str, ...]) -> None:
    report = brief(tracker)
    (bottom,) = [block for block in report.blocks if block.key == "bottom_line"]
    for note, part in zip(bottom.items, said, strict=True):  # type: ignore[union-attr] # a block of notes
        assert part in words("en").bare(note.text)
    for lang in LANGS:
        assert len(pypdfium2.PdfDocument(pdf(report, lang))) == 1


def test_the_words_for_its_picture_have_no_marks_of_direction() -> None:
    for lang in LANGS:
        alt = letter_of(brief(), words(lang), Brand()).alt
        assert alt == without_controls(alt)


def test_it_keeps_the_standards_for_readers_and_archives() -> None:
    for lang in LANGS:
        root: Any = pypdf.PdfReader(io.BytesIO(pdf(brief(), lang, OWN))).trailer["/Root"]
        about = root["/Metadata"].get_data().decode()
        assert "<pdfuaid:part>1</pdfuaid:part>" in about
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in about


@pytest.mark.parametrize("lang", LANGS)
def test_on_a_phone_every_box_of_a_request_says_what_it_means(lang: str) -> None:
    page = "".join(render("html", brief(), words(lang)))  # type: ignore[arg-type] # pieces of text
    boxes = re.findall(r'<td class="tick-box" data-label="([^"]+)">', page)
    assert len(boxes) == page.count('type="checkbox"') == 9
    assert len(set(boxes)) == 3


def test_a_figure_that_nobody_knows_is_a_dash() -> None:
    """Nothing stood below its label, as if it had been forgotten."""
    new = Tracker({"initiative": DEMO.tables["initiative"]})
    assert all(tile.value or tile.note for tile in letter_of(brief(new), words("en"), Brand()).tiles)


@pytest.mark.parametrize("lang", LANGS)
def test_an_emblem_as_wide_as_a_banner_lies_over_no_name(lang: Lang) -> None:
    file = io.BytesIO()
    Image.new("RGB", (900, 60), "#17406d").save(file, "PNG")
    names = replace(OWN.heads[lang], ministry="Bakanlık " * 12)
    own = replace(OWN, emblem=Emblem(file.getvalue(), "png"), heads={lang: names})
    (page,) = pypdfium2.PdfDocument(pdf(brief(), lang, own))
    left, bottom, right, top = next(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])).get_bounds()
    assert right - left < 43 / 25.4 * 72
    text = page.get_textpage()
    assert not text.get_text_bounded(left + 1, bottom + 1, right - 1, top - 1).strip()
