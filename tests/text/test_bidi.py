"""UAX #9: the whole of the Unicode conformance test, and what it does not look at (L3, L4, the index map)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.text.arabic.bidi import levels, reorder, visual
from tracker.text.arabic.isolates import MARKS_AND_ISOLATES
from tracker.text.arabic.mirrors import CLOSING, DRAWN_MIRRORED, MIRRORED

UNICODE = Path("/usr/share/unicode")
CASES = UNICODE / "BidiCharacterTest.txt"
LRI, RLI, FSI, PDI = "\u2066\u2067\u2068\u2069"

needs_unicode_data = pytest.mark.skipif(not CASES.exists(), reason="Debian's unicode-data is not installed")


def fields(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            content = line.partition("#")[0].strip()
            if content:
                yield [field.strip() for field in content.split(";")]


def characters(points: str) -> str:
    return "".join(chr(int(point, 16)) for point in points.split())


@pytest.mark.slow
@needs_unicode_data
def test_every_case_of_the_conformance_test() -> None:
    bases = {"0": 0, "1": 1, "2": None}
    total = 0
    for points, base, paragraph, wanted_levels, wanted_order in fields(CASES):
        text = characters(points)
        found = levels(text, bases[base])
        wanted = [None if level == "x" else int(level) for level in wanted_levels.split()]
        assert (found.paragraph, found.of) == (int(paragraph), wanted), (points, base)
        assert reorder(found.of) == [int(index) for index in wanted_order.split()], (points, base)
        total += 1
    assert total > 90_000


@needs_unicode_data
def test_brackets_and_mirrors_are_those_of_the_database() -> None:
    brackets = {characters(a): characters(b) for a, b, kind in fields(UNICODE / "BidiBrackets.txt") if kind == "o"}
    mirrors = {characters(a): characters(b) for a, b in fields(UNICODE / "BidiMirroring.txt")}
    assert brackets == CLOSING
    assert mirrors == MIRRORED


def test_drawn_mirrors_go_both_ways_and_never_touch_letters() -> None:
    assert all(DRAWN_MIRRORED[DRAWN_MIRRORED[one]] == one for one in DRAWN_MIRRORED)
    assert MIRRORED.keys().isdisjoint(DRAWN_MIRRORED)


@pytest.mark.parametrize(
    ("text", "base", "shown"),
    [
        ("ابجد", 1, "دجبا"),
        ("ابج abc دهو", 1, "وهد abc جبا"),
        ("ابج abc دهو", 0, "جبا abc وهد"),
        ("abc ابج 12", 0, "abc 12 جبا"),
        ("(ابج)", 1, "(جبا)"),
        ("«نعم»", 1, "«معن»"),
        ("[ب] abc (def)", 1, "abc (def) [ب]"),
        ("10/8 (80%)", 0, "10/8 (80%)"),
        (f"يوم {LRI}2024-11-03{PDI}", 1, "2024-11-03 موي"),
        ("يوم 2024/11/03", 1, "2024/11/03 موي"),
        ("لغة C++", 1, "++C ةغل"),
        (f"لغة {LRI}C++{PDI}", 1, "C++ ةغل"),
        (f"{LRI}-١٢{PDI}", 1, "-١٢"),
        ("٢٠٢٦/٠٣/٣١", 1, "٢٠٢٦/٠٣/٣١"),
        (f"{FSI}abc ابج{PDI} د", 1, "د abc جبا"),
        ("", 1, ""),
        ("", None, ""),
    ],
)
def test_visual_order(text: str, base: int | None, shown: str) -> None:
    assert visual(text, base)[0] == shown


def test_marks_follow_their_letter() -> None:
    assert visual("مُبَّ", 1)[0] == "بَّمُ"
    assert visual("áb", 0)[0] == "áb"


def test_marks_at_the_very_start_are_kept() -> None:
    assert visual("\u064eب", 1) == ("ب\u064e", [1, 0])


def test_index_map_names_the_source_of_each_character() -> None:
    text = f"اب {RLI}c(د){PDI}\u200e e"
    shown, order = visual(text, 1)
    assert shown == " e(د)c با"
    assert "".join(text[index] for index in order) == " e)د(c با"
    assert sorted(order) == [index for index, c in enumerate(text) if c not in MARKS_AND_ISOLATES]


def test_no_directional_control_is_ever_shown() -> None:
    controls = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    shown, _ = visual("ا".join(controls) + "b".join(controls), None)
    assert set(shown) == {"ا", "b"}


TEXTS = st.text(alphabet="ابلة 12٣٤aZ.,:;()[]-+%/\u064b\u200e\u200f\u2066\u2067\u2068\u2069\u202b\u202c")


@given(TEXTS, st.sampled_from([0, 1, None]))
def test_visual_loses_and_adds_nothing_but_controls(text: str, base: int | None) -> None:
    shown, order = visual(text, base)
    assert len(shown) == len(order) == len(set(order))
    for character, index in zip(shown, order, strict=True):
        assert character in (text[index], MIRRORED.get(text[index]))


@settings(max_examples=2000)
@given(
    st.sampled_from([LRI, RLI, FSI]),
    st.text(alphabet="ابא 12٣٤aZ.,:;()[]«»-+%/\t\u00a0\u064b\u0301😀\u200b\u200e\u200f\u202b\u202c\u2066\u2068\u2069"),
    st.sampled_from([0, 1, None]),
)
def test_what_an_isolate_holds_is_laid_out_as_a_paragraph_of_its_own(mark: str, text: str, base: int | None) -> None:
    ignored = "\u200b"  # X9 removes it, and so nothing changes but the way to the result
    assert visual(f"{mark}{text}{PDI}", base) == visual(f"{mark}{text}{PDI}{ignored}", base)


@given(st.text(alphabet="اب ة،«»()-/", min_size=1))
def test_pure_arabic_is_simply_turned_round(text: str) -> None:
    assert visual(text, 1)[1] == list(range(len(text)))[::-1]
