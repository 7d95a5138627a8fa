"""Every kind of document of the fictional programme, as a terminal and Markdown show it."""

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.demo import DEMO
from tests.views.documents.making import content, made
from tests.views.pages import LANGS, first_rows, page, says_all, words
from tracker.frozen import replace
from tracker.model.audience import Audience
from tracker.reports.documents import DOCUMENTS
from tracker.reports.report import Percent, Ref
from tracker.views import machine, markdown, plain
from tracker.views.bilingual import bilingual_words
from tracker.views.blocks.report import blocks_of


@pytest.mark.parametrize("kind", [kind for kind in DOCUMENTS if kind != "full"])
def test_in_arabic_on_a_page_of_120(kind: str, snapshot: SnapshotAssertion) -> None:
    assert page(blocks_of(made(kind), words("ar")), True, 120) == snapshot


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", [kind for kind in DOCUMENTS if not DOCUMENTS[kind].letter])
def test_every_kind_says_all_that_it_has_to_say_in_a_pipe(kind: str, lang: str) -> None:
    says_all(made(kind), lang)


def test_a_sheet_in_two_languages(snapshot: SnapshotAssertion) -> None:
    report = made("followup", beside="tr", meeting="M7")
    assert page(blocks_of(report, bilingual_words(report, words("ar"))), True, None) == snapshot


def test_both_sides_find_every_word_in_their_own_language() -> None:
    """What is left in one is what only one has: codes, figures, and what users typed without a translation."""
    report = made("followup", beside="tr", meeting="M7")
    both, turkish = bilingual_words(report, words("ar")), words("tr")
    assert both.bare(report.title).endswith(f" / {turkish.bare(report.title)}")
    for block in report.blocks:
        heading = getattr(block, "heading", None)
        assert heading is None or turkish.bare(heading) in both.bare(heading)
    assert both.bare(Percent(50)) == words("ar").bare(Percent(50))
    assert both.bare(Ref("M7")) == "M7"
    lines = content(report, "md").decode()
    for said in ("İmzalar", "Taslak gündem", "Türkiye tarafı – İrtibat noktası", "Üçüncü teknik görüşme"):
        assert said in words("ar").seen(lines)


def test_periods_beside_each_other(snapshot: SnapshotAssertion) -> None:
    alone = made("evaluation", period="2025-Q4")
    report = made("evaluation", period="2025-Q4", against="2025-Q3", past=lambda _: DEMO)
    says_all(report, "en")
    new = [block for block in report.blocks if block not in alone.blocks]
    assert [block.key for block in new] == ["cover", "quality", "course", "comparison", "plan_changes"]
    beside = replace(report, heading=None, blocks=tuple(block for block in new if block.key != "course"))
    assert page(blocks_of(first_rows(beside), words("ar")), True, 120) == snapshot


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_every_kind_in_every_text_form(kind: str, lang: str) -> None:
    report = made(kind)
    assert machine.render(report)
    text = "".join(markdown.render(report, words(lang)))
    heading = report.letter.subject if report.letter else report.title
    assert words(lang).seen(words(lang).message(heading)) in words(lang).seen(text)  # type: ignore[arg-type] # has one
    assert "".join(plain.render(report, words(lang)))


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_other_side_gets_every_kind_without_what_is_internal(kind: str) -> None:
    internal = [e.reference for e in DEMO.evidence.values() if e.confidentiality != "public"]
    text = machine.render(made(kind, Audience.COUNTERPART))
    assert internal
    assert [reference for reference in internal if reference in text] == []


@pytest.mark.parametrize("lang", LANGS)
def test_the_brief_takes_a_screen_of_eighty_columns(lang: str) -> None:
    report = made("brief")
    assert len(page(blocks_of(report, words(lang)), lang == "ar", 80).splitlines()) <= 36  # the last is of the sample


def test_what_waits_for_a_decision_comes_from_the_records() -> None:
    notes = next(block for block in made("brief").blocks if block.key == "decisions")
    assert [note.code for note in notes.items] == ["S3", "S4.4", "T1"]  # type: ignore[union-attr] # a block of notes
