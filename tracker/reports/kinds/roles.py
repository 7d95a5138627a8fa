"""The lists and pages of roles: the functions of the register, and in which parties an office has them."""

from tracker.message import msg
from tracker.model.records.parties import Role
from tracker.reports.kinds.kind import NAMED, Kind, Seen, Shown, refs
from tracker.reports.report import Many


def _parties(seen: Seen, role: Role) -> Many:
    """The parties in which the role answers for something."""
    return refs(sorted({office.party for office in seen.offices if office.role == role.id}))


KIND: Kind[Role] = Kind(
    name="roles",
    code=NAMED,
    heading=msg("Roles"),
    empty=msg("No role matches."),
    columns=[
        Shown("name", msg("Role"), flexible=True, letters=18),
        Shown("parties", value=_parties, rank=1),
    ],
    facts=[Shown("name"), "parties"],
)
