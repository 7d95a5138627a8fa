"""No line of a picture crosses a text of it, in either direction of writing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from tests.demo import DAY, DEMO
from tests.views.documents.making import pictures
from tests.views.pages import LANGS, words
from tracker.frozen import replace
from tracker.message import Message
from tracker.model.records.indicators import Aggregation
from tracker.model.state.assessment import assess
from tracker.reports.kinds.indicators import trend
from tracker.reports.pictures.drawn import Course, Mark, Picture, Point, Timeline, Trend
from tracker.reports.pictures.made import timeline
from tracker.views.pictures import draw
from tracker.views.pictures.canvas import Drawing, Text
from tracker.views.pictures.labels import Box

NARROW = 0.42
"""The width of a letter against its size in a narrow face: what is crossed there is crossed in every one."""
FAINT = re.compile(r'stroke-opacity="\.1\d*"')
"""The lines of the grid, over which numbers may stand."""


@dataclass(frozen=True)
class Line:
    first: tuple[float, float]
    second: tuple[float, float]


def lines(drawing: Drawing) -> Iterator[Line]:
    for element in re.findall(r"<(?:line|polyline)[^>]*>", drawing.shapes):
        if FAINT.search(element):
            continue
        if points := re.search(r'points="([^"]*)"', element):
            at = [tuple(map(float, pair.split(","))) for pair in points[1].split()]
        else:
            x, y, x2, y2 = (float(re.search(rf'\b{name}="([-\d.]+)"', element)[1]) for name in ("x1", "y1", "x2", "y2"))  # type: ignore[index] # each line has them
            at = [(x, y), (x2, y2)]
        yield from (Line(*ends) for ends in pairwise(at))  # type: ignore[arg-type] # of two numbers each


def box(text: Text, lang: str) -> Box:
    wide = len(words(lang).seen(text.text)) * text.size * NARROW
    left = text.x - wide * {"start": 0, "middle": 0.5, "end": 1}[text.side]
    return Box(left, text.y - 0.66 * text.size, left + wide, text.y + 0.1 * text.size)


def crossed(picture: Picture, lang: str) -> list[str]:
    drawing = draw(picture, words(lang))
    drawn = list(lines(drawing))
    return [
        words(lang).seen(text.text)
        for text in drawing.texts
        if any(box(text, lang).crossed_by(line.first, line.second) for line in drawn)
    ]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("picture", pictures(), ids=lambda picture: picture.key)
def test_none_of_the_programme_is_crossed(picture: Picture, lang: str) -> None:
    assert crossed(picture, lang) == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_two_numbers_of_an_indicator_cover_each_other(lang: str) -> None:
    for indicator in DEMO.indicators.values():
        texts = [box(text, lang) for text in draw(trend(DEMO, indicator, DAY), words(lang)).texts]
        assert not [one for place, one in enumerate(texts) for other in texts[:place] if one.meets(other)]


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("days", range(0, 720, 45))
def test_the_day_of_the_report_crosses_no_text(days: int, lang: str) -> None:
    drawn = timeline(assess(DEMO, DAY))
    assert isinstance(drawn, Timeline)
    moved = replace(drawn, today=drawn.first + timedelta(days))
    assert crossed(moved, lang) == []


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize(
    "values",
    [(79, 79, 76, 71, 71), (50, 100, 50, 100, 50), (100, 100, 50, 100, 100), (0, 0, 0, 0, 0), (3, 40, 97, 60, 58)],
)
@pytest.mark.parametrize("counts", [Aggregation.LATEST, Aggregation.SUM])
def test_lines_that_rise_and_fall_leave_their_numbers_free(
    values: tuple[int, ...], counts: Aggregation, lang: str
) -> None:
    days = [date(2025, month, 28) for month in (2, 5, 8, 11, 12)]
    points = tuple(
        Point(f"{day:%Y-%m}", day, Decimal(each), Decimal(each), None if aim is None else Decimal(aim))
        for day, each, aim in zip(days, values, (75, None, None, 75, None), strict=True)
    )
    baseline = (date(2025, 1, 1), Decimal(values[0]))
    picture = Trend("t", None, Message("alt"), Message("persons"), counts, baseline, points)
    assert crossed(picture, lang) == []


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_way_of_the_whole_leaves_its_numbers_free(lang: str) -> None:
    days = [date(2025, month, 1) for month in range(1, 13)]
    for rise in (1, 4, 8):
        marks = tuple(Mark(day, rise * n, max(rise * n - 6, 0), 7 * n) for n, day in enumerate(days))
        plan = tuple((day, 7 * n) for n, day in enumerate(days))
        assert crossed(Course("c", None, Message("alt"), marks, plan, days[8]), lang) == []


def of_months(*values: int, target: int | None = None) -> Trend:
    """An indicator with so many months, of which each twelfth has the target."""
    days = [date(2020 + n // 12, n % 12 + 1, 28) for n in range(len(values))]
    points = tuple(
        Point(
            f"{day:%Y-%m}", day, Decimal(each), Decimal(each), Decimal(target) if target and day.month == 12 else None
        )
        for day, each in zip(days, values, strict=True)
    )
    return Trend("t", None, Message("alt"), Message("persons"), Aggregation.LATEST, None, points)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("value", [9, 1_250_000, 987_654_321])
def test_no_number_is_cut_off_by_the_edge(value: int, lang: str) -> None:
    drawing = draw(of_months(value // 3, value), words(lang))
    for text in drawing.texts:
        edge = box(text, lang)
        assert edge.left >= 0, text
        assert edge.right <= drawing.width, text


@pytest.mark.parametrize("lang", LANGS)
def test_of_many_numbers_those_are_said_that_have_room(lang: str) -> None:
    """Eighty-four of them were written over each other."""
    values = tuple((n * 13 + n // 12 * 7) % 60 for n in range(84))
    picture = of_months(*values, target=50)
    assert crossed(picture, lang) == []
    drawing = draw(picture, words(lang))
    texts = [box(text, lang) for text in drawing.texts]
    assert not [one for place, one in enumerate(texts) for other in texts[:place] if one.meets(other)]
    said = [words(lang).seen(text.text) for text in drawing.texts]
    assert str(values[-1]) in said
    assert len(said) > 30
