"""`report full`: the complete picture, with thresholds, revision and freshness at its foot."""

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.model.build import DAY, PLANNED, obstacle, running, step, tracker
from tests.reports.told import rows, sentences
from tracker.frozen import replace
from tracker.model.records.status import Status
from tracker.model.records.thresholds import Thresholds
from tracker.reports.documents import DOCUMENTS, document
from tracker.reports.documents.full import report as full_report
from tracker.reports.documents.request import Request, Standing
from tracker.reports.report import Table
from tracker.store.records import to_tracker
from tracker.store.template import template_state
from tracker.views import machine

NOTHING = Standing()


def foot(*records: Any, standing: Standing = NOTHING) -> list[str]:
    return sentences(full_report(Request(tracker=tracker(*records), day=DAY, standing=standing)).footer)


def test_everything_is_in_it() -> None:
    state = template_state()
    report = full_report(Request(tracker=to_tracker(state.documents, {}, False), day=DAY))
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
    report = full_report(Request(tracker=tracker(step(), obstacle()), day=DAY))
    assert [row[0] for row in rows(report, "obstacles")] == ["O1"]


def test_actual_beside_expected() -> None:
    off = step("S2", status=Status.CANCELLED, status_reason="سبب", decision="قرار")
    table = rows(full_report(Request(tracker=tracker(running(declared=40, **PLANNED), off), day=DAY)), "expectations")
    assert table[0][2:6] == ["20%", "declared 40% · evidenced 0%", "25%", "+15"]
    assert table[1][2] == "–"


def test_the_thresholds_in_force_are_printed() -> None:
    said = foot(step(), Thresholds(stale_days=7, amber_variance_points=-5))[0]
    assert (
        "behind by more than 5 points amber, by more than 25 red; overdue by more than 30 days red; "
        "not updated for more than 7 days amber" in said
    )


def test_the_thresholds_of_the_whole_are_printed_too() -> None:
    said = foot(step(), Thresholds(series_red_days=60, red_weight_denominator=4, indicator_green_percent=95))[1]
    assert said.startswith("Red: red steps above 1/4 of the weight, or a meeting series overdue by more than 60 days")
    assert "indicators: green from 95%" in said


def test_the_revision_it_shows() -> None:
    assert foot(step())[2] == "No changes yet: this is the text of the source."
    assert foot(step(), standing=Standing(7, "ab" * 32))[2] == f"Revision 7 · {'ab' * 8}"


def test_paper_names_the_office_and_the_day_in_both_calendars() -> None:
    from tracker.model.records.office import Office

    request = Request(tracker=tracker(step()), day=DAY, printed=True)
    assert sentences(full_report(request).footer)[0] == "As of 31 March 2026 (12 Shawwal 1447 AH)"
    by_office = replace(request, office=Office("LY"))
    assert (
        sentences(full_report(by_office).footer)[0]
        == "Prepared by: ليبيا [in Arabic] · as of 31 March 2026 (12 Shawwal 1447 AH)"
    )


def test_freshness() -> None:
    assert foot(step())[-1] == "No step has been updated yet."
    old = running("S1", updated_on=DAY - timedelta(31))
    new = running("S2", updated_on=DAY - timedelta(30))
    assert foot(old, new, step("S3"))[-1] == "Oldest update 28 February 2026; 33% of steps updated in the last 30 days."
    fresh = [running(f"S{n}") for n in range(1, 200)]
    assert "99% of steps" in foot(*fresh, old)[-1]


def test_its_json_is_the_report_itself() -> None:
    envelope = json.loads(
        machine.render(full_report(Request(tracker=tracker(running(declared=40, **PLANNED)), day=DAY)))
    )
    assert set(envelope) == {"schema_version", "kind", "as_of", "title", "document", "totals", "data", "footer"}
    steps = next(block for block in envelope["data"] if block["key"] == "steps")
    assert steps["rows"][0]["title"] == {"ar": "خطوة S1", "tr": None, "en": None, "verbatim": True}
    assert steps["rows"][0]["status"] == "in_progress"


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("template", ["blank", "article"])
def test_no_heading_stands_over_nothing(kind: str, template: str) -> None:
    state = template_state(template)
    begun = to_tracker(state.documents, state.standing.counters, state.standing.demo)
    if kind == "followup" and not begun.meetings:
        return
    report = document(kind, Request(tracker=begun, day=DAY))
    if report.letter is None:
        bare = [block.key for block in report.blocks if isinstance(block, Table) and not block.rows and not block.empty]
        assert bare == []
