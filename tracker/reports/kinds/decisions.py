"""The lists and pages of decisions."""

from collections.abc import Iterable

from tracker.message import msg
from tracker.model.records.decisions import Decision
from tracker.model.records.record import Record
from tracker.model.state.assessment import MEETINGS_ASPECT
from tracker.model.tracker import Tracker
from tracker.reports.kinds import kind_of
from tracker.reports.kinds.kind import Kind, Seen, Shown, code, plain, refs
from tracker.reports.report import Block, Many, Ref, Value


def commitments_of(tracker: Tracker, source: str) -> list[str]:
    """The codes of the commitments that follow from a record."""
    return [c.id for c in tracker.commitments.values() if c.source == source]


def followed(seen: Seen, record: Record) -> Iterable[Block]:
    """The table of the commitments that follow from a record, where some do."""
    codes = commitments_of(seen.tracker, record.id)
    return [kind_of("commitments").table(seen, codes)] if codes else []


def _commitments(seen: Seen, decision: Decision) -> Value:
    codes = commitments_of(seen.tracker, decision.id)
    return refs(codes) if codes else msg("no commitment")


def _none(seen: Seen, decision: Decision) -> Value:
    return None if commitments_of(seen.tracker, decision.id) else msg("no commitment")


def _meeting(seen: Seen, decision: Decision) -> Value:
    meeting = seen.tracker.meetings.get(decision.meeting)
    return Many((Ref(meeting.id), meeting.title)) if meeting else Ref(decision.meeting)


def _steps(seen: Seen, decision: Decision) -> tuple[str, ...]:
    meeting = seen.tracker.meetings.get(decision.meeting)
    return meeting.steps if meeting else ()


KIND: Kind[Decision] = Kind(
    name="decisions",
    heading=msg("Decisions"),
    empty=msg("No decision matches."),
    added_by="add-decision",
    columns=[
        Shown("text", msg("Decision"), flexible=True, letters=24),
        code("meeting", rank=1),
        Shown("commitments", value=_commitments),
    ],
    facts=["text", Shown("meeting", value=_meeting), Shown("commitments", value=_none)],
    data=lambda seen, decision: {**plain(decision), "commitments": commitments_of(seen.tracker, decision.id)},
    blocks=followed,
    filters=("aspect", "step"),
    steps=_steps,
    aspects=lambda _, __: (MEETINGS_ASPECT,),
)
