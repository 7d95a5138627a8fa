"""The refusal to write over what the other side withholds: nobody replaces a text that he cannot see (rule 17.9)."""

from collections.abc import Iterable
from typing import Any

from tracker import errors
from tracker.model.history.revision import Change
from tracker.model.history.texts import ERASED, WITHHELD_WHOLE, erase, text_fields
from tracker.model.history.withheld import marks_in
from tracker.model.joining.fields import QUESTIONS
from tracker.model.records.localized import LANGS


def check_sight(changes: Iterable[Change]) -> None:
    """Raises `WithheldText` where a withheld text goes and nothing else of what it explains changes with it.

    Who changes the status brings a reason of his own, and the withheld one is past.
    """
    for change in changes:
        for name in change.after or {}:
            if change.before and _lost(change, name) and not _explained(change, name):
                raise errors.WithheldText(change.code)


def _lost(change: Change, name: str) -> set[str]:
    before, after = change.before or {}, change.after or {}
    return set(marks_in(before.get(name))) - set(marks_in(after.get(name)))


def _explained(change: Change, name: str) -> bool:
    questions = QUESTIONS.get(change.table, {}).values()
    together = next((fields for fields in questions if name in fields), (name,))
    before, after = change.before or {}, change.after or {}
    moved = (_seen(change.table, each, before) != _seen(change.table, each, after) for each in together)
    return change.table not in WITHHELD_WHOLE and any(moved)


def _seen(table: str, name: str, document: dict[str, Any]) -> Any:
    """Give what everybody sees of a field: of words nothing but that they are there."""
    value = document.get(name)
    if name not in text_fields(table):
        return value
    erased = erase(value)
    return ERASED if isinstance(erased, dict) and erased.keys() <= set(LANGS) else erased
