"""The ways in which each kind of record is shown: one file per table; only those asked for are loaded."""

from importlib import import_module
from typing import Any

from tracker.reports.kinds.kind import Kind

LISTED = (
    *("steps", "aspects", "activities", "series", "meetings", "decisions", "commitments", "obstacles", "lessons"),
    *("indicators", "reviews", "recommendations", "evidence", "parties", "roles"),
)
"""The kinds that `list` knows, in their order."""


def kind_of(table: str) -> Kind[Any]:
    """The way in which the records of a table (`model.tables.TABLES`) are shown."""
    found: Kind[Any] = import_module(f"{__name__}.{table}").KIND
    return found
