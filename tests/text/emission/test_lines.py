"""Lines on a terminal and in a file: order, padding, frames, styles; and nothing hostile ever gets out."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.arabic.isolates import MARKS_AND_ISOLATES
from tracker.text.emission import EMISSIONS, Span
from tracker.text.line import Cell, Frame, Line, Piece
from tracker.text.output.wrap import width_of

LRI, PDI = "\u2066", "\u2069"


def cell(text: str, width: int | None = None, style: str = "") -> Cell:
    return Cell((Piece(text, style),), width)


def emit(mode: str, line: Line, *, rtl: bool, width: int | None = None) -> str:
    return "".join(text for text, _ in EMISSIONS[mode].line(line, rtl, width))


def forms(text: str) -> str:
    """Presentation forms as the letters they stand for, so that an expected line can be read."""
    return "".join(unicodedata.normalize("NFKC", c) if "\ufb50" <= c <= "\ufefc" else c for c in text)


ROW: Line = (Frame("│ "), cell("S1", 4), Frame(" │ "), cell("تم", 5), Frame(" │"))


@pytest.mark.parametrize(
    ("mode", "rtl", "shown"),
    [
        ("logical", True, "│ S1   │ تم    │"),
        ("logical", False, "│ S1   │ تم    │"),
        ("b", True, "│    مت │   S1 │"),
        ("c", True, "│    مت │   S1 │"),
        ("b", False, "│ S1   │ مت    │"),
    ],
)
def test_a_row(mode: str, rtl: bool, shown: str) -> None:
    assert forms(emit(mode, ROW, rtl=rtl)) == shown


@pytest.mark.parametrize(
    ("mode", "shown"),
    [
        ("logical", "تم  |"),
        ("b", "|  مت"),
    ],
)
def test_a_cell_is_filled_up_where_reading_ends(mode: str, shown: str) -> None:
    assert forms(emit(mode, (cell("تم", 4), Frame("|")), rtl=True)) == shown


@pytest.mark.parametrize(
    ("frame", "mirrored"),
    [
        ("┌──┬─┐", "┌─┬──┐"),
        ("├──┼─┤", "├─┼──┤"),
        ("└──┴─┘", "└─┴──┘"),
        ("╭──╮ ╰╯", "╰╯ ╭──╮"),
        ("┏━┳━━┓┡━╇━━┩", "┡━━╇━┩┏━━┳━┓"),
        ("╞═╡", "╞═╡"),
        ("▌ ▐█", "█▌ ▐"),
        ("━━╸──", "──╺━━"),
    ],
)
def test_frames_are_mirrored_in_a_right_to_left_line_only(frame: str, mirrored: str) -> None:
    assert emit("b", (Frame(frame),), rtl=True) == mirrored
    assert emit("b", (Frame(frame),), rtl=False) == frame
    assert emit("logical", (Frame(frame),), rtl=True) == frame


def test_a_bar_in_a_cell_grows_from_the_right() -> None:
    bar = Cell((Piece("━━╸", "green"), Piece("──", "dim")), 5)
    assert EMISSIONS["b"].line((bar,), True, None) == [("──", "dim"), ("╺━━", "green")]


def test_a_right_to_left_line_begins_at_the_right_edge_of_the_page() -> None:
    assert forms(emit("b", (cell("تم"),), rtl=True, width=6)) == "    مت"
    assert emit("b", (cell("Done"),), rtl=True, width=6) == "  Done"
    assert emit("b", (cell("Done"),), rtl=False, width=6) == "Done"
    assert forms(emit("logical", (cell("تم"),), rtl=True, width=6)) == "تم"


@pytest.mark.parametrize("mode", EMISSIONS)
@pytest.mark.parametrize("rtl", [True, False])
def test_empty_lines_stay_empty(mode: str, rtl: bool) -> None:
    assert emit(mode, (), rtl=rtl, width=9) == ""
    assert emit(mode, (Cell(()),), rtl=rtl, width=9).strip() == ""


def test_a_file_has_no_blanks_at_the_ends_of_its_lines() -> None:
    assert emit("logical", (cell("S1", 4), Frame("  "), cell("تم", 9)), rtl=True) == "S1    تم"
    assert emit("logical", (cell("S1", 4), Frame("  "), Cell((), 9)), rtl=True) == "S1"


def test_plain_records_keep_their_tabs() -> None:
    assert emit("logical", (cell("S1"), Frame("\t"), cell("ت\tم"), Frame("\t")), rtl=True) == "S1\tت م\t"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("10/8 (80%)", "(80%) 10/8"),
        (f"يوم {LRI}2024-11-05{PDI}", "2024-11-05 موي"),
        ("[تم]", "[مت]"),
        ("«نعم»", "«معن»"),
        ("كتاب Python ثم 12", "12 مث Python باتك"),
        ("لا خلاف", "فلاخ لا"),
    ],
)
def test_right_to_left_cells(text: str, shown: str) -> None:
    assert forms(emit("c", (cell(text),), rtl=True)) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The word تم is here", "The word مت is here"),
        ("Adım (تم), 5", "Adım (مت), 5"),
        ("تم 5", "5 مت"),
    ],
)
def test_arabic_inside_a_left_to_right_interface(text: str, shown: str) -> None:
    assert forms(emit("c", (cell(text),), rtl=False)) == shown


def test_a_style_survives_inside_a_word() -> None:
    line = (Cell((Piece("والأ", "red"), Piece("عمال x", "blue"))),)
    spans: list[Span] = EMISSIONS["b"].line(line, True, None)
    assert [(forms(text), style) for text, style in spans] == [("x لامع", "blue"), ("لأاو", "red")]
    assert [len(text) for text, _ in spans] == [6, 3]


@pytest.mark.parametrize("text", ["\u0301ab", f"{LRI}\u0301ab{PDI}", f"\u200b{LRI}\u0301\u0302ab{PDI}"])
@pytest.mark.parametrize("rtl", [True, False])
def test_a_mark_without_a_letter_does_not_sit_on_what_stands_before(text: str, rtl: bool) -> None:
    assert emit("b", (cell(text),), rtl=rtl).strip() == "ab"


def test_marks_follow_their_letter_and_never_stand_alone() -> None:
    assert emit("b", (Frame("│"), cell("\u064b\u064eتَ"), Frame("│")), rtl=True) == "│\ufe95\u064e│"


def test_joined_emoji_and_selectors_come_apart_into_their_cells() -> None:
    shown = emit("b", (cell("👩\u200d🚀❤\ufe0f", 8), Frame("|")), rtl=False)
    assert shown == "👩🚀❤   |"


HOSTILE = "\x1b[31m\x07\x00\x7f\x9b2J\u202e\u202d\u202a\u202b\u202c\ud800\u2028\r\n"


@pytest.mark.parametrize("mode", EMISSIONS)
@pytest.mark.parametrize("rtl", [True, False])
def test_hostile_text_is_shown_not_sent(mode: str, rtl: bool) -> None:
    shown = emit(mode, (cell(HOSTILE), Frame(HOSTILE)), rtl=rtl)
    assert shown.count("\ufffd") == 2 * (len(HOSTILE) - len("[31m2J"))
    assert not set(shown) & set(HOSTILE) - set("[31m2J")


CELLS = st.builds(
    Cell,
    st.lists(st.builds(Piece, st.text(), st.sampled_from(["", "red"])), max_size=3).map(tuple),
    st.none() | st.integers(0, 20),
)
LINES = st.lists(CELLS | st.builds(Frame, st.text("│├─ \x1b█"), st.just("dim")), max_size=5).map(tuple)


# What an emission sends beside the text, and why, stands in its own module.
OWN = {"e2": set("\u200e\u202d"), "g1": set("\u200e")}
FENCES = re.compile("\x1b\\[(?:1|2|22)m")


@given(st.sampled_from(sorted(EMISSIONS)), LINES, st.booleans(), st.none() | st.integers(1, 40))
def test_no_control_ever_gets_out(mode: str, line: Line, rtl: bool, width: int | None) -> None:
    shown = emit(mode, line, rtl=rtl, width=width)
    shown = FENCES.sub("", shown) if mode == "q" else shown
    own = OWN.get(mode, set())
    assert not any(c < " " or "\x7f" <= c < "\xa0" or "\ud800" <= c <= "\udfff" for c in shown)
    assert not (set(shown) - own) & (MARKS_AND_ISOLATES | set("\u202a\u202b\u202c\u202d\u202e\u2028\u2029"))


@given(
    st.text("ابلاة aB1٣(«»)-%\u064b\u0651日✅"), st.integers(0, 30), st.booleans(), st.sampled_from(["b", "logical"])
)
def test_cells_before_a_border_fill_their_width(text: str, width: int, rtl: bool, mode: str) -> None:
    shown = emit(mode, (cell(text, width), Frame("│")), rtl=rtl)
    natural = width_of(emit(mode, (cell(text), Frame("│")), rtl=rtl)) - 1
    assert width_of(shown) == max(width, natural) + 1


def test_vowel_marks_are_left_out_for_a_terminal_that_draws_them_aside() -> None:
    line = (Cell((Piece("كِتَابٌ مُهِمٌّ هٰذا caf\u0065\u0301"),)),)
    (shown,) = EMISSIONS["n"].line(line, True, None)
    (whole,) = EMISSIONS["b"].line((Cell((Piece("كتاب مهم هذا caf\u0065\u0301"),)),), True, None)
    assert shown == whole


def test_nothing_is_faint_where_the_ground_would_be_too() -> None:
    line = (Cell((Piece("تم", "dim"), Piece(" ملغى", "dim strike"), Piece(" S1", "bold"))),)
    assert {style for _, style in EMISSIONS["h"].line(line, True, None)} == {"", "strike", "bold"}
    assert EMISSIONS["h"].line((Frame("───", "dim"),), True, None) == [(" ", ""), ("───", "")]
