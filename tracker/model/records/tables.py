"""The tables of a tracker in their order, and of what type the records of each are.

A type is loaded when a record of it is met: a new tracker has no indicators, and what describes them need not be made.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module

from tracker.model.records.record import Record

# By table: the module in this package and the class in it.
_PLACES = {
    "initiative": ("initiatives", "Initiative"),
    "thresholds": ("thresholds", "Thresholds"),
    "parties": ("parties", "Party"),
    "roles": ("parties", "Role"),
    "aspects": ("aspects", "Aspect"),
    "steps": ("steps", "Step"),
    "activities": ("activities", "Activity"),
    "series": ("series", "Series"),
    "meetings": ("meetings", "Meeting"),
    "decisions": ("decisions", "Decision"),
    "commitments": ("commitments", "Commitment"),
    "obstacles": ("obstacles", "Obstacle"),
    "lessons": ("lessons", "Lesson"),
    "indicators": ("indicators", "Indicator"),
    "reviews": ("reviews", "Review"),
    "recommendations": ("reviews", "Recommendation"),
    "evidence": ("evidence", "Evidence"),
}
_TABLES = {name: table for table, (_, name) in _PLACES.items()}


class _Types(Mapping[str, type[Record]]):
    """The type of the records of each table."""

    def __init__(self) -> None:
        self._known: dict[str, type[Record]] = {}

    def __getitem__(self, table: str) -> type[Record]:
        if table not in self._known:
            module, name = _PLACES[table]
            self._known[table] = getattr(import_module(f"{__package__}.{module}"), name)
        return self._known[table]

    def __contains__(self, table: object) -> bool:
        return table in _PLACES

    def __iter__(self) -> Iterator[str]:
        return iter(_PLACES)

    def __len__(self) -> int:
        return len(_PLACES)


TABLES: Mapping[str, type[Record]] = _Types()


def table_of_type(kind: type[Record]) -> str:
    """The table that holds the records of a type."""
    return _TABLES[kind.__name__]
