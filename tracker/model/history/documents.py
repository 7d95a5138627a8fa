"""The stored form of records: documents by table and code, some of them read only when somebody looks."""

from collections.abc import Mapping
from typing import Any

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


def unlike_codes(before: Rows, after: Rows) -> list[str]:
    """The codes whose documents are not the same object in both, those that are gone first."""
    old = dict(before.items())
    gone = [code for code in old if code not in after]
    return [*gone, *(code for code, row in after.items() if old.get(code) is not row)]
