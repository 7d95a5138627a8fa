"""Erasing the free text of a revision and leaving its digests (DOMAIN.md 2.6, DESIGN.md 3)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tracker.model.revision import Change, Document, Documents, Revision, digest_at, places, salt_at

ERASED = "[…]"

# Every field of a record that holds words somebody typed; the rest are codes, dates, numbers and states.
TEXT_FIELDS = frozenset(
    {
        "agenda",
        "concern_reason",
        "decision",
        "details",
        "expected_impact",
        "file",
        "forecast_reason",
        "legal_instrument",
        "name",
        "notes",
        "objective",
        "place",
        "policy_context",
        "reference",
        "response",
        "status_reason",
        "themes",
        "title",
        "url",
    }
)


def redacted(revision: Revision) -> Revision:
    """The revision without its texts; its hash stays valid."""
    found = places(revision)
    gone = {place for place, value in found.items() if _is_text(place) and value is not None}
    return replace(
        revision,
        note=None if revision.note is None else ERASED,
        changes=tuple(_without_text(change) for change in revision.changes),
        erased={place: digest_at(revision, place, found[place]) for place in sorted(gone)},
        salts={place: salt_at(revision, place) for place in sorted(found.keys() - gone)},
        salt="",
    )


def _is_text(place: str) -> bool:
    return place == "note" or place.rpartition("/")[2] in TEXT_FIELDS


def _without_text(change: Change) -> Change:
    return replace(change, before=_blank(change.before), after=_blank(change.after))


def _blank(document: Document | None) -> Document | None:
    if document is None:
        return None
    return {name: erase(value) if name in TEXT_FIELDS else value for name, value in document.items()}


def erase(value: Any) -> Any:
    """The same shape with every text replaced by `ERASED`."""
    if isinstance(value, str):
        return ERASED
    if isinstance(value, dict):
        return {key: erase(inner) for key, inner in value.items()}
    return [erase(inner) for inner in value] if isinstance(value, list) else value


def texts(revision: Revision) -> Iterator[tuple[str, str, Any]]:
    """The record code, field and value of every text a revision brought in (its `after` side)."""
    for change in revision.changes:
        for name, value in (change.after or {}).items():
            if name in TEXT_FIELDS and value not in (None, "", erase(value)):
                yield change.code, name, value


def same_texts_gone(revision: Revision, wanted: set[str]) -> bool:
    """Whether a later revision repeats, as what it replaced, one of the texts to be erased."""
    return any(
        name in TEXT_FIELDS and f"{change.code}/{name}/{value!r}" in wanted
        for change in revision.changes
        for name, value in (change.before or {}).items()
    )


def keys(revision: Revision) -> set[str]:
    """Marks by which `same_texts_gone` knows the texts of a revision again."""
    return {f"{code}/{name}/{value!r}" for code, name, value in texts(revision)}


def still_shown(revision: Revision, documents: Documents) -> tuple[str, str] | None:
    """The record and field that still show a text of the revision, if any does."""
    for change in revision.changes:
        present = documents.get(change.table, {}).get(change.code)
        for name, value in (change.after or {}).items():
            if present and name in TEXT_FIELDS and value is not None and present.get(name) == value:
                return change.code, name
    return None
