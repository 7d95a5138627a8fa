"""The lists and pages of obstacles."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from tracker.message import msg, msg_in
from tracker.model.records.obstacles import Obstacle
from tracker.model.state.assessment import Assessment
from tracker.model.tracker import Tracker
from tracker.reports import machine, nouns
from tracker.reports.kinds.decisions import commitments_of
from tracker.reports.kinds.kind import Item, Kind, day_cell, refs
from tracker.reports.report import Block, Column, Day, Due, Ref, Table, Word
from tracker.reports.values import office_name


def table(tracker: Tracker, assessment: Assessment, codes: Iterable[str]) -> Table:
    """Obstacles with severity, what they block, and who treats them."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("title", msg("Obstacle"), flexible=True, letters=18),
        Column("severity", msg("Severity")),
        Column("status", msg("Status")),
        Column("steps", msg("Steps")),
        Column("owner", msg("Owner"), rank=1, flexible=True),
        Column("due", msg("Due"), rank=2),
        Column("age", msg("Days open"), rank=3),
        Column("raised", msg("Raised"), rank=4),
    )
    rows = tuple(
        (
            Ref(o.id),
            o.title,
            Word(o.severity),
            Word(o.status),
            refs((*o.steps, *o.activities)),
            office_name(tracker, o.owner),
            _target(o, assessment.day),
            o.age_days(assessment.day),
            Day(o.raised_on) if o.raised_on else None,
        )
        for o in (tracker.obstacles[code] for code in codes)
    )
    return Table("obstacles", msg("Obstacles"), columns, rows, msg("No obstacle matches."))


def facts(tracker: Tracker, assessment: Assessment, obstacle: Obstacle) -> Iterable[Item]:
    """The fields of an obstacle."""
    yield "title", msg("Obstacle"), obstacle.title
    yield "type", msg("Kind"), Word(obstacle.type)
    yield "severity", msg("Severity"), Word(obstacle.severity)
    yield "status", msg("Status"), Word(obstacle.status)
    yield "status_reason", msg("Reason"), obstacle.status_reason
    yield "decision", msg("Decision"), Ref(obstacle.decision) if obstacle.decision else None
    yield "raised_on", msg("Raised"), day_cell(obstacle.raised_on)
    age = obstacle.age_days(assessment.day)
    yield "age", msg("Age"), nouns.days(age) if age is not None and obstacle.active else None
    yield "steps", msg("Steps"), refs(obstacle.steps)
    yield "activities", msg("Activities"), refs(obstacle.activities)
    yield "owner", msg("Owner"), office_name(tracker, obstacle.owner)
    yield "response", msg("Response"), obstacle.response
    yield "target_resolution", msg("To be resolved by"), _target(obstacle, assessment.day)
    yield "resolved_on", msg("Resolved on"), day_cell(obstacle.resolved_on)


def _target(obstacle: Obstacle, day: date) -> Due | None:
    target = obstacle.target_resolution
    return Due(target, (target - day).days if obstacle.active else None) if target else None


def data(tracker: Tracker, assessment: Assessment, obstacle: Obstacle) -> dict[str, Any]:
    """The stored fields with age and delay in days, and the commitments that follow."""
    return {
        **machine.plain(obstacle),
        "age_days": obstacle.age_days(assessment.day),
        "overdue_days": obstacle.overdue_days(assessment.day),
        "commitments": commitments_of(tracker, obstacle.id),
        "evidence": [paper.id for paper in tracker.evidence_of(obstacle.id)],
    }


def blocks(tracker: Tracker, assessment: Assessment, obstacle: Obstacle) -> Iterable[Block]:
    """The commitments that follow from it."""
    from tracker.reports.kinds import commitments  # noqa: PLC0415 - only for `show`

    codes = commitments_of(tracker, obstacle.id)
    return [commitments.table(tracker, assessment, codes)] if codes else []


KIND = Kind(table, facts, data, blocks)
