"""What `check` finds in the follow-up: each finding where it belongs and nowhere else (rule 16.1)."""

from datetime import timedelta
from typing import Any

import pytest

from tests.demo import DAY as DEMO_DAY
from tests.demo import DEMO, EXPECTED
from tests.model.build import DAY, OWNER, commitment, obstacle, paper, tracker
from tracker.model.checks.finding import Finding
from tracker.model.checks.follow_up import follow_up_findings
from tracker.model.records.decisions import Decision
from tracker.model.records.lessons import Lesson, LessonStatus
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Delegation, Meeting, MeetingKind, MeetingStatus, Precision
from tracker.model.records.office import Office
from tracker.model.records.parties import Side
from tracker.model.records.series import Series
from tracker.model.records.status import Status

LATER, EARLIER = DAY + timedelta(60), DAY - timedelta(30)
SERIES = Series(id="T1", name=Localized("سلسلة"), interval_months=3)


def scheduled(day: str, **fields: Any) -> Meeting:
    values = {"kind": MeetingKind.MEETING, "title": Localized("لقاء"), "status": MeetingStatus.SCHEDULED}
    return Meeting(id="M1", date=day, date_precision=Precision.DAY, **{**values, **fields})


def lesson(**fields: Any) -> Lesson:
    values = {"text": Localized("درس"), "source_side": Side.LY, "recommendation": Localized("توصية")}
    return Lesson(id="L1", **{**values, **fields})


def found(*records: Any) -> list[Finding]:
    return list(follow_up_findings(tracker(*records), DAY))


@pytest.mark.parametrize(
    ("records", "finding"),
    [
        ([scheduled("2026-03-30")], Finding("meeting_passed", "M1", 1)),
        ([scheduled("2026-04-03")], Finding("meeting_outside", "M1")),
        (
            [SERIES, scheduled("2025-09-30", series="T1", status=MeetingStatus.HELD, minutes="E1")],
            Finding("series_overdue", "T1", 91),
        ),
        ([Decision(id="D1", meeting="M1", text=Localized("قرار"))], Finding("decision_without_commitment", "D1")),
        ([commitment(owner=OWNER, due=EARLIER)], Finding("commitment_overdue", "C1", 30)),
        ([commitment(due=LATER)], Finding("commitment_no_owner", "C1")),
        ([commitment(owner=OWNER)], Finding("commitment_no_due", "C1")),
        (
            [commitment(status=Status.COMPLETED), paper("E4", percent=100, of="C1")],
            Finding("commitment_unverified", "C1", 0, "E4"),
        ),
        ([obstacle(owner=OWNER, target_resolution=EARLIER)], Finding("obstacle_overdue", "O1", 30)),
        ([obstacle()], Finding("obstacle_no_owner", "O1")),
        ([lesson(recommendation=None)], Finding("lesson_remark", "L1")),
        ([lesson(status=LessonStatus.ACCEPTED)], Finding("lesson_not_applied", "L1")),
    ],
)
def test_each_finding(records: list[Any], finding: Finding) -> None:
    assert found(*records) == [finding]


@pytest.mark.parametrize(
    "records",
    [
        [scheduled(DAY.isoformat())],
        [scheduled("2026-04-03", participants=(Delegation(Office("LY"), 3),))],
        [scheduled("2026-04-03", status=MeetingStatus.CANCELLED)],
        [commitment(owner=OWNER, due=DAY)],
        [commitment(status=Status.CANCELLED, due=EARLIER)],
        [lesson(status=LessonStatus.REJECTED, recommendation=None)],
        [lesson(status=LessonStatus.APPLIED, applied_in="S1")],
    ],
)
def test_what_is_no_finding(records: list[Any]) -> None:
    assert found(*records) == []


def test_the_fictional_programme() -> None:
    by_code: dict[str, list[str | None]] = {}
    for finding in follow_up_findings(DEMO, DEMO_DAY):
        by_code.setdefault(finding.code, []).append(finding.record)
    assert by_code == {
        "commitment_overdue": EXPECTED["commitments"]["overdue"],
        "commitment_no_owner": EXPECTED["commitments"]["no_owner"],
        "commitment_unverified": EXPECTED["flags"]["completed_unverified_commitments"],
        "obstacle_overdue": EXPECTED["obstacles"]["past_target"],
        "lesson_not_applied": ["L3", "L4"],
    }
