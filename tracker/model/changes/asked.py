"""The base of what a command asks of a record: fields to be set, fields to be emptied, and the reason."""

from typing import Any

from tracker.frozen import Frozen
from tracker.model.records.record import Record


class Asked(Frozen, kw_only=True):
    """A change asked of a record: None leaves a field as it is, `clear` names those to be emptied."""

    reason: str | None = None
    clear: frozenset[str] = frozenset()

    def after(self, record: Record, field: str) -> Any:
        """Give what a field of the record holds after the change."""
        new = getattr(self, field)
        return None if field in self.clear else getattr(record, field) if new is None else new

    def added(self, record: Record, field: str) -> tuple[Any, ...]:
        """A list of the record with what is not in it yet; emptied first where that was asked for."""
        old = () if field in self.clear else getattr(record, field)
        return (*old, *(each for each in getattr(self, field) or () if each not in old))
