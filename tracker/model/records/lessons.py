"""Lessons learned, and whether they changed anything (rules 9.4, 9.5)."""

from datetime import date
from enum import StrEnum

from tracker.model.records.localized import Localized, Text
from tracker.model.records.parties import Side
from tracker.model.records.record import ANY, Record


class LessonStatus(StrEnum):
    """The stage at which a lesson stands."""

    RECORDED = "recorded"
    ACCEPTED = "accepted"
    APPLIED = "applied"
    REJECTED = "rejected"


class Lesson(Record, kw_only=True):
    """A lesson; `origin` is the record it was learned from, `applied_in` the record that it changed.

    Without a recommendation it is but a remark. Lessons always count to the aspect of shared expertise.
    """

    refers = (("steps", "steps"), ("origin", ANY), ("applied_in", ANY))
    shared = frozenset({"text", "recommendation"})
    text: Localized
    source_side: Side
    recommendation: Localized | None = None
    origin: str | None = None
    steps: tuple[str, ...] = ()
    status: LessonStatus = LessonStatus.RECORDED
    status_reason: Text | None = None
    recorded_on: date | None = None
    applied_in: str | None = None
