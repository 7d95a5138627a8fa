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
from tracker.model.tracker import Tracker

Reference = tuple[str, str | None]
"""The table in which a record must be (`ANY` for whichever) and its code."""


def broken_references(tracker: Tracker, since: Tracker | None = None) -> Iterator["errors.BrokenReference"]:
    """Every code that a record names and that belongs to no record of the right kind.

    With `since`, where nothing went since that tracker, only the records that are others than they were are asked.
    """
    for record in _to_judge(tracker, since):
        for table, code in references(record):
            if code is not None and not _is_there(tracker, table, code):
                yield errors.BrokenReference(record.id, code)


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
