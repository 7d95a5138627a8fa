"""Data quality: each finding where it belongs and nowhere else (rule 16.1)."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.model.build import DAY, OWNER, PLANNED, obstacle, paper, running, step, tracker
from tracker.errors import ProgressRefused
from tracker.frozen import replace
from tracker.model.checks.finding import Finding
from tracker.model.checks.findings import CODES, REMARKS, findings
from tracker.model.records.initiatives import LegalInstrument
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Meeting, MeetingKind, MeetingStatus, Precision
from tracker.model.records.obstacles import ObstacleStatus
from tracker.model.records.status import Status

WHOLE, HALF = {"weight": 100, **PLANNED}, {"weight": 50, **PLANNED}
MOU = LegalInstrument(type="mou", signed=True)


def held(day: str | None, precision: Precision = Precision.DAY, **fields: Any) -> Meeting:
    values = {"status": MeetingStatus.HELD, "kind": MeetingKind.MEETING, "title": Localized("لقاء")}
    return Meeting(id="M1", date=day, date_precision=precision, **{**values, **fields})


def found(*records: Any) -> list[Finding]:
    return [finding for finding in findings(tracker(*records), DAY) if finding.code not in REMARKS]


def test_a_whole_tracker_has_none() -> None:
    assert found(step(**WHOLE)) == []


@pytest.mark.parametrize(
    ("records", "finding"),
    [
        ([step(declared=10, **WHOLE)], Finding("broken_rule", "S1", 0, "progress_refused")),
        ([step(weight=60, **PLANNED)], Finding("weights", None, 60)),
        ([step(weight=100, planned_end=DAY)], Finding("no_dates", "S1")),
        ([step(owner=None, **WHOLE)], Finding("no_owner", "S1")),
        ([step(**HALF), step("S2", links=(), **HALF)], Finding("no_aspect", "S2", detail="A1")),
        (
            [running(declared=30, updated_on=DAY - timedelta(40), **WHOLE), paper(percent=30)],
            Finding("stale", "S1", 40),
        ),
        ([running(declared=30, **WHOLE), paper(percent=20)], Finding("unevidenced", "S1")),
        ([step(status=Status.COMPLETED, declared=100, **WHOLE), paper(percent=100)], Finding("unverified", "S1")),
        ([step(**WHOLE), obstacle()], Finding("obstacle_no_owner", "O1")),
        ([step(**WHOLE), held("2026-03-20")], Finding("minutes_missing", "M1")),
        ([step(**WHOLE), held("2024", Precision.YEAR)], Finding("minutes_missing", "M1")),
        ([step(**WHOLE), held(None, Precision.UNKNOWN)], Finding("minutes_missing", "M1")),
        ([step(**WHOLE), paper()], Finding("supports_nothing", "E1")),
        (
            [step(**WHOLE), replace(tracker().initiative, legal_instrument=MOU)],
            Finding("mou_unknown", "initiative"),
        ),
    ],
)
def test_each_finding(records: list[Any], finding: Finding) -> None:
    assert [replace(each, rule=None) for each in found(*records)] == [finding]


def test_a_broken_rule_is_found_with_what_breaks_it() -> None:
    (only,) = found(step(declared=10, **WHOLE))
    assert isinstance(only.rule, ProgressRefused)
    assert only.rule.record == "S1"


@pytest.mark.parametrize(
    "records",
    [
        [held("2026-03-21")],  # minutes are due ten days after
        [held("2026-03-01", minutes="E1"), paper(percent=0)],
        [held("2026-04-01", status=MeetingStatus.SCHEDULED)],
        [obstacle(owner=OWNER)],
        [obstacle(status=ObstacleStatus.RESOLVED)],
        [replace(tracker().initiative, legal_instrument=replace(MOU, number="7", date=date(2024, 1, 1)))],
    ],
)
def test_what_is_no_finding(records: list[Any]) -> None:
    assert found(step(**WHOLE), *records) == []


def test_a_blocked_step_whose_obstacles_are_all_closed() -> None:
    made = running(status=Status.BLOCKED, **WHOLE)
    assert found(made, obstacle(status=ObstacleStatus.RESOLVED)) == [Finding("unblocked", "S1")]


def test_the_gravest_kind_comes_first() -> None:
    many = found(step(owner=None), paper(), step("S2", status=Status.BLOCKED))
    order = [CODES.index(finding.code) for finding in many]
    assert order == sorted(order)
    assert len(set(order)) > 3


@pytest.mark.parametrize(
    ("day", "precision", "well"),
    [
        ("2026-03-31", Precision.DAY, True),
        ("2026-03", Precision.MONTH, True),
        ("2024", Precision.YEAR, True),
        (None, Precision.UNKNOWN, True),
        ("2026-02-30", Precision.DAY, False),
        ("2026-03", Precision.DAY, False),
        ("2026-03-31", Precision.YEAR, False),
        ("2026-13", Precision.MONTH, False),
        ("abcd", Precision.YEAR, False),
        (None, Precision.DAY, False),
        ("2024", Precision.UNKNOWN, False),
    ],
)
def test_a_date_says_as_much_as_is_known(day: str | None, precision: Precision, well: bool) -> None:
    assert held(day, precision).well_dated is well
