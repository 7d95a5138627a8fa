"""Filters and sorting of `list`: which records of a kind are shown, and in what order."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from tracker.errors import UnknownSortKey
from tracker.frozen import frozen
from tracker.model.assessment import Assessment, StepState
from tracker.model.localized import Localized
from tracker.model.office import Office
from tracker.model.party import Side
from tracker.model.record import Record
from tracker.model.status import OPEN
from tracker.model.tracker import TABLES, Tracker


@frozen(kw_only=True)
class Selection:
    """What `list` was asked for; empty fields let everything through.

    `search` is a test on text, made by the caller, who knows how to fold it. `sort` names keys, `-` before one
    turns it round.
    """

    status: tuple[str, ...] = ()
    aspect: str | None = None
    step: str | None = None
    side: Side | None = None
    owner: Callable[[str], bool] | None = None
    open: bool = False
    overdue: bool = False
    stale: bool = False
    stale_days: int | None = None
    due_before: date | None = None
    no_evidence: bool = False
    unverified: bool = False
    missing_minutes: bool = False
    changed_since: date | None = None
    search: Callable[[str], bool] | None = None
    sort: tuple[str, ...] = ()
    limit: int | None = None

    @property
    def empty(self) -> bool:
        """Whether everything is shown."""
        return all(getattr(self, f.name) == f.default for f in fields(self) if f.name != "sort")


def select(tracker: Tracker, assessment: Assessment, table: str, wanted: Selection) -> list[str]:
    """The codes that pass, sorted and limited; raises `UnknownSortKey`."""
    rows: Mapping[str, Record] = tracker.tables.get(table, {})
    tests = [test for test in _tests(tracker, assessment, table, wanted) if test]
    codes = [code for code, record in rows.items() if all(test(record) for test in tests)]
    for key in reversed(wanted.sort):
        name = key.lstrip("-")
        value = _sort_value(assessment, table, name)
        codes.sort(key=lambda c, v=value: _comparable(v(rows[c])), reverse=key.startswith("-"))  # type: ignore[misc]
    return codes[: wanted.limit] if wanted.limit is not None else codes


Test = Callable[[Any], bool]


def _tests(tracker: Tracker, assessment: Assessment, table: str, w: Selection) -> list[Test | None]:
    states = assessment.steps if table == "steps" else {}
    supported = {s.record for e in tracker.evidence.values() for s in e.supports}
    return [
        (lambda r: str(getattr(r, "status", "")) in w.status) if w.status else None,
        (lambda r: _of_aspect(r, w.aspect)) if w.aspect else None,
        (lambda r: w.step in _steps_of(r)) if w.step else None,
        (lambda r: _side(tracker, r) is w.side) if w.side else None,
        _owned(tracker, w.owner) if w.owner else None,
        _is_open if w.open else None,
        _on_state(states, lambda s: s.overdue) if w.overdue else None,
        _on_state(states, lambda s: s.stale) if w.stale else None,
        _older_than(states, w.stale_days),
        (lambda r: _due_before(r, w.due_before)) if w.due_before else None,
        (lambda r: r.id not in supported) if w.no_evidence else None,
        (lambda r: _unverified(states, r)) if w.unverified else None,
        (lambda r: getattr(r, "minutes", "") is None and r.status == "held") if w.missing_minutes else None,
        (lambda r: r.updated_on is not None and r.updated_on >= w.changed_since) if w.changed_since else None,
        _found(w.search) if w.search else None,
    ]


def _on_state(states: Mapping[str, StepState], test: Callable[[StepState], Any]) -> Test:
    return lambda record: record.id in states and bool(test(states[record.id]))


def _steps_of(record: Any) -> tuple[str, ...]:
    supports = tuple(s.record for s in getattr(record, "supports", ()))
    return (record.id, *getattr(record, "steps", ()), *supports)


def _of_aspect(record: Any, aspect: str | None) -> bool:
    return record.id == aspect or any(link.aspect == aspect for link in getattr(record, "links", ()))


def _side(tracker: Tracker, record: Any) -> Side | None:
    owner = getattr(record, "owner", None)
    party = tracker.parties.get(owner.party) if owner else None
    return party.side if party else getattr(record, "side", None)


def _owned(tracker: Tracker, test: Callable[[str], bool]) -> Test:
    def owned(record: Any) -> bool:
        owner = getattr(record, "owner", None)
        if owner is None:
            return False
        names = [str(owner)]
        for named in (tracker.parties.get(owner.party), tracker.roles.get(owner.role or "")):
            names += [named.name.ar, named.name.tr or "", named.name.en or ""] if named else []
        return any(test(name) for name in names)

    return owned


def _found(search: Callable[[str], bool]) -> Test:
    return lambda record: search(searchable(record))


def _older_than(states: Mapping[str, StepState], days: int | None) -> Test | None:
    return None if days is None else _on_state(states, lambda s: (s.stale_days or 0) > days)


def _is_open(record: Any) -> bool:
    status = getattr(record, "status", None)
    return status in OPEN or str(status) in ("open", "under_treatment", "scheduled", "postponed")


def _due_before(record: Any, day: date | None) -> bool:
    due = getattr(record, "planned_end", None) or getattr(record, "target_resolution", None)
    return bool(due and day and due < day and _is_open(record))


def _unverified(states: Mapping[str, StepState], record: Any) -> bool:
    if record.id in states:
        return states[record.id].unverified
    return hasattr(record, "verified_on") and record.verified_on is None


def searchable(record: Any) -> str:
    """All the words of a record, in every language it has."""
    if isinstance(record, str):
        return record
    if isinstance(record, tuple):
        return "\n".join(searchable(item) for item in record)
    names = getattr(record, "__dataclass_fields__", ())
    return "\n".join(searchable(getattr(record, name)) for name in names)


def _sort_value(assessment: Assessment, table: str, key: str) -> Callable[[Any], Any]:
    names = {"due": "planned_end", "updated": "updated_on", "start": "planned_start", "code": "order"}
    figures = ("progress", "evidenced", "expected", "health", "variance")
    if table == "steps" and key in figures:
        return lambda r: _figure(assessment.steps[r.id], key)
    field = names.get(key, key)
    if field not in TABLES[table].__dataclass_fields__:
        if field == "order":
            return lambda r: r.id
        known = tuple(n for n in TABLES[table].__dataclass_fields__ if n not in ("links", "supports"))
        raise UnknownSortKey(key, tuple(sorted({*known, *(figures if table == "steps" else ()), *names})))
    return lambda r: getattr(r, field)


def _figure(state: StepState, key: str) -> Any:
    if key == "health":
        return ("grey", "green", "amber", "red").index(state.health)
    return getattr(state.figures, {"progress": "declared"}.get(key, key))


def _comparable(value: Any) -> tuple[bool, Any]:
    """Empty values last; texts by their Arabic, offices by their code."""
    if value is None:
        return True, 0
    if isinstance(value, Localized):
        return False, value.ar
    return False, str(value) if isinstance(value, Office) else value
