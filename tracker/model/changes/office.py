"""The offices that are named, checked against the registers of parties and roles."""

import re
from collections.abc import Mapping
from datetime import date

from tracker import errors
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.records.parties import Party, Role
from tracker.model.tracker import Tracker


def known_office(tracker: Tracker, office: Office, on: date) -> tuple[Tracker, Office]:
    """The office with its party checked; a new role is added to the register under its Arabic name (rule 12.2).

    Raises `UnknownParty` and `UnknownRole`.
    """
    party_of(tracker, office)
    if office.role is None:
        return tracker, office
    known = _roles_by_name(tracker).get(office.role.casefold())
    if known is not None:
        return tracker, Office(office.party, known)
    return _with_role(tracker, office.party, office.role, on)


_last: "tuple[Mapping[str, Role], dict[str, str]] | None" = None
"""The roles by their names, with the table of which they were gathered last: many rows of a sheet name an office."""


def _roles_by_name(tracker: Tracker) -> dict[str, str]:
    """Give the codes of the roles by all names under which they are found, and by themselves; the first one counts."""
    global _last  # noqa: PLW0603 - a memory of one table, as that of `index.linked`
    if _last is None or _last[0] is not tracker.roles:
        names = ((name, role.id) for role in tracker.roles.values() for name in (role.id, *names_of(role)))
        _last = tracker.roles, dict(reversed([*names]))
    return _last[1]


def party_of(tracker: Tracker, office: Office) -> Party:
    """The party of an office; raises `UnknownParty` with those that are known."""
    party = tracker.parties.get(office.party)
    if party is None:
        import difflib  # noqa: PLC0415 - only for a party that is not known

        near = difflib.get_close_matches(office.party, list(tracker.parties), n=3, cutoff=0.3)
        raise errors.UnknownParty(office.party, tuple(near or tracker.parties))
    return party


def names_of(role: Role) -> list[str]:
    """The names by which a role is found, in any language."""
    return [name.casefold() for name in role.name.wordings().values()]


def check_role(tracker: Tracker, office: Office) -> None:
    """Raise `UnknownRole` for a new role that has no letter of Arabic: its name stands on what others read."""
    if office.role and office.role not in tracker.roles and not re.search(r"[\u0620-\u064a]", office.role):
        raise errors.UnknownRole(office.role, tuple(tracker.roles), office.party)


def _with_role(tracker: Tracker, party: str, name: str, on: date) -> tuple[Tracker, Office]:
    check_role(tracker, Office(party, name))
    code, tracker = tracker.new_code("role-")
    return tracker.put(Role(id=code, name=Localized(name)), on), Office(party, code)
