"""The lists and pages of parties."""

from tracker.message import msg
from tracker.model.records.parties import Party
from tracker.reports.kinds.kind import NAMED, Kind, Seen, Shown, refs
from tracker.reports.report import Many


def _owns(seen: Seen, party: Party) -> Many:
    return refs(step.id for step in seen.tracker.steps.values() if step.owner and step.owner.party == party.id)


KIND: Kind[Party] = Kind(
    name="parties",
    code=NAMED,
    heading=msg("Parties"),
    empty=msg("No party matches."),
    added_by="add-party",
    columns=[Shown("name", msg("Party"), flexible=True, letters=18), Shown("kind"), Shown("side")],
    facts=[Shown("name"), "kind", "side", Shown("notes", msg("Notes")), Shown("owns", msg("Owner of"), _owns)],
    filters=("side",),
)
