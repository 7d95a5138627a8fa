from itertools import pairwise
from unicodedata import category, east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.arabic.isolates import MARKS_AND_ISOLATES
from tracker.text.printable import REPLACEMENT, printable, shown, widest, widest_word, width_of, without_controls

HOSTILE = {"Cc", "Cs", "Zl", "Zp"}
OVERRIDES = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x206A, 0x2070))}
AROUND = ("{}", "\u2066{}\u2069", "\u2068{}\u2069", "{}\u2069", "\u2068{}", "\u2068a\u2069{}\u2068b\u2069")
PLANE = 0x10000


def sample() -> str:
    """All characters of which a rule speaks by name, and both sides of each border of category or width above them."""
    kinds = [(category(chr(point)), east_asian_width(chr(point))) for point in range(0x110000)]
    borders = {place for place, (one, next_) in enumerate(pairwise(kinds)) if one != next_}
    return "".join(map(chr, sorted({*range(0x3000), *borders, *(place + 1 for place in borders)})))


def test_what_holds_of_every_character_holds_of_a_sample() -> None:
    check(sample())


@pytest.mark.slow
@pytest.mark.parametrize("plane", range(17))
def test_what_holds_of_every_character(plane: int) -> None:
    check("".join(map(chr, range(plane * PLANE, (plane + 1) * PLANE))))


def check(characters: str) -> None:
    """All that must hold of each of the characters, and of texts that are made of them."""
    for character in characters:
        nothing_that_steers_gets_through(character)
        marks_and_isolates_go(character)
        assert shown(character) == without_controls(printable(character))
        assert character.isascii() or width_of(character) == exactly(character)
    for start in range(0, len(characters), 61):
        text = characters[start : start + 61]
        a_reader_sees_neither_what_steers_nor_what_keeps_order(text)
        the_width_of_a_text_is_that_of_its_characters("ab" + "".join(each for each in text if not each.isascii()))


def exactly(character: str) -> int:
    """The width without the short cut for usual texts, which a letter of two cells bars."""
    return width_of(f"漢{character}") - 2


def nothing_that_steers_gets_through(character: str) -> None:
    steers = character != "\t" and (category(character) in HOSTILE or character in OVERRIDES)
    assert printable(character) == (REPLACEMENT if steers else " " if character == "\t" else character)


def marks_and_isolates_go(character: str) -> None:
    gone = character in MARKS_AND_ISOLATES
    assert (without_controls(f"a{character}\n") == "a\n") == gone
    assert (without_controls(character) == "") == gone


def a_reader_sees_neither_what_steers_nor_what_keeps_order(text: str) -> None:
    for around in AROUND:
        whole = around.format(text)
        assert shown(whole) == without_controls(printable(whole))


def the_width_of_a_text_is_that_of_its_characters(text: str) -> None:
    assert width_of(text) == width_of(f"\u2066{text}\u2069") == sum(map(exactly, text))


def test_a_tab_becomes_a_blank() -> None:
    assert printable("a\tb") == "a b"


@pytest.mark.parametrize(
    ("text", "cells"),
    [("نصّ", 2), ("\u2068نص\u2069", 2), ("١٢٪", 3), ("漢字", 4), ("😀", 2), ("é", 1), ("━ ▲ ●", 5), ("\u00ad", 1)],
)
def test_widths(text: str, cells: int) -> None:
    assert width_of(text) == cells


@given(st.lists(st.text("ab \u062f\u0629\u2066\u2069\u6f22\u0301\u00a0", max_size=6)))
def test_the_widest_of_many_is_as_wide_as_it_is_by_itself(texts: list[str]) -> None:
    assert widest(texts) == max(map(width_of, texts), default=0)
    assert widest_word(texts) == max(map(width_of, " ".join(texts).split()), default=0)
