"""Revisions: who changed what, when, from what to what and why; chained and never rewritten (section 15).

They work on plain documents (the stored form of records), so that history, undo, as-of and import are one mechanism.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import compress
from operator import eq, ne
from typing import Any

from tracker.frozen import Frozen, field, replace
from tracker.model.history.documents import Document, Documents, Rows, is_large, laid_over, unlike, unlike_codes
from tracker.model.records.codes import order_of
from tracker.model.records.thresholds import together

# `rev` follows from the revisions themselves, and `uid` is the record itself; both are stamped, never compared.
BOOKKEEPING = frozenset({"rev", "uid"})


class Change(Frozen):
    """The changed fields of one record before and after; None where the record did not exist.

    `uid` is the identity of the record, empty in revisions of schema 1.
    """

    table: str
    code: str
    before: Document | None
    after: Document | None
    uid: str = ""

    def is_of(self, code: str, uid: str | None) -> bool:
        """Whether it changes the record of that identity; the first schema has told its code alone."""
        return self.uid == uid if self.uid and uid else self.code == code


class Undone(Frozen):
    """The revision that another takes back; its hash is empty in revisions of schema 1."""

    number: int
    hash: str = ""


class Revision(Frozen):
    """One command's change. `at` is UTC, ISO; `schema` that of the documents; `undoes` the revision taken back.

    `parents` are the hashes of the revisions it was made from; the first one has the digest of the beginning there.
    `copy` is the copy of the tracker in which it was made. `forced`: a text that looks like personal data was kept in
    spite of that; the note says why.

    `salt` keeps the digest of a short text from being guessed; texts that stay with one side have each their own in
    `salts`. Redaction removes `salt` with the texts; `erased` then holds their digests by place, and `salts` what the
    texts that stay need to be checked. `withheld` are the digests of what another side withholds of a revision
    of schema 1, which digests whole fields; later ones have them in marks. `erases` are the digests of all texts that a
    redaction has erased. `decided` are the questions, by the identity of the record and their name, that somebody
    answered when two copies were joined. `about` are the codes and identities of the records that a note is about where
    nothing else was said of them; where it is `public`, the other side gets its words.
    """

    number: int
    uuid: str
    at: str
    by: str
    command: str
    note: str | None
    schema: int
    changes: tuple[Change, ...]
    parents: tuple[str, ...]
    copy: str = ""
    hash: str = ""
    undoes: Undone | None = None
    forced: bool = False
    salt: str = ""
    erased: Mapping[str, str] = field(default_factory=dict)
    salts: Mapping[str, str] = field(default_factory=dict)
    withheld: Mapping[str, str] = field(default_factory=dict)
    erases: tuple[str, ...] = ()
    decided: tuple[tuple[str, str], ...] = ()
    about: tuple[tuple[str, str], ...] = ()
    public: bool = False

    def is_of(self, code: str, uid: str | None) -> bool:
        """Whether it changes the record of that identity, or is a note about it."""
        noted = any(uid == other if uid and other else code == name for name, other in self.about)
        return noted or any(change.is_of(code, uid) for change in self.changes)


def difference(before: Documents, after: Documents) -> tuple[Change, ...]:
    """Give the changes between two states, record by record, in the order of tables and codes."""
    changes: list[Change] = []
    for table in sorted(unlike(before, after)):
        old, new = before.get(table, {}), after.get(table, {})
        for code in sorted(unlike_codes(old, new), key=order_of):
            changes += _differences(table, code, old.get(code), new.get(code))
    return tuple(changes)


def _differences(
    table: str, code: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None
) -> tuple[Change, ...]:
    """Give the change of one record; a code that went to another record is one that goes and one that comes."""
    if old is new:
        return ()
    if old is None or new is None:
        return (Change(table, code, without_bookkeeping(old), without_bookkeeping(new), _uid(old or new)),)
    old, new = dict(old.items()), dict(new.items())
    if old.get("uid") and old["uid"] != (new.get("uid") or ""):
        return *_differences(table, code, old, None), *_differences(table, code, None, new)
    # What both have is compared at the speed of C: of ten thousand records most fields are as they were.
    names = [name for name in compress(old, map(ne, old.values(), map(new.get, old))) if name not in BOOKKEEPING]
    if not new.keys() <= old.keys():
        names += [n for n in new if n not in old and n not in BOOKKEEPING and new[n] is not None]
    if not names:
        return ()
    names = together(table, names)
    return (Change(table, code, {n: old.get(n) for n in names}, {n: new.get(n) for n in names}, old.get("uid") or ""),)


def sharing_changes(revision: Revision, other: Revision | None) -> Revision:
    """The revision with the very changes of the other one where both are equal."""
    if other is None or len(revision.changes) != len(other.changes):
        return revision
    pairs = zip(revision.changes, other.changes, strict=True)
    return replace(revision, changes=tuple(theirs if theirs == ours else ours for ours, theirs in pairs))


def _uid(document: Mapping[str, Any] | None) -> str:
    return (document or {}).get("uid") or ""


def without_bookkeeping(document: Mapping[str, Any] | None) -> Document | None:
    """The document as it is compared and digested."""
    if document is None:
        return None
    found = dict(document.items())
    for name in BOOKKEEPING:
        found.pop(name, None)
    return found


def applied(documents: Documents, changes: Iterable[Change], *, back: bool = False) -> Documents:
    """The state after the changes, or before them with `back`; the given state is left as it is.

    The changes are in the order in which they were made, either way.
    """
    changes = list(changes)
    result: dict[str, dict[str, Mapping[str, Any]]] = {}
    over: dict[str, Rows] = {}
    for table in {change.table for change in changes}:
        rows, touched = documents.get(table, {}), [change for change in changes if change.table == table]
        if is_large(rows) and all((change.before if back else change.after) is not None for change in touched):
            over[table] = rows
            result[table] = {c.code: row for c in touched if (row := rows.get(c.code)) is not None}
        else:
            result[table] = dict(rows.items())
    for change in reversed(changes) if back else changes:
        apply(result[change.table], change, back=back)
    laid: dict[str, Rows] = {table: laid_over(rows, result[table]) for table, rows in over.items()}
    return {**documents, **result, **laid}


def apply(rows: dict[str, Mapping[str, Any]], change: Change, *, back: bool) -> None:
    """Change a row of a table, or take that back."""
    target, other = (change.before, change.after) if back else (change.after, change.before)
    if target is None:
        rows.pop(change.code, None)
    elif other is None:
        rows[change.code] = {**target, "uid": change.uid} if change.uid else dict(target)
    else:
        merged = dict(rows.get(change.code, {}).items()) | target
        rows[change.code] = {k: v for k, v in merged.items() if v is not None} if None in merged.values() else merged


def conflict(
    documents: Documents,
    changes: Iterable[Change],
    *,
    back: bool = False,
    same: Callable[[Any, Any], bool] = eq,
    ignoring: frozenset[str] = frozenset(),
) -> tuple[str, str, Any, Any] | None:
    """The first place that does not hold what the changes left there: code, field, left, present.

    Where a code went from one record to another, the one that has it is compared.
    """
    seen: set[tuple[str, str]] = set()
    changes = tuple(changes)
    for change in reversed(changes) if back else changes:
        if (change.table, change.code) in seen:
            continue
        seen.add((change.table, change.code))
        left = change.after if back else change.before
        present = documents.get(change.table, {}).get(change.code)
        if left is None or present is None:
            if left is not present:
                return change.code, "", left, present
            continue
        names = left
        if change.before is None or change.after is None:
            # A created record is taken back as a whole, so nothing may have been added to it either.
            whole = without_bookkeeping(present) or {}
            names = {} if left == whole else {**left, **whole}
        for name in names:
            if name not in ignoring and not same(left.get(name), present.get(name)):
                return change.code, name, left.get(name), present.get(name)
    return None
