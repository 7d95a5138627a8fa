"""Decisions of a meeting; what follows from one is a commitment (rule 8.9)."""

from tracker.model.records.localized import Localized
from tracker.model.records.record import Record


class Decision(Record, kw_only=True):
    """A decision; `meeting` is the code of the meeting that took it."""

    refers = (("meeting", "meetings"),)
    shared = frozenset({"text"})
    meeting: str
    text: Localized
