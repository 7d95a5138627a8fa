"""The lists and pages of commitments: what was promised, by whom, until when, and from what it follows."""

from datetime import date
from typing import Any

from tracker.message import Message, msg
from tracker.model.records.commitments import Commitment
from tracker.model.records.status import OPEN
from tracker.model.state.commitments import CommitmentState, commitment_state
from tracker.reports import nouns
from tracker.reports.kinds.kind import Kind, Seen, Shown, code, plain, words
from tracker.reports.report import Day, Due, Many, Percent, Ref, Value
from tracker.reports.values import owner_name, told, work_status_cell


def state(seen: Seen, commitment: Commitment) -> CommitmentState:
    """The state of a commitment on the day."""
    return seen.state(commitment_state, commitment)


def _status(seen: Seen, commitment: Commitment) -> Value:
    return work_status_cell(commitment.status, "masculine", unverified=state(seen, commitment).unverified)


def _due(seen: Seen, commitment: Commitment) -> Due | None:
    return Due(commitment.due, state(seen, commitment).days_left) if commitment.due else None


def _source(seen: Seen, commitment: Commitment) -> Value:
    """The decision with its meeting, or the obstacle, lesson or recommendation, in words."""
    _, record = seen.tracker.find(commitment.source)
    words: Value = getattr(record, "title", None) or getattr(record, "text", None)
    above = getattr(record, "meeting", None) or getattr(record, "review", None)
    codes: tuple[Value, ...] = (Ref(above), Ref(record.id)) if above else (Ref(record.id),)
    return Many((*codes, words))


def _overdue(seen: Seen, commitment: Commitment) -> Message | None:
    days = state(seen, commitment).overdue_days
    return nouns.days(days) if days else None


def _on_time(seen: Seen, commitment: Commitment) -> Message | None:
    kept = state(seen, commitment).on_time
    return None if kept is None else msg("yes") if kept else msg("no")


def _data(seen: Seen, commitment: Commitment) -> dict[str, Any]:
    """The stored fields, and what is computed: days are whole, `on_time` null while it is open."""
    found = state(seen, commitment)
    return {
        **plain(commitment),
        "progress": commitment.progress,
        "evidence": [paper.id for paper in seen.tracker.evidence_of(commitment.id)],
        "days_left": found.days_left,
        "overdue_days": found.overdue_days,
        "due_soon": found.due_soon,
        "on_time": found.on_time,
        "unverified": found.unverified,
    }


def _by_due(commitment: Commitment) -> tuple[bool, date]:
    """A key that puts what is open first, by its date."""
    is_open = commitment.status in OPEN
    return (not is_open, (is_open and commitment.due) or date.max)


OWNER: Shown[Commitment] = Shown("owner", value=lambda seen, c: owner_name(seen.tracker, c.owner))

KIND: Kind[Commitment] = Kind(
    name="commitments",
    heading=msg("Commitments"),
    empty=msg("No commitment matches."),
    added_by="add-commitment",
    columns=[
        Shown("title", msg("Commitment"), flexible=True, letters=18),
        Shown("status", value=_status),
        Shown("due", value=_due),
        Shown("owner", rank=1, flexible=True),
        Shown("priority", rank=3),
        code("source", rank=2),
        code("step", rank=2),
    ],
    facts=[
        "title",
        Shown("source", msg("Follows from"), _source),
        "status",
        words("status_reason", msg("Reason")),
        Shown("progress", value=lambda _, c: Percent(c.progress)),
        OWNER,
        "due",
        Shown("original_due", value=lambda _, c: Day(c.original_due) if c.reschedules and c.original_due else None),
        Shown("reschedules", value=lambda _, c: c.reschedules or None),
        Shown("reschedule_reason", value=lambda _, c: told(c.reschedule_reason) if c.reschedules else None),
        Shown("overdue", msg("Overdue by"), _overdue),
        *("started_on", "completed_on"),
        Shown("on_time", msg("Completed on time"), _on_time),
        *("priority", "step"),
        Shown("reopened", value=lambda _, c: c.reopened or None),
    ],
    data=_data,
    filters=(
        *("status", "aspect", "step", "side", "owner", "open", "overdue", "due_before", "stale", "stale_days"),
        "unverified",
    ),
    due=lambda _, c: c.due if c.status in OPEN else None,
    steps=lambda _, c: (c.step,) if c.step else (),
    due_field="due",
    order=_by_due,
)
