"""The colours of documents: health is read at 4.5 to 1, progress has one hue whose parts are told apart at 3 to 1."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from rich.color import Color

import tracker.views
from tests.views.documents.making import pictures
from tests.views.pages import words
from tracker.message import Message
from tracker.model.state.health import Health
from tracker.reports.pictures.drawn import Bar, Bars, Heat, Picture, Stretch, Timeline, Trend
from tracker.reports.report import Progress
from tracker.views.blocks import style
from tracker.views.blocks.bar import bar
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
    assert {*COLOURS.values(), SURE, CLAIMED, EDGE} <= set(re.findall("#[0-9a-f]{6}", pdf))
    assert {SURE, CLAIMED, PLANNED, EDGE} <= set(re.findall("#[0-9a-f]{6}", web))


def test_a_bar_has_none_of_the_colours_of_health() -> None:
    rows = (Bar(Message("Step"), 80, 60, 70, Health.RED),)
    shapes = draw(Bars("bars", None, Message("alt"), rows), words("en")).shapes
    used = re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', shapes)
    assert used.count(COLOURS[Health.RED]) == 1
    assert set(used) == {COLOURS[Health.RED], SURE, CLAIMED, EDGE}


def test_nor_has_one_on_a_terminal() -> None:
    used = {piece.style for piece in bar(Progress(80, 60))}
    assert not used & set(style.HEALTH_STYLE.values()) - {style.FAINT}
    colour = on_white(Color.parse(style.BLUE).get_truecolor().hex)
    assert min(colour, on_white("#000000") / colour) >= PART


def widths(shapes: str, look: str) -> list[float]:
    """The widths of the rectangles of a look, without the sign of the legend, which is the last of them."""
    return [float(wide) for wide in re.findall(rf'<rect [^>]*width="([\d.]+)" height="[\d.]+" {look}', shapes)][:-1]


def in_bars(declared: int, evidenced: int) -> Bars:
    return Bars("b", None, Message("alt"), (Bar(Message("Step"), declared, evidenced, None, Health.GREY),))


def along_a_time(declared: int, evidenced: int) -> Timeline:
    first, last = date(2025, 1, 1), date(2026, 12, 31)
    row = Stretch(Message("Step"), first, last, None, declared, evidenced, Health.GREY)
    return Timeline("t", None, Message("alt"), first, last, last, (row,))


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("made", [in_bars, along_a_time])
@pytest.mark.parametrize(("declared", "evidenced"), [(80, 60), (50, 0), (100, 100), (40, 70)])
def test_proven_and_declared_look_alike_in_every_picture(
    declared: int, evidenced: int, made: Callable[[int, int], Picture], lang: str
) -> None:
    """What was solid in one picture was proven, in another only declared."""
    proven, claimed = f'fill="{SURE}"', f'fill="none" stroke="{CLAIMED}"'
    (whole,) = widths(draw(made(100, 100), words(lang)).shapes, proven)
    shapes = draw(made(declared, evidenced), words(lang)).shapes
    shares = {proven: min(evidenced, declared), claimed: declared - min(evidenced, declared)}
    for look, share in shares.items():
        assert widths(shapes, look) == pytest.approx([whole * share / 100] if share else [], abs=0.1)
    assert shapes.count("<path") == 1 + bool(shares[claimed])


def test_what_is_measured_or_rated_has_no_colour_of_a_claim() -> None:
    drawn = {type(block): draw(block, words("en")).svg() for block in pictures()}
    assert CLAIMED in drawn[Bars]
    assert CLAIMED not in drawn[Trend]
    assert not {SURE, CLAIMED, *COLOURS.values()} & set(re.findall("#[0-9a-f]{6}", drawn[Heat]))
