"""The notes on a record as they are shown: dated, by office, and for whom."""

from collections.abc import Iterable
from typing import Any

from tracker.message import Message, msg
from tracker.model.history.revision import Revision
from tracker.model.records.evidence import Confidentiality
from tracker.model.records.office import parse_office
from tracker.model.tracker import Tracker
from tracker.reports.labels import FIELDS
from tracker.reports.report import Column, Moment, Ref, Table, Value, Word
from tracker.reports.values import office_name

NOTES = msg("Notes")


def note_rows(tracker: Tracker, notes: Iterable[Revision]) -> Table:
    """A table of notes in the order given."""
    columns = (
        Column("number", msg("Revision")),
        Column("at", msg("When")),
        Column("by", msg("Office"), rank=1),
        Column("note", msg("Note"), flexible=True, letters=24),
        Column("confidentiality", FIELDS["confidentiality"], rank=2),
    )
    rows = tuple(
        (Ref(str(note.number)), Moment(note.at), _office(tracker, note), note.note, Word(_audience(note), "feminine"))
        for note in notes
    )
    return Table("notes", NOTES, columns, rows)


def said_in(tracker: Tracker, note: Revision) -> Message:
    """A note in one sentence, after its time and its office."""
    named = {"moment": Moment(note.at), "office": _office(tracker, note), "text": note.note}
    return msg("{moment}, {office}: {text}", **named)


def machine_note(note: Revision) -> dict[str, Any]:
    """A note under stable keys; `number` is that of its revision, `at` is UTC."""
    return {"number": note.number, "at": note.at, "by": note.by, "text": note.note, "public": note.public}


def _audience(note: Revision) -> Confidentiality:
    return Confidentiality.PUBLIC if note.public else Confidentiality.INTERNAL


def _office(tracker: Tracker, note: Revision) -> Value:
    return office_name(tracker, parse_office(note.by)) if note.by else msg("not stated")
