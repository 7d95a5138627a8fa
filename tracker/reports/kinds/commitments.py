"""The lists and pages of commitments: what was promised, by whom, until when, and from what it follows."""

from collections.abc import Iterable
from typing import Any

from tracker.message import msg, msg_in
from tracker.model.records.commitments import Commitment
from tracker.model.state.assessment import Assessment
from tracker.model.state.commitments import CommitmentState, commitment_state
from tracker.model.tracker import Tracker
from tracker.reports import machine, nouns
from tracker.reports.kinds.kind import Item, Kind, day_cell
from tracker.reports.report import Column, Due, Many, Percent, Ref, Table, Value, Word
from tracker.reports.values import office_name, work_status_cell


def table(tracker: Tracker, assessment: Assessment, codes: Iterable[str]) -> Table:
    """Commitments with owner, date, status and source."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("title", msg("Commitment"), flexible=True, letters=18),
        Column("status", msg("Status")),
        Column("due", msg("Due")),
        Column("owner", msg("Owner"), rank=1, flexible=True),
        Column("priority", msg("Priority"), rank=3),
        Column("source", msg("Source"), rank=2),
        Column("step", msg("Step"), rank=2),
    )
    rows = tuple(_row(tracker, assessment, tracker.commitments[code]) for code in codes)
    return Table("commitments", msg("Commitments"), columns, rows, msg("No commitment matches."))


def _row(tracker: Tracker, assessment: Assessment, commitment: Commitment) -> tuple[Value, ...]:
    state = commitment_state(tracker, commitment, assessment.day)
    return (
        Ref(commitment.id),
        commitment.title,
        _status(state),
        Due(commitment.due, state.days_left) if commitment.due else None,
        office_name(tracker, commitment.owner),
        Word(commitment.priority),
        Ref(commitment.source),
        Ref(commitment.step) if commitment.step else None,
    )


def _status(state: CommitmentState) -> Value:
    return work_status_cell(state.commitment.status, "masculine", unverified=state.unverified)


def facts(tracker: Tracker, assessment: Assessment, commitment: Commitment) -> Iterable[Item]:
    """The fields of a commitment, whether it is kept, and what it follows from."""
    state = commitment_state(tracker, commitment, assessment.day)
    yield "title", msg("Commitment"), commitment.title
    yield "source", msg("Follows from"), _source(tracker, commitment)
    yield "status", msg("Status"), _status(state)
    yield "status_reason", msg("Reason"), commitment.status_reason
    yield "progress", msg("Progress"), Percent(commitment.progress)
    yield "owner", msg("Owner"), office_name(tracker, commitment.owner) or msg("no owner")
    yield "due", msg("Due"), Due(commitment.due, state.days_left) if commitment.due else None
    if commitment.reschedules:
        yield "original_due", msg("Original due date"), day_cell(commitment.original_due)
        yield "reschedules", msg("Times rescheduled"), commitment.reschedules
        yield "reschedule_reason", msg("Reason for the new date"), commitment.reschedule_reason
    yield "overdue", msg("Overdue by"), nouns.days(state.overdue_days) if state.overdue_days else None
    yield "started_on", msg("Started on"), day_cell(commitment.started_on)
    yield "completed_on", msg("Completed on"), day_cell(commitment.completed_on)
    if state.on_time is not None:
        yield "on_time", msg("Kept in time"), msg("yes") if state.on_time else msg("no")
    yield "priority", msg("Priority"), Word(commitment.priority)
    yield "step", msg("Step"), Ref(commitment.step) if commitment.step else None
    yield "reopened", msg("Times reopened"), commitment.reopened or None


def _source(tracker: Tracker, commitment: Commitment) -> Value:
    """The decision with its meeting, or the obstacle, lesson or recommendation, in words."""
    _, record = tracker.find(commitment.source)
    words: Value = getattr(record, "title", None) or getattr(record, "text", None)
    above = getattr(record, "meeting", None) or getattr(record, "review", None)
    codes: tuple[Value, ...] = (Ref(above), Ref(record.id)) if above else (Ref(record.id),)
    return Many((*codes, words))


def data(tracker: Tracker, assessment: Assessment, commitment: Commitment) -> dict[str, Any]:
    """The stored fields, and what is computed: days are whole, `on_time` null while it is open."""
    state = commitment_state(tracker, commitment, assessment.day)
    return {
        **machine.plain(commitment),
        "progress": commitment.progress,
        "evidence": [paper.id for paper in tracker.evidence_of(commitment.id)],
        "days_left": state.days_left,
        "overdue_days": state.overdue_days,
        "due_soon": state.due_soon,
        "on_time": state.on_time,
        "unverified": state.unverified,
    }


KIND = Kind(table, facts, data)
