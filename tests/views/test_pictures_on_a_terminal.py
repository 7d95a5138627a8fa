"""Pictures and parts where nothing is drawn: on a terminal, in Markdown, tab-separated, for programs."""

import json
from datetime import date
from decimal import Decimal

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.views.pages import page, words
from tracker.message import Message, msg
from tracker.model.records.indicators import Aggregation
from tracker.model.state.health import Health
from tracker.reports.document_cells import BothCalendars, InLanguage, Spark, Strip
from tracker.reports.parts import Part, Signature, Signatures
from tracker.reports.pictures.drawn import Bar, Bars, Heat, Point, Stretch, Timeline, Trend
from tracker.reports.report import Facts, Ref, Report
from tracker.views import machine, markdown, plain
from tracker.views.blocks import style
from tracker.views.blocks.drawing import STRIP_WIDTH, characters_of
from tracker.views.blocks.report import blocks_of

LABEL = Message("{code}", {"code": Ref("S1")})
REPORT = Report(
    "full",
    date(2026, 3, 31),
    None,
    (
        Part("standing", msg("Progress")),
        Bars("bars", msg("Steps"), msg("Progress"), (Bar(LABEL, 85, 75, 100, Health.AMBER),)),
        Timeline(
            "time",
            msg("Time"),
            msg("Progress"),
            date(2025, 1, 1),
            date(2026, 12, 31),
            date(2026, 3, 31),
            (Stretch(LABEL, date(2025, 7, 1), date(2026, 6, 30), date(2026, 9, 30), 50, 20, Health.RED),),
        ),
        Trend(
            "trend",
            None,
            msg("Progress"),
            None,
            Aggregation.SUM,
            (date(2024, 12, 31), Decimal(0)),
            (
                Point("2025-Q3", date(2025, 9, 30), Decimal(2), Decimal(2), Decimal(4)),
                Point("2025-Q4", date(2025, 12, 31), None, None, None),
                Point("2026-Q1", date(2026, 3, 31), Decimal("7.5"), Decimal("7.5"), Decimal(8)),
            ),
        ),
        Heat("heat", msg("Health"), msg("Progress"), (msg("Target"), msg("Time")), ((LABEL, (4, None)),)),
        Facts("days", None, (("day", msg("Time"), BothCalendars(date(2026, 3, 31))),)),
        Facts("other", None, (("other", msg("Time"), InLanguage("tr", msg("Progress"))),)),
        Signatures("signed", msg("Prepared by: {office} · as of {day}", office="LY", day=1), (Signature(LABEL),)),
    ),
)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_on_a_terminal(lang: str, snapshot: SnapshotAssertion) -> None:
    assert page(blocks_of(REPORT, words(lang)), lang == "ar") == snapshot


def test_in_markdown(snapshot: SnapshotAssertion) -> None:
    assert "".join(markdown.render(REPORT, words("en"))) == snapshot


def test_tab_separated(snapshot: SnapshotAssertion) -> None:
    assert "".join(plain.render(REPORT, words("en"))) == snapshot


def test_for_programs() -> None:
    found = {block["key"]: block for block in json.loads(machine.render(REPORT))["data"]}
    assert found["bars"]["rows"][0]["expected"] == 100
    assert found["trend"]["points"][1] == {
        "period": "2025-Q4",
        "day": "2025-12-31",
        "value": None,
        "judged": None,
        "target": None,
    }
    assert found["trend"]["points"][2] == {
        "period": "2026-Q1",
        "day": "2026-03-31",
        "value": "7.5",
        "judged": "7.5",
        "target": "8",
    }
    assert found["heat"]["rows"][0][1] == [4, None]
    assert found["time"]["today"] == "2026-03-31"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2025, 1, 1), date(2026, 12, 31)),
        (date(2020, 1, 1), date(2020, 2, 1)),
        (date(2030, 1, 1), date(2031, 1, 1)),
        (date(2026, 3, 1), date(2026, 3, 1)),
    ],
)
@pytest.mark.parametrize("declared", [0, 33, 100])
def test_a_strip_is_as_wide_as_any_other(start: date, end: date, declared: int) -> None:
    strip = Strip(date(2025, 1, 1), date(2026, 12, 31), date(2026, 3, 31), start, end, declared, declared // 2)
    assert len("".join(piece.text for piece in characters_of(strip))) == STRIP_WIDTH


def test_a_strip_tells_what_is_proven_from_what_is_declared_as_a_bar_does() -> None:
    first, last = date(2025, 1, 1), date(2026, 12, 31)
    text = "".join(piece.text for piece in characters_of(Strip(first, last, last, first, last, 75, 50)))
    assert text == 12 * style.EVIDENCED.text + 6 * style.DECLARED.text + 5 * style.REST.text + "│"


def test_a_missing_measurement_is_a_gap_and_not_zero() -> None:
    text = "".join(piece.text for piece in characters_of(Spark((Decimal(0), None, Decimal(10)))))
    assert text == "▁·█"
    assert "".join(piece.text for piece in characters_of(Spark((None,)))) == "·"
    assert "".join(piece.text for piece in characters_of(Spark((Decimal(3), Decimal(3))))) == "▄▄"
