"""Rules of meetings, commitments, obstacles and lessons that hold whatever command was given (rule 15.4)."""

from collections.abc import Iterator

from tracker import errors
from tracker.model.records.commitments import Commitment
from tracker.model.records.lessons import Lesson, LessonStatus
from tracker.model.records.meetings import Meeting, MeetingStatus
from tracker.model.records.obstacles import Obstacle, ObstacleStatus
from tracker.model.records.status import Status
from tracker.model.rules.dates import reversed_dates
from tracker.model.rules.judged import to_judge
from tracker.model.state.tally import fully_evidenced
from tracker.model.tracker import Tracker


def broken_in_follow_up(tracker: Tracker, since: Tracker | None = None) -> Iterator[errors.RuleBroken]:
    """Every rule of the follow-up that the tracker breaks; with `since`, at least those it did not as that tracker."""
    for meeting in to_judge(tracker, since, "meetings"):
        yield from _meeting(meeting)
    for commitment in to_judge(tracker, since, "commitments", ("evidence",)):
        yield from _commitment(tracker, commitment)
    for obstacle in to_judge(tracker, since, "obstacles"):
        yield from _obstacle(obstacle)
    for lesson in to_judge(tracker, since, "lessons"):
        yield from _lesson(lesson)


def _meeting(meeting: Meeting) -> Iterator[errors.RuleBroken]:
    if meeting.status in (MeetingStatus.POSTPONED, MeetingStatus.CANCELLED) and not meeting.status_reason:
        yield errors.NeedsReason(meeting.id, meeting.status.value)
    signed = meeting.minutes_signed_on
    if signed and meeting.minutes is None:
        yield errors.NeedsMinutes(meeting.id)
    if signed and meeting.date and signed.isoformat()[: len(meeting.date)] < meeting.date:
        yield errors.SignedTooEarly(meeting.id, meeting.date, signed.isoformat())


def _commitment(tracker: Tracker, commitment: Commitment) -> Iterator[errors.RuleBroken]:
    if commitment.status is Status.COMPLETED and not fully_evidenced(tracker, commitment):
        yield errors.NeedsEvidence(commitment.id)
    if commitment.status in (Status.SUSPENDED, Status.CANCELLED) and not commitment.status_reason:
        yield errors.NeedsReason(commitment.id, commitment.status.value)
    if commitment.reschedules and not commitment.reschedule_reason:
        yield errors.NeedsReason(commitment.id, "rescheduled")
    yield from reversed_dates(commitment.id, (commitment.started_on, commitment.completed_on))


def _obstacle(obstacle: Obstacle) -> Iterator[errors.RuleBroken]:
    if obstacle.status is ObstacleStatus.UNDER_TREATMENT and obstacle.owner is None:
        yield errors.NeedsOwner(obstacle.id)
    if obstacle.status is ObstacleStatus.UNDER_TREATMENT and not obstacle.response:
        yield errors.NeedsResponse(obstacle.id)
    if obstacle.status is ObstacleStatus.ACCEPTED and not obstacle.decision:
        yield errors.NeedsDecision(obstacle.id)
    yield from reversed_dates(obstacle.id, (obstacle.raised_on, obstacle.resolved_on))


def _lesson(lesson: Lesson) -> Iterator[errors.RuleBroken]:
    if lesson.status is LessonStatus.APPLIED and lesson.applied_in is None:
        yield errors.NeedsTarget(lesson.id)
    if lesson.status is LessonStatus.REJECTED and not lesson.status_reason:
        yield errors.NeedsReason(lesson.id, "lesson_rejected")
