"""What is typed as it stands keeps its order within a sentence; most sentences have nothing of the kind."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.arabic.bidi import visual
from tracker.text.printable import LRI, PDI, without_controls
from tracker.views.typed import numbers_in_order, whole_sentence

PARTS = st.sampled_from(["`", "--", "-", "-a", "tracker", "list", "7", "٧", "+2w", "2026-03-31", "%", "{n}", "سجل"])


def bracketed(found: re.Match[str]) -> str:
    return f"({found[0]})"


@given(st.lists(st.one_of(PARTS, st.text(max_size=3)), max_size=8).map("".join))
def test_what_is_passed_over_has_nothing_to_be_kept_in_order(text: str) -> None:
    """A sentence is looked at whole as soon as another line of it has something typed."""
    another = whole_sentence(f"{text}\n--note", text, bracketed)
    assert another == f"{whole_sentence(text, text, bracketed)}\n{LRI}--note{PDI}"


@pytest.mark.parametrize(
    ("text", "source", "wanted"),
    [
        ("بلا شيء {n}", "nothing {n}", "بلا شيء {n}"),
        ("أضف --note", "add --note", f"أضف {LRI}--note{PDI}"),
        ("من 1 إلى 100%", "from 1 to 100%", "من (1) إلى (100%)"),
        ("مثل 7", "for example 7", f"مثل {LRI}7{PDI}"),
    ],
)
def test_sentences(text: str, source: str, wanted: str) -> None:
    assert whole_sentence(text, source, bracketed) == wanted


@pytest.mark.parametrize(
    "number", ["2026-11-03", "10-12", "10–12", "3/2026", "5:30", "1.5-2.5", "021-333-4444", "10+5"]
)
@pytest.mark.parametrize("text", ["اجتماع {} في طرابلس", "{} اجتماع", "اجتماع {}", "اجتماع ({})"])
def test_numbers_joined_by_signs_read_as_they_were_typed(text: str, number: str) -> None:
    """Beside Arabic letters on a page of either direction; the mark is gone where a text is handed on."""
    said = numbers_in_order(text.format(number))
    for base in (0, 1):
        assert number in visual(said, base)[0]
    assert without_controls(said) == text.format(number)


@pytest.mark.parametrize("text", ["Toplantı 2026-11-03", "2026-11-03", "محضر 118", "محضرA-10-12", "S2.1-3 محضر"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert numbers_in_order(text) == text
