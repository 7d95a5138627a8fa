"""The planned times of the steps as a picture, and the position of the whole in a sentence."""

from collections.abc import Iterator

from tracker.message import Message, msg
from tracker.model.records.activities import Activity
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.state.assessment import Assessment
from tracker.model.state.health import Health
from tracker.model.state.progress import displayed
from tracker.model.state.work import WorkState
from tracker.reports.pictures.drawn import Stretch, Timeline
from tracker.reports.report import Percent
from tracker.reports.values import titled


def timeline(assessment: Assessment) -> Timeline | None:
    """The steps and their activities that have planned dates, from the first to the last day; None where none has."""
    rows: list[Stretch] = []
    for state in assessment.steps.values():
        rows += _stretches(state.step, state)
        if state.status is not Status.CANCELLED:
            rows += (row for part in state.activities for row in _stretches(part.activity, part))
    if not rows:
        return None
    days = [day for row in rows for day in (row.start, row.end, row.forecast, *row.gates) if day]
    first, last = min(*days, assessment.day), max(*days, assessment.day)
    alt = msg("Planned time of each step and activity, with a line at the day of the report.")
    return Timeline("timeline", msg("Timeline"), alt, first, last, assessment.day, tuple(rows))


def _stretches(work: Step | Activity, state: WorkState) -> Iterator[Stretch]:
    if not work.planned_start or not work.planned_end or state.status is Status.CANCELLED:
        return
    yield Stretch(
        titled(work.id, work.title),
        work.planned_start,
        work.planned_end,
        work.forecast_end,
        displayed(state.figures.declared),
        displayed(state.figures.evidenced),
        Health(state.health),
        isinstance(work, Activity),
        tuple(day for _, day in work.gates_passed()) if isinstance(work, Activity) else (),
    )


def position(declared: int, evidenced: int, *, late: int, blocked: int, obstacles: int) -> Message:
    """The sentence with these percentages, and these numbers of steps and obstacles."""
    return msg(
        "{declared} of the programme is declared as done and {evidenced} is supported by evidence; "
        "overdue steps: {late}, blocked: {blocked}, open obstacles: {obstacles}.",
        declared=Percent(declared),
        evidenced=Percent(evidenced),
        late=late,
        blocked=blocked,
        obstacles=obstacles,
    )
