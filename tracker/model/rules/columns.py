"""The values of many records at once: ten thousand of them have a few offices and some hundred days."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

FEW = 64
"""The number of records up to which each is asked by itself."""
_NONE = type(None)


def values_at(records: Iterable[Any], path: Sequence[str]) -> list[Any]:
    """Everything that stands at a path in records of one kind, in each item of a list; without what is not known."""
    found: list[Any] = [*records]
    for name in path:
        found = [*map(attrgetter(name), found)]
        kinds = set(map(type, found))
        if tuple in kinds:
            found = [item for value in found for item in (value if isinstance(value, tuple) else (value,))]
        if tuple in kinds or _NONE in kinds:
            found = [value for value in found if value is not None]
    return found


def different(records: Iterable[Any], path: Sequence[str]) -> set[Any]:
    """The different values that stand at a path, in each item of a list; without what is not known."""
    *way, last = path
    found = set(map(attrgetter(last), values_at(records, way)))
    return {item for value in found if value is not None for item in (value if isinstance(value, tuple) else (value,))}
