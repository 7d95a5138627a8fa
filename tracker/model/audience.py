"""The readers of a document, and what of the tracker they get to see (rule 14.6).

What a counterpart sees is an allow-list, `shared` of each kind of records: a field that is added later is not shared
until it is named there. Figures are computed from all evidence, so what is withheld keeps its place and loses its
words.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from tracker.frozen import replace
from tracker.model.history.documents import WITHHELD
from tracker.model.history.revision import Revision
from tracker.model.history.texts import ERASED, text_fields
from tracker.model.records.evidence import Confidentiality, Evidence
from tracker.model.records.record import Record
from tracker.model.records.reviews import Recommendation, Review, ReviewStatus
from tracker.model.tracker import Tracker


class Audience(StrEnum):
    """The readers of a document."""

    INTERNAL = "internal"
    COUNTERPART = "counterpart"


_SEEN = {
    Audience.INTERNAL: frozenset({Confidentiality.PUBLIC, Confidentiality.INTERNAL}),
    Audience.COUNTERPART: frozenset({Confidentiality.PUBLIC}),
}


def seen_by(audience: Audience, tracker: Tracker) -> Tracker:
    """The tracker with what those readers get to see; codes, figures and states stay as they are."""
    tables = {table: _rows(audience, tracker, table) for table in tracker.tables}
    return replace(tracker, tables=tables)


def notes_for(audience: Audience, notes: Iterable[Revision]) -> list[Revision]:
    """The notes whose words those readers get in a document; one that is erased or withheld has none."""
    internal = audience is Audience.INTERNAL
    known = (note for note in notes if note.note and note.note != ERASED and not note.note.startswith(WITHHELD))
    return [note for note in known if internal or note.public]


def _rows(audience: Audience, tracker: Tracker, table: str) -> dict[str, Any]:
    rows = tracker.tables[table].items()
    if audience is Audience.INTERNAL:
        return {code: _withheld(record, audience) for code, record in rows}
    return {
        code: _withheld(_shared(table, record), audience) for code, record in rows if not _is_draft(tracker, record)
    }


def _is_draft(tracker: Tracker, record: Record) -> bool:
    """An evaluation that is not approved yet, and what it recommends."""
    if isinstance(record, Recommendation):
        review = tracker.reviews.get(record.review)
        return review is not None and _is_draft(tracker, review)
    return isinstance(record, Review) and record.status is ReviewStatus.DRAFT


def _withheld(record: Record, audience: Audience) -> Record:
    """Evidence that these readers may not know of, without its words."""
    if not isinstance(record, Evidence) or record.confidentiality in _SEEN[audience]:
        return record
    return replace(record, reference="", title=None, url=None, file=None)


def _shared(table: str, record: Record) -> Record:
    """The record without the words that are not shared; a note within a shared field is not shared either."""
    internal = text_fields(table) - record.shared
    changed: dict[str, Any] = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if name in internal:
            changed[name] = () if isinstance(value, tuple) else None
        elif isinstance(value, tuple):
            changed[name] = tuple(_without_note(item) for item in value)
    return replace(record, **changed)


def _without_note(item: Any) -> Any:
    return replace(item, note=None) if getattr(item, "note", None) is not None else item
