"""The lists and pages of decisions."""

from collections.abc import Iterable
from typing import Any

from tracker.message import msg, msg_in
from tracker.model.records.decisions import Decision
from tracker.model.state.assessment import Assessment
from tracker.model.tracker import Tracker
from tracker.reports import machine
from tracker.reports.kinds.kind import Item, Kind, refs
from tracker.reports.report import Block, Column, Many, Ref, Table, Value


def table(tracker: Tracker, _assessment: Assessment, codes: Iterable[str]) -> Table:
    """Decisions with the meeting that took them and the commitments that follow from them."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("text", msg("Decision"), flexible=True, letters=24),
        Column("meeting", msg("Meeting"), rank=1),
        Column("commitments", msg("Commitments")),
    )
    rows = tuple(
        (Ref(d.id), d.text, Ref(d.meeting), _followed(tracker, d)) for d in (tracker.decisions[code] for code in codes)
    )
    return Table("decisions", msg("Decisions"), columns, rows, msg("No decision matches."))


def _followed(tracker: Tracker, decision: Decision) -> Value:
    codes = commitments_of(tracker, decision.id)
    return refs(codes) if codes else msg("no commitment")


def commitments_of(tracker: Tracker, source: str) -> list[str]:
    """The codes of the commitments that follow from a record."""
    return [c.id for c in tracker.commitments.values() if c.source == source]


def facts(tracker: Tracker, _assessment: Assessment, decision: Decision) -> Iterable[Item]:
    """The text of a decision and its meeting."""
    meeting = tracker.meetings[decision.meeting]
    yield "text", msg("Decision"), decision.text
    yield "meeting", msg("Meeting"), Many((Ref(meeting.id), meeting.title))
    if not commitments_of(tracker, decision.id):
        yield "commitments", msg("Commitments"), msg("no commitment")


def data(tracker: Tracker, _assessment: Assessment, decision: Decision) -> dict[str, Any]:
    """The stored fields and the commitments that follow."""
    return {**machine.plain(decision), "commitments": commitments_of(tracker, decision.id)}


def blocks(tracker: Tracker, assessment: Assessment, decision: Decision) -> Iterable[Block]:
    """The commitments that follow from it."""
    from tracker.reports.kinds import commitments  # noqa: PLC0415 - only for `show`

    codes = commitments_of(tracker, decision.id)
    return [commitments.table(tracker, assessment, codes)] if codes else []


KIND = Kind(table, facts, data, blocks)
