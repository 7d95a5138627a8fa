"""The fields that every record has."""

from datetime import date

from tracker.frozen import Frozen


class Record(Frozen, kw_only=True):
    """A record; `id` is the code, never renumbered and never reused, `rev` the revision that last changed it.

    `rev` is 0 and the days are empty on records that came with a template and were never changed.
    """

    id: str
    created_on: date | None = None
    updated_on: date | None = None
    rev: int = 0
