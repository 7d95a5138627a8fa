"""How each kind of record is shown: one room per table; only those that are asked for are loaded."""

from importlib import import_module

from tracker.reports.kinds.kind import Kind


def kind_of(table: str) -> Kind:
    """How the records of a table (`model.tables.TABLES`) are shown."""
    found: Kind = import_module(f"{__name__}.{table}").KIND
    return found
