"""The initiative: the programme as a whole, of which there is one."""

from datetime import date
from typing import Any

from tracker.cli import fields, texts
from tracker.cli.noun import Noun
from tracker.message import mark
from tracker.model.changes import initiatives
from tracker.model.changes.initiatives import InitiativeChange as Change
from tracker.model.records.initiatives import Initiative
from tracker.model.tracker import Tracker


def _update(tracker: Tracker, _: str, change: Change, on: date) -> Tracker:
    return initiatives.update(tracker, change, on)


def _number(initiative: Any) -> Any:
    return initiative.legal_instrument and initiative.legal_instrument.number


def _day(initiative: Any) -> Any:
    return initiative.legal_instrument and initiative.legal_instrument.date


NUMBER = mark("Number of the memorandum.")
NOUN = Noun(
    name="initiative",
    record=Initiative,
    letter="",
    only_code="initiative",
    change=Change,
    update=_update,
    fields=(
        fields.owner(Change.owner),
        fields.day(Change.planned_start, "start", mark("Planned start."), clear=True),
        fields.day(Change.planned_end, "due", mark("Planned end."), "end", clear=True),
        *texts.localized((Change.title_ar, Change.title_tr, Change.title_en), "title", texts.TITLE),
        fields.reference(Change.mou_number, "mou-number", NUMBER, metavar=mark("TEXT"), now=_number, clear=True),
        fields.day(Change.mou_date, "mou-date", mark("Date of the memorandum."), now=_day, clear=True),
    ),
    questions=("owner", "start", "due", "title_tr", "title_en"),
)
