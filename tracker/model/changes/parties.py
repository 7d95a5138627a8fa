"""Adding and changing parties, and naming the roles in them otherwise (section 12)."""

from datetime import date

from tracker import errors
from tracker.model.changes.change import NameChange, apply_fields
from tracker.model.changes.office import names_of
from tracker.model.records.localized import Localized
from tracker.model.records.parties import Party, PartyKind, Role, Side
from tracker.model.tracker import Tracker


class PartyChange(NameChange, kw_only=True):
    """A change asked of a party; its code stays."""

    kind: PartyKind | None = None
    side: Side | None = None


class RoleChange(NameChange, kw_only=True):
    """A change asked of a role; the identifier by which offices name it stays."""


def add_party(tracker: Tracker, code: str, name: Localized, kind: PartyKind, side: Side, on: date) -> Tracker:
    """The tracker with one more party; raises `CodeTaken`."""
    if any(code in rows for rows in tracker.tables.values()):
        raise errors.CodeTaken(code)
    return tracker.put(Party(id=code, name=name, kind=kind, side=side), on)


def update_party(tracker: Tracker, code: str, change: PartyChange, on: date) -> Tracker:
    """The tracker after the change; raises `NotFound`."""
    tracker, party = apply_fields(tracker, tracker.get(Party, code), change, on)
    return tracker.put(party, on)


def update_role(tracker: Tracker, code: str, change: RoleChange, on: date) -> Tracker:
    """The tracker with the role under another name; raises `NotFound`, `NameTaken`."""
    tracker, role = apply_fields(tracker, tracker.get(Role, code), change, on)
    for other in tracker.roles.values():
        taken = {other.id, *names_of(other)} & set(names_of(role)) if other.id != role.id else ()
        for name in taken:
            raise errors.NameTaken(name, other.id)
    return tracker.put(role, on)
