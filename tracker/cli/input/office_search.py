"""An office as people name it: by codes, or by folded words of its names in any of the three languages."""

import re
from collections.abc import Iterable, Iterator

from tracker import errors
from tracker.model.changes.office import check_role
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office, parse_office
from tracker.model.records.parties import Party
from tracker.model.rules.references import offices_of
from tracker.model.tracker import Tracker
from tracker.text.input.fold import fold

# What the two states are called beside the names of their sides.
_STATES = {"LY": "ليبيا Libya", "TR": "تركيا Türkiye Turkey"}


def find_office(tracker: Tracker, text: str) -> Office:
    """The office that was named; its role may be new to the register.

    `LY/liaison` and `LY` are codes. Before a slash stands a party, alone a party or an office that owns, verifies or
    attends something: by a whole name, else by words that only it has. Raises `UnknownParty`, `UnknownRole`,
    `UnknownOffice` and `UnclearOffice`.
    """
    office = parse_office(re.sub(r" [–—-] ", "/", text, count=1))
    if office.party not in tracker.parties:
        if office.role is None:
            return _by_words(tracker, text)
        office = Office(_party(tracker, office.party, text), office.role)
    if office.role:
        office = Office(office.party, _role(tracker, office.role))
        check_role(tracker, office)
    return office


def _role(tracker: Tracker, text: str) -> str:
    """The identifier of a role, by that or by a whole name; a role that is not known stays as it was written."""
    wanted = fold(text)
    return next((r.id for r in tracker.roles.values() if wanted in (fold(r.id), *_folded(r.name))), text)


def _party(tracker: Tracker, name: str, text: str) -> str:
    found = _best(fold(name), {code: _names_of(party) for code, party in tracker.parties.items()})
    if not found:
        raise errors.UnknownParty(text.partition("/")[0].strip(), tuple(tracker.parties))
    if len(found) > 1:
        raise errors.UnclearOffice(text, tuple(f"{code}/{text.partition('/')[2].strip()}" for code in found))
    return found[0]


def _by_words(tracker: Tracker, text: str) -> Office:
    parties = {code: _names_of(party) for code, party in tracker.parties.items()}
    offices: dict[str, tuple[str, ...]] = {}
    for office in _in_use(tracker):
        role = tracker.roles.get(office.role or "")
        if role and office.party in parties:
            roles = (fold(role.id), *_folded(role.name))
            offices[str(office)] = (*roles, *(f"{party} {each}" for party in parties[office.party] for each in roles))
    found = _best(fold(text), parties) or _best(fold(text), offices)
    if not found:
        known = _role(tracker, text)
        if known in tracker.roles:
            raise errors.UnclearOffice(text, tuple(f"{code}/{known}" for code in tracker.parties))
        raise errors.UnknownOffice(text, tuple(tracker.parties))
    if len(found) > 1:
        raise errors.UnclearOffice(text, tuple(found))
    return parse_office(found[0])


def _best(wanted: str, names: dict[str, tuple[str, ...]]) -> list[str]:
    """The codes with that whole name, else those that have all its words in one of their names."""
    exact = [code for code, each in names.items() if wanted in each]
    words = wanted.split()
    return exact or [c for c, each in names.items() if words and any(all(w in name for w in words) for name in each)]


def _names_of(party: Party) -> tuple[str, ...]:
    return (fold(party.id), *_folded(party.name), *fold(_STATES.get(party.id, "")).split())


def _folded(name: Localized) -> Iterable[str]:
    return [fold(each) for each in name.wordings().values()]


def _in_use(tracker: Tracker) -> Iterator[Office]:
    """Every office with a role that stands in a record."""
    found = {}
    for _, record in tracker.records():
        found.update({str(office): office for office in offices_of(record) if office.role})
    yield from found.values()
