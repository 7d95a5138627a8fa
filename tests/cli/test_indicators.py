"""add-indicator, update-indicator, add-measurement, and how indicators are listed and shown."""

import json
from typing import Any

import pytest

from tests.cli.program import Program

BASE = ("--unit", "percent", "--baseline", "٢٠", "--baseline-date", "2024-12-31")


@pytest.fixture
def measured(program: Program) -> Program:
    assert program("add-indicator", "نسبة المتدربين", *BASE, "--target", "2025-12-31=60", "--step", "S2").code == 0
    assert program("add-measurement", "i1", "2025-Q4", "52%", "--evidence", "كشف 9").code == 0
    return program


def only(program: Program) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(program("list", "indicators", "--json", "--today", "2026-03-31").out)["data"][0]
    return found


def test_from_the_baseline_to_the_target(measured: Program) -> None:
    found = only(measured)
    assert (found["baseline"], found["target"]["value"]) == ({"value": "20", "date": "2024-12-31"}, "60")
    assert (found["actual_at_target"], found["achievement_percent"], found["met"]) == ("52", 80, False)
    assert (found["rating"], found["level"], found["steps"]) == ("amber", "output", ["S2"])
    assert found["measurements"][0]["source"] == "E2"


def test_a_correction_keeps_the_old_value_in_the_history(measured: Program) -> None:
    refused = measured("add-measurement", "I1", "2025-12-31", "53")
    assert (refused.code, refused.out) == (1, "")
    assert measured("add-measurement", "I1", "2025-12-31", "53", "--reason", "تدقيق").code == 0
    assert only(measured)["actual_at_target"] == "53"
    said = measured("history", "I1", "--lang", "en").out
    assert "52" in said
    assert "53" in said
    assert measured("undo", "--yes").code == 0
    assert only(measured)["actual_at_target"] == "52"


def test_it_is_shown_with_its_trend(measured: Program) -> None:
    shown = measured("show", "I1", "--lang", "en", "--today", "2026-03-31").out
    assert "Q4 2025" in shown
    assert "80%" in shown
    assert "not met" in shown


def test_clearing_and_strictness(measured: Program) -> None:
    assert measured("update-indicator", "I1", "--strict", "yes").code == 0
    assert only(measured)["strict"]
    assert measured("update-indicator", "I1", "--clear", "target", "--reason", "مراجعة").code == 0
    assert only(measured)["target"] is None


def test_like_another(measured: Program) -> None:
    assert measured("add-indicator", "مؤشر ثان", "--like", "I1").code == 0
    second = json.loads(measured("list", "indicators", "--json").out)["data"][1]
    assert (second["unit"], second["steps"], second["targets"]) == ("percent", ["S2"], [])


@pytest.mark.parametrize("target", ["60", "2026-12-31", "=60", "غدا=x"])
def test_a_target_is_a_day_with_a_value(program: Program, target: str) -> None:
    found = program("add-indicator", "مؤشر", *BASE, "--target", target)
    assert (found.code, found.out) == (2, "")


def test_no_target_for_what_must_have_none(program: Program) -> None:
    found = program("add-indicator", "عدد حالات التوقيف", *BASE, "--target", "2026-12-31=60")
    assert found.code == 1
    assert "--direction context" in found.err
    assert program("add-indicator", "عدد حالات التوقيف", "--direction", "context").code == 0


@pytest.mark.parametrize("value", ["1.234", "x", "", "1.2.3"])
def test_what_is_no_number(measured: Program, value: str) -> None:
    assert measured("add-measurement", "I1", "2025-Q3", value).code == 2


def test_small_counts_are_not_printed_anywhere(program: Program) -> None:
    people = ("--unit", "person", "--category", "humanitarian", "--aggregation", "sum", "--direction", "context")
    assert program("add-indicator", "عدد المتضررين", *people).code == 0
    assert program("add-measurement", "I1", "2025-Q4", "3").code == 0
    found = only(program)
    assert (found["latest"], found["measurements"][0]["value"]) == ("<5", "<5")
    assert "fewer than 5" in program("show", "I1", "--lang", "en").out


def test_filters(measured: Program) -> None:
    for option in (("--stale",), ("--overdue",), ("--step", "S2"), ("--search", "المتدربين")):
        found = json.loads(measured("list", "indicators", "--json", "--today", "2026-11-23", *option).out)["data"]
        assert [each["id"] for each in found] == ["I1"], option
    assert json.loads(measured("list", "indicators", "--json", "--step", "S1").out)["data"] == []
