import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.input.fold import fold, fold_all

ARABIC = st.text("اأإآٱبتثجحخدذرزسشصضطظعغفقكلمنهوؤيىئةء ًٌٍَُِّْـ٠١٢ﻻﷲﺑ\u200cیک")
TURKISH = st.text("İIıiçÇşŞğĞöÖüÜâîûABC xyz'’")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد إحمد آحمد ٱحمد", "احمد احمد احمد احمد"),
        ("مستشفى", "مستشفي"),
        ("خطوة", "خطوه"),
        ("مسؤول", "مسوول"),
        ("هيئة", "هييه"),
        ("مُحَمَّدٌ", "محمد"),
        ("تـــدريب", "تدريب"),
        ("ﻻﺋﺤﺔ", "لائحة"),
        ("٢٠٢٦ ۲۰۲۶", "2026 2026"),
        ("یکی", "يكي"),
        ("İSTANBUL ISPARTA", "istanbul ısparta"),
        ("Türkiye ÇEŞME ığdır", "turkiye cesme IĞDIR"),
        ("Straße ﬁle", "STRASSE FILE"),
        ("می\u200cخواهم", "ميخواهم"),
        ("a\u200fb  c\u00a0d ", "ab c d"),
        ("Sha’ban", "sha'ban"),
    ],
)
def test_equal_in_search(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("خطوة", "خطوات"), ("سماء", "سما"), ("حدود", "جدود"), ("sınır", "sinek")])
def test_still_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_words_are_found_inside_a_sentence() -> None:
    assert fold("تدريبيه مشتركه") in fold("إطلاق برامج تدريبية مشتركة لقوات الحدود")
    assert fold("SINIR") in fold("Sınır kuvvetleri")
    assert fold("حدود") not in fold("تطوير معدات")


@given(st.text() | ARABIC | TURKISH)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text() | ARABIC | TURKISH))
def test_many_are_folded_as_each_is(texts: list[str]) -> None:
    assert fold_all(texts) == [*map(fold, texts)]
    assert fold_all(["ا\0ب", *texts]) == [*map(fold, ["ا\0ب", *texts])]


@given(ARABIC | TURKISH, ARABIC | TURKISH, ARABIC | TURKISH)
def test_a_word_is_found_within_its_sentence(before: str, needle: str, after: str) -> None:
    assert fold(needle) in fold(f"{before} {needle} {after}")


@given(TURKISH)
def test_case_never_matters(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)
