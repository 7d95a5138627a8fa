"""The ways in which each kind of record is shown: one file per table; only those asked for are loaded."""

from importlib import import_module

from tracker.reports.kinds.kind import Kind


def kind_of(table: str) -> Kind:
    """The way in which the records of a table (`model.tables.TABLES`) are shown."""
    found: Kind = import_module(f"{__name__}.{table}").KIND
    return found
