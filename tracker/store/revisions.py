"""The stored form of revisions: one line of the file each, of the present schema or the first."""

from functools import cache
from typing import Any

import msgspec

from tracker import errors
from tracker.frozen import asdict, replace
from tracker.model.history.chain import FIRST_SCHEMA
from tracker.model.history.documents import Document
from tracker.model.history.revision import Change, Revision
from tracker.model.records.tables import KINDS, TABLES
from tracker.store.state import check_moment


def revision_document(revision: Revision) -> Document:
    """A revision as one line of the file; what is empty is left out."""
    document = asdict(revision) | {"undoes": revision.undoes and asdict(revision.undoes)}
    if revision.schema == FIRST_SCHEMA:
        document |= {"previous": revision.parents[0], "parents": None}
        document["undoes"] = revision.undoes and revision.undoes.number
    document["changes"] = [_plain(change) for change in revision.changes]
    kept = ("by", "changes", "number", "previous", "salt", "uuid")
    return {k: v for k, v in document.items() if k in kept or v not in (None, False, "", {}, ())}


def _plain(change: Change) -> list[Any]:
    uid = [change.uid] if change.uid else []
    return [change.table, change.code, change.before, change.after, *uid]


def to_revision(document: Document, path: str) -> Revision:
    """A revision from its line; raises `Corrupt`."""
    try:
        changes = tuple(to_change(*change) for change in document["changes"])
        known = {"note": None, **document, "changes": []}
        if document["schema"] == FIRST_SCHEMA:
            known = _as_now(known)
        revision = msgspec.convert(known, Revision)
        if revision.schema < FIRST_SCHEMA or not revision.parents:
            raise ValueError(revision.schema, revision.parents)
        check_moment(revision.at)
        return replace(revision, changes=changes)
    except (KeyError, TypeError, ValueError, msgspec.ValidationError) as error:
        raise errors.Corrupt(path, "bad_value", f"revisions/{document.get('number', '?')}") from error


_LATER = frozenset({"previous", "undoes", "public", "about", "erases", "decided", "copy"})
"""The parts of a head that the first schema did not have, or had otherwise: none of them is in its digest."""


def _as_now(document: Document) -> Document:
    """The head of a revision of the first schema, which knew one parent and the number of what it took back."""
    known = {name: value for name, value in document.items() if name not in _LATER}
    if document.get("undoes") is not None:
        known["undoes"] = {"number": document["undoes"]}
    return {**known, "parents": [document["previous"]]}


def to_change(table: Any, code: Any, before: Any, after: Any, uid: Any = "") -> Change:
    """A change, both sides decoded as strictly as records are: what a revision holds is shown, and may be brought back.

    Raises KeyError, TypeError, ValueError or what msgspec raises.
    """
    if table not in KINDS or not isinstance(code, str) or not isinstance(uid, str):
        raise TypeError(code)
    msgspec.convert((before, after), _sides(table), strict=True)
    if before is not None and after is not None and before.keys() != after.keys():
        raise ValueError(code)  # what one of them leaves out would not be compared with anything
    return Change(table, code, before, after, uid)


@cache
def _sides(table: str) -> type:
    """Two parts of a record of that table, each of them possibly nothing, as is any of the fields."""
    fields = [(field.name, field.type | None, None) for field in msgspec.structs.fields(TABLES[table])]
    side = msgspec.defstruct(table, fields, forbid_unknown_fields=True) | None
    return msgspec.defstruct("Sides", [("before", side), ("after", side)], array_like=True)
