"""The stored form of records: documents by table and code, some of them read only when somebody looks."""

from collections.abc import Mapping
from typing import Any

from tracker.model.records.rows import Overlay

Document = dict[str, Any]
Rows = Mapping[str, Mapping[str, Any]]
Documents = Mapping[str, Rows]
WITHHELD = "\ufdd0"
"""The beginning of what stands for a text that the other side withholds: no text that was cleaned holds it."""


def unlike(before: Documents, after: Documents) -> set[str]:
    """The tables in which the two may differ: those that are not the same object in both."""
    return {table for table in {*before, *after} if before.get(table) is not after.get(table)}


def sharing(documents: Documents, other: Documents) -> Documents:
    """The same documents with the very rows and tables of the others where both are equal: nobody looks twice."""
    found: dict[str, Rows] = {}
    for table, rows in documents.items():
        old = dict(other.get(table, {}).items())
        kept = {code: old[code] if code in old and old[code] == row else row for code, row in rows.items()}
        alike = len(kept) == len(old) and all(old.get(code) is row for code, row in kept.items())
        found[table] = other[table] if alike and table in other else kept
    return found


def is_large(rows: Rows) -> bool:
    """Whether some documents are better laid over the table than put into a copy of it."""
    return isinstance(rows, Overlay) or getattr(rows, "is_large", False)


def laid_over(rows: Rows, documents: Mapping[str, Mapping[str, Any]]) -> Overlay:
    """The table with these documents over, or in place of, its own."""
    if isinstance(rows, Overlay):
        return Overlay(rows.below, {**rows.over, **documents})
    return Overlay(rows, dict(documents))


def unlike_codes(before: Rows, after: Rows) -> list[str]:
    """The codes whose documents are not the same object in both, those that are gone first."""
    if isinstance(after, Overlay) and after.below is before:
        return [code for code, row in after.over.items() if before.get(code) is not row]
    old = dict(before.items())
    gone = [code for code in old if code not in after]
    return [*gone, *(code for code, row in after.items() if old.get(code) is not row)]


def stamped(documents: Documents, numbers: Mapping[tuple[str, str], int]) -> Documents:
    """The state with the number of the revision that last changed each of these records, by table and code."""
    result: dict[str, dict[str, Mapping[str, Any]]] = {}
    for (table, code), number in numbers.items():
        if (row := documents.get(table, {}).get(code)) is not None:
            result.setdefault(table, {})[code] = {**row, "rev": number}
    return {**documents, **{table: _with(documents[table], rows) for table, rows in result.items()}}


def _with(rows: Rows, changed: Mapping[str, Mapping[str, Any]]) -> Rows:
    return laid_over(rows, changed) if is_large(rows) else {**dict(rows.items()), **changed}
