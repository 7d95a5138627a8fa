"""The fields that steps and activities share: what is computed of work, who answers for it, and its dates."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from tracker.message import msg
from tracker.model.records.activities import Activity
from tracker.model.records.status import OPEN
from tracker.model.records.steps import Step
from tracker.model.state.work import is_asked
from tracker.reports.kinds.kind import Seen, Shown, day_cell, plain, refs, words
from tracker.reports.report import Colour, Due, Many, Value, Word
from tracker.reports.values import expected_cell, figures, points_cell, progress_cell, theme_names, work_status_cell

Work = Step | Activity


def _status(seen: Seen, work: Work) -> Value:
    """The status, and whether its completion is still to be verified (rule 5.8)."""
    state, gender = seen.work[work.id], "feminine" if isinstance(work, Step) else "masculine"
    return work_status_cell(state.status, gender, unverified=state.unverified)


def _due(seen: Seen, work: Work) -> Due | None:
    return Due(work.planned_end, seen.work[work.id].days_left) if work.planned_end else None


def _health_and_reasons(seen: Seen, work: Work) -> Value:
    state = seen.work[work.id]
    return Many((Colour(state.health), *map(Word, state.reasons)), stacked=True)


def _colour(seen: Seen, work: Work) -> Value:
    state = seen.work[work.id]
    return Colour(state.health, state.reasons)


def data(seen: Seen, work: Work, aspects: Iterable[str], own: dict[str, Any]) -> dict[str, Any]:
    """The stored fields and what is computed of work, for programs; `own` is what only steps or activities have."""
    state = seen.work[work.id]
    return {
        **plain(work),
        **figures(state.figures),
        "health": state.health.value,
        "reasons": [reason.value for reason in state.reasons],
        "aspects": list(aspects),
        "evidence": [paper.id for paper in seen.tracker.evidence_of(work.id)],
        "obstacles": [obstacle.id for obstacle in seen.tracker.obstacles_of(work.id)],
        **own,
        "days_left": state.days_left,
        "stale_days": state.stale_days,
        "unverified": state.unverified,
    }


TITLE: Shown[Work] = Shown("title", msg("Step or activity"), flexible=True, letters=18)
STATUS: Shown[Work] = Shown("status", value=_status)
BARE_STATUS: Shown[Work] = Shown("status", value=lambda seen, work: Word(seen.work[work.id].status))
REASON: Shown[Work] = words("status_reason", msg("Reason"))
PROGRESS: Shown[Work] = Shown("progress", value=lambda seen, work: progress_cell(seen.work[work.id].figures))
EXPECTED: Shown[Work] = Shown("expected", value=lambda seen, work: expected_cell(seen.work[work.id].figures))
VARIANCE: Shown[Work] = Shown("variance", value=lambda seen, work: points_cell(seen.work[work.id].figures))
HEALTH: Shown[Work] = Shown("health", value=_colour, flexible=True)
ALL_REASONS: Shown[Work] = Shown("health", value=_health_and_reasons)
OWNER: Shown[Work] = Shown("owner", rank=2, flexible=True)
DUE: Shown[Work] = Shown("due", value=_due, rank=1)
UPDATED: Shown[Work] = Shown("updated", msg("Updated"), lambda _, work: day_cell(work.updated_on), rank=3)
THEMES: Shown[Work] = Shown("themes", value=lambda _, work: theme_names(work.themes))
OBSTACLES: Shown[Work] = Shown("obstacles", value=lambda seen, w: refs(o.id for o in seen.tracker.obstacles_of(w.id)))

PLAN: list[str | Shown[Work]] = [
    *("owner", "support", "planned_start", "planned_end", "forecast_end", words("forecast_reason")),
    *("actual_start", "actual_end"),
    Shown("reopened", value=lambda _, work: work.reopened or None),
]
"""The facts of who answers for it, and of when."""

FILTERS = (
    *("status", "aspect", "step", "side", "owner", "support", "open", "overdue", "due_before"),
    *("stale", "stale_days", "unverified"),
)
"""The filters of `list` for work."""


def planned(seen: Seen, work: Work) -> date | None:
    """The planned end of what is still open and asked for."""
    return work.planned_end if work.status in OPEN and is_asked(seen.tracker, work) else None
