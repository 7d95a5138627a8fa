"""Findings of `check` in the follow-up: decided and not carried out, late, learned and not applied (rule 16.1)."""

from collections.abc import Iterator
from datetime import date

from tracker.model.checks.finding import Finding
from tracker.model.records.lessons import LessonStatus
from tracker.model.records.meetings import MeetingStatus, Precision
from tracker.model.state.commitments import commitment_states, without_commitment
from tracker.model.state.series import series_states
from tracker.model.state.working_days import both_sides_meet, works_for_both
from tracker.model.tracker import Tracker

CODES = (
    "meeting_passed",
    "minutes_missing",
    "meeting_outside",
    "series_overdue",
    "decision_without_commitment",
    "commitment_overdue",
    "commitment_no_owner",
    "commitment_no_due",
    "commitment_unverified",
    "obstacle_overdue",
    "obstacle_no_owner",
    "lesson_remark",
    "lesson_not_applied",
)


def follow_up_findings(tracker: Tracker, day: date) -> Iterator[Finding]:
    """Findings in meetings, decisions, commitments, obstacles and lessons at the end of `day`; numbers are days."""
    yield from _meetings(tracker, day)
    for decision in without_commitment(tracker):
        yield Finding("decision_without_commitment", decision.id)
    yield from _commitments(tracker, day)
    yield from _obstacles(tracker, day)
    for lesson in tracker.lessons.values():
        if lesson.recommendation is None and lesson.status is not LessonStatus.REJECTED:
            yield Finding("lesson_remark", lesson.id)
        if lesson.status is LessonStatus.ACCEPTED:
            yield Finding("lesson_not_applied", lesson.id)


def _meetings(tracker: Tracker, day: date) -> Iterator[Finding]:
    for meeting in tracker.meetings.values():
        last = meeting.last_day
        if meeting.minutes_missing(day, tracker.thresholds.minutes_days):
            yield Finding("minutes_missing", meeting.id)
        if meeting.status is not MeetingStatus.SCHEDULED or last is None:
            continue
        if last < day:
            yield Finding("meeting_passed", meeting.id, (day - last).days)
        elif meeting.date_precision is Precision.DAY and not works_for_both(last) and both_sides_meet(tracker, meeting):
            yield Finding("meeting_outside", meeting.id)
    for code, state in series_states(tracker, day).items():
        if state.overdue_days and state.scheduled is None:
            yield Finding("series_overdue", code, state.overdue_days)


def _commitments(tracker: Tracker, day: date) -> Iterator[Finding]:
    for state in commitment_states(tracker, day):
        code = state.commitment.id
        if state.overdue_days:
            yield Finding("commitment_overdue", code, state.overdue_days)
        if state.open and state.commitment.owner is None:
            yield Finding("commitment_no_owner", code)
        if state.open and state.commitment.due is None:
            yield Finding("commitment_no_due", code)
        if state.unverified:
            yield Finding("commitment_unverified", code, detail=next((e.id for e in tracker.evidence_of(code)), ""))


def _obstacles(tracker: Tracker, day: date) -> Iterator[Finding]:
    for obstacle in tracker.obstacles.values():
        if obstacle.overdue_days(day):
            yield Finding("obstacle_overdue", obstacle.id, obstacle.overdue_days(day))
        if obstacle.active and obstacle.owner is None:
            yield Finding("obstacle_no_owner", obstacle.id)
