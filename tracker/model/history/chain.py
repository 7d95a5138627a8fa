"""The chain of revisions: each carries the hashes of those it was made from, and digests stand in for its contents.

Digests stand in for contents, so that a text can be erased, or withheld from one side, without breaking the chain.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from operator import eq
from typing import Any

from tracker.frozen import Frozen, sorted_json
from tracker.model.history.documents import WITHHELD, Documents
from tracker.model.history.leaves import Leaf, leaves, private_leaves, words_at
from tracker.model.history.revision import Change, Revision, without_bookkeeping
from tracker.model.history.texts import ERASED, agree, erased_in, is_erased, text_fields
from tracker.model.history.withheld import digest_in, holds_withheld, is_private, is_withheld

FIRST_SCHEMA = 1
"""The schema whose revisions digest whole fields, before and after; later ones digest the leaves after a change."""
_MARKS = (WITHHELD, ERASED)
canonical = sorted_json
"""Gives the canonical JSON of a value: sorted keys, no spaces, UTF-8; the documents hold no floats."""


class Place(Frozen):
    """A value of a revision, whether it is words that may be erased, and whether one side may withhold it."""

    value: Any
    text: bool = False
    private: bool = False


def compared_by(schema: int, *, joined: bool = False) -> Callable[[Any, Any], bool]:
    """The comparison of the values that a revision of that schema has left with those that are found.

    Where the first schema digests a whole field, more has been erased of it than elsewhere; and of copies that were
    `joined` one may still show a text that the other one has erased.
    """
    if schema == FIRST_SCHEMA:
        return agree
    return erased_in if joined else eq


def digest(value: Any, salt: str = "") -> str:
    """The SHA-256 of a value's canonical JSON behind the salt, as hexadecimal."""
    return sha256(salt.encode() + canonical(value)).hexdigest()


def places(revision: Revision) -> dict[str, Place]:
    """Every value of a revision by its place: `note`, and `table/code/path` of each leaf after a change.

    In revisions of the first schema they are `forced` and `table/code/side/field` beside the note.
    """
    if revision.schema == FIRST_SCHEMA:
        return dict(_first_places(revision))
    found = {} if revision.note is None else {"note": place_of_note(revision)}
    for change in revision.changes:
        found |= {name: place for _, name, place in places_of(change)}
    return found


def place_of_note(revision: Revision) -> Place:
    """The note of a revision, which has one."""
    return Place(revision.note, text=True, private=not revision.public)


def places_of(change: Change) -> Iterator[tuple[str, str, Place]]:
    """The path, the place by name, and what stands there, of each leaf after a change."""
    table, head = change.table, f"{change.table}/{change.code}"
    for leaf in leaves(table, change.after or {}):
        place = Place(leaf.value, leaf.text, is_private(table, leaf.path, text=leaf.text))
        yield leaf.path, f"{head}/{leaf.path}", place


def _first_places(revision: Revision) -> Iterator[tuple[str, Place]]:
    yield "note", Place(revision.note, text=True, private=True)
    if revision.forced:
        yield "forced", Place(value=True)
    for change in revision.changes:
        texts = text_fields(change.table)
        for side, document in (("before", change.before), ("after", change.after)):
            head = f"{change.table}/{change.code}/{side}"
            yield head, Place(document is not None)
            for name, value in (document or {}).items():
                yield f"{head}/{name}", Place(value, name in texts)


def digest_at(revision: Revision, name: str, place: Place) -> str:
    """The digest of the value at a place, as it was when the revision was written.

    A digest that was kept counts only where an erased text stands, or where one side may withhold what stands there
    and a mark does: anything else is there to be digested.
    """
    if place.value.__class__ is str and not place.value.startswith(_MARKS):  # as most are
        return digest(place.value, salt_at(revision, name))
    if place.private and (known := digest_in(place.value)):
        return known
    if place.text and is_erased(place.value):
        kept = revision.erased.get(name)
    elif revision.withheld and _may_be_withheld(revision, name, place):
        kept = revision.withheld.get(name)
    else:
        kept = None
    return kept or digest(place.value, salt_at(revision, name))


def _may_be_withheld(revision: Revision, name: str, place: Place) -> bool:
    """Whether marks stand in a field that the first schema digests whole, and only where one side may withhold."""
    if revision.schema != FIRST_SCHEMA or not place.text or not holds_withheld(place.value):
        return False
    table, field = name.partition("/")[0], name.rpartition("/")[2]
    marked = (leaf for leaf in leaves(table, {field: place.value}) if is_withheld(leaf.value))
    return all(is_private(table, leaf.path, text=leaf.text) for leaf in marked)


def salt_at(revision: Revision, name: str) -> str:
    """The salt of a place; each place has its own, so that one can be kept when another is erased."""
    known = revision.salts.get(name)
    if known is None:
        known = digest((revision.salt, name))
    return known


def private_salt(secret: str, uid: str, path: str) -> str:
    """The salt of what may be withheld at that path of a record: the same words there have one digest in a copy.

    So whoever sees the words and whoever sees only their digests find the same two states alike. Nobody guesses the
    words without the copy's secret.
    """
    return digest((secret, uid, words_at(path)))[:32]


def private_salts(secret: str, changes: Iterable[Change]) -> dict[str, str]:
    """The salts, by place, of what the other side may never see of new changes."""
    return {
        f"{change.table}/{change.code}/{leaf.path}": private_salt(secret, change.uid, leaf.path)
        for change in changes
        for leaf in private_leaves(change.table, change.after or {})
    }


def digest_of_state(documents: Documents) -> str:
    """One digest for a whole state, in which no text can be erased: trackers of the first schema began with it."""
    return digest(content(documents))


def content(documents: Documents) -> dict[str, dict[str, Any]]:
    """The part of a state that is digested: the records by table and code, without bookkeeping and empty tables."""
    return {
        table: {code: without_bookkeeping(document) for code, document in rows.items()}
        for table, rows in documents.items()
        if rows
    }


def beginning(
    documents: Documents, erased: Mapping[str, str], salts: Mapping[str, str] = {}, *, demo: bool = False
) -> str:
    """The digest that a chain starts from, of the digests of all leaves and of the mark of fictional data.

    `erased` has, by place, the digests of texts erased since, and `salts` the salts of what may be withheld.
    """
    found: dict[str, str] = {}
    for table, rows in documents.items():
        for code, document in rows.items():
            head = f"{table}/{code}"
            places = {f"{head}/{leaf.path}": leaf for leaf in leaves(table, without_bookkeeping(document) or {})}
            digests = {name: beginning_digest(name, table, leaf, erased, salts) for name, leaf in places.items()}
            found[head] = digest({"uid": document.get("uid") or "", **digests})
    return digest({**found, "demo": demo} if demo else found)


def beginning_digest(name: str, table: str, leaf: Leaf, erased: Mapping[str, str], salts: Mapping[str, str]) -> str:
    """The digest of a leaf, at that place, of the documents that a chain starts from."""
    if leaf.text and is_erased(leaf.value) and name in erased:
        return erased[name]
    private = is_private(table, leaf.path, text=leaf.text)
    return (private and digest_in(leaf.value)) or digest(leaf.value, salts.get(name, ""))
