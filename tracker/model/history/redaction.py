"""Erasing the free text of a revision and leaving its digests (rule 15.9)."""

from collections.abc import Callable, Container, Mapping
from typing import Any

from tracker.frozen import replace
from tracker.model.history.chain import FIRST_SCHEMA, beginning_digest, digest_at, places, salt_at
from tracker.model.history.documents import Document, Documents
from tracker.model.history.leaves import Leaf, leaves, with_leaves
from tracker.model.history.revision import Change, Revision
from tracker.model.history.texts import ERASED, erase, is_erased, text_fields, words_of

# A text by the record and field that hold it.
Text = tuple[str, str, str]


def redacted(revision: Revision, wanted: frozenset[Text], *, note: bool) -> Revision:
    """The revision without those of the texts that it tells, and without its note if that is asked; its hash stays.

    Everything else stays, and with it what vouches for the words that records still show.
    """

    def is_named(change: Change, side: str, leaf: Leaf) -> bool:
        field, part = leaf.path.partition("/")[0], change.before if side == "before" else change.after
        # The first schema has digested whole fields, so that nothing of one is left to be checked.
        value = (part or {}).get(field) if revision.schema == FIRST_SCHEMA else leaf.value
        return any((change.code, field, words) in wanted for words in words_of(value))

    return _without(revision, is_named, note=note)


def erased_as(revision: Revision, known: Revision) -> Revision:
    """The revision without the texts that are erased in another copy of it."""
    gone = {
        (change.table, change.code, side, leaf.path)
        for change in known.changes
        for side, part in (("before", change.before), ("after", change.after))
        for leaf in leaves(change.table, part or {})
        if leaf.text and is_erased(leaf.value)
    }

    def is_gone(change: Change, side: str, leaf: Leaf) -> bool:
        return (change.table, change.code, side, leaf.path) in gone

    return _without(revision, is_gone, note=known.note == ERASED)


class Named:
    """The texts that another copy has erased, by their digests; `theirs` are its revisions by hash.

    What both copies have is erased where it is there; of what the other does not know the texts of the digests go, and
    what is told as before them follows what led there. `begun` are the places of texts erased at the beginning.
    """

    def __init__(self, digests: frozenset[str], theirs: Mapping[str, Revision], begun: Container[str]) -> None:
        self._digests, self._theirs, self._begun = digests, theirs, begun
        self._written: dict[str, dict[tuple[str, str], bool]] = {}
        self._parents: dict[str, str] = {}

    def erased(self, revision: Revision) -> Revision:
        """The revision without those of its texts; to be asked of every one, oldest first."""
        known = self._theirs.get(revision.hash)
        without = self._by_digest(revision) if known is None else erased_as(revision, known)
        self._parents[revision.hash] = revision.parents[0]
        self._written[revision.hash] = {
            (change.uid or change.code, leaf.path): is_erased(leaf.value)
            for change in without.changes
            for leaf in leaves(change.table, change.after or {})
            if leaf.text
        }
        return without

    def _by_digest(self, revision: Revision) -> Revision:
        found = places(revision)
        named = {
            name for name, place in found.items() if place.text and digest_at(revision, name, place) in self._digests
        }

        def is_named(change: Change, side: str, leaf: Leaf) -> bool:
            if revision.schema != FIRST_SCHEMA and side == "before":
                return self._is_erased_before(revision, change, leaf.path)
            return _place(revision, change, side, leaf) in named

        return _without(revision, is_named, note="note" in named)

    def _is_erased_before(self, revision: Revision, change: Change, path: str) -> bool:
        """Whether the text is erased in the last revision that wrote it before this one."""
        name = revision.parents[0]
        while name in self._written:
            known = self._written[name].get((change.uid or change.code, path))
            if known is not None:
                return known
            name = self._parents[name]
        return f"{change.table}/{change.code}/{path}" in self._begun


def _place(revision: Revision, change: Change, side: str, leaf: Leaf) -> str:
    """Give the place under which a revision digests a leaf; empty where it digests none of that side."""
    head = f"{change.table}/{change.code}"
    if revision.schema == FIRST_SCHEMA:
        return f"{head}/{side}/{leaf.path.partition('/')[0]}"
    return f"{head}/{leaf.path}" if side == "after" else ""


def _without(revision: Revision, is_named: Callable[[Change, str, Leaf], bool], *, note: bool) -> Revision:
    """Erase texts of a revision, and keep their digests and the salts of what stays."""

    def side(change: Change, name: str, part: Document | None) -> Document | None:
        def erased(leaf: Leaf) -> Any:
            return erase(leaf.value) if leaf.text and is_named(change, name, leaf) else leaf.value

        return part and with_leaves(change.table, part, erased)

    found = places(revision)
    changes = tuple(
        replace(each, before=side(each, "before", each.before), after=side(each, "after", each.after))
        for each in revision.changes
    )
    without = replace(revision, note=ERASED if note and revision.note is not None else revision.note, changes=changes)
    after = places(without)
    gone = {name for name, place in found.items() if place.text and after[name].value != place.value}
    kept = found.keys() - gone - revision.erased.keys()
    return replace(
        without,
        erased={**revision.erased, **{name: digest_at(revision, name, found[name]) for name in sorted(gone)}},
        salts={name: salt_at(revision, name) for name in sorted(kept)} if gone else revision.salts,
        salt="" if gone else revision.salt,
    )


def introduced(revision: Revision) -> frozenset[Text]:
    """Every text that the revision brought into a record."""
    return frozenset(
        text
        for change in revision.changes
        for text in _texts(change.table, change.code, change.after) - _texts(change.table, change.code, change.before)
    )


def repeats(revision: Revision, wanted: frozenset[Text]) -> bool:
    """Whether the revision holds one of the texts, as what it replaced or as what it brought back."""
    return any(
        wanted & _texts(change.table, change.code, side)
        for change in revision.changes
        for side in (change.before, change.after)
    )


def still_shown(wanted: frozenset[Text], documents: Documents) -> tuple[str, str] | None:
    """The record and field that still show one of the texts, if any does."""
    codes = {code for code, _, _ in wanted}
    for table, rows in documents.items():
        for code in sorted(rows.keys() & codes):
            for _, field, _ in sorted(wanted & _texts(table, code, rows[code])):
                return code, field
    return None


def _texts(table: str, code: str, document: Mapping[str, Any] | None) -> set[Text]:
    document = document or {}
    fields = text_fields(table) & document.keys()
    return {(code, name, words) for name in fields for words in words_of(document[name]) if words != ERASED}


def newly_erased(before: Documents, after: Documents, salts: Mapping[str, str]) -> dict[str, str]:
    """The digests, by place, of the texts of a beginning that stand in `before` and are erased in `after`.

    `salts` are those of the beginning, by place.
    """
    found: dict[str, str] = {}
    for table, rows in after.items():
        for code, document in rows.items():
            old = {leaf.path: leaf for leaf in leaves(table, before[table][code])}
            for leaf in leaves(table, document):
                if leaf.text and is_erased(leaf.value) and leaf.path in old and old[leaf.path].value != leaf.value:
                    name = f"{table}/{code}/{leaf.path}"
                    found[name] = beginning_digest(name, table, old[leaf.path], {}, salts)
    return found
