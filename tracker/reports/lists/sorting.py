"""The order of lists: the usual one of each kind of record, and the keys of `--sort` that it knows."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tracker import errors
from tracker.model.records.codes import order_of
from tracker.model.records.localized import Localized
from tracker.model.records.obstacles import Severity
from tracker.model.records.office import Office
from tracker.model.records.status import OPEN
from tracker.model.records.tables import TABLES
from tracker.model.state.assessment import AspectState, Assessment
from tracker.model.state.work import ActivityState, StepState

if TYPE_CHECKING:
    from tracker.model.records.commitments import Commitment
    from tracker.model.records.obstacles import Obstacle

ALIASES = {"updated": "updated_on", "start": "planned_start", "code": "id"}
FIGURES = ("progress", "evidenced", "expected", "variance", "health")
COMPUTED = ("steps", "activities", "aspects")
# Lists and compounds have no order.
UNORDERED = frozenset(
    {
        "agenda",
        "aspects",
        "figures",
        "file",
        "findings",
        "gate_dates",
        "baseline",
        "definition",
        "legal_instrument",
        "means_of_verification",
        "measurements",
        "targets",
        "links",
        "participants",
        "parties",
        "place",
        "ratings",
        "steps",
        "supports",
        "themes",
    }
)


def check_keys(tables: Iterable[str], sort: Iterable[str]) -> None:
    """Raises `UnknownSortKey` for a key that none of these kinds knows."""
    known = {key for table in tables for key in keys_of(table)}
    for key in sort:
        if key.removeprefix("-") not in known:
            raise errors.UnknownSortKey(key.removeprefix("-"), tuple(sorted(known)))


def keys_of(table: str) -> set[str]:
    """The keys by which records of a kind can be sorted."""
    fields = {name for name in TABLES[table].__struct_fields__ if name not in UNORDERED}
    found = fields | {alias for alias, name in ALIASES.items() if name in fields}
    if _due(table) in fields:
        found.add("due")
    return found | {*FIGURES, "status"} if table in COMPUTED else found


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
        name = _due(table)
    value = getattr(record, ALIASES.get(name, name))
    return order_of(value) if name in ("id", "code") else value


def _state(assessment: Assessment, table: str, code: str) -> StepState | ActivityState | AspectState:
    states: Mapping[str, StepState | ActivityState | AspectState] = getattr(assessment, table)
    return states[code]


def _computed(state: StepState | ActivityState | AspectState, name: str) -> Any:
    if name in ("health", "status"):
        return getattr(state, name)
    return state.figures and getattr(state.figures, {"progress": "declared"}.get(name, name))


def _due(table: str) -> str:
    return {"obstacles": "target_resolution", "commitments": "due", "meetings": "date"}.get(table, "planned_end")


def _comparable(value: Any) -> Any:
    """Give a key to compare by: members of a vocabulary in its order, texts by their Arabic, offices by their code."""
    if isinstance(value, StrEnum):
        return list(type(value)).index(value)
    if isinstance(value, Localized):
        return value.ar
    return str(value) if isinstance(value, Office) else value


def usual_order(table: str) -> Callable[[Any], Any] | None:
    """The order in which a table is read when no other is asked for; None for that of its codes.

    Commitments: what is open first, by its date; obstacles: what is active first, the gravest and oldest before.
    """
    orders: dict[str, Callable[[Any], Any]] = {"commitments": _by_due, "obstacles": by_gravity}
    return orders.get(table)


def _by_due(commitment: "Commitment") -> tuple[bool, date]:
    is_open = commitment.status in OPEN
    return (not is_open, (is_open and commitment.due) or date.max)


def by_gravity(obstacle: "Obstacle") -> tuple[bool, int, date]:
    """A key that puts what is active first, the gravest and oldest before."""
    return (not obstacle.active, -list(Severity).index(obstacle.severity), obstacle.raised_on or date.max)
