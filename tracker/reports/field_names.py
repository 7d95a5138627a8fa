"""The fields of records as people read them, for history and differences."""

from datetime import date
from enum import StrEnum
from typing import Any

from tracker.model.codes import table_of
from tracker.model.commitment import Priority
from tracker.model.evidence import Confidentiality, EvidenceKind
from tracker.model.health import Health
from tracker.model.lesson import LessonStatus
from tracker.model.localized import Localized
from tracker.model.meeting import Level, MeetingKind, MeetingMode, MeetingStatus
from tracker.model.obstacle import ObstacleStatus, ObstacleType, Severity
from tracker.model.office import Office
from tracker.model.party import Side
from tracker.model.status import Status
from tracker.model.step import Strength
from tracker.model.tracker import Tracker
from tracker.reports.message import Message, msg
from tracker.reports.report import Day, Many, Percent, Ref, Value, Word
from tracker.reports.values import office_name

NAMES: dict[str, Message] = {
    "activities": msg("Activities"),
    "actual_end": msg("Actual end"),
    "actual_start": msg("Actual start"),
    "agenda": msg("Agenda"),
    "applied_in": msg("Applied in"),
    "completed_on": msg("Completed on"),
    "concern": msg("Health set by hand"),
    "concern_reason": msg("Reason for the health set by hand"),
    "confidentiality": msg("Confidentiality"),
    "date": msg("Date"),
    "decision": msg("Decision"),
    "declared": msg("Declared"),
    "details": msg("Details"),
    "due": msg("Due"),
    "expected_impact": msg("Expected impact"),
    "file": msg("File"),
    "forecast_end": msg("Forecast end"),
    "forecast_reason": msg("Reason for the forecast"),
    "interval_months": msg("Interval in months"),
    "kind": msg("Kind"),
    "legal_instrument": msg("Memorandum of understanding"),
    "level": msg("Level"),
    "links": msg("Aspects"),
    "meeting": msg("Meeting"),
    "minutes": msg("Minutes"),
    "mode": msg("Mode"),
    "name": msg("Name"),
    "objective": msg("Objective"),
    "origin": msg("Learned from"),
    "original_due": msg("Original due date"),
    "owner": msg("Owner"),
    "participants": msg("Participants"),
    "place": msg("Place"),
    "planned_end": msg("Planned end"),
    "planned_start": msg("Planned start"),
    "policy_context": msg("Policy context"),
    "priority": msg("Priority"),
    "raised_on": msg("Raised"),
    "recommendation": msg("Recommendation"),
    "recorded_on": msg("Recorded on"),
    "reference": msg("Reference"),
    "reopened": msg("Times reopened"),
    "reschedule_reason": msg("Reason for the new date"),
    "rescheduled_to": msg("Replaced by"),
    "reschedules": msg("Times rescheduled"),
    "resolved_on": msg("Resolved on"),
    "response": msg("Response"),
    "series": msg("Series"),
    "severity": msg("Severity"),
    "source": msg("Source"),
    "source_side": msg("Side"),
    "started_on": msg("Started on"),
    "status": msg("Status"),
    "status_reason": msg("Reason for the status"),
    "step": msg("Step"),
    "steps": msg("Steps"),
    "supports": msg("Supports"),
    "target_resolution": msg("To be resolved by"),
    "text": msg("Text"),
    "title": msg("Title"),
    "type": msg("Kind"),
    "url": msg("Address"),
    "verified_by": msg("Verified by"),
    "verified_on": msg("Verified on"),
    "weight": msg("Weight"),
}

# The vocabularies a field may have its words from; which one depends on the kind of record.
_WORDS: dict[str, tuple[type[StrEnum], ...]] = {
    "status": (Status, ObstacleStatus, MeetingStatus, LessonStatus),
    "severity": (Severity,),
    "kind": (EvidenceKind, MeetingKind),
    "confidentiality": (Confidentiality,),
    "concern": (Health,),
    "level": (Level,),
    "mode": (MeetingMode,),
    "type": (ObstacleType,),
    "priority": (Priority,),
    "source_side": (Side,),
}
_DAYS = ("date", "due", "original_due", "target_resolution")


def field_name(name: str) -> Message | str:
    """The field's name in words; a field without one shows its key."""
    return NAMES.get(name, name)


def field_value(tracker: Tracker, name: str, value: Any) -> Value:
    """A stored value as a cell; offices, links and supports by the names in the tracker."""
    if value is None:
        return msg("nothing")
    if isinstance(value, bool | int):
        return Percent(value) if name == "declared" else int(value)
    if isinstance(value, str):
        return _text(name, value)
    if isinstance(value, dict):
        return _object(tracker, value)
    return Many(tuple(_item(tracker, item) for item in value)) if isinstance(value, list) else str(value)


def _text(name: str, value: str) -> Value:
    if name.endswith(("_start", "_end", "_on")) or name in _DAYS:
        try:
            return Day(date.fromisoformat(value))
        except ValueError:
            return Day(value)
    for words in _WORDS.get(name, ()):
        if value in list(words):
            return Word(words(value))
    return Ref(value) if table_of(value) else value


def _object(tracker: Tracker, value: dict[str, Any]) -> Value:
    match value:
        case {"ar": str(text)}:
            return Localized(text, value.get("tr"), value.get("en"))
        case {"party": str(party)}:
            return office_name(tracker, Office(party, value.get("role")))
        case {"aspect": str(code), "strength": str(strength)}:
            return msg("{code} ({strength})", code=Ref(code), strength=Word(Strength(strength)))
        case {"office": {"party": str(party), "role": role}, "count": int(number)}:
            return Message("{office}: {n}", {"office": office_name(tracker, Office(party, role)), "n": number})
        case {"country": str(code), **rest}:
            city = rest.get("city") or {}
            return Localized(city["ar"], city.get("tr"), city.get("en")) if city else Ref(code)
        case {"record": str(code), "progress": int(percent)}:
            return msg("{code} at {percent}", code=Ref(code), percent=Percent(percent))
    return "/".join(str(part) for part in value.values() if not isinstance(part, dict | list))


def _item(tracker: Tracker, value: Any) -> Value:
    return _object(tracker, value) if isinstance(value, dict) else str(value)
