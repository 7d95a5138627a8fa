"""The tests of the follow-up for what is due, late or old, for the filters of `list`."""

from datetime import date
from typing import Any

from tracker.model.records.commitments import Commitment
from tracker.model.records.decisions import Decision
from tracker.model.records.indicators import Indicator
from tracker.model.records.lessons import Lesson, LessonStatus
from tracker.model.records.meetings import Meeting, MeetingStatus
from tracker.model.records.obstacles import Obstacle
from tracker.model.records.reviews import Recommendation, Review, ReviewStatus
from tracker.model.records.series import Series
from tracker.model.records.status import OPEN
from tracker.model.state.commitments import commitment_state
from tracker.model.state.indicators import indicator_state
from tracker.model.state.series import series_state
from tracker.model.tracker import Tracker


def is_pending(record: Any) -> bool:
    """Whether something is still to be done about it."""
    match record:
        case Commitment():
            return record.status in OPEN
        case Obstacle():
            return record.active
        case Lesson():
            return record.status in (LessonStatus.RECORDED, LessonStatus.ACCEPTED)
        case Review():
            return record.status is ReviewStatus.DRAFT
        case Recommendation():
            return record.response is None
        case Meeting():
            return record.status in (MeetingStatus.SCHEDULED, MeetingStatus.POSTPONED)
    return False


def due_of(tracker: Tracker, record: Any, day: date) -> date | None:
    """The day by which it is to be done, be that past or to come; None for what is done or has no day."""
    match record:
        case Series():
            return series_state(tracker, record, day).next_due
        case Indicator():
            return indicator_state(tracker, record, day).next_due
        case Commitment() if is_pending(record):
            return record.due
        case Obstacle() if record.active:
            return record.target_resolution
        case Meeting() if record.status is MeetingStatus.SCHEDULED:
            return record.last_day
    return None


def is_late(tracker: Tracker, record: Any, day: date) -> bool:
    """Whether that day has passed."""
    due = due_of(tracker, record, day)
    return due is not None and due < day


def days_untouched(record: Any, day: date) -> int | None:
    """Count the days since an open commitment or an active obstacle was last updated; None for anything else."""
    if not isinstance(record, Commitment | Obstacle) or not is_pending(record) or record.updated_on is None:
        return None
    return (day - record.updated_on).days


def is_unmeasured(tracker: Tracker, record: Any, day: date) -> bool:
    """An indicator whose next measurement is due for longer than is granted."""
    return isinstance(record, Indicator) and indicator_state(tracker, record, day).stale


def is_not_met(tracker: Tracker, record: Any, day: date) -> bool:
    """An indicator that has not reached its latest due target."""
    return isinstance(record, Indicator) and indicator_state(tracker, record, day).met is False


def is_unverified(tracker: Tracker, record: Any, day: date) -> bool:
    """A completed commitment whose evidence no other office has verified."""
    return isinstance(record, Commitment) and commitment_state(tracker, record, day).unverified


def steps_of(tracker: Tracker, record: Any) -> tuple[str, ...]:
    """The steps that a commitment or a decision concerns; a decision those of its meeting."""
    match record:
        case Commitment():
            return (record.step,) if record.step else ()
        case Decision():
            return tracker.meetings[record.meeting].steps
    return ()
