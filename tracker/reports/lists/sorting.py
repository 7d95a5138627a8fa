"""The keys of `--sort` that each kind of records knows, and the order by them."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_type_hints

from tracker import errors
from tracker.model.records.codes import order_of
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.records.tables import TABLES
from tracker.model.state.assessment import AspectState, Assessment
from tracker.model.state.steps import StepState
from tracker.model.state.work import ActivityState
from tracker.reports.kinds import kind_of

ALIASES = {"updated": "updated_on", "start": "planned_start", "code": "id"}
FIGURES = ("progress", "evidenced", "expected", "variance", "health")
COMPUTED = ("steps", "activities", "aspects")
WORDY = frozenset({"definition", "means_of_verification"})
"""Texts of several sentences, by which nobody puts anything in order."""
LISTED_FIRST = "activities"
"""The one list by which obstacles can be put in order: by the first that they hinder."""


def check_keys(tables: Iterable[str], sort: Iterable[str]) -> None:
    """Raises `UnknownSortKey` for a key that none of these kinds knows."""
    known = {key for table in tables for key in keys_of(table)}
    for key in sort:
        if key.removeprefix("-") not in known:
            raise errors.UnknownSortKey(key.removeprefix("-"), tuple(sorted(known)))


def keys_of(table: str) -> set[str]:
    """The keys by which records of a kind can be sorted."""
    types = get_type_hints(TABLES[table])
    fields = {name for name in types if name == LISTED_FIRST or (_has_order(types[name]) and name not in WORDY)}
    found = fields | {alias for alias, name in ALIASES.items() if name in fields}
    if kind_of(table).due_field in fields:
        found.add("due")
    return found | {*FIGURES, "status"} if table in COMPUTED else found


def _has_order(kind: Any) -> bool:
    """Whether values of a type can be put in order; lists and compounds cannot, but for texts and offices."""
    known = get_args(kind)[0] if isinstance(kind, UnionType) else kind
    return isinstance(known, type) and issubclass(known, str | int | date | Localized | Office)


def ordered(
    assessment: Assessment, table: str, rows: Mapping[str, Any], codes: list[str], sort: Iterable[str]
) -> list[str]:
    """The codes by the keys, the first one first; `-` before a key turns it round. Empty values come last."""
    known = keys_of(table)
    for key in reversed(tuple(sort)):
        name = key.removeprefix("-")
        if name in known:
            codes = _by({code: _comparable(_value(assessment, table, rows[code], name)) for code in codes}, key != name)
    return codes


def _by(values: dict[str, Any], backwards: bool) -> list[str]:
    filled = [code for code, value in values.items() if value is not None]
    empty = [code for code, value in values.items() if value is None]
    return sorted(filled, key=values.__getitem__, reverse=backwards) + empty


def _value(assessment: Assessment, table: str, record: Any, name: str) -> Any:
    if table in COMPUTED and name in (*FIGURES, "status"):
        return _computed(_state(assessment, table, record.id), name)
    if name == "due":
        name = kind_of(table).due_field
    value = getattr(record, ALIASES.get(name, name))
    return order_of(value) if name in ("id", "code") else value


def _state(assessment: Assessment, table: str, code: str) -> StepState | ActivityState | AspectState:
    states: Mapping[str, StepState | ActivityState | AspectState] = getattr(assessment, table)
    return states[code]


def _computed(state: StepState | ActivityState | AspectState, name: str) -> Any:
    if name in ("health", "status"):
        return getattr(state, name)
    return state.figures and getattr(state.figures, {"progress": "declared"}.get(name, name))


def _comparable(value: Any) -> Any:
    """Give a key to compare by: members of a vocabulary in its order, texts by their Arabic, offices by their code."""
    if isinstance(value, StrEnum):
        return list(type(value)).index(value)
    if isinstance(value, Localized):
        return value.within("ar")
    return str(value) if isinstance(value, Office) else value
