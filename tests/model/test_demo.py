"""The fictional programme at the end of March 2026 gives the figures that were worked out by hand."""

import json
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tracker.model.state.assessment import Assessment, assess
from tracker.model.state.figures import Figures
from tracker.model.state.progress import displayed
from tracker.store.records import to_tracker
from tracker.store.template import template_state

EXPECTED: dict[str, Any] = json.loads((Path(__file__).parents[1] / "data" / "demo_expected.json").read_text())


@cache
def seen() -> Assessment:
    tracker = to_tracker(template_state("demo").documents, {}, demo=True)
    return assess(tracker, date.fromisoformat(EXPECTED["as_of"]))


def shown(figures: Figures | None) -> dict[str, int | None]:
    assert figures is not None
    return {
        "progress": displayed(figures.declared),
        "evidenced": displayed(figures.evidenced),
        "expected": None if figures.expected is None else displayed(figures.expected),
        "variance": figures.points,
    }


def same(found: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Everything that is wanted is found, and nothing that is wanted was forgotten here."""
    assert {name: found[name] for name in wanted} == wanted


@pytest.mark.parametrize("code", EXPECTED["activities"])
def test_activity(code: str) -> None:
    state = seen().activities[code]
    wanted = EXPECTED["activities"][code]
    late = -state.days_left if state.overdue and state.days_left is not None else 0
    same({"counted": state.counted, "overdue_days": late, **shown(state.figures)}, wanted)


@pytest.mark.parametrize("code", EXPECTED["steps"])
def test_step(code: str) -> None:
    state = seen().steps[code]
    exact = {
        "progress_exact": f"{state.figures.declared.numerator}/{state.figures.declared.denominator}",
        "evidenced_exact": f"{state.figures.evidenced.numerator}/{state.figures.evidenced.denominator}",
    }
    judged = {"health": state.health, "reasons": [*state.reasons], "days_since_update": state.stale_days}
    same(shown(state.figures) | exact | judged, EXPECTED["steps"][code])


@pytest.mark.parametrize("code", EXPECTED["aspects"])
def test_aspect(code: str) -> None:
    state = seen().aspects[code]
    same(shown(state.figures) | {"health": state.health, "steps": sorted(state.steps)}, EXPECTED["aspects"][code])


def test_initiative() -> None:
    found = seen()
    assert found.figures is not None
    exact = f"{found.figures.evidenced.numerator}/{found.figures.evidenced.denominator}"
    judged = {"health": found.health, "red_weight_share": float(found.red_share), "evidenced_exact": exact}
    same(shown(found.figures) | judged, EXPECTED["initiative"])


def test_what_a_cancellation_does() -> None:
    found = {
        code: {"with_cancelled_removed": displayed(state.figures.declared), "if_kept": displayed(state.if_kept)}
        for code, state in seen().steps.items()
        if state.if_kept is not None
    }
    assert found == EXPECTED["cancellation_effect"]
    assert seen().steps["S5"].if_kept == Fraction(580, 9)


def test_safeguards_and_flags() -> None:
    activities = seen().activities
    assert [code for code, state in activities.items() if state.unassessed] == EXPECTED["safeguard_warnings"]
    flags = {
        "completed_unverified": [code for code, state in activities.items() if state.unverified],
        "delivered_not_documented": [code for code, state in activities.items() if state.undocumented],
        "overdue_activities": [code for code, state in activities.items() if state.overdue],
    }
    same(EXPECTED["flags"], flags)
