"""The lists and pages of lessons."""

from collections.abc import Iterable
from typing import Any

from tracker.message import msg, msg_in
from tracker.model.records.lessons import Lesson
from tracker.model.state.assessment import Assessment
from tracker.model.tracker import Tracker
from tracker.reports import machine
from tracker.reports.kinds.decisions import commitments_of
from tracker.reports.kinds.kind import Item, Kind, day_cell, refs
from tracker.reports.report import Column, Ref, Table, Word


def table(tracker: Tracker, _assessment: Assessment, codes: Iterable[str]) -> Table:
    """Lessons with what they recommend and where they were applied."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("text", msg("Lesson"), flexible=True, letters=18),
        Column("recommendation", msg("Recommendation"), flexible=True, rank=1),
        Column("status", msg("Status")),
        Column("origin", msg("Learned from"), rank=3),
        Column("applied_in", msg("Applied in"), rank=2),
        Column("source_side", msg("Side"), rank=4),
    )
    rows = tuple(
        (
            Ref(lesson.id),
            lesson.text,
            lesson.recommendation or msg("none"),
            Word(lesson.status, "masculine"),
            Ref(lesson.origin) if lesson.origin else None,
            Ref(lesson.applied_in) if lesson.applied_in else None,
            Word(lesson.source_side),
        )
        for lesson in (tracker.lessons[code] for code in codes)
    )
    return Table("lessons", msg("Lessons"), columns, rows, msg("No lesson matches."))


def facts(tracker: Tracker, _assessment: Assessment, lesson: Lesson) -> Iterable[Item]:
    """The fields of a lesson and the commitments that follow from it."""
    yield "text", msg("Lesson"), lesson.text
    yield "recommendation", msg("Recommendation"), lesson.recommendation or msg("none")
    yield "status", msg("Status"), Word(lesson.status, "masculine")
    yield "status_reason", msg("Reason"), lesson.status_reason
    yield "origin", msg("Learned from"), Ref(lesson.origin) if lesson.origin else None
    yield "applied_in", msg("Applied in"), Ref(lesson.applied_in) if lesson.applied_in else None
    yield "source_side", msg("Side"), Word(lesson.source_side)
    yield "steps", msg("Steps"), refs(lesson.steps)
    yield "recorded_on", msg("Recorded on"), day_cell(lesson.recorded_on)
    yield "commitments", msg("Commitments"), refs(commitments_of(tracker, lesson.id))


def data(tracker: Tracker, _assessment: Assessment, lesson: Lesson) -> dict[str, Any]:
    """The stored fields and the commitments that follow."""
    return {**machine.plain(lesson), "commitments": commitments_of(tracker, lesson.id)}


KIND = Kind(table, facts, data)
