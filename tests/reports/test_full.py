"""`report full`: the complete picture, with thresholds, revision and freshness at its foot."""

import json
from datetime import timedelta
from typing import Any

from tests.model.build import DAY, PLANNED, obstacle, running, step, tracker
from tests.reports.told import rows, sentences
from tracker.model.status import Status
from tracker.model.thresholds import Thresholds
from tracker.reports.full import full_report
from tracker.store.open import template_state
from tracker.store.records import to_tracker
from tracker.views import machine


def foot(*records: Any, standing: tuple[int, str] = (0, "")) -> list[str]:
    return sentences(full_report(tracker(*records), DAY, standing).footer)


def test_everything_is_in_it() -> None:
    state = template_state()
    report = full_report(to_tracker(state.documents, {}, False), DAY, (0, ""))
    keys = ["initiative", "attention", "steps", "expectations", "aspects", "meetings", "evidence", "parties"]
    assert [block.key for block in report.blocks] == keys
    assert [len(rows(report, key)) for key in ("steps", "aspects", "meetings", "evidence", "parties")] == [
        5,
        3,
        2,
        1,
        2,
    ]


def test_obstacles_where_there_are_any() -> None:
    report = full_report(tracker(step(), obstacle()), DAY, (0, ""))
    assert [row[0] for row in rows(report, "obstacles")] == ["O1"]


def test_actual_beside_expected() -> None:
    off = step("S2", status=Status.CANCELLED, status_reason="سبب", decision="قرار")
    table = rows(full_report(tracker(running(declared=40, **PLANNED), off), DAY, (0, "")), "expectations")
    assert table[0][2:6] == ["20%", "declared 40% · evidenced 0%", "25%", "+15"]
    assert table[1][2] == "–"


def test_the_thresholds_in_force_are_printed() -> None:
    said = foot(step(), Thresholds(stale_days=7, amber_variance_points=-5))[0]
    assert "variance −5/−25 points; overdue 30, stale 7/90 days" in said


def test_the_revision_it_shows() -> None:
    assert foot(step())[1] == "No changes yet: this is the text of the source."
    assert foot(step(), standing=(7, "ab" * 32))[1] == f"Revision 7 · {'ab' * 8}"


def test_freshness() -> None:
    assert foot(step())[2] == "No step has been updated yet."
    old = running("S1", updated_on=DAY - timedelta(31))
    new = running("S2", updated_on=DAY - timedelta(30))
    assert foot(old, new, step("S3"))[2] == "Oldest update 28 February 2026; 33% of steps updated in 30 days."
    fresh = [running(f"S{n}") for n in range(1, 200)]
    assert "99% of steps" in foot(*fresh, old)[2]


def test_its_json_is_the_report_itself() -> None:
    envelope = json.loads(machine.render(full_report(tracker(running(declared=40, **PLANNED)), DAY, (0, ""))))
    assert set(envelope) == {"schema_version", "kind", "as_of", "title", "totals", "data", "footer"}
    steps = next(block for block in envelope["data"] if block["key"] == "steps")
    assert steps["rows"][0]["title"] == {"ar": "خطوة S1", "tr": None, "en": None, "verbatim": True}
    assert steps["rows"][0]["status"] == "in_progress"
