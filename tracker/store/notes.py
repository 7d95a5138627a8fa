"""The notes on records as the history keeps them (rule 15.11)."""

from datetime import date

from tracker.model.history.notes import standing_notes
from tracker.model.history.revision import Revision
from tracker.store.past import local_day
from tracker.store.revisions import to_revision
from tracker.store.store import Store

_HOLDING = ('"about"', '"undoes"')
"""A word that stands in the line of each note and of each taking back: few lines have one, and only these are read."""


def notes_at(store: Store, day: date, zone: str) -> list[Revision]:
    """The notes that stood at the end of `day` in that time zone, oldest first. Raises `Corrupt`.

    There are none for who sees no history.
    """
    if store.withholds_history:
        return []
    lines = store.engine.revisions(newest_first=True, holding=_HOLDING)
    revisions = (to_revision(line, store.place) for line in lines)
    return standing_notes(each for each in revisions if local_day(each.at, zone) <= day)
