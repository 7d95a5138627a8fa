import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import TextTooLong
from tracker.text.input.clean import CHANGES, are_clean, clean

HOSTILE = st.text(
    st.characters()
    | st.sampled_from(
        "\x1b\x9b\x9d[]mK;0\x07\\PX\u200c\u200d\u200f\u202e\u2066\ufeff\r\n\t\x85ﻻﹰﷺ\ud800\udfff\u0301بa👨"
    )
)

DIRECTING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@pytest.mark.parametrize(
    ("text", "cleaned", "changes"),
    [
        ("  نص عادي ", "نص عادي", ()),
        ("plain", "plain", ()),
        ("e\u0301", "é", ()),
        ("\x1b[31mأحمر\x1b[0m", "أحمر", ("controls",)),
        ("\x1b]0;title\x07نص", "نص", ("controls",)),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link", ("controls",)),
        ("\x9b31mنص\x9d0;t\x9c", "نص", ("controls",)),
        ("\x1bP1;2q#0\x1b\\a\x1bcb", "ab", ("controls",)),
        ("\x1b]no end\nنص", "]no end نص", ("controls", "spaces")),
        ("a\x00b\x7fc\ufffed", "abcd", ("controls",)),
        ("a\u202eb\u2066c\u200fd", "abcd", ("bidi",)),
        ("ﻻﺋﺤﺔ", "لائحة", ("forms",)),
        ("ﷲ ﱠ", "الله َّ", ("forms",)),
        ("﴿نص﴾", "﴿نص﴾", ()),
        ("a\ufeffb\u200bc\u00add", "abcd", ("invisible",)),
        ("می\u200cخواهم", "می\u200cخواهم", ()),
        ("خِ\u200cی", "خِ\u200cی", ()),
        ("1\u200c2 ب\u200d", "12 ب", ("invisible",)),
        ("👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥", "👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥", ()),
        ("a\udc80b\ud83d", "ab", ("surrogates",)),
        ("سطر\r\nآخر\tهنا\n", "سطر آخر هنا", ("spaces",)),
        ("\u0602 ١٢ \u06dd", "\u0602 ١٢ \u06dd", ()),
    ],
)
def test_cleaned(text: str, cleaned: str, changes: tuple[str, ...]) -> None:
    assert clean(text, 100) == (cleaned, changes)


def test_lines_stay_where_they_may() -> None:
    assert clean("أ\r\nب\rج\u2028د\n\n", 100, multiline=True) == ("أ\nب\nج\nد", ("spaces",))
    assert clean("أ\n\nب\n", 100, multiline=True) == ("أ\n\nب", ())


def test_changes_are_told_in_one_order() -> None:
    assert clean("\t a\tﻻ\u202e\x1b\udc80\u200b", 100).changes == CHANGES


def test_the_limit_counts_what_is_stored() -> None:
    assert clean("ab\u200b" * 5, 10).text == "ab" * 5
    with pytest.raises(TextTooLong) as refused:
        clean("ab" * 6, 10)
    assert (refused.value.length, refused.value.limit) == (12, 10)


@given(HOSTILE, st.booleans())
def test_cleaning_twice_changes_nothing_more(text: str, multiline: bool) -> None:
    once = clean(text, 10**6, multiline=multiline).text
    assert clean(once, 10**6, multiline=multiline) == (once, ())


@given(HOSTILE)
def test_nothing_hostile_is_left(text: str) -> None:
    cleaned = clean(text, 10**6).text
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode().decode() == cleaned
    assert not {unicodedata.category(char) for char in cleaned} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(char) for char in cleaned} & DIRECTING
    assert not any("<isolated>" in unicodedata.decomposition(char) for char in cleaned)


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئçşğıİöüabc0123456789٠١٢.,:؛،()«»-/% "))
def test_ordinary_text_is_kept(text: str) -> None:
    assert clean(text, 10**6) == (text.strip(), ())


@given(
    st.lists(st.text(max_size=6) | HOSTILE | st.sampled_from(["دورة", "Kurs", "a b"]), max_size=4), st.integers(1, 6)
)
def test_texts_that_are_clean_together_are_clean_each(texts: list[str], limit: int) -> None:
    if are_clean(texts, limit):
        assert [clean(text, limit, multiline=True) for text in texts] == [(text, ()) for text in texts]


def test_usual_texts_are_clean_together() -> None:
    assert are_clean([], 4)
    assert are_clean(["دورة تدريبية", "Çalıştay", "Course (2)"], 12)
    assert not are_clean(["دورة", " Kurs"], 12)
    assert not are_clean(["دورة", "Kurs"], 3)
