"""Rules of the follow-up that hold whatever command was given (sections 7 to 9)."""

from datetime import timedelta
from typing import Any

import pytest

from tests.demo import DEMO
from tests.model.build import DAY, OWNER, commitment, obstacle, paper, tracker
from tracker import errors
from tracker.model.records.lessons import Lesson, LessonStatus
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Meeting, MeetingKind, MeetingStatus, Precision
from tracker.model.records.obstacles import ObstacleStatus
from tracker.model.records.parties import Side
from tracker.model.records.status import Status
from tracker.model.rules.follow_up import broken_in_follow_up

BEFORE = DAY - timedelta(1)


def meeting(status: MeetingStatus) -> Meeting:
    precision, title = Precision.UNKNOWN, Localized("لقاء")
    return Meeting(id="M1", kind=MeetingKind.MEETING, title=title, status=status, date_precision=precision)


def lesson(**fields: Any) -> Lesson:
    return Lesson(id="L1", text=Localized("درس"), source_side=Side.LY, **fields)


@pytest.mark.parametrize(
    ("record", "broken"),
    [
        (meeting(MeetingStatus.POSTPONED), errors.NeedsReason),
        (meeting(MeetingStatus.CANCELLED), errors.NeedsReason),
        (commitment(status=Status.COMPLETED), errors.NeedsEvidence),
        (commitment(status=Status.CANCELLED), errors.NeedsReason),
        (commitment(reschedules=1), errors.NeedsReason),
        (commitment(started_on=DAY, completed_on=BEFORE), errors.DatesReversed),
        (obstacle(status=ObstacleStatus.UNDER_TREATMENT, response="رد"), errors.NeedsOwner),
        (obstacle(status=ObstacleStatus.UNDER_TREATMENT, owner=OWNER), errors.NeedsResponse),
        (obstacle(status=ObstacleStatus.ACCEPTED), errors.NeedsDecision),
        (obstacle(raised_on=DAY, resolved_on=BEFORE), errors.DatesReversed),
        (lesson(status=LessonStatus.APPLIED), errors.NeedsTarget),
        (lesson(status=LessonStatus.REJECTED), errors.NeedsReason),
    ],
)
def test_each_rule(record: Any, broken: type[errors.RuleBroken]) -> None:
    (found,) = broken_in_follow_up(tracker(record))
    assert type(found) is broken
    assert getattr(found, "record", None) == record.id


def test_what_breaks_none() -> None:
    whole = [
        meeting(MeetingStatus.HELD),
        commitment(status=Status.COMPLETED, started_on=BEFORE, completed_on=DAY),
        paper(percent=100, of="C1"),
        obstacle(status=ObstacleStatus.UNDER_TREATMENT, owner=OWNER, response="رد"),
        lesson(status=LessonStatus.APPLIED, applied_in="O1"),
    ]
    assert list(broken_in_follow_up(tracker(*whole))) == []
    assert list(broken_in_follow_up(DEMO)) == []
