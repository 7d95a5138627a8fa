"""Decisions of a meeting; what follows from one is a commitment (DOMAIN.md 2.1)."""

from tracker.frozen import frozen
from tracker.model.localized import Localized
from tracker.model.record import Record


@frozen(kw_only=True)
class Decision(Record):
    """`meeting` is the code of the meeting that took it."""

    meeting: str
    text: Localized
