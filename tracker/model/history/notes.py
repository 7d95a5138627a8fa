"""The notes on records: revisions that change no record and name those that they are about (rule 15.11)."""

from collections.abc import Iterable

from tracker.model.history.revision import Revision


def standing_notes(newest_first: Iterable[Revision]) -> list[Revision]:
    """The notes that stand, oldest first: neither those that were taken back, nor the taking back itself."""
    taken_back: set[str] = set()
    found: list[Revision] = []
    for revision in newest_first:
        if revision.hash in taken_back:
            continue
        if revision.undoes is not None:
            taken_back.add(revision.undoes.hash)
        elif revision.about:
            found.append(revision)
    return sorted(found, key=lambda note: (note.at, note.number))


def is_taken_back(revision: Revision, newest_first: Iterable[Revision]) -> bool:
    """Whether a note, or the taking back of one, was itself taken back since."""
    taken_back: set[str] = set()
    for later in newest_first:
        if later.hash not in taken_back and later.undoes is not None:
            taken_back.add(later.undoes.hash)
    return revision.hash in taken_back


def notes_on(code: str, uid: str | None, notes: Iterable[Revision]) -> list[Revision]:
    """The notes, out of some, on the record of that code and identity."""
    return [note for note in notes if note.is_of(code, uid)]
