"""The planned times of the steps as a picture, and the position of the whole in a sentence."""

from tracker.message import Message, msg
from tracker.model.records.status import Status
from tracker.model.state.assessment import Assessment
from tracker.model.state.health import Health
from tracker.model.state.progress import displayed
from tracker.model.tracker import Tracker
from tracker.reports.pictures.drawn import Stretch, Timeline
from tracker.reports.report import Percent
from tracker.reports.values import titled


def step_timeline(assessment: Assessment) -> Timeline | None:
    """The steps that have planned dates, from the first start to the last end; None where none has."""
    rows = []
    for code, state in assessment.steps.items():
        step = state.step
        if step.planned_start and step.planned_end and state.status is not Status.CANCELLED:
            label = titled(code, step.title)
            done = displayed(state.figures.declared)
            rows.append(
                Stretch(label, step.planned_start, step.planned_end, step.forecast_end, done, Health(state.health))
            )
    if not rows:
        return None
    first, last = min(row.start for row in rows), max(row.forecast or row.end for row in rows)
    first, last = min(first, assessment.day), max(last, assessment.day)
    alt = msg("Planned time of each step, with a line at the day of the report.")
    return Timeline("timeline", msg("Timeline"), alt, first, last, assessment.day, tuple(rows))


def overall(tracker: Tracker, assessment: Assessment) -> Message:
    """The position in one sentence."""
    figures = assessment.figures
    if figures is None:
        return msg("Nothing can be said of the progress yet.")
    return position(
        displayed(figures.declared),
        displayed(figures.evidenced),
        late=sum(state.overdue for state in assessment.steps.values()),
        blocked=sum(state.status is Status.BLOCKED for state in assessment.steps.values()),
        obstacles=sum(obstacle.active for obstacle in tracker.obstacles.values()),
    )


def position(declared: int, evidenced: int, *, late: int, blocked: int, obstacles: int) -> Message:
    """The sentence with these percentages, and these numbers of steps and obstacles."""
    return msg(
        "{declared} of the programme is declared as done and {evidenced} shown by papers; overdue steps: {late}, "
        "blocked: {blocked}, open obstacles: {obstacles}.",
        declared=Percent(declared),
        evidenced=Percent(evidenced),
        late=late,
        blocked=blocked,
        obstacles=obstacles,
    )
