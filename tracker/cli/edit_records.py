"""What `--edit` shows of each record: the options that change it, with what holds of them now."""

from typing import Any

from tracker.model.initiative import Initiative
from tracker.model.localized import Localized
from tracker.model.step import Step


def _translations(name: str, text: Localized, *, locked: bool = False) -> dict[str, Any]:
    langs = ("tr", "en") if locked else ("ar", "tr", "en")
    return {f"{name}_{lang}": getattr(text, lang) for lang in langs}


def step_fields(step: Step) -> dict[str, Any]:
    """Of a step."""
    return {
        "status": step.status,
        "progress": step.declared,
        "owner": step.owner,
        "support": step.support,
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


def initiative_fields(initiative: Initiative) -> dict[str, Any]:
    """Of an initiative."""
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
