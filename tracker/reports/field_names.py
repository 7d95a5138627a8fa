"""The fields of records as people read them, for history and differences."""

from datetime import date
from typing import Any

from tracker.model.evidence import Confidentiality, EvidenceKind
from tracker.model.health import Health
from tracker.model.localized import Localized
from tracker.model.obstacle import ObstacleStatus, Severity
from tracker.model.office import Office
from tracker.model.status import Status
from tracker.model.step import Strength
from tracker.model.tracker import Tracker
from tracker.reports.message import Message, msg
from tracker.reports.report import Day, Many, Percent, Ref, Value, Word
from tracker.reports.values import office_name

NAMES: dict[str, Message] = {
    "actual_end": msg("Actual end"),
    "actual_start": msg("Actual start"),
    "agenda": msg("Agenda"),
    "concern": msg("Health set by hand"),
    "concern_reason": msg("Reason for the health set by hand"),
    "confidentiality": msg("Confidentiality"),
    "date": msg("Date"),
    "decision": msg("Decision"),
    "declared": msg("Declared"),
    "details": msg("Details"),
    "expected_impact": msg("Expected impact"),
    "file": msg("File"),
    "forecast_end": msg("Forecast end"),
    "forecast_reason": msg("Reason for the forecast"),
    "kind": msg("Kind"),
    "legal_instrument": msg("Memorandum of understanding"),
    "links": msg("Aspects"),
    "minutes": msg("Minutes"),
    "name": msg("Name"),
    "objective": msg("Objective"),
    "owner": msg("Owner"),
    "planned_end": msg("Planned end"),
    "planned_start": msg("Planned start"),
    "policy_context": msg("Policy context"),
    "reference": msg("Reference"),
    "reopened": msg("Times reopened"),
    "severity": msg("Severity"),
    "status": msg("Status"),
    "status_reason": msg("Reason for the status"),
    "supports": msg("Supports"),
    "title": msg("Title"),
    "url": msg("Address"),
    "verified_by": msg("Verified by"),
    "verified_on": msg("Verified on"),
    "weight": msg("Weight"),
}

_WORDS = (Status, Health, ObstacleStatus, Severity, EvidenceKind, Confidentiality)


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
    if name.endswith(("_start", "_end", "_on")) or name == "date":
        try:
            return Day(date.fromisoformat(value))
        except ValueError:
            return Day(value)
    for words in _WORDS:
        if name in ("status", "severity", "kind", "confidentiality", "concern") and value in list(words):
            return Word(words(value))
    return value


def _object(tracker: Tracker, value: dict[str, Any]) -> Value:
    match value:
        case {"ar": str(text)}:
            return Localized(text, value.get("tr"), value.get("en"))
        case {"party": str(party)}:
            return office_name(tracker, Office(party, value.get("role")))
        case {"aspect": str(code), "strength": str(strength)}:
            return msg("{code} ({strength})", code=Ref(code), strength=Word(Strength(strength)))
        case {"record": str(code), "progress": int(percent)}:
            return msg("{code} at {percent}", code=Ref(code), percent=Percent(percent))
    return "/".join(str(part) for part in value.values() if not isinstance(part, dict | list))


def _item(tracker: Tracker, value: Any) -> Value:
    return _object(tracker, value) if isinstance(value, dict) else str(value)
