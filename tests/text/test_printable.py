from unicodedata import category

import pytest

from tracker.text.isolates import MARKS_AND_ISOLATES
from tracker.text.printable import REPLACEMENT, _cells, printable, shown, width_of, without_controls

EVERYTHING = [chr(point) for point in range(0x110000)]
OVERRIDES = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x206A, 0x2070))}


def test_nothing_that_steers_gets_through() -> None:
    hostile = {c for c in EVERYTHING if category(c) in {"Cc", "Cs", "Zl", "Zp"} or c in OVERRIDES} - {"\t"}
    assert {c for c in EVERYTHING if printable(c) == REPLACEMENT} - {REPLACEMENT} == hostile
    assert {c for c in EVERYTHING if printable(c) != c} == {*hostile, "\t"}
    assert printable("a\tb") == "a b"


def test_a_reader_sees_neither_what_steers_nor_what_keeps_order() -> None:
    assert [shown(c) for c in EVERYTHING] == [without_controls(printable(c)) for c in EVERYTHING]
    for start in range(0, 0x110000, 61):
        text = "".join(EVERYTHING[start : start + 61])
        for around in ("\u2066{}\u2069", "\u2068{}\u2069", "{}\u2069", "\u2068{}", "\u2068a\u2069{}\u2068b\u2069"):
            whole = around.format(text)
            assert shown(whole) == without_controls(printable(whole))


def test_marks_and_isolates_go() -> None:
    gone = {c for c in EVERYTHING if without_controls(f"a{c}\n") == "a\n"}
    assert gone == {c for c in EVERYTHING if without_controls(c) == ""} == MARKS_AND_ISOLATES


def test_the_width_of_a_text_is_that_of_its_characters() -> None:
    assert [width_of(c) for c in EVERYTHING if not c.isascii()] == [_cells(c) for c in EVERYTHING if not c.isascii()]
    for start in range(0x80, 0x110000, 61):
        text = "ab" + "".join(EVERYTHING[start : start + 61])
        assert width_of(text) == width_of(f"\u2066{text}\u2069") == 2 + sum(map(_cells, text[2:]))


@pytest.mark.parametrize(
    ("text", "cells"),
    [("نصّ", 2), ("\u2068نص\u2069", 2), ("١٢٪", 3), ("漢字", 4), ("😀", 2), ("é", 1), ("━ ▲ ●", 5), ("\u00ad", 1)],
)
def test_widths(text: str, cells: int) -> None:
    assert width_of(text) == cells
