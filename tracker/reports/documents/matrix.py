"""The kind `matrix` of `report`: every step with its activities in one table."""

from collections.abc import Iterator

from tracker.message import msg, msg_in
from tracker.model.records.status import Status
from tracker.model.state.assessment import Assessment, assess
from tracker.model.state.work import ActivityState, StepState
from tracker.model.tracker import Tracker
from tracker.reports.documents.cancelled import cancelled
from tracker.reports.documents.framed import framed
from tracker.reports.documents.legend import legend
from tracker.reports.documents.request import Request
from tracker.reports.kinds.kind import day_cell, refs
from tracker.reports.pictures.made import step_timeline
from tracker.reports.report import Block, Colour, Column, Percent, Ref, Report, Table, Value, Word
from tracker.reports.values import (
    expected_cell,
    office_name,
    points_cell,
    progress_cell,
    record_name,
    status_cell,
    work_status_cell,
)

COLUMNS = (
    Column("id", msg_in("heading", "No.")),
    Column("title", msg("Step or activity"), flexible=True, letters=18),
    Column("type", msg("Kind"), rank=6),
    Column("owner", msg("Carried out by"), flexible=True, rank=3),
    Column("support", msg("Supported by"), flexible=True, rank=7),
    Column("start", msg("Planned start"), rank=5),
    Column("end", msg("Planned end"), rank=1),
    Column("forecast", msg("Forecast"), rank=8),
    Column("weight", msg("Weight"), rank=7),
    Column("status", msg("Status")),
    Column("gate", msg("Progress gate"), rank=6),
    Column("progress", msg("Progress")),
    Column("expected", msg("Expected progress"), rank=4),
    Column("variance", msg("Variance"), rank=2),
    Column("health", msg("Health"), flexible=True),
    Column("obstacles", msg("Obstacle"), rank=8),
    Column("evidence", msg("Evidence"), flexible=True, rank=9),
    Column("updated", msg("Last update"), rank=9),
)


def report(request: Request) -> Report:
    """Steps and activities with their figures, the total, and what was cancelled."""
    tracker, assessment = request.tracker, assess(request.tracker, request.day)
    return framed(request, assessment, "matrix", msg("Execution matrix"), _blocks(tracker, assessment))


def _blocks(tracker: Tracker, assessment: Assessment) -> Iterator[Block]:
    rows = tuple(_rows(tracker, assessment))
    leading = tuple(number for number, row in enumerate(rows) if row[0] in _leaders(assessment))
    yield Table("matrix", None, COLUMNS, rows, msg("There are no steps."), leading)
    timeline = step_timeline(assessment)
    if timeline:
        yield timeline
    gone = cancelled(assessment)
    if gone.rows:
        yield gone
    yield legend()


def _leaders(assessment: Assessment) -> tuple[Value, ...]:
    """The rows that stand for the parts below or above them: steps, and the initiative."""
    return (record_name("initiative"), *map(Ref, assessment.steps))


def _rows(tracker: Tracker, assessment: Assessment) -> Iterator[tuple[Value, ...]]:
    for state in assessment.steps.values():
        yield _step(tracker, state)
        yield from (_activity(tracker, part) for part in state.activities if part.status is not Status.CANCELLED)
    yield _total(assessment)


def _step(tracker: Tracker, state: StepState) -> tuple[Value, ...]:
    step, figures = state.step, state.figures
    return (
        Ref(step.id),
        step.title,
        msg("Step"),
        office_name(tracker, step.owner),
        office_name(tracker, step.support),
        day_cell(step.planned_start),
        day_cell(step.planned_end),
        day_cell(step.forecast_end),
        Percent(step.weight),
        status_cell(state),
        None,
        progress_cell(figures),
        expected_cell(figures),
        points_cell(figures),
        Colour(state.health, state.reasons),
        refs(o.id for o in tracker.obstacles_of(step.id) if o.active),
        refs(paper.id for paper in tracker.evidence_of(step.id)),
        day_cell(step.updated_on),
    )


def _activity(tracker: Tracker, state: ActivityState) -> tuple[Value, ...]:
    activity, figures = state.activity, state.figures
    return (
        Ref(activity.id),
        activity.title,
        Word(activity.type),
        office_name(tracker, activity.owner),
        office_name(tracker, activity.support),
        day_cell(activity.planned_start),
        day_cell(activity.planned_end),
        day_cell(activity.forecast_end),
        activity.weight,
        work_status_cell(state.status, "masculine", unverified=state.unverified),
        Word(activity.gate),
        progress_cell(figures),
        expected_cell(figures),
        points_cell(figures),
        Colour(state.health, state.reasons),
        refs(o.id for o in tracker.obstacles_of(activity.id) if o.active),
        refs(paper.id for paper in tracker.evidence_of(activity.id)),
        day_cell(activity.updated_on),
    )


def _total(assessment: Assessment) -> tuple[Value, ...]:
    """The whole initiative, under its parts."""
    counted = [state for state in assessment.steps.values() if state.status is not Status.CANCELLED]
    found: dict[str, Value] = {
        "id": record_name("initiative"),
        "title": msg("Total"),
        "weight": Percent(sum(state.step.weight for state in counted)),
        "status": Word(assessment.status),
        "progress": progress_cell(assessment.figures),
        "expected": expected_cell(assessment.figures),
        "variance": points_cell(assessment.figures),
        "health": Colour(assessment.health),
    }
    return tuple(found.get(column.key) for column in COLUMNS)
