"""The fields that every record has, and the declarations that each kind makes of its own."""

from datetime import date
from typing import ClassVar

from tracker.frozen import Frozen

ANY = ""
"""Any table, where the table of a record is asked for."""


class Record(Frozen, kw_only=True):
    """A record; `id` is the code, never reused, `uid` its identity, `rev` the revision that last changed it.

    `former` are codes that went to other records when two copies were joined. `rev` is 0 and the days are empty on
    records that came with a template and were never changed. Each kind declares in `refers` the fields that name other
    records, each with the table of these (`links.aspect`: within `links`), and in `shared` those of its words that a
    counterpart sees (rule 14.6): what was agreed, not what was thought of it.
    """

    refers: ClassVar[tuple[tuple[str, str], ...]] = ()
    shared: ClassVar[frozenset[str]] = frozenset()
    id: str
    uid: str | None = None
    created_on: date | None = None
    updated_on: date | None = None
    rev: int = 0
    former: tuple[str, ...] = ()
