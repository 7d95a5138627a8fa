"""The lists and pages of activities."""

from typing import Any

from tracker.message import Message, msg
from tracker.model.records.activities import Activity, Gate
from tracker.model.rules.gates import without_evidence
from tracker.model.state.assessment import aspects_of
from tracker.model.state.work import ActivityState
from tracker.reports.kinds import work
from tracker.reports.kinds.kind import Kind, Seen, Shown, code, plain, refs
from tracker.reports.report import Many, Ref, Value, Word
from tracker.reports.values import gate_days, participants


def gates_without_evidence(seen: Seen, activity: Activity) -> Many:
    """The gates that no paper shows; none of what nothing is asked of."""
    return Many(tuple(Word(gate) for gate in _without_evidence(seen.assessment.activities[activity.id])))


def _without_evidence(state: ActivityState) -> tuple[Gate, ...]:
    return without_evidence(state.activity, state.figures.evidenced) if state.asked else ()


def _safeguard(seen: Seen, activity: Activity) -> Message | None:
    unassessed = seen.assessment.activities[activity.id].unassessed
    return msg("No risk assessment is among its papers.") if unassessed else None


def _place(_: Seen, activity: Activity) -> Value:
    """The city, or the country where none is named."""
    place = activity.place
    return (place.city or Ref(place.country)) if place else None


def _data(seen: Seen, activity: Activity) -> dict[str, Any]:
    state = seen.assessment.activities[activity.id]
    own = {"gates_without_evidence": [gate.value for gate in _without_evidence(state)]}
    return {
        **work.data(seen, activity, aspects_of(seen.tracker, activity), own),
        "counted": state.counted,
        "risk_assessment_missing": state.unassessed,
    }


KIND: Kind[Activity] = Kind(
    name="activities",
    heading=msg("Activities"),
    empty=msg("No activity matches."),
    columns=[
        Shown("title", msg("Activity"), flexible=True, letters=18),
        work.STATUS,
        Shown("gate", rank=4),
        *(work.PROGRESS, work.HEALTH, work.OWNER, work.DUE, work.UPDATED),
    ],
    facts=[
        Shown("title"),
        code("step"),
        *("type", "status"),
        work.REASON,
        Shown("gate", value=lambda _, activity: None if activity.gate is Gate.NONE else Word(activity.gate)),
        Shown("gate_dates", value=lambda _, activity: gate_days(plain(activity.gate_dates))),
        Shown("gates_without_evidence", msg("Gates without evidence"), gates_without_evidence),
        "progress",
        *(work.EXPECTED, work.VARIANCE, work.ALL_REASONS),
        Shown("unassessed", msg("Safeguard"), _safeguard),
        "weight",
        *work.PLAN,
        Shown("place", value=_place),
        "mode",
        Shown("participants", value=lambda _, activity: participants(activity.participants)),
        "duration_days",
        work.THEMES,
        Shown("aspects", value=lambda seen, activity: refs(aspects_of(seen.tracker, activity))),
        work.OBSTACLES,
    ],
    data=_data,
    filters=work.FILTERS,
    due=work.planned,
    steps=lambda _, activity: (activity.step,),
    aspects=lambda seen, activity: aspects_of(seen.tracker, activity),
)
