"""What `--edit` shows of each record: the options that change it, with what holds of them now."""

from typing import Any

from tracker.model.initiative import Initiative
from tracker.model.localized import Localized


def _translations(name: str, text: Localized, *, locked: bool = False) -> dict[str, Any]:
    langs = ("tr", "en") if locked else ("ar", "tr", "en")
    return {f"{name}_{lang}": getattr(text, lang) for lang in langs}


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
