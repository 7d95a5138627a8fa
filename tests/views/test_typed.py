"""What is typed as it stands keeps its order within a sentence; most sentences have nothing of the kind."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.printable import LRI, PDI
from tracker.views.typed import whole_sentence

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
