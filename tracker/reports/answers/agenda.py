"""The agenda that a meeting still to come should have: what is late, what is grave, and what falls due before it."""

from collections.abc import Iterator
from datetime import date

from tracker.message import msg
from tracker.model.records.meetings import Meeting, MeetingStatus
from tracker.model.records.obstacles import Severity
from tracker.model.state.assessment import Assessment
from tracker.model.state.commitments import CommitmentState, commitment_states
from tracker.model.tracker import Tracker
from tracker.reports import nouns
from tracker.reports.kinds.obstacles import GRAVE
from tracker.reports.report import Day, Note, Notes, Ref


def draft_agenda(tracker: Tracker, assessment: Assessment, meeting: Meeting) -> Notes | None:
    """Open items for a meeting that is scheduled and not past, gravest first; None for any other meeting.

    A meeting that concerns certain steps has the items of these steps and those that belong to none.
    """
    day = meeting.last_day
    if meeting.status is not MeetingStatus.SCHEDULED or (day is not None and day < assessment.day):
        return None
    items = tuple(_items(tracker, assessment, meeting, day))
    return Notes("draft_agenda", msg("Draft agenda"), items, msg("Nothing is open for it."))


def _items(tracker: Tracker, assessment: Assessment, meeting: Meeting, day: date | None) -> Iterator[Note]:
    states = [s for s in commitment_states(tracker, assessment.day) if s.open and _concerns(meeting, s)]
    late = sorted((s for s in states if s.overdue_days), key=lambda s: -s.overdue_days)
    for state in late:
        text = msg(
            "{code} is {days} overdue: {title}",
            code=Ref(state.commitment.id),
            days=nouns.days_oblique(state.overdue_days),
            title=state.commitment.title,
        )
        yield Note(text, None, state.commitment.id)
    for obstacle in sorted(tracker.obstacles.values(), key=lambda o: -list(Severity).index(o.severity)):
        if obstacle.active and obstacle.severity in GRAVE and _shared(meeting, obstacle.steps):
            yield Note(msg("Obstacle {code}: {title}", code=Ref(obstacle.id), title=obstacle.title), None, obstacle.id)
    soon = [s for s in states if day and s.commitment.due and assessment.day <= s.commitment.due <= day]
    for state in sorted(soon, key=lambda s: s.days_left or 0):
        text = msg(
            "{code} falls due on {day}: {title}",
            code=Ref(state.commitment.id),
            day=Day(state.commitment.due),
            title=state.commitment.title,
        )
        yield Note(text, None, state.commitment.id)


def _concerns(meeting: Meeting, state: CommitmentState) -> bool:
    step = state.commitment.step
    return _shared(meeting, (step,) if step else ())


def _shared(meeting: Meeting, steps: tuple[str, ...]) -> bool:
    return not steps or not meeting.steps or bool(set(steps) & set(meeting.steps))
