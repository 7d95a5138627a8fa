"""The lists and pages of activities."""

from collections.abc import Iterable
from typing import Any

from tracker.message import Message, msg
from tracker.model.records.activities import Activity, Gate
from tracker.model.records.status import CLOSED
from tracker.model.rules.gates import without_evidence
from tracker.model.state.assessment import aspects_of
from tracker.model.state.follows import awaited, followers, too_late_for
from tracker.model.state.work import ActivityState, likeness
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
    return msg("None of its documents is a risk assessment.") if unassessed else None


def _place(_: Seen, activity: Activity) -> Value:
    """The city, or the country where none is named."""
    place = activity.place
    return (place.city or Ref(place.country)) if place else None


def _with_states(found: Iterable[Activity]) -> Many:
    """Activities with the status of each."""
    words = ({"code": Ref(each.id), "status": Word(each.status, "masculine")} for each in found)
    return Many(tuple(Message("{code} ({status})", each) for each in words), stacked=True)


def _follows(seen: Seen, activity: Activity) -> Many:
    """The activities that it follows, each with its status."""
    known = seen.tracker.activities
    return _with_states(known[code] for code in activity.after if code in known)


def _order(seen: Seen, activity: Activity) -> Value:
    """Whether it waits for what it follows, and whether its dates can hold."""
    if not activity.after or activity.status in CLOSED:
        return None
    waits, late = awaited(seen.tracker, activity), too_late_for(seen.tracker, activity)
    if not waits:
        return msg("ready: the activities it follows are done")
    codes = refs(each.id for each in waits)
    if late:
        return msg("waits for {codes}; {late} ends after its planned start", codes=codes, late=Ref(late[0].id))
    return msg("waits for {codes}", codes=codes)


def _data(seen: Seen, activity: Activity) -> dict[str, Any]:
    state = seen.assessment.activities[activity.id]
    tracker = seen.tracker
    own = {
        "gates_without_evidence": [gate.value for gate in _without_evidence(state)],
        "followed_by": [each.id for each in followers(tracker, activity.id)],
        "waits_for": [each.id for each in awaited(tracker, activity)],
        "too_late": [each.id for each in too_late_for(tracker, activity)],
    }
    return {
        **work.data(seen, activity, aspects_of(seen.tracker, activity), own),
        "counted": state.counted,
        "risk_assessment_missing": state.unassessed,
    }


KIND: Kind[Activity] = Kind(
    name="activities",
    heading=msg("Activities"),
    empty=msg("No activity matches."),
    added_by="add-activity",
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
        Shown("after", value=_follows),
        Shown("followed_by", msg("Is followed by"), lambda seen, it: _with_states(followers(seen.tracker, it.id))),
        Shown("order", msg("Waiting"), _order),
        Shown("place", value=_place),
        Shown("mode", msg("Mode of training")),
        Shown("participants", value=lambda _, activity: participants(activity.participants)),
        "duration_days",
        work.THEMES,
        Shown("aspects", value=lambda seen, activity: refs(aspects_of(seen.tracker, activity))),
        work.OBSTACLES,
    ],
    data=_data,
    alike=lambda seen: likeness(seen.tracker, "owner"),
    filters=work.FILTERS,
    due=work.planned,
    steps=lambda _, activity: (activity.step,),
    aspects=lambda seen, activity: aspects_of(seen.tracker, activity),
)
