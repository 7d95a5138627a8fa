"""Lines in cells: nothing too wide, nothing lost but blanks at breaks, nothing divided that belongs together."""

from unicodedata import ucd_3_2_0

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size

from tracker.text.arabic.bidi import levels, visual
from tracker.text.arabic.isolates import MARKS_AND_ISOLATES
from tracker.text.line import Piece
from tracker.text.output.wrap import width_of, wrap

LRI, RLI, FSI, PDI, ZWJ = "\u2066", "\u2067", "\u2068", "\u2069", "\u200d"


def lines(text: str, width: int | None) -> list[str]:
    return ["".join(piece.text for piece in line) for line in wrap([Piece(text)], width)]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("كتاب", 4),
        ("كِتَابٌ", 4),
        ("ｆ", 2),
        ("日本", 4),
        ("✓ ●", 3),
        ("✅", 2),
        (f"a{LRI}b{PDI}\u200f", 2),
        ("━━╸", 3),
        ("٤٥٪", 3),
        ("İğüş", 4),
        ("👍🏽", 4),  # two code points of two cells where clusters are unknown, and so printed apart everywhere
        ("", 0),
    ],
)
def test_width(text: str, width: int) -> None:
    assert width_of(text) == width


def test_widths_of_all_that_we_print_are_those_of_rich() -> None:
    ranges = [
        (0x20, 0x7F),
        (0xA0, 0x250),
        (0x600, 0x700),
        (0x2000, 0x2600),
        (0x3040, 0x3164),
        (0x3165, 0x9FFF),
        (0xAC00, 0xD7A4),
    ]
    ranges += [(0xFB50, 0xFDFF), (0xFE70, 0xFEFF)]
    different = [
        hex(point)
        for first, last in ranges
        for point in range(first, last)
        if ucd_3_2_0.category(chr(point)) != "Cn"  # old enough for every Unicode version to agree
        and width_of(chr(point)) != get_character_cell_size(chr(point))
    ]
    assert different == []


@pytest.mark.parametrize(
    ("text", "width", "wanted"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", None, ["one two three"]),
        ("one  two", 6, ["one", "two"]),
        ("  one two", 6, ["  one", "two"]),
        ("one\n\ntwo", 9, ["one", "", "two"]),
        ("one\n", 9, ["one", ""]),
        ("", 9, [""]),
        ("     ", 3, [""]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("ab cdefgh", 3, ["ab", "cde", "fgh"]),
        ("تبادل المعلومات الاستخباراتية", 15, ["تبادل المعلومات", "الاستخباراتية"]),
        ("日本語です", 5, ["日本", "語で", "す"]),
        ("كِتَابٌ", 2, ["كِتَ", "ابٌ"]),
        ("خلاف", 2, ["خ", "لا", "ف"]),
        ("خلَا", 2, ["خ", "لَا"]),
        (f"ab👩{ZWJ}🚀", 5, ["ab", f"👩{ZWJ}🚀"]),
        (f"👩{ZWJ}👩{ZWJ}👧", 4, [f"👩{ZWJ}👩{ZWJ}", "👧"]),
        ("👍🏽👍🏽", 5, ["👍🏽", "👍🏽"]),
        ("日", 1, ["日"]),
    ],
)
def test_breaks(text: str, width: int | None, wanted: list[str]) -> None:
    assert lines(text, width) == wanted


def test_styles_stay_with_their_letters() -> None:
    pieces = [Piece("وال", "red"), Piece("أعمال كلها ", "blue"), Piece("تمت")]
    assert wrap(pieces, 9) == [
        (Piece("وال", "red"), Piece("أعمال", "blue")),
        (Piece("كلها ", "blue"), Piece("تمت")),
    ]


def test_explicit_breaks_inside_styled_pieces() -> None:
    assert wrap([Piece("a\nb", "red"), Piece("c\n")], 9) == [
        (Piece("a", "red"),),
        (Piece("b", "red"), Piece("c")),
        (),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{LRI}one two{PDI} end", [f"{LRI}one{PDI}", f"{LRI}two{PDI}", "end"]),
        (f"{RLI}a {LRI}b c{PDI}{PDI}", [f"{RLI}a {LRI}b{PDI}{PDI}", f"{RLI}{LRI}c{PDI}{PDI}"]),
        (f"{FSI}abc ابج{PDI}", [f"{FSI}abc{PDI}", f"{LRI}ابج{PDI}"]),
        (f"{FSI}ابج abc", [f"{FSI}ابج{PDI}", f"{RLI}abc"]),
    ],
)
def test_isolates_are_closed_at_a_break_and_opened_after_it(text: str, wanted: list[str]) -> None:
    assert lines(text, 3) == wanted


def test_a_date_cut_in_two_keeps_its_order() -> None:
    first, second = lines(f"ابتداء {LRI}2024-11-03 10:30{PDI}", 17)
    assert (visual(first, 1)[0], visual(second, 1)[0]) == ("2024-11-03 ءادتبا", "10:30")


def test_hostile_characters_are_counted_as_what_is_shown_for_them() -> None:
    assert lines("\x1b[31mab\u202e", 4) == ["\ufffd[31", "mab\ufffd"]


ALPHABET = f"ab1 ابلاأ\u064b\u0651日👩{ZWJ}👍🏽\n\x1b{LRI}{RLI}{FSI}{PDI}\u200e"
TEXTS = st.lists(st.builds(Piece, st.text(ALPHABET), st.sampled_from(["", "red", "bold"])), max_size=4)


@given(TEXTS, st.integers(2, 12))
def test_no_line_is_wider_than_the_page(pieces: list[Piece], width: int) -> None:
    assert all(sum(width_of(piece.text) for piece in line) <= width for line in wrap(pieces, width))


@given(TEXTS, st.integers(2, 12))
def test_nothing_is_lost_but_blanks_at_breaks(pieces: list[Piece], width: int) -> None:
    def letters(parts: list[Piece]) -> list[tuple[str, str]]:
        ignored = MARKS_AND_ISOLATES | {" ", "\n"}
        return [(c.replace("\x1b", "\ufffd"), p.style) for p in parts for c in p.text if c not in ignored]

    assert letters([piece for line in wrap(pieces, width) for piece in line]) == letters(pieces)


@given(st.text(f"ab12 اب-(){LRI}{RLI}{FSI}{PDI}"), st.integers(2, 12), st.sampled_from([0, 1]))
def test_a_break_changes_no_direction_inside_isolates(text: str, width: int, base: int) -> None:
    """Letters of an isolate keep the parity of their level on whichever line they come to stand."""
    whole = [level for level, c in zip(levels(text, base).of, text, strict=True) if c in "abاب"]
    broken = [
        level
        for line in lines(text, width)
        for level, c in zip(levels(line, base).of, line, strict=True)
        if c in "abاب"
    ]
    assert [level and level & 1 for level in broken] == [level and level & 1 for level in whole]
