"""Records and figures under the stable keys of JSON output. Keys only get added, never renamed."""

from typing import Any

from tracker.frozen import to_builtins
from tracker.model.rules.gates import without_evidence
from tracker.model.state.assessment import AspectState, Assessment, aspects_of
from tracker.model.state.figures import Figures
from tracker.model.state.progress import displayed
from tracker.model.state.work import ActivityState, StepState
from tracker.model.tracker import Tracker


def plain(value: Any) -> Any:
    """A record or any part of it as built-in values; days as ISO text, decimals as text."""
    return to_builtins(value)


def figures(values: Figures | None) -> dict[str, Any]:
    """Percentages as displayed; expected and variance are null where no dates allow them."""
    if values is None:
        return {"progress": None, "evidenced": None, "expected": None, "variance": None}
    return {
        "progress": displayed(values.declared),
        "evidenced": displayed(values.evidenced),
        "expected": None if values.expected is None else displayed(values.expected),
        "variance": values.points,
    }


def step(tracker: Tracker, state: StepState) -> dict[str, Any]:
    """One step with what is computed of it."""
    record = plain(state.step)
    record.pop("declared")
    return {
        **record,
        **figures(state.figures),
        "health": state.health.value,
        "reasons": [reason.value for reason in state.reasons],
        "aspects": [link.aspect for link in state.step.links],
        "evidence": [paper.id for paper in tracker.evidence_of(state.step.id)],
        "obstacles": [obstacle.id for obstacle in tracker.obstacles_of(state.step.id)],
        "activities": [part.activity.id for part in state.activities],
        "cancellation_effect": _cancellation(state),
        "days_left": state.days_left,
        "stale_days": state.stale_days,
        "unverified": state.unverified,
    }


def activity(tracker: Tracker, state: ActivityState) -> dict[str, Any]:
    """One activity with what is computed of it; `aspects` are those it counts to."""
    record = state.activity
    return {
        **plain(record),
        **figures(state.figures),
        "health": state.health.value,
        "reasons": [reason.value for reason in state.reasons],
        "aspects": list(aspects_of(tracker, record)),
        "evidence": [paper.id for paper in tracker.evidence_of(record.id)],
        "obstacles": [obstacle.id for obstacle in tracker.obstacles_of(record.id)],
        "gates_without_evidence": [gate.value for gate in without_evidence(record, state.figures.evidenced)]
        if state.counted
        else [],
        "days_left": state.days_left,
        "stale_days": state.stale_days,
        "unverified": state.unverified,
        "counted": state.counted,
        "risk_assessment_missing": state.unassessed,
    }


def _cancellation(state: StepState) -> dict[str, int] | None:
    """The effect of cancelling on a step's percentage, as displayed; null where nothing is cancelled (rule 3.9)."""
    if state.if_kept is None:
        return None
    removed, kept = displayed(state.figures.declared), displayed(state.if_kept)
    return {"with_cancelled_removed": removed, "if_kept": kept, "effect": removed - kept}


def aspect(state: AspectState) -> dict[str, Any]:
    """One aspect with what follows from its steps; `title` is its name, as steps have one."""
    record = plain(state.aspect)
    return {
        **record,
        "title": record["name"],
        **figures(state.figures),
        "status": state.status.value,
        "health": state.health.value,
        "steps": list(state.steps),
    }


def initiative(tracker: Tracker, state: Assessment) -> dict[str, Any]:
    """The initiative with its totals; `red_weight_share` is a share of weight, 0 to 1."""
    return {
        **plain(tracker.initiative),
        **figures(state.figures),
        "status": state.status.value,
        "health": state.health.value,
        "red_weight_share": float(state.red_share),
    }
