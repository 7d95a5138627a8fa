"""The way each field of a record is joined: alone, with others that answer one question, by keys, or counted.

A field that is not named here is joined alone: a text in three languages wording by wording, a list of codes or words
as a set, a list of items by the keys of `tracker.model.history.leaves`, anything else as one value.
"""

from collections.abc import Mapping
from typing import Any

from tracker.model.records.status import Status
from tracker.model.records.thresholds import HALVES, RED_WEIGHT

Fields = Mapping[str, Any]

QUESTIONS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "steps": {
        "forecast": ("forecast_end", "forecast_reason"),
        "status": ("status", "status_reason", "decision", "actual_start", "actual_end"),
        "concern": ("concern", "concern_reason"),
    },
    "activities": {
        "forecast": ("forecast_end", "forecast_reason"),
        "status": ("status", "status_reason", "actual_start", "actual_end"),
        "gate": ("gate", "gate_dates"),
        "participants": ("participants",),
        "place": ("place",),
    },
    "meetings": {
        "date": ("status", "status_reason", "date", "date_precision", "rescheduled_to"),
        "minutes": ("minutes", "minutes_signed_on"),
        "place": ("place",),
    },
    "commitments": {
        "due": ("due", "original_due", "reschedule_reason"),
        "status": ("status", "status_reason", "started_on", "completed_on"),
    },
    "obstacles": {
        "status": ("status", "status_reason", "decision", "resolved_on", "response", "owner"),
    },
    "lessons": {"status": ("status", "status_reason", "applied_in")},
    "indicators": {"baseline": ("baseline",)},
    "reviews": {"approval": ("status", "completed_on", "figures")},
    "recommendations": {"response": ("response", "response_reason")},
    "evidence": {"verification": ("verified_on", "verified_by"), "file": ("file",)},
    "initiative": {"instrument": ("legal_instrument",)},
    "thresholds": {
        "variance": ("amber_variance_points", "red_variance_points"),
        "staleness": ("stale_days", "very_stale_days"),
        "share": HALVES,
        "indicators": ("indicator_green_percent", "indicator_amber_percent"),
    },
}
"""The fields, by table, that answer one question together, under its name: they are never mixed."""

TOLD = {"share": RED_WEIGHT}
"""The names under which people are asked, where the fields of a question are one value to them."""
COUNTED = frozenset({"reopened", "reschedules"})
"""Fields that count what was done, on both sides."""
EARLIEST, LATEST = frozenset({"created_on"}), frozenset({"updated_on"})
"""Fields that follow from what was done, of which the earlier or the later one holds."""
UNION = frozenset({"former", "same"})
"""Lists from which nothing ever goes: they are no part of a question."""
OFFICES = frozenset({"lead", "owner", "support", "verified_by"})
"""Fields that are joined as one value, although they have parts."""
_PASSED = {Status.COMPLETED.value, Status.NOT_STARTED.value, Status.CANCELLED.value}
_BESIDE_STATUS = {"steps": ("declared",), "activities": ("gate", "gate_dates")}


def questions(table: str, base: Fields, sides: tuple[Fields, Fields]) -> dict[str, tuple[str, ...]]:
    """The questions of a record, each with its fields: of all that any of the three states tells.

    Progress belongs to the status where a side has started, completed or cancelled the work: each asks for the other.
    """
    known = dict(QUESTIONS.get(table, {}))
    beside = _BESIDE_STATUS.get(table, ())
    if beside and any(_passed(base, side) for side in sides):
        known["status"] += beside
        known.pop("gate", None)
    taken = {field for fields in known.values() for field in fields}
    alone = {field for state in (base, *sides) for field in state} - taken - UNION
    return {**{field: (field,) for field in sorted(alone)}, **known}


def _passed(base: Fields, side: Fields) -> bool:
    before, after = (state.get("status", Status.NOT_STARTED.value) for state in (base, side))
    return before != after and not _PASSED.isdisjoint((before, after))
