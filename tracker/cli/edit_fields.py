"""What `--edit` shows: for each command that changes a record, its options with what holds of them now."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from importlib import import_module
from typing import Any

from tracker.cli.command_table import COMMANDS
from tracker.model.activity import Activity
from tracker.model.aspect import Aspect
from tracker.model.commitment import Commitment
from tracker.model.indicator import Indicator
from tracker.model.initiative import Initiative
from tracker.model.lesson import Lesson
from tracker.model.localized import Localized
from tracker.model.meeting import Meeting
from tracker.model.obstacle import Obstacle
from tracker.model.record import Record
from tracker.model.review import Recommendation, Review
from tracker.model.series import Series
from tracker.model.step import Step
from tracker.model.tracker import Tracker

Fields = Mapping[str, str]


def record_to_edit(tracker: Tracker, command: str, params: Mapping[str, Any]) -> Record:
    """The record that the command names; raises `NotFound`."""
    kind, letter, _ = EDITABLE[command]
    if kind is Initiative:
        return tracker.initiative
    record: Record = tracker.get(kind, str(params["code"]), letter)
    return record


def fields_of(command: str, record: Record) -> Fields:
    """The value of each option as it would be typed, empty where there is none; locked texts are left out."""
    return {name: _typed(value) for name, value in EDITABLE[command][2](record).items()}


def clearable(command: str) -> Mapping[str, str]:
    """What `--clear` empties in that command, by the names of its options."""
    module = import_module(f"tracker.cli.{COMMANDS[command].place.partition(':')[0]}")
    found: Mapping[str, str] = module.CLEARABLE
    return found


def _typed(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value.replace("_", "-")
    return "" if value is None else str(value)


def _translations(name: str, text: Localized, *, locked: bool = False) -> dict[str, Any]:
    langs = ("tr", "en") if locked else ("ar", "tr", "en")
    return {f"{name}_{lang}": getattr(text, lang) for lang in langs}


def _step(step: Step) -> dict[str, Any]:
    return {
        "status": step.status,
        "progress": step.declared,
        "owner": step.owner,
        "start": step.planned_start,
        "due": step.planned_end,
        "started": step.actual_start,
        "ended": step.actual_end,
        "forecast": step.forecast_end,
        "weight": step.weight,
        "health": step.concern or "auto",
        **_translations("title", step.title, locked=step.verbatim),
        # These belong to the change, not to the record: each change has its own.
        **dict.fromkeys(("evidence", "decision", "note", "reason")),
    }


def _activity(activity: Activity) -> dict[str, Any]:
    counts = activity.participants
    where = activity.place
    return {
        "status": activity.status,
        "gate": activity.gate,
        "owner": activity.owner,
        "start": activity.planned_start,
        "due": activity.planned_end,
        "started": activity.actual_start,
        "ended": activity.actual_end,
        "forecast": activity.forecast_end,
        "weight": activity.weight,
        "kind": activity.type,
        "mode": activity.mode,
        "place": where and "/".join([where.country, *([where.city.ar] if where.city else [])]),
        **{name: counts and getattr(counts, name) for name in ("ly", "tr", "women")},
        "days": activity.duration_days,
        "theme": ",".join(activity.themes),
        "aspect": ",".join(activity.aspects),
        **_translations("title", activity.title),
        **dict.fromkeys(("on", "evidence", "note", "reason")),
    }


def _aspect(aspect: Aspect) -> dict[str, Any]:
    return {
        **_translations("name", aspect.name, locked=aspect.verbatim),
        **_translations("details", aspect.details, locked=aspect.verbatim),
        "note": None,
    }


def _series(series: Series) -> dict[str, Any]:
    return {
        "interval": series.interval_months,
        "level": series.level,
        **_translations("name", series.name),
        "note": None,
    }


def _meeting(meeting: Meeting) -> dict[str, Any]:
    place = meeting.place
    return {
        "status": meeting.status,
        "on": meeting.date,
        "series": meeting.series,
        "kind": meeting.kind,
        "level": meeting.level,
        "place": place and (f"{place.country}/{place.city.ar}" if place.city else place.country),
        "mode": meeting.mode,
        "minutes": meeting.minutes,
        "rescheduled_to": meeting.rescheduled_to,
        **_translations("title", meeting.title),
        # Items are added to these lists.
        **dict.fromkeys(("step", "agenda", "participants")),
        "note": None,
        "reason": None,
    }


def _commitment(commitment: Commitment) -> dict[str, Any]:
    return {
        "status": commitment.status,
        "due": commitment.due,
        "owner": commitment.owner,
        "priority": commitment.priority,
        "step": commitment.step,
        "started": commitment.started_on,
        "completed": commitment.completed_on,
        **_translations("title", commitment.title),
        **dict.fromkeys(("evidence", "note", "reason")),
    }


def _obstacle(obstacle: Obstacle) -> dict[str, Any]:
    return {
        "status": obstacle.status,
        "response": obstacle.response,
        "owner": obstacle.owner,
        "target": obstacle.target_resolution,
        "type_": obstacle.type,
        "severity": obstacle.severity,
        "raised": obstacle.raised_on,
        "resolved": obstacle.resolved_on,
        "decision": obstacle.decision,
        **_translations("title", obstacle.title),
        **dict.fromkeys(("step", "activity", "evidence", "note", "reason")),
    }


def _lesson(lesson: Lesson) -> dict[str, Any]:
    advice = lesson.recommendation
    return {
        "status": lesson.status,
        "recommendation": advice and advice.ar,
        "recommendation_tr": advice and advice.tr,
        "recommendation_en": advice and advice.en,
        "from_": lesson.origin,
        "side": lesson.source_side,
        "applied_in": lesson.applied_in,
        **_translations("text", lesson.text),
        **dict.fromkeys(("step", "evidence", "note", "reason")),
    }


def _indicator(indicator: Indicator) -> dict[str, Any]:
    base, meaning, means = indicator.baseline, indicator.definition, indicator.means_of_verification
    return {
        "level": indicator.level,
        "unit": indicator.unit,
        "direction": indicator.direction,
        "aggregation": indicator.aggregation,
        "frequency": indicator.frequency,
        "category": indicator.category,
        "strict": "yes" if indicator.strict else "no",
        "owner": indicator.owner,
        "baseline": base and f"{base.value:f}",
        "baseline_date": base and base.date,
        "definition": meaning and meaning.ar,
        "means": means and means.ar,
        **_translations("title", indicator.title),
        **dict.fromkeys(("target", "step", "note", "reason")),
    }


def _review(review: Review) -> dict[str, Any]:
    return {
        "summary": review.summary and review.summary.ar,
        "lead": review.lead,
        **dict.fromkeys(("rate", "justification", "evidence", "finding", "step", "on", "note", "reason")),
    }


def _recommendation(recommendation: Recommendation) -> dict[str, Any]:
    return {
        "response": recommendation.response,
        **_translations("text", recommendation.text),
        **dict.fromkeys(("note", "reason")),
    }


def _initiative(initiative: Initiative) -> dict[str, Any]:
    instrument = initiative.legal_instrument
    return {
        "owner": initiative.owner,
        "start": initiative.planned_start,
        "due": initiative.planned_end,
        **_translations("title", initiative.title),
        "mou_number": instrument and instrument.number,
        "mou_date": instrument and instrument.date,
        "note": None,
        "reason": None,
    }


EDITABLE: dict[str, tuple[type[Any], str, Callable[[Any], dict[str, Any]]]] = {
    "update-step": (Step, "S", _step),
    "update-activity": (Activity, "", _activity),
    "update-aspect": (Aspect, "A", _aspect),
    "update-series": (Series, "T", _series),
    "update-meeting": (Meeting, "M", _meeting),
    "update-commitment": (Commitment, "C", _commitment),
    "update-obstacle": (Obstacle, "O", _obstacle),
    "update-lesson": (Lesson, "L", _lesson),
    "update-indicator": (Indicator, "I", _indicator),
    "update-review": (Review, "R", _review),
    "update-recommendation": (Recommendation, "N", _recommendation),
    "update-initiative": (Initiative, "", _initiative),
}
