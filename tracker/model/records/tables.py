"""The tables of a tracker in their order, and of what kind the records of each are.

A type is loaded when a record of it is met: a new tracker has no indicators, and what describes them need not be made.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from tracker.frozen import Frozen
from tracker.model.records.record import Record


class Kind(Frozen):
    """A kind of records: the module in this package, the class in it, and the letter of its codes, if they have one."""

    module: str
    name: str
    letter: str = ""


KINDS: Mapping[str, Kind] = {
    "initiative": Kind("initiatives", "Initiative"),
    "thresholds": Kind("thresholds", "Thresholds"),
    "parties": Kind("parties", "Party"),
    "roles": Kind("parties", "Role"),
    "aspects": Kind("aspects", "Aspect", "A"),
    "steps": Kind("steps", "Step", "S"),
    "activities": Kind("activities", "Activity"),
    "series": Kind("series", "Series", "T"),
    "meetings": Kind("meetings", "Meeting", "M"),
    "decisions": Kind("decisions", "Decision", "D"),
    "commitments": Kind("commitments", "Commitment", "C"),
    "obstacles": Kind("obstacles", "Obstacle", "O"),
    "lessons": Kind("lessons", "Lesson", "L"),
    "indicators": Kind("indicators", "Indicator", "I"),
    "reviews": Kind("reviews", "Review", "R"),
    "recommendations": Kind("reviews", "Recommendation", "N"),
    "evidence": Kind("evidence", "Evidence", "E"),
}
"""The kinds of records by their table."""
_TABLES = {kind.name: table for table, kind in KINDS.items()}


@cache
def _type(table: str) -> type[Record]:
    kind = KINDS[table]
    found: type[Record] = getattr(import_module(f"{__package__}.{kind.module}"), kind.name)
    return found


class _Types(Mapping[str, type[Record]]):
    """The type of the records of each table."""

    def __getitem__(self, table: str) -> type[Record]:
        return _type(table)

    def __contains__(self, table: object) -> bool:
        return table in KINDS

    def __iter__(self) -> Iterator[str]:
        return iter(KINDS)

    def __len__(self) -> int:
        return len(KINDS)


TABLES: Mapping[str, type[Record]] = _Types()


def table_of_type(kind: type[Record]) -> str:
    """The table that holds the records of a type."""
    return _TABLES[kind.__name__]
