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


def unlike_codes(before: Rows, after: Rows) -> list[str]:
    """The codes whose documents are not the same object in both, those that are gone first."""
    old = dict(before.items())
    gone = [code for code in old if code not in after]
    return [*gone, *(code for code, row in after.items() if old.get(code) is not row)]
