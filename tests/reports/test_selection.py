"""Each filter of `list`, on every kind that has what it asks for."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from tests.model.build import DAY, OWNER, PLANNED, aspect, obstacle, paper, running, step, tracker
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Meeting, MeetingKind, MeetingStatus, Precision
from tracker.model.records.obstacles import ObstacleStatus
from tracker.model.records.office import Office
from tracker.model.records.parties import Side
from tracker.model.records.status import Status
from tracker.model.records.steps import Link, Strength
from tracker.model.state.assessment import assess
from tracker.reports.kinds.kind import Seen
from tracker.reports.lists.selection import Selection, select

SECOND = {"links": (Link("A2", Strength.PRIMARY), Link("A1", Strength.SECONDARY))}
LATE = {"planned_start": date(2026, 1, 1), "planned_end": DAY - timedelta(1)}


def meeting(code: str, status: MeetingStatus, **fields: Any) -> Meeting:
    values = {"kind": MeetingKind.MEETING, "title": Localized("لقاء"), "date_precision": Precision.UNKNOWN}
    return Meeting(id=code, status=status, **{**values, **fields})


WHOLE = tracker(
    aspect("A2"),
    aspect("A3"),
    running("S1", declared=40, updated_on=DAY - timedelta(40), **LATE),
    running("S2", declared=10, owner=Office("TR", "coord"), support=OWNER, **SECOND),
    step("S3", owner=None, **PLANNED, links=(Link("A3", Strength.PRIMARY),)),
    step("S4", status=Status.COMPLETED, declared=100, updated_on=DAY, planned_end=DAY, **SECOND),
    paper("E1", percent=40, of="S1"),
    paper("E2", percent=100, of="S4"),
    paper("E3", verified_on=DAY, verified_by=Office("TR"), created_on=DAY, updated_on=DAY),
    obstacle("O1", "S1", owner=OWNER, target_resolution=DAY),
    obstacle("O2", "S2", status=ObstacleStatus.RESOLVED, target_resolution=DAY),
    meeting("M1", MeetingStatus.HELD),
    meeting("M2", MeetingStatus.HELD, minutes="E1"),
    meeting("M3", MeetingStatus.SCHEDULED, steps=("S3",)),
)


def chosen(table: str, **wanted: Any) -> list[str]:
    return select(Seen(WHOLE, assess(WHOLE, DAY)), table, Selection(**wanted))


def has(word: str) -> Callable[[str], bool]:
    return lambda text: word in text


@pytest.mark.parametrize(
    ("table", "wanted", "codes"),
    [
        ("steps", {}, ["S1", "S2", "S3", "S4"]),
        ("steps", {"status": ("in_progress",)}, ["S1", "S2"]),
        ("steps", {"status": ("not_started", "completed")}, ["S3", "S4"]),
        ("meetings", {"status": ("held",)}, ["M1", "M2"]),
        ("obstacles", {"status": ("resolved",)}, ["O2"]),
        ("aspects", {"status": ("not_started",)}, ["A3"]),
        ("aspects", {"status": ("in_progress",)}, ["A1", "A2"]),
        ("steps", {"aspect": "A1"}, ["S1", "S2", "S4"]),
        ("aspects", {"aspect": "A1"}, ["A1"]),
        ("steps", {"step": "S2"}, ["S2"]),
        ("aspects", {"step": "S2"}, ["A1", "A2"]),
        ("evidence", {"step": "S1"}, ["E1"]),
        ("obstacles", {"step": "S1"}, ["O1"]),
        ("meetings", {"step": "S3"}, ["M3"]),
        ("steps", {"side": Side.LY}, ["S1", "S4"]),
        ("steps", {"side": Side.TR}, ["S2"]),
        ("parties", {"side": Side.TR}, ["TR"]),
        ("obstacles", {"side": Side.LY}, ["O1"]),
        ("steps", {"owner": has("LY/liaison")}, ["S1", "S4"]),
        ("steps", {"owner": has("تركيا")}, ["S2"]),
        ("steps", {"owner": has("irtibat")}, ["S1", "S4"]),
        ("obstacles", {"owner": has("LY")}, ["O1"]),
        ("aspects", {"owner": has("TR")}, ["A1", "A2"]),
        ("steps", {"support": has("LY/liaison")}, ["S2"]),
        ("steps", {"support": has("irtibat")}, ["S2"]),
        ("steps", {"support": has("TR")}, []),
        ("aspects", {"support": has("ليبيا")}, ["A1", "A2"]),
        ("steps", {"open": True}, ["S1", "S2", "S3"]),
        ("obstacles", {"open": True}, ["O1"]),
        ("meetings", {"open": True}, ["M3"]),
        ("aspects", {"open": True}, ["A1", "A2", "A3"]),
        ("steps", {"overdue": True}, ["S1"]),
        ("aspects", {"overdue": True}, ["A1"]),
        ("steps", {"stale": True}, ["S1"]),
        ("steps", {"stale_days": 39}, ["S1"]),
        ("steps", {"stale_days": 40}, []),
        ("steps", {"stale_days": 0}, ["S1"]),
        ("steps", {"due_before": DAY}, ["S1"]),
        ("steps", {"due_before": date(2027, 1, 1)}, ["S1", "S3"]),
        ("obstacles", {"due_before": DAY + timedelta(1)}, ["O1"]),
        ("steps", {"no_evidence": True}, ["S2", "S3"]),
        ("aspects", {"no_evidence": True}, ["A1", "A2", "A3"]),
        ("meetings", {"no_evidence": True}, ["M1", "M2", "M3"]),
        ("parties", {"no_evidence": True}, []),
        ("evidence", {"no_evidence": True}, []),
        ("steps", {"unverified": True}, ["S4"]),
        ("evidence", {"unverified": True}, ["E1", "E2"]),
        ("meetings", {"missing_minutes": True}, ["M1"]),
        ("steps", {"missing_minutes": True}, []),
        ("steps", {"changed_since": DAY}, ["S2", "S4"]),
        ("evidence", {"changed_since": DAY}, ["E3"]),
        ("evidence", {"changed_since": DAY + timedelta(1)}, []),
        ("steps", {"search": has("خطوة S3")}, ["S3"]),
        ("evidence", {"search": has("محضر E2")}, ["E2"]),
        ("meetings", {"search": has("لقاء")}, ["M1", "M2", "M3"]),
        ("steps", {"limit": 2}, ["S1", "S2"]),
        ("steps", {"limit": 0}, []),
        ("steps", {"open": True, "side": Side.LY, "overdue": True}, ["S1"]),
        ("steps", {"open": True, "unverified": True}, []),
    ],
)
def test_filter(table: str, wanted: dict[str, Any], codes: list[str]) -> None:
    assert chosen(table, **wanted) == codes


def test_whether_everything_is_shown() -> None:
    assert Selection().empty
    assert Selection(sort=("due",)).empty
    assert not Selection(limit=3).empty
    assert not Selection(open=True).empty
