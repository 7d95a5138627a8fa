"""The keys of `--json`: they only get added, never renamed."""

import json
from datetime import date
from typing import Any

import pytest

from tests.model.build import DAY, aspect, obstacle, paper, running, step, tracker
from tracker.model.records.localized import Localized
from tracker.model.records.status import Status
from tracker.model.records.steps import Link, Strength
from tracker.model.state.health import Health
from tracker.model.tracker import Tracker
from tracker.reports.lists.listing import KINDS, list_report
from tracker.reports.lists.selection import Selection
from tracker.store.records import to_tracker
from tracker.store.template import template_state
from tracker.views import machine

STEP = {
    "uid", "former",
    "id", "title", "verbatim", "status", "progress", "evidenced", "expected", "variance", "health", "reasons", "weight",
    "owner", "support", "planned_start", "planned_end",
    "aspects", "updated_on", "rev", "created_on", "order", "forecast_end",
    "forecast_reason", "actual_start", "actual_end", "status_reason", "decision", "reopened", "concern",
    "concern_reason", "themes", "links", "evidence", "obstacles", "days_left", "stale_days", "unverified",
    "activities", "cancellation_effect", "dated_weight", "left_out",
}  # fmt: skip
ASPECT = {
    "uid", "former",
    "id", "title", "name", "details", "verbatim", "order", "status", "progress", "evidenced", "expected", "variance",
    "health", "steps", "lessons", "series", "meetings", "created_on", "updated_on", "rev", "dated_weight",
}  # fmt: skip
INITIATIVE = {
    "uid", "former",
    "id", "title", "objective", "policy_context", "expected_impact", "legal_instrument", "parties", "owner",
    "planned_start", "planned_end", "status", "progress", "evidenced", "expected", "variance", "health",
    "red_weight_share", "created_on", "updated_on", "rev", "dated_weight", "briefs",
}  # fmt: skip


def fresh() -> Tracker:
    state = template_state()
    return to_tracker(state.documents, state.standing.counters, state.standing.demo)


def rendered(whole: Tracker, kind: str = "steps", **wanted: Any) -> Any:
    return json.loads(machine.render(list_report(whole, kind, DAY, Selection(**wanted))))


def test_list_has_steps_aspects_and_the_initiative() -> None:
    envelope = rendered(fresh())
    assert list(envelope) == ["schema_version", "kind", "as_of", "data", "aspects", "initiative"]
    assert (envelope["schema_version"], envelope["kind"], envelope["as_of"]) == (1, "steps", "2026-03-31")
    assert [set(row) for row in envelope["data"]] == [STEP] * 5
    assert [set(row) for row in envelope["aspects"]] == [ASPECT] * 3
    assert set(envelope["initiative"]) == INITIATIVE


def test_title_ar_is_the_verbatim_text() -> None:
    envelope = rendered(fresh())
    first, aspect_ = envelope["data"][0], envelope["aspects"][0]
    assert set(first["title"]) == {"ar", "tr", "en"}
    assert first["title"]["ar"] == "تبادل المعلومات الاستخباراتية حول طرق الهجرة غير الشرعية."
    assert first["verbatim"] is aspect_["verbatim"] is True
    assert aspect_["title"] == aspect_["name"]
    assert aspect_["title"]["ar"] == "الخبرة المشتركة"


def test_the_values_of_a_step() -> None:
    """S1 of the fictional programme as machines read it, with a percentage of its own."""
    made = running(
        declared=85,
        weight=15,
        title=Localized("تبادل", "Değişim", "Exchange"),
        planned_start=date(2024, 10, 1),
        planned_end=date(2026, 3, 31),
        updated_on=date(2026, 1, 15),
        rev=12,
        links=(Link("A1", Strength.PRIMARY), Link("A2", Strength.SECONDARY)),
    )
    (row,) = rendered(tracker(made, aspect("A2"), paper(percent=75), obstacle()))["data"]
    shown = {
        "id": "S1",
        "title": {"ar": "تبادل", "tr": "Değişim", "en": "Exchange"},
        "status": "in_progress",
        "progress": 85,
        "evidenced": 75,
        "expected": 100,
        "variance": -15,
        "health": "amber",
        "reasons": ["VARIANCE_AMBER", "STALE"],
        "weight": 15,
        "owner": {"party": "LY", "role": "liaison"},
        "planned_start": "2024-10-01",
        "planned_end": "2026-03-31",
        "aspects": ["A1", "A2"],
        "updated_on": "2026-01-15",
        "rev": 12,
        "evidence": ["E1"],
        "obstacles": ["O1"],
        "days_left": 0,
        "stale_days": 75,
        "unverified": False,
    }
    assert {key: row[key] for key in shown} == shown


def test_nothing_known_is_null_and_not_zero() -> None:
    envelope = rendered(tracker(step(owner=None, status=Status.CANCELLED)))
    (row,) = envelope["data"]
    assert (row["owner"], row["expected"], row["variance"], row["days_left"]) == (None, None, None, None)
    assert (row["progress"], row["evidenced"]) == (0, 0)
    assert (envelope["initiative"]["progress"], envelope["aspects"][0]["progress"]) == (None, None)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("steps", "all")])
def test_a_kind_has_an_envelope_of_its_own(kind: str) -> None:
    envelope = rendered(fresh(), kind)
    assert list(envelope) == ["schema_version", "kind", "as_of", "data"]
    assert envelope["kind"] == kind
    assert [row["id"] for row in envelope["data"]] == list(fresh().tables[kind])


def test_all_kinds_stand_under_data() -> None:
    envelope = rendered(fresh(), "all")
    assert set(envelope["data"]) == {"initiative", *KINDS} - {"all"}
    assert [row["id"] for row in envelope["data"]["evidence"]] == ["E1"]
    assert envelope["data"]["evidence"][0]["supports"] == [{"record": "initiative", "progress": None}]
    assert envelope["data"]["meetings"][0]["date"] == "2024"


def test_filters_choose_and_totals_stay() -> None:
    envelope = rendered(fresh(), step="S2", limit=1)
    assert [row["id"] for row in envelope["data"]] == ["S2"]
    assert [row["id"] for row in envelope["aspects"]] == ["A2"]
    assert envelope["initiative"]["health"] == Health.GREY


def test_fictional_data_says_so() -> None:
    state = template_state()
    assert rendered(to_tracker(state.documents, {}, True))["demo"] is True
