"""The columns that somebody chose for a list, in tables and for programs, in the order in which they were named."""

from collections.abc import Container, Iterable, Sequence
from typing import Any

from tracker import errors
from tracker.reports.kinds import kind_of
from tracker.reports.kinds.kind import Kind, Seen, Shown, table_of
from tracker.reports.report import Table
from tracker.reports.values import TITLES

ALIASES = {"code": "id"}


def columns_of(table: str) -> dict[str, Shown[Any]]:
    """The columns that a list of a kind can have, by their keys: those it has, and the facts that `show` has."""
    kind = kind_of(table)
    found: dict[str, Shown[Any]] = {kind.code.key: kind.code}
    found |= {shown.key: shown for shown in kind.columns}
    for fact in kind.facts:
        shown: Shown[Any] = Shown(fact) if isinstance(fact, str) else fact
        found.setdefault(shown.key, shown)
    return found


def named(given: Iterable[str]) -> tuple[str, ...]:
    """The keys that were typed, as they are called here."""
    keys = (key.strip().lower().replace("-", "_") for key in given)
    return tuple(dict.fromkeys(ALIASES.get(key, key) for key in keys))


def check_columns(seen: Seen, tables: Sequence[str], keys: Sequence[str], *, machine: bool) -> None:
    """Raises `UnknownColumn` for one that none of these kinds has; what programs get are fields, not columns."""
    known = {key for table in tables for key in (_fields(seen, table) if machine else columns_of(table))}
    for key in keys:
        if known and _meant(key, tables, known, machine=machine) not in known:
            raise errors.UnknownColumn(key, tuple(sorted(known)))


def chosen_table(seen: Seen, kind: Kind[Any], codes: Iterable[str], keys: Sequence[str]) -> Table:
    """The records as a table of these columns, as far as the kind has them."""
    known, rows = columns_of(kind.name), seen.tracker.tables.get(kind.name, {})
    columns = [known[name] for key in keys if (name := _meant(key, (kind.name,), known, machine=False)) in known]
    records = [rows[code] for code in codes if kind.withheld is None or not kind.withheld(rows[code])]
    return table_of(seen, kind.name, kind.heading, columns, records, kind.nothing(seen), gender=kind.gender)


def chosen_fields(seen: Seen, kind: Kind[Any], record: Any, keys: Sequence[str]) -> dict[str, Any]:
    """These fields of a record for programs, as far as it has them."""
    data = kind.data(seen, record)
    return {key: data[name] for key in keys if (name := _meant(key, (kind.name,), data, machine=True)) in data}


def _meant(key: str, tables: Sequence[str], known: Container[str], *, machine: bool) -> str:
    """The name under which a kind has what was asked for: its words, or for programs the field of a column."""
    others: tuple[str, ...] = ()
    if key == "title":
        others = TITLES[1:]
    elif machine:
        others = (*(kind_of(table).due_field for table in tables if key == "due"), *["updated_on"] * (key == "updated"))
    if key in known:
        return key
    return next((name for name in others if name in known), key)


def _fields(seen: Seen, table: str) -> Iterable[str]:
    """The fields that programs get of a kind, told by its first record; none where there is no record to tell by."""
    record = next(iter(seen.tracker.tables.get(table, {}).values()), None)
    return kind_of(table).data(seen, record) if record is not None else ()
