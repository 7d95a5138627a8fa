"""The bounds of single values, which commands keep by what they read: no file brings in what nobody can type.

They are those of the readers of what is typed: days of the years that calendars have (rule 1.5), percentages, counts,
codes of parties, identifiers and countries.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, get_args, get_type_hints

from tracker import errors
from tracker.frozen import Frozen
from tracker.model.records.parties import PARTY_CODE
from tracker.model.records.record import Record
from tracker.model.tracker import Tracker

FIRST_YEAR, LAST_YEAR = 1900, 2200
MOST = 10**9
"""The highest count; nothing in a programme is that many."""

NUMBERS: Mapping[str, Mapping[str, tuple[int, int]]] = {
    "Evidence": {"supports.progress": (0, 100), "file.size": (0, 10**15)},
    "Step": {"order": (-MOST, MOST), "reopened": (0, MOST)},
    "Aspect": {"order": (-MOST, MOST)},
    "Activity": {
        "weight": (-MOST, MOST),
        "duration_days": (0, MOST),
        "reopened": (0, MOST),
        **{f"participants.{name}": (-MOST, MOST) for name in ("ly", "tr", "women")},
    },
    "Meeting": {"participants.count": (0, MOST)},
    "Series": {"interval_months": (1, 120)},
    "Commitment": {"reschedules": (0, MOST)},
    "Review": {
        "figures.revision": (0, MOST),
        **{f"figures.records.{name}": (0, 100) for name in ("declared", "evidenced", "expected")},
    },
}
"""The lowest and the highest number in each field, by the kind of the record and the path of the field."""

FORMS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "Party": {"id": PARTY_CODE},
    "Activity": {"place.country": re.compile("[A-Z]{2}")},
    "Meeting": {"place.country": re.compile("[A-Z]{2}")},
    "Thresholds": {"timezone": re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}")},
}
"""The form of the whole text in each field, likewise."""


def out_of_bounds(tracker: Tracker, since: Tracker | None = None) -> Iterator["errors.ValueOutOfBounds"]:
    """Every value that no command would have let in; with `since` those of records that are others than they were."""
    for table, rows in tracker.tables.items():
        for record in rows.values() if since is None else tracker.changed_since(since, table):
            yield from _of_record(record)


def _of_record(record: Record) -> Iterator["errors.ValueOutOfBounds"]:
    kind = record.__class__.__name__
    for path in _dates(record.__class__):
        for day in _values(record, path):
            if not FIRST_YEAR <= day.year <= LAST_YEAR:
                field = path.rpartition(".")[2]
                yield errors.ValueOutOfBounds(record.id, field, day.isoformat(), str(FIRST_YEAR), str(LAST_YEAR))
    for path, (low, high) in NUMBERS.get(kind, {}).items():
        for number in _values(record, path):
            if not low <= number <= high:
                yield errors.ValueOutOfBounds(record.id, path.rpartition(".")[2], str(number), str(low), str(high))
    for path, form in FORMS.get(kind, {}).items():
        for text in _values(record, path):
            if not form.fullmatch(text):
                yield errors.ValueOutOfBounds(record.id, path.rpartition(".")[2], text)


def _values(value: Any, path: str) -> list[Any]:
    """Give everything that stands at a path, in each item of a list; nothing where it is not known."""
    found = [value]
    for name in path.split("."):
        found = [inner for each in found for inner in _each(getattr(each, name))]
    return found


def _each(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


@cache
def _dates(kind: type[Frozen]) -> tuple[str, ...]:
    """Give the paths of all days in records of a kind, as the types of its fields say."""
    return tuple(_paths(kind, lambda hint: hint is date))


def _paths(kind: type[Frozen], wanted: Callable[[Any], bool]) -> Iterator[str]:
    for name, hint in get_type_hints(kind).items():
        for each in (hint, *get_args(hint)):
            if wanted(each):
                yield name
            elif isinstance(each, type) and issubclass(each, Frozen) and name in kind.__struct_fields__:
                yield from (f"{name}.{inner}" for inner in _paths(each, wanted))
