"""The lists and pages of steps."""

from collections.abc import Iterable

from tracker.message import Message, msg, msg_in
from tracker.model.records.steps import Step, Strength
from tracker.model.state.assessment import Assessment
from tracker.model.state.work import StepState
from tracker.model.tracker import Tracker
from tracker.reports.kinds import kind_of
from tracker.reports.kinds.kind import Item, Kind, day_cell, refs
from tracker.reports.report import Block, Colour, Column, Day, Many, Percent, Ref, Table, Value, Verbatim, Word
from tracker.reports.values import (
    due_cell,
    expected_cell,
    office_name,
    points_cell,
    progress_cell,
    status_cell,
    theme_names,
)


def table(tracker: Tracker, assessment: Assessment, codes: Iterable[str]) -> Table:
    """Steps with progress, health, owner, due date and last update."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("title", msg("Step"), flexible=True, letters=24),
        Column("status", msg("Status")),
        Column("progress", msg("Progress")),
        Column("health", msg("Health"), flexible=True),
        Column("owner", msg("Owner"), rank=2, flexible=True),
        Column("due", msg("Due"), rank=1),
        Column("updated", msg("Updated"), rank=3),
    )
    rows = tuple(_row(tracker, assessment.steps[code]) for code in codes)
    return Table("steps", msg("Joint steps"), columns, rows, msg("No step matches."))


def _row(tracker: Tracker, state: StepState) -> tuple[Value, ...]:
    step = state.step
    return (
        Ref(step.id),
        Verbatim(step.title),
        status_cell(state),
        progress_cell(state.figures),
        Colour(state.health, state.reasons),
        office_name(tracker, step.owner),
        due_cell(state),
        Day(step.updated_on) if step.updated_on else None,
    )


def facts(tracker: Tracker, assessment: Assessment, step: Step) -> Iterable[Item]:
    """The fields of a step, what is computed of it, and its links both ways."""
    state = assessment.steps[step.id]
    yield "title", msg("Title"), Verbatim(step.title)
    yield "status", msg("Status"), status_cell(state)
    yield "status_reason", msg("Reason"), step.status_reason
    yield "decision", msg("Decision"), step.decision
    yield "progress", msg("Progress"), progress_cell(state.figures)
    yield "gates_without_evidence", msg("Gates without evidence"), Many(tuple(_gates(tracker, assessment, step)), True)
    yield "expected", msg("Expected progress"), expected_cell(state.figures)
    yield "variance", msg("Variance"), points_cell(state.figures)
    reasons = tuple(Word(reason) for reason in state.reasons)
    yield "health", msg("Health"), Many((Colour(state.health), *reasons), stacked=True)
    yield "concern", msg("Health set by hand"), step.concern_reason
    yield "weight", msg("Weight"), Percent(step.weight)
    yield "owner", msg("Owner"), office_name(tracker, step.owner)
    yield "support", msg("Supported by"), office_name(tracker, step.support)
    yield "planned_start", msg("Planned start"), day_cell(step.planned_start)
    yield "planned_end", msg("Planned end"), day_cell(step.planned_end)
    yield "forecast_end", msg("Forecast end"), day_cell(step.forecast_end)
    yield "forecast_reason", msg("Reason for the forecast"), step.forecast_reason
    yield "actual_start", msg("Actual start"), day_cell(step.actual_start)
    yield "actual_end", msg("Actual end"), day_cell(step.actual_end)
    yield "reopened", msg("Times reopened"), step.reopened or None
    yield "themes", msg("Themes"), theme_names(step.themes)
    for strength, label in (
        (Strength.PRIMARY, msg("Primary aspect")),
        (Strength.SECONDARY, msg("Secondary aspects")),
    ):
        yield f"{strength}_aspects", label, refs(link.aspect for link in step.links if link.strength is strength)
    yield "obstacles", msg("Obstacles"), refs(o.id for o in tracker.obstacles_of(step.id))
    yield "meetings", msg("Meetings"), refs(m.id for m in tracker.meetings.values() if step.id in m.steps)


def _gates(tracker: Tracker, assessment: Assessment, step: Step) -> Iterable[Message]:
    """The gates that no paper shows, an activity on a line."""
    from tracker.reports.kinds.activities import gates_without_evidence  # noqa: PLC0415 - only to show one step

    for activity in tracker.activities_of(step.id):
        gates = gates_without_evidence(assessment.activities[activity.id])
        if gates:
            yield Message("{code}: {gates}", {"code": Ref(activity.id), "gates": Many(gates)})


def data(tracker: Tracker, assessment: Assessment, step: Step) -> dict[str, object]:
    """The step under the keys of JSON output."""
    from tracker.reports import machine  # noqa: PLC0415 - only for programs

    return machine.step(tracker, assessment.steps[step.id])


def blocks(tracker: Tracker, assessment: Assessment, step: Step) -> Iterable[Block]:
    """The activities of a step, with those that are cancelled, and what evaluations say of it."""
    from tracker.reports.kinds.judged import judgements  # noqa: PLC0415 - as above

    codes = [activity.id for activity in tracker.activities_of(step.id)]
    if codes:
        yield kind_of("activities").table(tracker, assessment, codes)
    yield from judgements(tracker, step.id)


KIND = Kind(table, facts, data, blocks)
