"""The offices that are named, checked against the registers of parties and roles."""

import re
from datetime import date
from typing import Any

from tracker import errors
from tracker.frozen import asdict, replace
from tracker.model.changes.asked import Asked
from tracker.model.changes.dates import Redated
from tracker.model.records.activities import Activity
from tracker.model.records.localized import Localized, reworded
from tracker.model.records.office import Office
from tracker.model.records.parties import Party, PartyKind, Role, Side
from tracker.model.records.steps import Step
from tracker.model.records.tables import TABLES
from tracker.model.tracker import Tracker


def known_office(tracker: Tracker, office: Office, on: date) -> tuple[Tracker, Office]:
    """The office with its party checked; a new role is added to the register (rule 12.2)."""
    party_of(tracker, office)
    if office.role is None:
        return tracker, office
    for role in tracker.roles.values():
        if office.role.casefold() in (role.id, *_names(role)):
            return tracker, Office(office.party, role.id)
    return _with_role(tracker, office.party, office.role, on)


def named_offices(
    tracker: Tracker, record: Step | Activity, wanted: Redated, on: date
) -> tuple[Tracker, dict[str, Any]]:
    """Give owner and supporting office of a step or activity after what was `wanted`, checked as by `known_office`."""
    named: dict[str, Any] = {}
    for name in ("owner", "support"):
        named[name] = wanted.after(record, name)
        if getattr(wanted, name) is not None:
            tracker, named[name] = known_office(tracker, named[name], on)
    return tracker, named


def party_of(tracker: Tracker, office: Office) -> Party:
    """The party of an office; raises `UnknownParty` with those that are known."""
    party = tracker.parties.get(office.party)
    if party is None:
        import difflib  # noqa: PLC0415 - only for a party that is not known

        near = difflib.get_close_matches(office.party, list(tracker.parties), n=3, cutoff=0.3)
        raise errors.UnknownParty(office.party, tuple(near or tracker.parties))
    return party


def _names(role: Role) -> list[str]:
    return [name.casefold() for name in (role.name.ar, role.name.tr, role.name.en) if name]


def _with_role(tracker: Tracker, party: str, name: str, on: date) -> tuple[Tracker, Office]:
    # Initiative and thresholds are records too; no two records have one code.
    if re.fullmatch(r"[a-z][a-z0-9_-]*", name) and name not in TABLES:
        identifier = name
    else:
        code, tracker = tracker.new_code("role-")
        identifier = code
    return tracker.put(Role(id=identifier, name=Localized(name)), on), Office(party, identifier)


def add_party(tracker: Tracker, code: str, name: Localized, kind: PartyKind, side: Side, on: date) -> Tracker:
    """The tracker with one more party; raises `CodeTaken`."""
    if any(code in rows for rows in tracker.tables.values()):
        raise errors.CodeTaken(code)
    return tracker.put(Party(id=code, name=name, kind=kind, side=side), on)


class PartyAsked(Asked, kw_only=True):
    """A change asked of a party; its code stays."""

    name_ar: str | None = None
    name_tr: str | None = None
    name_en: str | None = None
    kind: PartyKind | None = None
    side: Side | None = None


def update_party(tracker: Tracker, code: str, wanted: PartyAsked, on: date) -> Tracker:
    """The tracker after the change; raises `NotFound`."""
    party = tracker.get(Party, code)
    name = reworded(party.name, asdict(wanted), "name", wanted.clear)
    return tracker.put(
        replace(party, name=name, kind=wanted.after(party, "kind"), side=wanted.after(party, "side")), on
    )


class RoleAsked(Asked, kw_only=True):
    """A change asked of a role; the identifier by which offices name it stays."""

    name_ar: str | None = None
    name_tr: str | None = None
    name_en: str | None = None


def update_role(tracker: Tracker, code: str, wanted: RoleAsked, on: date) -> Tracker:
    """The tracker with the role under another name; raises `NotFound`, `NameTaken`."""
    role = tracker.get(Role, code)
    new = replace(role, name=reworded(role.name, asdict(wanted), "name", wanted.clear))
    for other in tracker.roles.values():
        taken = {other.id, *_names(other)} & set(_names(new)) if other.id != role.id else ()
        for name in taken:
            raise errors.NameTaken(name, other.id)
    return tracker.put(new, on)
