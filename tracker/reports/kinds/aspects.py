"""The lists and pages of aspects."""

from collections.abc import Iterable

from tracker.message import msg, msg_in
from tracker.model.records.aspects import Aspect
from tracker.model.state.assessment import Assessment
from tracker.model.tracker import Tracker
from tracker.reports.kinds.kind import Item, Kind, refs
from tracker.reports.report import Colour, Column, Ref, Table, Verbatim, Word
from tracker.reports.values import progress_cell


def table(_tracker: Tracker, assessment: Assessment, codes: Iterable[str]) -> Table:
    """Aspects with their linked steps and progress."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("name", msg("Aspect"), flexible=True, letters=18),
        Column("details", msg("Details"), rank=1, flexible=True),
        Column("steps", msg("Steps")),
        Column("progress", msg("Progress")),
        Column("health", msg("Health")),
    )
    rows = tuple(
        (
            Ref(s.aspect.id),
            Verbatim(s.aspect.name),
            Verbatim(s.aspect.details),
            refs(s.steps),
            progress_cell(s.figures),
            Colour(s.health),
        )
        for s in (assessment.aspects[code] for code in codes)
    )
    return Table("aspects", msg("Aspects of the memorandum"), columns, rows, msg("No aspect matches."))


def facts(_tracker: Tracker, assessment: Assessment, aspect: Aspect) -> Iterable[Item]:
    """The texts of an aspect and what follows from its steps."""
    state = assessment.aspects[aspect.id]
    yield "name", msg("Aspect"), Verbatim(aspect.name)
    yield "details", msg("Details"), Verbatim(aspect.details)
    yield "status", msg("Status"), Word(state.status, "masculine")
    yield "progress", msg("Progress"), progress_cell(state.figures)
    yield "health", msg("Health"), Colour(state.health)
    yield "steps", msg("Steps"), refs(state.steps)


def data(_tracker: Tracker, assessment: Assessment, aspect: Aspect) -> dict[str, object]:
    """The aspect under the keys of JSON output."""
    from tracker.reports import machine  # noqa: PLC0415 - only for programs

    return machine.aspect(assessment.aspects[aspect.id])


KIND = Kind(table, facts, data)
