"""The colours of documents: health is read at 4.5 to 1, progress has one hue whose parts are told apart at 3 to 1."""

import re
from pathlib import Path

import pytest

import tracker.views
from tests.views.pages import words
from tracker.message import Message
from tracker.model.state.health import Health
from tracker.reports.pictures.drawn import Bar, Bars
from tracker.views.letterhead.contrast import PART, TEXT, on_white
from tracker.views.pictures import draw
from tracker.views.symbols import CLAIMED, COLOURS, EDGE, PLANNED, SURE

VIEWS = Path(tracker.views.__file__).parent
TINTED = "#e3efe9"
"""The rows that stand for others."""


def apart(one: str, other: str) -> float:
    low, high = sorted((on_white(one), on_white(other)))
    return high / low


@pytest.mark.parametrize("health", Health)
def test_health_is_read_on_white_and_on_tinted_rows(health: Health) -> None:
    assert on_white(COLOURS[health]) >= TEXT
    assert apart(COLOURS[health], TINTED) >= TEXT


def test_parts_of_a_bar_are_told_apart() -> None:
    assert on_white(CLAIMED) >= PART
    assert on_white(EDGE) >= PART
    assert apart(SURE, CLAIMED) >= PART
    assert apart(SURE, PLANNED) >= PART


def test_pdf_and_web_have_the_same_colours() -> None:
    pdf, web = ((VIEWS / name).read_text("utf-8") for name in ("pdf/report.typ", "web/base.html.j2"))
    assert {*COLOURS.values(), SURE, CLAIMED, PLANNED, EDGE} <= set(re.findall("#[0-9a-f]{6}", pdf))
    assert {SURE, CLAIMED, PLANNED, EDGE} <= set(re.findall("#[0-9a-f]{6}", web))


def test_a_bar_has_none_of_the_colours_of_health() -> None:
    rows = (Bar(Message("Step"), 80, 60, 70, Health.RED),)
    shapes = draw(Bars("bars", None, Message("alt"), rows), words("en")).shapes
    fills = re.findall(r'fill="(#[0-9a-f]{6})"', shapes)
    assert fills.count(COLOURS[Health.RED]) == 1
    assert set(fills) == {COLOURS[Health.RED], SURE, CLAIMED}
