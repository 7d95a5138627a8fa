"""The matters that wait for a decision, in a sentence each: what, from whom, by when."""

from collections.abc import Iterator

from tracker.message import Message, msg, msg_in
from tracker.model.records.activities import Activity
from tracker.model.records.obstacles import Obstacle
from tracker.model.records.series import Series
from tracker.model.records.steps import Step
from tracker.model.state.assessment import Assessment
from tracker.model.state.health import Health
from tracker.model.state.series import series_state
from tracker.model.tracker import Tracker
from tracker.reports import nouns
from tracker.reports.answers.matters import Matter, MatterKind, matters, promised
from tracker.reports.report import Day, Note, Ref
from tracker.reports.values import owner_name, within


def decisions_needed(tracker: Tracker, assessment: Assessment) -> Iterator[Note]:
    """Each matter as a sentence.

    By when: a blocked step by the day on which its obstacle is to be resolved, else, like what
    is suspended, by the end that is forecast, else planned; a series by the day on which it was due. What has none of
    these has no day: none is made up.
    """
    for matter in matters(tracker, assessment):
        match matter.record:
            case Obstacle() as obstacle:
                yield _obstacle(tracker, obstacle, matter.days)
            case Series() as series:
                yield _series(tracker, assessment, series)
            case Step() | Activity() as work:
                yield _work(tracker, matter, work)


def _obstacle(tracker: Tracker, obstacle: Obstacle, late: int) -> Note:
    text = msg(
        "Obstacle {code} should have been resolved {days} ago: {title} ({owner})",
        code=Ref(obstacle.id),
        days=nouns.days_oblique(late),
        title=within(obstacle.title),
        owner=owner_name(tracker, obstacle.owner),
    )
    return Note(text, Health.RED, obstacle.id)


def _work(tracker: Tracker, matter: Matter, work: Step | Activity) -> Note:
    words = {"code": Ref(work.id), "title": within(work.title), "owner": owner_name(tracker, work.owner)}
    if matter.kind is MatterKind.BLOCKED:
        day = promised(tracker, work.id)
        text = _by_its_end(msg("{code} is blocked: {title} ({owner})", **words), work)
        if day:
            text = msg("{code} is blocked: {title} ({owner}), to be resolved by {day}", **words, day=Day(day))
        return Note(text, Health.RED, work.id)
    if isinstance(work, Step):
        text = msg_in("step", "{code} is suspended and waits for a decision: {title} ({owner})", **words)
    else:
        text = msg("{code} is suspended and waits for a decision: {title} ({owner})", **words)
    return Note(_by_its_end(text, work), None, work.id)


def _by_its_end(text: Message, record: Step | Activity) -> Message:
    """The sentence, and the day by which stopped work was to end, where that is known."""
    end = record.forecast_end or record.planned_end
    return msg("{what}; it was to end by {day}", what=text, day=Day(end)) if end else text


def _series(tracker: Tracker, assessment: Assessment, series: Series) -> Note:
    rhythm = series_state(tracker, series, assessment.day)
    days = nouns.days_oblique(rhythm.overdue_days)
    words = {"code": Ref(series.id), "name": series.name, "days": days, "day": Day(rhythm.next_due)}
    return Note(msg("{code} {name}: overdue by {days}, since {day}.", **words), Health.AMBER, series.id)
