"""Revisions: who changed what, when, from what to what and why; chained and never rewritten (DESIGN.md 3).

They work on plain documents (the stored form of records), so that history, undo, as-of and import are one mechanism.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from operator import eq
from typing import Any

from tracker.frozen import Frozen, field
from tracker.model.codes import order_of
from tracker.model.documents import Document, Documents, unlike, unlike_codes

# `rev` follows from the revisions themselves; it is stamped, never compared.
BOOKKEEPING = frozenset({"rev"})


class Change(Frozen):
    """The changed fields of one record before and after; None where the record did not exist."""

    table: str
    code: str
    before: Document | None
    after: Document | None


class Revision(Frozen):
    """One command's change. `at` is UTC, ISO; `schema` that of the documents; `undoes` the revision taken back.

    `forced`: a text that looks like personal data was kept in spite of that; the note says why (DOMAIN.md 2.6).

    `salt` keeps the digest of a short text from being guessed. Redaction removes it with the texts; `erased` then
    holds their digests by place, and `salts` what the texts that stay need to be checked.
    """

    number: int
    uuid: str
    at: str
    by: str
    command: str
    note: str | None
    schema: int
    changes: tuple[Change, ...]
    previous: str
    hash: str = ""
    undoes: int | None = None
    forced: bool = False
    salt: str = ""
    erased: Mapping[str, str] = field(default_factory=dict)
    salts: Mapping[str, str] = field(default_factory=dict)


def difference(before: Documents, after: Documents) -> tuple[Change, ...]:
    """What changed between two states, record by record, in the order of tables and codes."""
    changes = []
    for table in sorted(unlike(before, after)):
        old, new = before.get(table, {}), after.get(table, {})
        for code in sorted(unlike_codes(old, new), key=order_of):
            change = _record_difference(table, code, old.get(code), new.get(code))
            if change:
                changes.append(change)
    return tuple(changes)


def _record_difference(
    table: str, code: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None
) -> Change | None:
    if old is new:
        return None
    if old is None or new is None:
        return Change(table, code, _kept(old), _kept(new))
    names = [n for n in {**old, **new} if n not in BOOKKEEPING and old.get(n) != new.get(n)]
    if not names:
        return None
    return Change(table, code, {n: old.get(n) for n in names}, {n: new.get(n) for n in names})


def _kept(document: Mapping[str, Any] | None) -> Document | None:
    return None if document is None else {k: v for k, v in document.items() if k not in BOOKKEEPING}


def applied(documents: Documents, changes: Iterable[Change], *, back: bool = False) -> Documents:
    """The state after the changes, or before them with `back`; the given state is left as it is."""
    changes = list(changes)
    result: dict[str, dict[str, Mapping[str, Any]]] = {
        table: dict(documents.get(table, {}).items()) for table in {change.table for change in changes}
    }
    for change in changes:
        rows = result[change.table]
        target, other = (change.before, change.after) if back else (change.after, change.before)
        if target is None:
            rows.pop(change.code, None)
        elif other is None:
            rows[change.code] = dict(target)
        else:
            merged = {**rows.get(change.code, {}), **target}
            rows[change.code] = {k: v for k, v in merged.items() if v is not None}
    return {**documents, **result}


def stamped(documents: Documents, numbers: Mapping[tuple[str, str], int]) -> Documents:
    """The state with the number of the revision that last changed each of these records, by table and code."""
    result: dict[str, dict[str, Mapping[str, Any]]] = {}
    for (table, code), number in numbers.items():
        if code in documents.get(table, {}):
            if table not in result:
                result[table] = dict(documents[table].items())
            result[table][code] = {**result[table][code], "rev": number}
    return {**documents, **result}


def conflict(
    documents: Documents,
    changes: Iterable[Change],
    *,
    back: bool = False,
    same: Callable[[Any, Any], bool] = eq,
    ignoring: frozenset[str] = frozenset(),
) -> tuple[str, str, Any, Any] | None:
    """The first place that does not hold what the changes left there: code, field, left, present."""
    for change in changes:
        left = change.after if back else change.before
        present = documents.get(change.table, {}).get(change.code)
        if left is None or present is None:
            if left is not present:
                return change.code, "", left, present
            continue
        # A created record is taken back as a whole, so nothing may have been added to it either.
        names = left if (change.before and change.after) else {**left, **(_kept(present) or {})}
        for name in names:
            if name not in ignoring and not same(left.get(name), present.get(name)):
                return change.code, name, left.get(name), present.get(name)
    return None


_quoted = json.encoder.encode_basestring
_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


def canonical(value: Any) -> bytes:
    """Canonical JSON: sorted keys, no spaces, UTF-8; the documents hold no floats."""
    return _canonical(value).encode()


def digest(value: Any, salt: str = "") -> str:
    """SHA-256 of a value's canonical JSON behind the salt, as hexadecimal."""
    return _sha256(salt.encode() + canonical(value))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def digest_of_state(documents: Documents) -> str:
    """One digest for a whole state; the chain starts from that of the template."""
    kept = {table: {code: _kept(doc) for code, doc in rows.items()} for table, rows in documents.items() if rows}
    return digest(kept)


def places(revision: Revision) -> dict[str, Any]:
    """Every value of a revision by its place: `note`, `forced` where it is so, and `table/code/side/field`."""
    found: dict[str, Any] = {"note": revision.note, **({"forced": True} if revision.forced else {})}
    for change in revision.changes:
        for side, document in (("before", change.before), ("after", change.after)):
            head = f"{change.table}/{change.code}/{side}"
            found[head] = document is not None
            for name, value in (document or {}).items():
                found[f"{head}/{name}"] = value
    return found


def chained(revision: Revision) -> str:
    """The hash of a revision: over its head, the hash before, and the digests of its contents.

    Digests stand in for contents, so that a text can be erased without breaking the chain.
    """
    contents = {place: digest_at(revision, place, value) for place, value in places(revision).items()}
    head = [revision.number, revision.uuid, revision.at, revision.by, revision.command, revision.schema]
    return digest([*head, revision.undoes, revision.previous, contents])


def digest_at(revision: Revision, place: str, value: Any) -> str:
    """The digest of the value at a place, as it was when the revision was written."""
    return revision.erased.get(place) or digest(value, salt_at(revision, place))


def salt_at(revision: Revision, place: str) -> str:
    """Each place has a salt of its own, so that one can be kept when another is erased."""
    # The canonical JSON of the two, written out: a long history has some hundred thousand places.
    return revision.salts.get(place) or _sha256(f"[{_quoted(revision.salt)},{_quoted(place)}]".encode())
