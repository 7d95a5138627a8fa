"""The lists and pages of parties."""

from collections.abc import Iterable

from tracker.message import msg, msg_in
from tracker.model.records.parties import Party
from tracker.model.state.assessment import Assessment
from tracker.model.tracker import Tracker
from tracker.reports.kinds.kind import Item, Kind, plain_data, refs
from tracker.reports.report import Column, Ref, Table, Word


def table(tracker: Tracker, _assessment: Assessment, codes: Iterable[str]) -> Table:
    """Parties by side."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("name", msg("Party"), flexible=True, letters=18),
        Column("kind", msg("Kind")),
        Column("side", msg("Side")),
    )
    rows = tuple(
        (Ref(p.id), p.name, Word(p.kind, "feminine"), Word(p.side)) for p in (tracker.parties[code] for code in codes)
    )
    return Table("parties", msg("Parties"), columns, rows, msg("No party matches."))


def facts(tracker: Tracker, _assessment: Assessment, party: Party) -> Iterable[Item]:
    """The fields of a party, and what it owns."""
    yield "name", msg("Name"), party.name
    yield "kind", msg("Kind"), Word(party.kind)
    yield "side", msg("Side"), Word(party.side)
    yield "notes", msg("Notes"), party.notes
    yield "owns", msg("Owns"), refs(s.id for s in tracker.steps.values() if s.owner and s.owner.party == party.id)


KIND = Kind(table, facts, plain_data)
