"""What `--edit` shows: for each command that changes a record, its options with what holds of them now."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from tracker.cli import edit_records as records
from tracker.cli.nouns import noun_of
from tracker.model.initiative import Initiative
from tracker.model.record import Record
from tracker.model.tracker import Tracker

Fields = Mapping[str, str]


def record_to_edit(tracker: Tracker, command: str, params: Mapping[str, Any]) -> Record:
    """The record that the command names; raises `NotFound`."""
    noun = noun_of(command)
    kind, letter = (noun.record, noun.letter) if noun else EDITABLE[command][:2]
    if kind is Initiative:
        return tracker.initiative
    record: Record = tracker.get(kind, str(params["code"]), letter)
    return record


def fields_of(command: str, record: Record) -> Fields:
    """The value of each option as it would be typed, empty where there is none; locked texts are left out."""
    noun = noun_of(command)
    shown = noun.shown(record) if noun else EDITABLE[command][2](record)
    return {name: typed(value) for name, value in shown.items()}


def typed(value: Any) -> str:
    """A value as it would be typed; empty where there is none."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value.replace("_", "-")
    return "" if value is None else str(value)


EDITABLE: dict[str, tuple[type[Any], str, Callable[[Any], dict[str, Any]]]] = {
    "update-initiative": (Initiative, "", records.initiative_fields),
}
