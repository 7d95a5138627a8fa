"""Erasing the free text of a revision and leaving its digests (rule 15.9)."""

from collections.abc import Mapping
from typing import Any

from tracker.frozen import replace
from tracker.model.history.chain import digest, digest_at, places, salt_at
from tracker.model.history.documents import Document, Documents
from tracker.model.history.leaves import leaves
from tracker.model.history.revision import Change, Revision
from tracker.model.history.texts import ERASED, erase, is_erased, text_fields, words_of

# A text by the record and field that hold it.
Text = tuple[str, str, str]


def redacted(revision: Revision) -> Revision:
    """The revision without its texts; its hash stays valid."""
    found = places(revision)
    gone = {name for name, place in found.items() if place.text and erase(place.value) != place.value}
    return replace(
        revision,
        note=None if revision.note is None else ERASED,
        changes=tuple(_without_text(change) for change in revision.changes),
        erased={name: digest_at(revision, name, found[name]) for name in sorted(gone)},
        salts={name: salt_at(revision, name) for name in sorted(found.keys() - gone)},
        salt="",
    )


def _without_text(change: Change) -> Change:
    return replace(change, before=_blank(change.table, change.before), after=_blank(change.table, change.after))


def _blank(table: str, document: Document | None) -> Document | None:
    if document is None:
        return None
    texts = text_fields(table)
    return {name: erase(value) if name in texts else value for name, value in document.items()}


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


def newly_erased(before: Documents, after: Documents) -> dict[str, str]:
    """The digests, by place, of the texts of a beginning that stand in `before` and are erased in `after`."""
    found: dict[str, str] = {}
    for table, rows in after.items():
        for code, document in rows.items():
            old = {leaf.path: leaf.value for leaf in leaves(table, before[table][code])}
            for leaf in leaves(table, document):
                if leaf.text and is_erased(leaf.value) and old.get(leaf.path) != leaf.value:
                    found[f"{table}/{code}/{leaf.path}"] = digest(old.get(leaf.path))
    return found
