"""The references between records: the record that a code names must exist (rule 1.6)."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

from tracker import errors
from tracker.model.records.initiatives import Initiative
from tracker.model.records.meetings import Meeting
from tracker.model.records.office import Office
from tracker.model.records.record import Record
from tracker.model.records.rows import went
from tracker.model.rules.columns import FEW, different
from tracker.model.tracker import Tracker

Reference = tuple[str, str | None]
"""The table in which a record must be (`ANY` for whichever) and its code."""


def broken_references(tracker: Tracker, since: Tracker | None = None) -> Iterator["errors.BrokenReference"]:
    """Every code that a record names and that belongs to no record of the right kind.

    With `since`, where nothing went since that tracker, only the records that are others than they were are asked.
    """
    records = [*_to_judge(tracker, since)]
    by_kind: dict[type[Record], list[Record]] = {}
    for record in records:
        by_kind.setdefault(record.__class__, []).append(record)
    fine = {kind for kind, alike in by_kind.items() if len(alike) > FEW and _all_there(tracker, kind, alike)}
    for record in records:
        if record.__class__ in fine:
            continue
        for table, code in references(record):
            if code is not None and not _is_there(tracker, table, code):
                yield errors.BrokenReference(record.id, code)


def _all_there(tracker: Tracker, kind: type[Record], records: Iterable[Record]) -> bool:
    """Whether every record that these name is there, each code asked once; of those that name offices in a list never.

    Ten thousand activities name a few records.
    """
    if kind in (Meeting, Initiative):
        return False
    named = {(table, code) for path, table in kind.refers for code in different(records, path.split("."))}
    for name in _office_fields(kind):
        for office in different(records, (name,)):
            named |= {("parties", office.party), ("roles", office.role)}
    return all(code is None or _is_there(tracker, table, code) for table, code in named)


def _is_there(tracker: Tracker, table: str, code: str) -> bool:
    if table:
        return code in tracker.tables.get(table, {})
    return any(code in rows for rows in tracker.tables.values())


def _to_judge(tracker: Tracker, since: Tracker | None) -> Iterable[Record]:
    if since is None or any(went(rows, tracker.tables.get(table, {})) for table, rows in since.tables.items()):
        return (record for _, record in tracker.records())
    return (record for table in tracker.tables for record in tracker.changed_since(since, table))


def references(record: Record) -> list[Reference]:
    """Every record that this one names; offices by their party and role, which cannot go while they are named."""
    found: list[Reference] = [(table, code) for path, table in record.refers for code in _values(record, path)]
    for office in offices_of(record):
        found += [("parties", office.party), ("roles", office.role)]
    return found


def _values(value: Any, path: str) -> tuple[Any, ...]:
    """Everything that stands in a field, or by a path with points in each element of one."""
    name, _, rest = path.partition(".")
    found = getattr(value, name)
    each = found if isinstance(found, tuple) else (found,)
    return tuple(inner for part in each for inner in _values(part, rest)) if rest else each


def offices_of(record: Record) -> list[Office]:
    """Every office that a record names."""
    offices = [getattr(record, name) for name in _office_fields(record.__class__)]
    if isinstance(record, Meeting):
        offices += [delegation.office for delegation in record.participants]
    if isinstance(record, Initiative):
        offices += [brief.by for brief in record.briefs]
    return [office for office in offices if office is not None]


@cache
def _office_fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name, hint in get_type_hints(kind).items() if Office in (hint, *get_args(hint)))
