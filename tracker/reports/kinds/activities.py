"""The lists and pages of activities."""

from collections.abc import Callable, Iterable
from functools import cache, partial

from tracker.message import msg, msg_in
from tracker.model.changes.links import aspects_of
from tracker.model.records.activities import Activity, Gate
from tracker.model.records.office import Office
from tracker.model.rules.gates import without_paper
from tracker.model.state.assessment import Assessment
from tracker.model.state.work import ActivityState
from tracker.model.tracker import Tracker
from tracker.reports import machine
from tracker.reports.field_names import gate_days, participants
from tracker.reports.kinds.kind import Item, Kind, day_cell, place_cell, refs
from tracker.reports.report import Colour, Column, Due, Many, OfficeName, Ref, Table, Value, Word
from tracker.reports.values import (
    expected_cell,
    office_name,
    points_cell,
    progress_cell,
    theme_names,
    work_status_cell,
)


def table(tracker: Tracker, assessment: Assessment, codes: Iterable[str]) -> Table:
    """Activities with status, last gate, progress, health, owner, due date and last update."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("title", msg("Activity"), flexible=True, letters=18),
        Column("status", msg("Status")),
        Column("gate", msg("Progress gate"), rank=4),
        Column("progress", msg("Progress")),
        Column("health", msg("Health"), flexible=True),
        Column("owner", msg("Owner"), rank=2, flexible=True),
        Column("due", msg("Due"), rank=1),
        Column("updated", msg("Updated"), rank=3),
    )
    named = cache(partial(office_name, tracker))
    rows = tuple(_row(assessment.activities[code], named) for code in codes)
    return Table("activities", msg("Activities"), columns, rows, msg("No activity matches."))


def _row(state: ActivityState, named: Callable[[Office | None], OfficeName | None]) -> tuple[Value, ...]:
    activity = state.activity
    return (
        Ref(activity.id),
        activity.title,
        work_status_cell(state.status, "masculine", unverified=state.unverified),
        Word(activity.gate),
        progress_cell(state.figures),
        Colour(state.health, state.reasons),
        named(activity.owner),
        Due(activity.planned_end, state.days_left) if activity.planned_end else None,
        day_cell(activity.updated_on),
    )


def facts(tracker: Tracker, assessment: Assessment, activity: Activity) -> Iterable[Item]:
    """The fields of an activity, what is computed of it, and what hinders it."""
    state = assessment.activities[activity.id]
    yield "title", msg("Title"), activity.title
    yield "step", msg("Step"), Ref(activity.step)
    yield "type", msg("Kind"), Word(activity.type)
    yield from _standing(state)
    yield "weight", msg("Weight"), activity.weight
    yield "owner", msg("Owner"), office_name(tracker, activity.owner)
    yield "support", msg("Supported by"), office_name(tracker, activity.support)
    yield "planned_start", msg("Planned start"), day_cell(activity.planned_start)
    yield "planned_end", msg("Planned end"), day_cell(activity.planned_end)
    yield "forecast_end", msg("Forecast end"), day_cell(activity.forecast_end)
    yield "forecast_reason", msg("Reason for the forecast"), activity.forecast_reason
    yield "actual_start", msg("Actual start"), day_cell(activity.actual_start)
    yield "actual_end", msg("Actual end"), day_cell(activity.actual_end)
    yield "reopened", msg("Times reopened"), activity.reopened or None
    yield "place", msg("Place"), place_cell(activity.place)
    yield "mode", msg("Mode"), Word(activity.mode) if activity.mode else None
    yield "participants", msg("Participants"), participants(activity.participants)
    yield "duration_days", msg("Duration in days"), activity.duration_days
    yield "themes", msg("Themes"), theme_names(activity.themes)
    yield "aspects", msg("Aspects"), refs(aspects_of(tracker, activity))
    yield "obstacles", msg("Obstacles"), refs(o.id for o in tracker.obstacles_of(activity.id))


def _standing(state: ActivityState) -> Iterable[Item]:
    activity = state.activity
    yield "status", msg("Status"), work_status_cell(state.status, "masculine", unverified=state.unverified)
    yield "status_reason", msg("Reason"), activity.status_reason
    yield "gate", msg("Progress gate"), Word(activity.gate) if activity.gate is not Gate.NONE else None
    yield "gate_dates", msg("Dates of the gates"), gate_days(machine.plain(activity.gate_dates))
    yield "gates_without_evidence", msg("Gates without evidence"), Many(gates_without_evidence(state))
    yield "progress", msg("Progress"), progress_cell(state.figures)
    yield "expected", msg("Expected progress"), expected_cell(state.figures)
    yield "variance", msg("Variance"), points_cell(state.figures)
    reasons = tuple(Word(reason) for reason in state.reasons)
    yield "health", msg("Health"), Many((Colour(state.health), *reasons), stacked=True)
    if state.unassessed:
        yield "unassessed", msg("Safeguard"), msg("No risk assessment is among its papers.")


def gates_without_evidence(state: ActivityState) -> tuple[Value, ...]:
    """The gates that no paper shows; none of what is cancelled."""
    found = without_paper(state.activity, state.figures.evidenced) if state.counted else ()
    return tuple(Word(gate) for gate in found)


def data(tracker: Tracker, assessment: Assessment, activity: Activity) -> dict[str, object]:
    """The activity under the keys of JSON output."""
    return machine.activity(tracker, assessment.activities[activity.id])


KIND = Kind(table, facts, data)
