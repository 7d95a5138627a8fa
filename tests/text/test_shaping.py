"""Joined forms: against the Unicode database, and the words that go wrong when a rule is missing."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.arabic.joining_forms import FORMS, LAM_ALEFS
from tracker.text.arabic.shaping import shape

JOINING_TYPES = Path("/usr/share/unicode/extracted/DerivedJoiningType.txt")
KINDS = ("<isolated>", "<final>", "<initial>", "<medial>")


def names(text: str) -> list[str]:
    """The form of each character, e.g. `initial BEH`; the whole name where there is no form."""
    found = []
    for character in text:
        name = unicodedata.name(character)
        words = name.removeprefix("ARABIC LETTER ").removeprefix("ARABIC LIGATURE ").removesuffix(" FORM").split()
        if words[-1] in {"ISOLATED", "FINAL", "INITIAL", "MEDIAL"}:
            found.append(" ".join([words[-1].lower(), *words[:-1]]))
        else:
            found.append(name)
    return found


@pytest.mark.parametrize("letter", FORMS)
def test_forms_are_those_of_the_unicode_database(letter: str) -> None:
    for form, kind in zip(FORMS[letter], KINDS, strict=False):
        assert unicodedata.decomposition(form) == f"{kind} {ord(letter):04X}"


@pytest.mark.parametrize("alef", LAM_ALEFS)
def test_lam_alefs_are_those_of_the_unicode_database(alef: str) -> None:
    for form, kind in zip(LAM_ALEFS[alef], KINDS, strict=False):
        assert unicodedata.decomposition(form) == f"{kind} 0644 {ord(alef):04X}"


def test_no_letter_with_presentation_forms_is_missing() -> None:
    points = [*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFBEA), *range(0xFBFC, 0xFC00), *range(0xFE80, 0xFEF5)]
    known = set("".join(FORMS.values()))
    named = {chr(point) for point in points if len(unicodedata.decomposition(chr(point)).split()) == 2}
    # U+FBDD is U+0677, itself a compatibility character: the database decomposes it all the same.
    assert named <= known


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("بيت", ["initial BEH", "medial YEH", "final TEH"]),
        ("نور", ["initial NOON", "final WAW", "isolated REH"]),
        ("تقرير", ["initial TEH", "medial QAF", "final REH", "initial YEH", "final REH"]),
        ("ماء", ["initial MEEM", "final ALEF", "isolated HAMZA"]),
        ("شيء", ["initial SHEEN", "final YEH", "isolated HAMZA"]),
        ("سئل", ["initial SEEN", "medial YEH WITH HAMZA ABOVE", "final LAM"]),
        ("لا", ["isolated LAM WITH ALEF"]),
        ("خلاف", ["initial KHAH", "final LAM WITH ALEF", "isolated FEH"]),
        (
            "الأعمال",
            "isolated ALEF;isolated LAM WITH ALEF WITH HAMZA ABOVE;initial AIN;medial MEEM;final ALEF;isolated LAM",
        ),
        ("الآن", ["isolated ALEF", "isolated LAM WITH ALEF WITH MADDA ABOVE", "isolated NOON"]),
        (
            "الإعداد",
            "isolated ALEF;isolated LAM WITH ALEF WITH HAMZA BELOW;initial AIN;final DAL;isolated ALEF;isolated DAL",
        ),
        ("خطوة", ["initial KHAH", "medial TAH", "final WAW", "isolated TEH MARBUTA"]),
        ("إلى", ["isolated ALEF WITH HAMZA BELOW", "initial LAM", "final ALEF MAKSURA"]),
        ("گچ", ["initial GAF", "final TCHEH"]),
        ("پژ", ["initial PEH", "final JEH"]),
        ("کی", ["initial KEHEH", "final FARSI YEH"]),
        ("ـبـ", ["ARABIC TATWEEL", "medial BEH", "ARABIC TATWEEL"]),
        ("ه\u200d", ["initial HEH", "ZERO WIDTH JOINER"]),
        ("می\u200cر", ["initial MEEM", "final FARSI YEH", "ZERO WIDTH NON-JOINER", "isolated REH"]),
        ("بَب", ["initial BEH", "ARABIC FATHA", "final BEH"]),
        ("بaب", ["isolated BEH", "LATIN SMALL LETTER A", "isolated BEH"]),
        ("ب5ب", ["isolated BEH", "DIGIT FIVE", "isolated BEH"]),
    ],
)
def test_words(word: str, forms: list[str] | str) -> None:
    assert names(shape(word)[0]) == (forms.split(";") if isinstance(forms, str) else forms)


def test_marks_of_lam_and_alef_stay_on_the_ligature() -> None:
    shaped, sources = shape("سَلَاً")
    assert shaped == "\ufeb3\u064e\ufefc\u064e\u064b"
    assert sources == [0, 1, 2, 3, 5]


def test_a_joiner_between_lam_and_alef_keeps_them_apart() -> None:
    assert shape("ل\u200dا")[0] == "\ufedf\u200d\ufe8e"


@pytest.mark.skipif(not JOINING_TYPES.exists(), reason="Debian's unicode-data is not installed")
def test_transparent_characters_are_those_of_the_database() -> None:
    transparent = set()
    for line in JOINING_TYPES.read_text(encoding="utf-8").splitlines():
        span, _, kind = line.partition("#")[0].replace(" ", "").partition(";")
        if kind == "T":
            first, _, last = span.partition("..")
            transparent |= set(range(int(first, 16), int(last or first, 16) + 1))
    points = [*range(0x0300, 0x0900), *range(0x2000, 0x2070), 0xFE0F, 0xFEFF]
    others = [point for point in points if chr(point) not in FORMS and chr(point) not in "\u0640\u200d"]
    looked_through = {point for point in others if shape(f"ب{chr(point)}ب")[0][0] == "\ufe91"}
    assert looked_through == transparent.intersection(others)


@given(st.text(alphabet="ابلآأإءةىيرك \u064e\u0640\u200c\u200dA1"))
def test_shaping_changes_letters_only_and_maps_them_back(text: str) -> None:
    shaped, sources = shape(text)
    assert len(shaped) == len(sources)
    assert sources == sorted(set(sources))
    back = "".join(unicodedata.normalize("NFKC", c) if c not in text else c for c in shaped)
    # A ligature decomposes at its lam: marks between the two come after it.
    assert sorted(back) == sorted(unicodedata.normalize("NFKC", c) if c not in text else c for c in text)


def test_text_without_arabic_is_left_alone() -> None:
    assert shape("Değerlendirme 5") == ("Değerlendirme 5", list(range(15)))
