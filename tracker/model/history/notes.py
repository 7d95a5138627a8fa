"""The notes on records: revisions that change no record and name those that they are about (rule 15.11)."""

from collections.abc import Iterable

from tracker.model.history.revision import Revision
from tracker.model.history.undo import holding


def standing_notes(newest_first: Iterable[Revision]) -> list[Revision]:
    """The notes that stand, oldest first: neither those that were taken back, nor the taking back itself."""
    found = (revision for revision in holding(newest_first) if revision.about and revision.undoes is None)
    return sorted(found, key=lambda note: (note.at, note.number))


def is_taken_back(revision: Revision, newest_first: Iterable[Revision]) -> bool:
    """Whether a note, or the taking back of one, was itself taken back since."""
    return all(each.hash != revision.hash for each in holding(newest_first))


def notes_on(code: str, uid: str | None, notes: Iterable[Revision]) -> list[Revision]:
    """The notes, out of some, on the record of that code and identity."""
    return [note for note in notes if note.is_of(code, uid)]
