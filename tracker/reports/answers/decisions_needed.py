"""The matters that wait for a decision: what, from whom, by when."""

from collections.abc import Iterator
from datetime import date

from tracker.message import Message, msg, msg_in
from tracker.model.records.activities import Activity
from tracker.model.records.meetings import Level
from tracker.model.records.obstacles import Obstacle
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.state.assessment import Assessment
from tracker.model.state.health import Health
from tracker.model.state.series import series_states
from tracker.model.tracker import Tracker
from tracker.reports import nouns
from tracker.reports.kinds.obstacles import GRAVE, by_gravity
from tracker.reports.report import Day, Note, Ref
from tracker.reports.values import owner_name


def _promised(tracker: Tracker, step: str) -> date | None:
    """The first day by which an obstacle of the step is to be resolved."""
    days = [o.target_resolution for o in tracker.obstacles_of(step) if o.active and o.target_resolution]
    return min(days, default=None)


def gravest(tracker: Tracker) -> list[Obstacle]:
    """Active obstacles, the gravest and then the oldest first."""
    return sorted((o for o in tracker.obstacles.values() if o.active), key=by_gravity)


def decisions_needed(tracker: Tracker, assessment: Assessment) -> Iterator[Note]:
    """Grave obstacles past their date, blocked steps, what is suspended, and series of ministers that are late.

    By when: a blocked step by the day on which its obstacle is to be resolved, else, like what
    is suspended, by the end that is forecast, else planned; a series by the day on which it was due. What has none of
    these has no day: none is made up.
    """
    yield from _obstacles(tracker, assessment.day)
    yield from _steps(tracker, assessment)
    yield from _activities(tracker, assessment)
    yield from _series(tracker, assessment.day)


def _obstacles(tracker: Tracker, day: date) -> Iterator[Note]:
    for obstacle in gravest(tracker):
        late = obstacle.overdue_days(day)
        if late and obstacle.severity in GRAVE:
            text = msg(
                "Obstacle {code} should have been resolved {days} ago: {title} ({owner})",
                code=Ref(obstacle.id),
                days=nouns.days_oblique(late),
                title=obstacle.title,
                owner=owner_name(tracker, obstacle.owner),
            )
            yield Note(text, Health.RED, obstacle.id)


def _steps(tracker: Tracker, assessment: Assessment) -> Iterator[Note]:
    for code, state in assessment.steps.items():
        words = {"code": Ref(code), "title": state.step.title, "owner": owner_name(tracker, state.step.owner)}
        if state.status is Status.BLOCKED:
            day = _promised(tracker, code)
            text = _by_its_end(msg("{code} is blocked: {title} ({owner})", **words), state.step)
            if day:
                text = msg("{code} is blocked: {title} ({owner}), to be resolved by {day}", **words, day=Day(day))
            yield Note(text, Health.RED, code)
        elif state.status is Status.SUSPENDED:
            text = msg_in("step", "{code} is suspended and waits for a decision: {title} ({owner})", **words)
            yield Note(_by_its_end(text, state.step), None, code)


def _activities(tracker: Tracker, assessment: Assessment) -> Iterator[Note]:
    for code, part in assessment.activities.items():
        if part.status is Status.SUSPENDED and part.asked:
            words = {"code": Ref(code), "title": part.activity.title, "owner": owner_name(tracker, part.activity.owner)}
            text = msg("{code} is suspended and waits for a decision: {title} ({owner})", **words)
            yield Note(_by_its_end(text, part.activity), None, code)


def _by_its_end(text: Message, record: Step | Activity) -> Message:
    """The sentence, and the day by which stopped work was to end, where that is known."""
    end = record.forecast_end or record.planned_end
    return msg("{what}; it was to end by {day}", what=text, day=Day(end)) if end else text


def _series(tracker: Tracker, day: date) -> Iterator[Note]:
    for code, rhythm in series_states(tracker, day).items():
        if rhythm.overdue_days and rhythm.series.level is Level.MINISTERIAL:
            days = nouns.days_oblique(rhythm.overdue_days)
            words = {"code": Ref(code), "name": rhythm.series.name, "days": days, "day": Day(rhythm.next_due)}
            yield Note(msg("{code} {name}: due for {days}, since {day}.", **words), Health.AMBER, code)
