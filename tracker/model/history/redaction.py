"""Erasing the free text of a revision and leaving its digests (rule 15.9)."""

from collections.abc import Iterator, Mapping
from typing import Any

from tracker.frozen import replace
from tracker.model.history.chain import digest_at, places, salt_at
from tracker.model.history.documents import Document, Documents
from tracker.model.history.revision import Change, Revision

ERASED = "[…]"

# Every field of a record that holds words somebody typed; the rest are codes, dates, numbers and states.
TEXT_FIELDS = frozenset(
    {
        "agenda",
        "concern_reason",
        "decision",
        "definition",
        "details",
        "expected_impact",
        "file",
        "findings",
        "forecast_reason",
        "legal_instrument",
        "means_of_verification",
        "measurements",
        "name",
        "notes",
        "objective",
        "place",
        "policy_context",
        "ratings",
        "recommendation",
        "reference",
        "reschedule_reason",
        "response",
        "response_reason",
        "status_reason",
        "summary",
        "text",
        "themes",
        "title",
        "url",
    }
)
# The answer to a recommendation is one of three words; to an obstacle it is what somebody wrote.
NO_TEXT_IN = {"recommendations": frozenset({"response"}), "obstacles": frozenset({"decision"})}
# Inside such a field: no words of anybody, and a date would not be one any more.
FIXED = frozenset(
    {
        *("country", "date", "signed", "size", "type"),
        *("period_start", "period_end", "value", "source", "verified", "step", "criterion", "evidence"),
    }
)

# A text by the record and field that hold it.
Text = tuple[str, str, str]


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
    return place == "note" or place.rpartition("/")[2] in text_fields(place.partition("/")[0])


def text_fields(table: str) -> frozenset[str]:
    """The fields of a table's records that hold words somebody typed."""
    return TEXT_FIELDS - NO_TEXT_IN.get(table, frozenset())


def _without_text(change: Change) -> Change:
    return replace(change, before=_blank(change.table, change.before), after=_blank(change.table, change.after))


def _blank(table: str, document: Document | None) -> Document | None:
    if document is None:
        return None
    texts = text_fields(table)
    return {name: erase(value) if name in texts else value for name, value in document.items()}


def erase(value: Any) -> Any:
    """The same shape with every text replaced by `ERASED`; what has a fixed form (a date, a type) stays."""
    if isinstance(value, str):
        return ERASED
    if isinstance(value, dict):
        return {key: inner if key in FIXED else erase(inner) for key, inner in value.items()}
    return [erase(inner) for inner in value] if isinstance(value, list) else value


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


def holds_erased(value: Any) -> bool:
    """Whether a text in it was erased."""
    return ERASED in _words(value)


def _texts(table: str, code: str, document: Mapping[str, Any] | None) -> set[Text]:
    document = document or {}
    fields = text_fields(table) & document.keys()
    return {(code, name, words) for name in fields for words in _words(document[name]) if words != ERASED}


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in FIXED:
                yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
