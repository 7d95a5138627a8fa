"""What drawings measure by."""

import re
from decimal import Decimal

import pytest

from tests.views.documents.making import made
from tests.views.pages import words
from tracker.message import Message
from tracker.model.state.health import Health
from tracker.reports.pictures.drawn import Bar, Bars, Heat, Point, Trend
from tracker.text.arabic.vowel_marks import without_vowel_marks
from tracker.views.pictures import drawn
from tracker.views.pictures.canvas import SMALL, Canvas
from tracker.views.pictures.trend import bounds


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ((20, 72, 100), (0, 100)),
        ((0, 82, 90, 160), (0, 160)),
        ((8, 11, 12, 20), (0, 20)),
        ((9,), (0, 12)),
        ((24, 45), (0, 60)),
        ((1450, 260), (0, 1600)),
        (("0.5", "1.8"), (0, 2)),
        ((-5, 20), (-8, 24)),
        ((), (0, 1)),
    ],
)
def test_an_axis_is_round_and_not_much_longer_than_its_values(known: tuple[object, ...], expected: object) -> None:
    found = bounds([Decimal(str(value)) for value in known])
    assert found == expected
    assert all(found[0] <= Decimal(str(value)) <= found[1] for value in known)


def test_a_long_label_gets_smaller_before_it_is_cut() -> None:
    """The longest title of a step, in Turkish."""
    title = "S5 Gelecekteki stratejilerin iyileştirilmesi için sonuçların periyodik olarak değerlendirilmesi."
    canvas = Canvas("", rtl=False)
    canvas.label(0, 25, title, 220)
    drawn = canvas.whole()
    assert "değerlendirilmesi." in drawn
    assert f'font-size="{SMALL}"' in drawn
    assert "…" not in drawn


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_headings_of_ratings_are_not_broken_within_a_word(lang: str) -> None:
    heat = next(block for block in made("evaluation").blocks if isinstance(block, Heat))
    picture = drawn(heat, words(lang))
    for column in heat.columns:
        assert f"{words(lang).bare(column)}\u2069</text>" in without_vowel_marks(picture)
    legend = {"ar": "غير مرض", "tr": "tatmin edici değil", "en": "unsatisfactory"}
    assert legend[lang] in picture


def test_labels_of_one_picture_have_one_size() -> None:
    titles = ("Short", "Gelecekteki stratejilerin iyileştirilmesi için sonuçların periyodik olarak değerlendirilmesi.")
    rows = tuple(Bar(Message(title), 50, 40, None, Health.GREEN) for title in titles)
    picture = drawn(Bars("bars", None, Message("alt"), rows), words("tr"))
    sizes = re.findall(r'font-size="(\d+)" [^>]*>[\u2066](?:Short|Gelecekteki)', picture)
    assert sizes == [str(SMALL)] * 2


def test_a_measured_value_is_not_written_over_its_target() -> None:
    points = (Point("2025-Q4", Decimal(82), Decimal(90)), Point("2026-Q1", Decimal(82), None))
    trend = Trend("t", None, Message("alt"), Message("persons"), None, points)
    picture = drawn(trend, words("en"))
    near, free = (float(y) for y in re.findall(r'<text [^>]*y="([\d.]+)"[^>]*>[\u2066]+82', picture))
    assert near > free
    assert "persons" in picture


def test_a_drawing_has_no_vowel_marks() -> None:
    """typst writes them in a way that PDF/A and PDF/UA forbid, and the whole document would lose its claim."""
    canvas = Canvas("", rtl=True)
    canvas.text(0, 0, "أُنجز تمامًا")
    assert "أنجز تماما" in canvas.whole()
