"""The questions that people come with, asked of the fictional programme."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.demo import DAY, DEMO
from tests.reports.told import facts, rows, told
from tracker.frozen import replace
from tracker.model.records.activities import Gate
from tracker.model.records.indicators import Direction
from tracker.model.rules.gates import without_evidence
from tracker.model.state.comparison import Trend
from tracker.model.state.indicators import trend
from tracker.reports.answers.show import show_report
from tracker.reports.documents import brief, followup
from tracker.reports.documents.request import Request, Standing
from tracker.reports.lists.listing import list_report
from tracker.reports.lists.selection import Selection
from tracker.reports.report import Report, Table

REQUEST = Request(tracker=DEMO, day=DAY, standing=Standing(1, "0" * 64))


def listed(kind: str, **wanted: Any) -> Report:
    return list_report(DEMO, kind, DAY, Selection(**wanted))


def column(report: Report, key: str, name: str) -> dict[str, str]:
    (table,) = [b for b in report.blocks if isinstance(b, Table) and b.key == key]
    place = [c.key for c in table.columns].index(name)
    return {told(row[0]): told(row[place]) for row in table.rows}


def test_how_old_obstacles_are() -> None:
    """A resolved one has the age it had then."""
    assert column(listed("obstacles", open=True), "obstacles", "age") == {
        "O3": "119", "O2": "78", "O6": "238", "O4": "37",
    }  # fmt: skip
    assert column(listed("obstacles"), "obstacles", "age")["O1"] == "43"


def test_which_strict_indicators_are_not_met() -> None:
    report = listed("indicators", strict=True, not_met=True)
    assert column(report, "indicators", "met") == dict.fromkeys(["I3", "I6"], "not met")
    assert column(report, "indicators", "strict") == dict.fromkeys(["I3", "I6"], "yes")
    assert list(column(listed("indicators", not_met=True), "indicators", "met")) == ["I1", "I2", "I3", "I4", "I6", "I9"]
    everything = column(listed("indicators"), "indicators", "strict")
    assert [code for code, strict in everything.items() if strict == "yes"] == ["I3", "I6", "I7"]


def test_which_gates_have_no_evidence() -> None:
    found = facts(show_report(DEMO, ["S2"], DAY, {}, explain=False), "S2")
    assert found["gates_without_evidence"] == "S2.4: delivered, S2.5: approved, prepared"
    assert facts(show_report(DEMO, ["S2.4"], DAY, {}, explain=False), "S2.4")["gates_without_evidence"] == "delivered"
    assert "gates_without_evidence" not in facts(show_report(DEMO, ["S5.3"], DAY, {}, explain=False), "S5.3")


@pytest.mark.parametrize(
    ("percent", "gates"),
    [(0, [Gate.APPROVED, Gate.PREPARED, Gate.DELIVERED]), (20, [Gate.PREPARED, Gate.DELIVERED]), (80, [])],
)
def test_a_paper_reaches_the_gates_up_to_its_percentage(percent: int, gates: list[Gate]) -> None:
    assert list(without_evidence(DEMO.tables["activities"]["S2.4"], Fraction(percent))) == gates


def test_what_evaluations_say_of_a_step() -> None:
    report = show_report(DEMO, ["S2"], DAY, {}, explain=False)
    assert facts(report, "ratings")["effectiveness"] == "3"
    assert [row[:2] for row in rows(report, "findings")][:2] == [
        ["R3", "82 trainees completed"],
        ["R2", "ToT course delayed by visas"],
    ]
    assert "not assessable yet" in facts(show_report(DEMO, ["S1"], DAY, {}, explain=False), "ratings").values()


def test_whether_results_move() -> None:
    assert column(brief.report(REQUEST), "humanitarian", "change") == {
        "I3": "unchanged", "I4": "improved", "I6": "improved",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("direction", "change"),
    [
        (Direction.UP, Trend.WORSENED),
        (Direction.DOWN, Trend.IMPROVED),
        (Direction.MAINTAIN, None),
        (Direction.CONTEXT, None),
    ],
)
def test_better_is_where_the_indicator_points(direction: Direction, change: Trend | None) -> None:
    response = replace(DEMO.indicators["I4"], direction=direction)
    assert trend(response, DAY) is change
    assert trend(response, date(2025, 4, 1)) is None  # measured once until then


def test_what_the_next_meeting_needs() -> None:
    found = facts(followup.report(REQUEST), "next")
    assert found["next_meeting"].startswith("M8 on 12 May 2026")
    assert "Results of the independent evaluation" in found["agenda"]
    assert found["evaluation"] == "R4, 1 October 2025 to 31 December 2025: approved"
    assert "papers" not in found


def test_a_sample_is_drawn_by_the_word_and_keeps_the_order() -> None:
    def drawn(word: str, number: int = 5) -> list[str]:
        return [row[0] for row in rows(listed("evidence", unverified=True, sample=(number, word)), "evidence")]

    everything = [row[0] for row in rows(listed("evidence", unverified=True), "evidence")]
    assert drawn("a") == drawn("a") == [code for code in everything if code in drawn("a")]
    assert len(drawn("a")) == 5
    assert drawn("a") != drawn("b")
    assert drawn("a", 99) == everything
    assert set(drawn("a", 3)) < set(drawn("a", 5))
