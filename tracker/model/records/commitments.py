"""Commitments: the one register of everything somebody promised to do (rule 7.1)."""

from datetime import date
from enum import StrEnum

from tracker.model.records.localized import Localized, Text
from tracker.model.records.office import Office
from tracker.model.records.record import ANY, Record
from tracker.model.records.status import Status


class Priority(StrEnum):
    """The importance of a commitment: how much depends on it."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Commitment(Record, kw_only=True):
    """A commitment; `source` is the code of the decision, recommendation, obstacle or lesson from which it follows.

    `original_due` never moves and is what "on time" is judged by; `reschedules` counts how often `due` did.
    """

    refers = (("source", ANY), ("step", "steps"))
    shared = frozenset({"title"})
    source: str
    title: Localized
    owner: Office | None = None
    due: date | None = None
    original_due: date | None = None
    reschedules: int = 0
    reschedule_reason: Text | None = None
    priority: Priority = Priority.MEDIUM
    status: Status = Status.NOT_STARTED
    status_reason: Text | None = None
    started_on: date | None = None
    completed_on: date | None = None
    reopened: int = 0
    step: str | None = None

    @property
    def progress(self) -> int:
        """The percentage of a commitment, which has no gates: 0, 50 once begun, 100 when completed (rule 3.5)."""
        if self.status is Status.COMPLETED:
            return 100
        begun = self.status is Status.IN_PROGRESS or self.started_on is not None
        return 50 if begun and self.status is not Status.CANCELLED else 0
