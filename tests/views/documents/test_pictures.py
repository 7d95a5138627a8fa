"""What drawings measure by."""

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from tests.demo import DAY, DEMO
from tests.views.documents.making import HEAD, made, pictures
from tests.views.pages import LANGS, words
from tracker.frozen import replace
from tracker.message import Message
from tracker.model.records.indicators import Aggregation, Direction
from tracker.model.state.health import Health
from tracker.model.state.indicators import indicator_state
from tracker.model.tracker import Tracker
from tracker.reports.documents import document
from tracker.reports.documents.request import Request, Standing
from tracker.reports.kinds.indicators import trend as picture_of
from tracker.reports.periods import period_name
from tracker.reports.pictures.drawn import Bar, Bars, Heat, Picture, Point, Timeline, Trend
from tracker.reports.pictures.parted import parts_of
from tracker.views.pictures import draw, draw_slim
from tracker.views.pictures.canvas import ROOM_OF_SIGN, SLIM, SMALL, Canvas, Drawing, Text, letter_of
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
    drawn = canvas.whole().svg()
    assert "değerlendirilmesi." in drawn
    assert f'font-size="{SMALL}"' in drawn
    assert "…" not in drawn


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_headings_of_ratings_are_not_broken_within_a_word(lang: str) -> None:
    heat = next(block for block in made("evaluation").blocks if isinstance(block, Heat))
    picture = draw(heat, words(lang)).svg()
    for column in heat.columns:
        assert f"{words(lang).bare(column)}\u2069</text>" in picture
    legend = {"ar": "غير مُرضٍ", "tr": "tatmin edici değil", "en": "unsatisfactory"}
    assert legend[lang] in picture


@pytest.mark.parametrize(("edited", "nearest"), [(10**18, 4), (5, 4), (0, 1), (-(10**18), 1)])
def test_a_rating_that_none_can_be_has_the_tint_of_the_nearest(edited: int, nearest: int) -> None:
    heat = next(block for block in made("evaluation").blocks if isinstance(block, Heat))
    (label, _), *_ = heat.rows
    tints = [
        re.findall(
            r'fill-opacity="[\d.]+"',
            draw(replace(heat, rows=((label, (rating,) * len(heat.columns)),)), words("en")).svg(),
        )[0]
        for rating in (edited, nearest)
    ]
    assert tints[0] == tints[1]


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_years_are_no_thousands(lang: str) -> None:
    timeline = next(block for block in made("matrix").blocks if isinstance(block, Timeline))
    said = {words(lang).seen(text.text) for text in draw(timeline, words(lang)).texts}
    assert said >= {"2024", "2025", "2026"}


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_no_title_is_cut_beside_its_time(lang: str) -> None:
    timeline = next(block for block in made("matrix").blocks if isinstance(block, Timeline))
    assert not [text for text in draw(timeline, words(lang)).texts if "…" in text.text]


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
@pytest.mark.parametrize("kind", [Bars, Heat])
def test_a_title_beside_its_row_takes_two_lines_at_most(kind: type[Bars | Heat], lang: str) -> None:
    picture = next(block for block in made("evaluation").blocks if isinstance(block, kind))
    drawing, side = draw(picture, words(lang)), "end" if lang == "ar" else "start"
    beside = [text for text in drawing.texts if text.side == side and abs(text.x - 360) > 320]
    rows = [text for text in beside if text.y < drawing.height - 30]
    assert len(picture.rows) < len(rows) <= 2 * len(picture.rows)


def test_nothing_is_drawn_where_there_is_no_step() -> None:
    """A legend stood alone below its heading."""
    new = Tracker({"initiative": DEMO.tables["initiative"]})
    asked = Request(tracker=new, day=DAY, standing=Standing(1, HEAD, "2026-03-31T08:00:00+00:00"))
    assert not [block for block in document("evaluation", asked).blocks if isinstance(block, Picture)]


def test_labels_of_one_picture_have_one_size() -> None:
    titles = ("Short", "Gelecekteki stratejilerin iyileştirilmesi için sonuçların periyodik olarak değerlendirilmesi.")
    rows = tuple(Bar(Message(title), 50, 40, None, Health.GREEN) for title in titles)
    picture = draw(Bars("bars", None, Message("alt"), rows), words("tr")).svg()
    sizes = re.findall(r'font-size="(\d+)"[^>]*>[\u2066](?:Short|Gelecekteki)', picture)
    assert sizes == [str(SMALL)] * 2


def point(period: str, day: str, value: int | None, judged: int | None, target: int | None = None) -> Point:
    numbers = (None if each is None else Decimal(each) for each in (value, judged, target))
    return Point(period, date.fromisoformat(day), *numbers)


def trend(*points: Point, counts: Aggregation = Aggregation.LATEST, **fields: Any) -> Trend:
    return Trend("t", None, Message("alt"), Message("persons"), counts, None, points, **fields)


def dots(drawing: Drawing) -> list[tuple[float, float]]:
    """The places of the measured points, from the left and from above; the last of the dots is that of the legend."""
    found = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="4"', drawing.shapes)
    return [(float(x), float(y)) for x, y in found[:-1]]


def places(drawing: Drawing, said: str) -> list[Text]:
    return [text for text in drawing.texts if words("en").seen(text.text) == said]


def test_a_measured_value_is_not_written_over_its_target() -> None:
    points = (point("2025-Q4", "2025-12-31", 82, 82, 90), point("2026-Q1", "2026-03-31", 82, 82))
    picture = draw(trend(*points), words("en"))
    (aim,) = places(picture, "90")
    near = places(picture, "82")[0]
    assert abs(near.x - aim.x) > 15 or abs(near.y - aim.y) > SMALL
    assert places(picture, "persons")


def test_time_is_to_scale() -> None:
    points = (
        point("2025-Q4", "2025-12-31", 10, 10),
        point("2026-Q1", "2026-03-31", 20, 20),
        point("2026-Q4", "2026-12-31", 30, 30),
    )
    for lang, way in (("en", 1), ("ar", -1)):
        first, second, third = (x for x, _ in dots(draw(trend(*points), words(lang))))
        assert (third - second) * way == pytest.approx(275 / 90 * (second - first) * way, rel=0.01)
        assert (second - first) * way > 0


def test_a_baseline_is_the_first_point_on_its_own_day() -> None:
    measured = replace(trend(point("2025-Q4", "2025-12-31", 10, 10)), baseline=(date(2025, 6, 30), Decimal(4)))
    (x, y), (first, low) = dots(draw(measured, words("en")))
    assert x > first
    assert y < low


def test_a_sum_is_drawn_as_it_is_judged_and_begins_anew_each_year() -> None:
    points = (
        point("2025-Q3", "2025-09-30", 83, 83),
        point("2025-Q4", "2025-12-31", 19, 102, 100),
        point("2026-Q1", "2026-03-31", 17, 17),
    )
    drawing = draw(trend(*points, counts=Aggregation.SUM), words("en"))
    third, fourth, next_year = (y for _, y in dots(drawing))
    assert fourth < third < next_year
    assert places(drawing, "102")
    assert not places(drawing, "19")
    assert len(re.findall('<polyline[^>]*stroke-width="2.5"', drawing.shapes)) == 2
    assert places(drawing, "Sum of the year so far")


@pytest.mark.parametrize("code", list(DEMO.indicators))
def test_a_picture_of_an_indicator_says_what_was_judged(code: str) -> None:
    indicator = DEMO.indicators[code]
    state, drawn = indicator_state(DEMO, indicator, DAY), picture_of(DEMO, indicator, DAY)
    if state.target is None or state.actual is None:
        assert drawn.standing is None
        return
    assert drawn.standing is not None
    assert drawn.standing[0] is state.rating
    known = [each for each in drawn.points if each.day <= state.target.date and each.judged is not None]
    assert known[-1].judged == state.actual


@pytest.mark.parametrize(("most", "each"), [(9, 4), (15, 7), (28, 12)])
@pytest.mark.parametrize("count", [1, 9, 15, 16, 40, 121])
def test_a_long_picture_is_several_and_no_row_lacks(count: int, most: int, each: int) -> None:
    rows = tuple(Bar(Message(f"Step {n}"), 50, 40, None, Health.GREEN) for n in range(count))
    parts = list(parts_of(Bars("bars", Message("Steps"), Message("alt"), rows), most, each))
    assert [row for part in parts if isinstance(part, Bars) for row in part.rows] == list(rows)
    sizes = [len(part.rows) for part in parts if isinstance(part, Bars)]
    assert max(sizes) <= most if len(parts) == 1 else each
    assert max(sizes) - min(sizes) <= 1
    assert len({part.key for part in parts}) == len(parts)
    for part in parts:
        said = [words("en").seen(text.text) for text in draw(part, words("en")).texts]
        assert "expected by now" in said


@pytest.mark.parametrize(
    ("period", "ar", "tr", "en"),
    [
        ("2025-Q1", "الربع الأول 2025", "2025 1. çeyrek", "Q1 2025"),
        ("2025-H2", "النصف الثاني 2025", "2025 2. yarıyıl", "H2 2025"),
        ("2025-07", "يوليو 2025", "Temmuz 2025", "July 2025"),
    ],
)
def test_periods_have_names(period: str, ar: str, tr: str, en: str) -> None:
    found = {lang: words(lang).seen(words(lang).message(period_name(period))) for lang in ("ar", "tr", "en")}
    assert found == {"ar": ar, "tr": tr, "en": en}


def test_a_drawing_keeps_the_marks_that_tell_words_apart() -> None:
    canvas = Canvas("", rtl=True)
    canvas.text(0, 0, "مُرضٍ")
    (text,) = canvas.whole().texts
    assert "مُرضٍ" in text.text


@pytest.mark.parametrize(
    ("direction", "said"),
    [
        (Direction.UP, ("102 من مستهدف 100 حتى", "hedef 100, gerçekleşen 102", "102 of a target of 100 by")),
        (
            Direction.DOWN,
            (
                "102 مقابل مستهدف أقصاه 100 حتى",
                "hedef en çok 100, gerçekleşen 102",
                "102 against a target of at most 100 by",
            ),
        ),
        (
            Direction.MAINTAIN,
            (
                "102 والمستهدف الإبقاء على 100 حتى",
                "hedef 100 düzeyini koruma, gerçekleşen 102",
                "102 against a target of staying at 100 until",
            ),
        ),
    ],
)
def test_it_says_which_way_the_target_points(direction: Direction, said: tuple[str, str, str]) -> None:
    """I6 counts deaths: 102, where 100 was the most."""
    pointing = replace(DEMO.indicators["I6"], direction=direction)
    picture = picture_of(DEMO, pointing, DAY)
    for lang, sentence in zip(LANGS, said, strict=True):
        assert sentence in words(lang).bare(picture.alt)
        assert sentence in words(lang).bare(picture.standing[1])  # type: ignore[index] # it was measured


@pytest.mark.parametrize("lang", LANGS)
def test_the_years_of_a_timeline_are_named_at_both_its_ends(lang: str) -> None:
    """Where it goes on overleaf its upper end is on the page before."""
    timeline = next(block for block in made("matrix").blocks if isinstance(block, Timeline))
    drawing = draw(timeline, words(lang))
    years = {str(year) for year in range(timeline.first.year + 1, timeline.last.year + 1)}
    above = {text.text for text in drawing.texts if text.y < drawing.height * 0.1}
    below = {text.text for text in drawing.texts if text.y > drawing.height * 0.9}
    for named in (above, below):
        assert years <= {words(lang).seen(text) for text in named}


@pytest.mark.parametrize("lang", LANGS)
def test_no_month_of_a_timeline_touches_the_next(lang: str) -> None:
    timeline = next(block for block in made("matrix").blocks if isinstance(block, Timeline))
    texts = draw(timeline, words(lang)).texts
    lowest = max(text.y for text in texts if re.search(r"202\d", text.text))
    months = sorted(
        (text.x, len(words(lang).seen(text.text)) * SMALL * letter_of(text.text)) for text in texts if text.y == lowest
    )
    assert len(months) > 2
    assert all(x + wide / 2 + 5 < x2 - wide2 / 2 for (x, wide), (x2, wide2) in pairwise(months))


LONG = (
    "Training of the staff of land, sea and air border crossings in verifying documents, detecting forgeries and more"
)


@pytest.mark.parametrize("n", [1, 12])
def test_on_a_phone_no_bar_stands_on_a_label(n: int) -> None:
    """Three lines of a long title end above their bar and its mark."""
    rows = tuple(Bar(Message(LONG), 60, 40, 80, Health.AMBER) for _ in range(n))
    drawing = draw_slim(Bars("bars", Message("Steps"), Message("alt"), rows), words("en"))
    assert drawing is not None
    assert drawing.width == SLIM
    marks = [float(y) for y in re.findall(r'y1="([\d.]+)"[^/]*stroke-width="2.5"', drawing.shapes)][:n]
    titles = [text.y for text in drawing.texts if text.x == ROOM_OF_SIGN]
    assert len(titles) == 3 * n
    for number, mark in enumerate(marks):
        lines = titles[3 * number : 3 * number + 3]
        assert max(lines) + 3 <= mark
        assert number == 0 or min(lines) - SMALL > marks[number - 1] + 16


def test_on_a_phone_no_line_of_a_timeline_crosses_a_title() -> None:
    """The paper is laid over months, years and the day of the report; its titles are set on that."""
    timeline = next(block for block in made("matrix").blocks if isinstance(block, Timeline))
    drawing = draw_slim(timeline, words("en"))
    assert drawing is not None
    papers = re.findall(r'<rect x="0" y="([\d.]+)" width="340" height="([\d.]+)" fill="#ffffff"/>', drawing.shapes)
    assert len(papers) == len(timeline.rows)
    today = drawing.shapes.index('stroke-width="1.6"')
    assert drawing.shapes.index('fill="#ffffff"/>') > today
    for text in drawing.texts:
        if text.side == "start" and text.x < 50 and "S" in text.text and text.y < float(papers[-1][0]) + 32:
            assert any(float(y) < text.y - SMALL * 0.7 and text.y + 2 < float(y) + float(high) for y, high in papers)


@pytest.mark.parametrize("lang", LANGS)
def test_on_a_phone_each_rating_stands_beside_its_criterion(lang: str) -> None:
    heat = next(picture for picture in pictures() if isinstance(picture, Heat))
    drawing = draw_slim(heat, words(lang))
    assert drawing is not None
    assert drawing.width == SLIM
    texts = [(text, words(lang).seen(text.text)) for text in drawing.texts]
    assert not [said for _, said in texts if "…" in said]
    names = [words(lang).bare(column) for column in heat.columns] * len(heat.rows)
    assert [said for _, said in texts if said in names] == names
    ratings = [text for text, said in texts if said in "–1234" and text.side == "middle"]
    assert len(ratings) == len(names)
    beside = [text for text, said in texts if said in names]
    for rating, name in zip(ratings, beside, strict=True):
        assert abs(rating.y - name.y) < SMALL / 2
        assert 0 < (rating.x - name.x if lang == "ar" else name.x - rating.x) < 40
