"""The lists and pages of obstacles."""

from datetime import date
from typing import Any

from tracker.message import Message, msg
from tracker.model.records.obstacles import Obstacle, Severity
from tracker.reports import nouns
from tracker.reports.kinds.decisions import commitments_of, followed
from tracker.reports.kinds.kind import Kind, Seen, Shown, code, day_cell, plain, refs, words
from tracker.reports.report import Due

GRAVE = (Severity.HIGH, Severity.CRITICAL)


def _target(seen: Seen, obstacle: Obstacle) -> Due | None:
    target = obstacle.target_resolution
    return Due(target, (target - seen.day).days if obstacle.active else None) if target else None


def _age(seen: Seen, obstacle: Obstacle) -> Message | None:
    age = obstacle.age_days(seen.day)
    if age is None or not obstacle.active:
        return None
    return nouns.days(age) if age else msg("raised today")


def _data(seen: Seen, obstacle: Obstacle) -> dict[str, Any]:
    """The stored fields with age and delay in days, and the commitments that follow."""
    return {
        **plain(obstacle),
        "age_days": obstacle.age_days(seen.day),
        "overdue_days": obstacle.overdue_days(seen.day),
        "commitments": commitments_of(seen.tracker, obstacle.id),
        "evidence": [paper.id for paper in seen.tracker.evidence_of(obstacle.id)],
    }


def by_gravity(obstacle: Obstacle) -> tuple[bool, int, date]:
    """A key that puts what is active first, the gravest and oldest before."""
    return (not obstacle.active, -list(Severity).index(obstacle.severity), obstacle.raised_on or date.max)


KIND: Kind[Obstacle] = Kind(
    name="obstacles",
    gender="feminine",
    heading=msg("Obstacles"),
    empty=msg("No obstacle matches."),
    added_by="add-obstacle",
    columns=[
        Shown("title", msg("Obstacle"), flexible=True, letters=18),
        Shown("severity"),
        Shown("status"),
        Shown("steps", value=lambda _, obstacle: refs((*obstacle.steps, *obstacle.activities))),
        Shown("owner", rank=1, flexible=True),
        Shown("due", value=_target, rank=2),
        Shown("age", msg("Days open"), lambda seen, obstacle: obstacle.age_days(seen.day), rank=3),
        Shown("raised", msg("Raised"), lambda _, obstacle: day_cell(obstacle.raised_on), rank=4),
    ],
    facts=[
        *("title", "type", "severity", "status"),
        words("status_reason", msg("Reason")),
        code("decision"),
        "raised_on",
        Shown("age", msg("Age"), _age),
        Shown("steps"),
        *("activities", "owner", words("response")),
        Shown("target_resolution", value=_target),
        "resolved_on",
    ],
    data=_data,
    blocks=followed,
    filters=("status", "aspect", "step", "side", "owner", "open", "overdue", "due_before", "stale", "stale_days"),
    is_open=lambda obstacle: obstacle.active,
    due=lambda _, obstacle: obstacle.target_resolution if obstacle.active else None,
    due_field="target_resolution",
    order=by_gravity,
)
