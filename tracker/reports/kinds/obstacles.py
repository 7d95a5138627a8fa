"""How obstacles are shown."""

from collections.abc import Iterable

from tracker.model.assessment import Assessment
from tracker.model.obstacle import Obstacle
from tracker.model.tracker import Tracker
from tracker.reports.kinds.kind import Item, Kind, day_cell, plain_data, refs
from tracker.reports.message import msg, msg_in
from tracker.reports.report import Column, Day, Ref, Table, Word
from tracker.reports.values import office_name


def table(tracker: Tracker, _assessment: Assessment, codes: Iterable[str]) -> Table:
    """Obstacles with severity, what they block, and who treats them."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("title", msg("Obstacle"), flexible=True, letters=18),
        Column("severity", msg("Severity")),
        Column("status", msg("Status")),
        Column("steps", msg("Steps")),
        Column("owner", msg("Owner"), rank=1, flexible=True),
        Column("raised", msg("Raised"), rank=2),
    )
    rows = tuple(
        (
            Ref(o.id),
            o.title,
            Word(o.severity),
            Word(o.status),
            refs(o.steps),
            office_name(tracker, o.owner),
            Day(o.raised_on) if o.raised_on else None,
        )
        for o in (tracker.obstacles[code] for code in codes)
    )
    return Table("obstacles", msg("Obstacles"), columns, rows, msg("No obstacle matches."))


def facts(tracker: Tracker, _assessment: Assessment, obstacle: Obstacle) -> Iterable[Item]:
    """Its fields."""
    yield "title", msg("Obstacle"), obstacle.title
    yield "type", msg("Kind"), Word(obstacle.type)
    yield "severity", msg("Severity"), Word(obstacle.severity)
    yield "status", msg("Status"), Word(obstacle.status)
    yield "raised_on", msg("Raised"), day_cell(obstacle.raised_on)
    yield "steps", msg("Steps"), refs(obstacle.steps)
    yield "owner", msg("Owner"), office_name(tracker, obstacle.owner)
    yield "response", msg("Response"), obstacle.response
    yield "target_resolution", msg("To be resolved by"), day_cell(obstacle.target_resolution)
    yield "resolved_on", msg("Resolved on"), day_cell(obstacle.resolved_on)


KIND = Kind(table, facts, plain_data)
