"""The kind `matrix` of `report`: every step with its activities in one table."""

from collections.abc import Iterator

from tracker import errors
from tracker.frozen import replace
from tracker.message import msg, msg_in
from tracker.model.records.activities import Activity
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.state.assessment import Assessment, assess
from tracker.model.state.briefs import last_brief
from tracker.model.state.figures import Figures
from tracker.model.state.progress import displayed
from tracker.reports.documents.cancelled import cancelled
from tracker.reports.documents.framed import framed
from tracker.reports.documents.legend import legend
from tracker.reports.documents.request import Request
from tracker.reports.kinds import work
from tracker.reports.kinds.kind import CODE, EVIDENCE, Seen, Shown, day_cell, refs, table_of
from tracker.reports.kinds.work import Work
from tracker.reports.labels import FIELDS
from tracker.reports.pictures.made import timeline
from tracker.reports.report import Block, Colour, Day, Percent, Points, Report, Table, Value, Word
from tracker.reports.values import expected_cell, points_cell, progress_cell, record_name


def _obstacles(seen: Seen, each: Work) -> Value:
    return refs(obstacle.id for obstacle in seen.tracker.obstacles_of(each.id) if obstacle.active)


COLUMNS: list[Shown[Work]] = [
    *(CODE, work.TITLE),
    Shown(
        "type",
        value=lambda _, each: Word(each.type) if isinstance(each, Activity) else msg_in("record", "step"),
        rank=6,
    ),
    Shown("owner", msg("Carried out by"), flexible=True, rank=3),
    Shown("support", flexible=True, rank=7),
    Shown("start", FIELDS["planned_start"], lambda _, each: day_cell(each.planned_start), rank=5),
    Shown("end", FIELDS["planned_end"], lambda _, each: day_cell(each.planned_end), rank=1),
    Shown("forecast", msg("Forecast"), lambda _, each: day_cell(each.forecast_end), rank=8),
    Shown("weight", value=lambda _, each: Percent(each.weight) if isinstance(each, Step) else each.weight, rank=7),
    work.STATUS,
    Shown("gate", value=lambda _, each: Word(each.gate) if isinstance(each, Activity) else None, rank=6),
    *(work.PROGRESS, work.EXPECTED.with_rank(4), work.VARIANCE.with_rank(2), work.HEALTH),
    Shown("obstacles", msg("Obstacle"), _obstacles, rank=8),
    EVIDENCE.with_rank(9),
    Shown("updated", msg("Last update"), lambda _, each: day_cell(each.updated_on), rank=9),
]


def report(request: Request) -> Report:
    """Steps and activities with their figures, the total, and what was cancelled."""
    assessment = assess(request.tracker, request.day)
    blocks = _blocks(Seen(request.tracker, assessment), _before(request))
    return framed(request, assessment, "matrix", msg("Execution matrix"), blocks)


def _before(request: Request) -> Assessment | None:
    """The state when the last brief was issued; None where none was, or the history does not reach back to it."""
    last = last_brief(request.tracker, request.day, request.office)
    try:
        return assess(request.past(last.date), last.date) if last else None
    except errors.BeforeFirst:
        return None


def _blocks(seen: Seen, before: Assessment | None) -> Iterator[Block]:
    yield _matrix(seen, before)
    gone = cancelled(seen)
    if gone.rows:
        yield gone
    yield legend()
    planned = timeline(seen.assessment)
    if planned:
        yield planned


def _matrix(seen: Seen, before: Assessment | None) -> Table:
    """The table, in which steps and the initiative stand for the parts below or above them."""
    records = list(_records(seen))
    columns = [*COLUMNS, _moved(before)] if before else COLUMNS
    found = table_of(seen, "matrix", None, columns, records, msg("There are no steps."))
    leading = (*(number for number, each in enumerate(records) if isinstance(each, Step)), len(records))
    total = _total(seen)
    if before:
        total = (*total, _points(seen.assessment.figures, before.figures))
    return replace(found, rows=(*found.rows, total), leading=leading)


def _moved(before: Assessment) -> Shown[Work]:
    """The column of what has moved since the last brief: points of the declared percentage."""

    def moved(seen: Seen, each: Work) -> Value:
        then = before.steps.get(each.id) or before.activities.get(each.id)
        return _points(seen.work[each.id].figures, then.figures) if then else msg("new")

    return Shown("change", msg("Since the brief of {day}", day=Day(before.day)), moved, rank=9)


def _points(now: Figures | None, then: Figures | None) -> Points | None:
    return Points(displayed(now.declared) - displayed(then.declared)) if now and then else None


def _records(seen: Seen) -> Iterator[Work]:
    for state in seen.assessment.steps.values():
        yield state.step
        yield from (part.activity for part in state.activities if part.status is not Status.CANCELLED)
    lost = (each for each in seen.tracker.activities.values() if each.step not in seen.tracker.steps)
    yield from (each for each in lost if each.status is not Status.CANCELLED)


def _total(seen: Seen) -> tuple[Value, ...]:
    """The whole initiative, under its parts."""
    assessment = seen.assessment
    counted = [state for state in assessment.steps.values() if state.status is not Status.CANCELLED]
    found: dict[str, Value] = {
        "id": record_name("initiative"),
        "title": msg("Total"),
        "weight": Percent(sum(state.step.weight for state in counted)),
        "status": Word(assessment.status),
        "progress": progress_cell(assessment.figures),
        "expected": expected_cell(assessment.figures),
        "variance": points_cell(assessment.figures),
        "health": Colour(assessment.health, assessment.reasons),
    }
    return tuple(found.get(column.key) for column in COLUMNS)
