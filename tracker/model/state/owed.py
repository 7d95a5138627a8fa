"""The things that an office owes: what it answers for and has not done yet (rule 12.6)."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from tracker.frozen import Frozen
from tracker.model.records.days import days_on
from tracker.model.records.office import Office
from tracker.model.records.parties import Side
from tracker.model.records.record import Record
from tracker.model.records.reviews import ReviewStatus
from tracker.model.records.status import CLOSED, OPEN, Status
from tracker.model.state.assessment import Assessment
from tracker.model.state.indicators import indicator_state
from tracker.model.tracker import Tracker


class Owing(StrEnum):
    """The thing that is asked for."""

    COMMITMENT = "commitment"
    WORK = "work"
    RESOLUTION = "resolution"
    MINUTES = "minutes"
    MEASUREMENT = "measurement"
    ANSWER = "answer"


class Owed(Frozen):
    """A thing that is owed for a record, with the day by which, if there is one.

    Where no office answers for it alone, `offices` are all that do; none is named where each side does.
    """

    thing: Owing
    record: Record
    due: date | None
    offices: tuple[Office, ...]

    def is_of(self, office: Office) -> bool:
        """Whether the office owes it; a party without a role stands for all its offices."""
        return any(each == office or (office.role is None and each.party == office.party) for each in self.offices)

    def sides(self, tracker: Tracker) -> frozenset[Side]:
        """The sides that owe it: both where no office is named."""
        named = {tracker.parties[each.party].side for each in self.offices if each.party in tracker.parties}
        return frozenset(named or {Side.LY, Side.TR})


def everything_owed(tracker: Tracker, assessment: Assessment) -> list[Owed]:
    """Everything that offices owe at the end of the day, by its date: what has none comes last."""
    found = [
        *_commitments(tracker),
        *_work(assessment),
        *_obstacles(tracker),
        *_minutes(tracker, assessment.day),
        *_measurements(tracker, assessment.day),
        *_answers(tracker),
    ]
    return sorted(found, key=lambda each: each.due or date.max)


def _by(owner: Office | None) -> tuple[Office, ...]:
    return (owner,) if owner else ()


def _commitments(tracker: Tracker) -> Iterator[Owed]:
    for each in tracker.commitments.values():
        if each.status in OPEN and each.owner:
            yield Owed(Owing.COMMITMENT, each, each.due, _by(each.owner))


def _work(assessment: Assessment) -> Iterator[Owed]:
    """Give open activities, and open steps that have none; what is suspended, or under what is, is asked of nobody."""
    resting = {*CLOSED, Status.SUSPENDED}
    for state in assessment.steps.values():
        if state.status in resting:
            continue
        parts = [part.activity for part in state.activities if part.status not in resting]
        for work in parts if state.rolled_up else [state.step]:
            if work.owner:
                yield Owed(Owing.WORK, work, work.planned_end, _by(work.owner))


def _obstacles(tracker: Tracker) -> Iterator[Owed]:
    for each in tracker.obstacles.values():
        if each.active and each.owner:
            yield Owed(Owing.RESOLUTION, each, each.target_resolution, _by(each.owner))


def _minutes(tracker: Tracker, day: date) -> Iterator[Owed]:
    """Give meetings whose minutes are missing: owed by all that took part."""
    within = tracker.thresholds.minutes_days
    for each in tracker.meetings.values():
        if each.minutes_missing(day, within):
            exact = each.last_day if each.date and len(each.date) == len("2026-03-31") else None
            due = days_on(exact, within) if exact else None
            yield Owed(Owing.MINUTES, each, due, tuple(part.office for part in each.participants))


def _measurements(tracker: Tracker, day: date) -> Iterator[Owed]:
    """Give indicators whose period has ended: the value is due within the days that are granted (rule 10.8)."""
    for each in tracker.indicators.values():
        state = indicator_state(tracker, each, day)
        if each.owner and state.next_due and state.next_due <= day:
            yield Owed(Owing.MEASUREMENT, each, state.owed_by, _by(each.owner))


def _answers(tracker: Tracker) -> Iterator[Owed]:
    """Give recommendations of approved evaluations without an answer: owed by who answers for the initiative."""
    for each in tracker.recommendations.values():
        review = tracker.reviews.get(each.review)
        if each.response is None and review and review.status is ReviewStatus.APPROVED:
            yield Owed(Owing.ANSWER, each, None, _by(tracker.initiative.owner))


def offices_owing(owed: list[Owed]) -> list[Office]:
    """The offices that owe something, by their codes."""
    return sorted({office for each in owed for office in each.offices}, key=str)
