"""Every emission, put into a model of its terminal, comes out as the line that must be seen."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.text.emission.models import SHOWN, Cells, between_borders, plain
from tracker.text.emission import EMISSIONS
from tracker.text.emission.clusters import clusters
from tracker.text.line import Cell, Frame, Line, Piece

LRI, PDI = "\u2066", "\u2069"
FIRST_BLANK = {"e2", "h"}
HARD = [
    "ملف PDFالنهائي وA/ب ثم الـPDF",
    "تبادل الدروس المستفادة في مكافحة الهجرة غير الشرعية.",
    "رقم5 من أصل 10/8 (80%)",
    f"يوم {LRI}2024-11-03{PDI} ثم ٢٠٢٤/١١/٠٣ و٤٥٪",
    f"لغة {LRI}C++{PDI} و Python ثم 12",
    "سنة/شهر، الأولوية عالية (A+)",
    "قبل 7؛ تقرير: نعم؟",
    "كلمة(توضيح) [تم] «نعم»",
    "جملة فيها Latin words ثم 12.345,67 و(أقواس [متداخلة]) وسنة/شهر/يوم",
    "لا خلاف في الأسلاك ولا آلاف الإعدادات",
    "كِتَابٌ مُهِمٌّ ومـــدّ",
    "می\u200cخواهم پژوهش گچ",
    "تم ✅ جيد 🚀",
    "The word «خلاف» stands in a sentence (تم 12).",
    "Tutanak محضر 118/2026 eklendi [تم].",
    "٣-٤ أيام",
]


def shown(mode: str, line: Line, rtl: bool, width: int | None = None) -> tuple[Cells, Cells]:
    """What a terminal of this mode shows, and what it must show."""
    seen = SHOWN[mode](EMISSIONS[mode].line(line, rtl, width))
    wanted = plain(EMISSIONS["b"].line(line, rtl, width))
    if mode == "h":
        wanted = [(cell, " ".join(style.replace("dim", "").split())) for cell, style in wanted]
    if mode == "k":  # the weight of a part may be another
        seen, wanted = (
            [(cell, style.replace("bold", "").strip()) for cell, style in found] for found in (seen, wanted)
        )
    if mode in FIRST_BLANK and wanted:
        wanted = [(" ", ""), *wanted]
    return seen, wanted


def row(*texts: str) -> Line:
    items: list[Cell | Frame] = [Frame("│ ")]
    for text in texts:
        items += [Cell((Piece(text),), 70), Frame(" │ ")]
    return tuple(items)


@pytest.mark.parametrize("text", HARD)
@pytest.mark.parametrize("rtl", [True, False])
@pytest.mark.parametrize("mode", SHOWN)
def test_hard_texts(mode: str, rtl: bool, text: str) -> None:
    for line in ((Cell((Piece(text),)),), row(text), row("S1", text, "تم")):
        seen, wanted = shown(mode, line, rtl, 75)
        assert seen == wanted


@pytest.mark.parametrize("rtl", [True, False])
@pytest.mark.parametrize("mode", SHOWN)
def test_a_change_of_style_inside_a_word(mode: str, rtl: bool) -> None:
    line = (Cell((Piece("والأ", "red"), Piece("عمال ثم", "blue"), Piece(" نعم", "bold"), Piece("؛7", "dim"))),)
    seen, wanted = shown(mode, line, rtl)
    assert seen == wanted


@pytest.mark.parametrize("text", HARD)
def test_an_override_holds_between_borders_too(text: str) -> None:
    line = row("S1", text, "تم", text)
    _, wanted = shown("e2", line, rtl=True)
    assert between_borders(EMISSIONS["e2"].line(line, True, None)) == wanted


STYLES = st.sampled_from(["", "red", "bold", "dim"])
TEXTS = st.text("ابلآسدةيپ١٣27aPı («»)[]-/%٪.:،؛؟+─│\u064b\u0651\u200cـ日✅א", max_size=12)
CELLS = st.builds(
    Cell, st.lists(st.builds(Piece, TEXTS, STYLES), max_size=3).map(tuple), st.none() | st.integers(0, 20)
)
LINES = st.lists(CELLS | st.builds(Frame, st.sampled_from(["│ ", " │ ", "  ", "│", "├──┤"])), max_size=4).map(tuple)


def loose_brackets(shown: Cells) -> bool:
    """Whether brackets stand about without their partners."""
    text = re.sub(r"[^][()]", "", "".join(cell for cell, _ in shown))
    while (rest := re.sub(r"\(\)|\[\]", "", text)) != text:
        text = rest
    return bool(text)


# No answer is known: digits right of a right-to-left letter with nothing but signs between.
HOPELESS = {"h": re.compile("R[^LB]*N"), "hs": re.compile("R[^LB]*N")}


@given(st.sampled_from(sorted(SHOWN)), LINES, st.booleans())
def test_any_line(mode: str, line: Line, rtl: bool) -> None:
    seen, wanted = shown(mode, line, rtl, 30)
    kinds = "".join(cell.kind for cell in clusters([(text, style) for text, style in wanted]))
    assume(seen == wanted or mode not in HOPELESS or not HOPELESS[mode].search(kinds))
    assume(seen == wanted or mode not in {"h", "hs", "q"} or not loose_brackets(wanted))
    assert seen == wanted


@given(LINES)
def test_a_pipe_gets_the_text_of_the_line_in_reading_order(line: Line) -> None:
    emission = EMISSIONS["logical"]
    assert emission.text is not None
    assert emission.text(line) == "".join(text for text, _ in emission.line(line, False, None))


def test_a_part_in_another_weight_may_become_one_word_with_what_follows() -> None:
    line = (Cell((Piece("١P"), Piece("2آ", "bold"), Piece("بX", "bold"), Piece("ج"))),)
    for rtl in (True, False):
        seen, wanted = shown("k", line, rtl)
        assert seen == wanted


def test_the_weight_of_letters_changes_only_where_kitty_could_not_show_them() -> None:
    line = (Cell((Piece("ملف PDFالنهائي "), Piece("الـPDF", "bold"))),)
    spans = EMISSIONS["k"].line(line, True, None)
    assert [style for _, style in spans] == ["bold", "", "bold", ""]
    assert spans[2][0] == "PDF"
