"""The lists and pages of roles: the functions of the register, and in which parties an office has them."""

from collections.abc import Iterable

from tracker.message import msg, msg_in
from tracker.model.records.office import Office
from tracker.model.records.parties import Role
from tracker.model.rules.references import offices_of
from tracker.model.state.assessment import Assessment
from tracker.model.tracker import Tracker
from tracker.reports.kinds.kind import Item, Kind, plain_data, refs
from tracker.reports.report import Column, Many, Ref, Table


def table(tracker: Tracker, _assessment: Assessment, codes: Iterable[str]) -> Table:
    """Roles with the parties in which they answer for something."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("name", msg("Role"), flexible=True, letters=18),
        Column("parties", msg("Parties"), rank=1),
    )
    held = _offices(tracker)
    rows = tuple((Ref(code), tracker.roles[code].name, _parties(held, code)) for code in codes)
    return Table("roles", msg("Roles"), columns, rows, msg("No role matches."))


def _offices(tracker: Tracker) -> frozenset[Office]:
    return frozenset(office for _, record in tracker.records() for office in offices_of(record))


def _parties(held: frozenset[Office], role: str) -> Many:
    return refs(sorted({office.party for office in held if office.role == role}))


def facts(tracker: Tracker, _assessment: Assessment, role: Role) -> Iterable[Item]:
    """The name of a role, and where it is held."""
    yield "name", msg("Name"), role.name
    yield "parties", msg("Parties"), _parties(_offices(tracker), role.id)


KIND = Kind(table, facts, plain_data)
