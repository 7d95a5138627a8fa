"""The bounds of single values, which commands keep by what they read: no file brings in what nobody can type.

They are those of the readers of what is typed: days of the years that calendars have (rule 1.5), percentages, counts,
codes of parties, identifiers and countries.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from operator import attrgetter
from typing import Any, get_args, get_type_hints

from tracker import errors
from tracker.frozen import Frozen
from tracker.model.records.initiatives import BRIEF_NUMBER
from tracker.model.records.parties import PARTY_CODE
from tracker.model.records.record import Record
from tracker.model.records.series import LONGEST
from tracker.model.rules.columns import FEW, different, values_at
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
    "Initiative": {f"briefs.{name}": (0, 100) for name in ("declared", "evidenced", "expected")},
    "Meeting": {"participants.count": (0, MOST)},
    "Series": {"interval_months": (1, LONGEST)},
    "Commitment": {"reschedules": (0, MOST)},
    "Review": {
        "figures.revision": (0, MOST),
        **{f"figures.records.{name}": (0, 100) for name in ("declared", "evidenced", "expected")},
    },
}
"""The lowest and the highest number in each field, by the kind of the record and the path of the field."""

FORMS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "Party": {"id": re.compile(PARTY_CODE)},
    "Activity": {"place.country": re.compile("[A-Z]{2}")},
    "Initiative": {"briefs.number": re.compile(BRIEF_NUMBER)},
    "Meeting": {"place.country": re.compile("[A-Z]{2}")},
    "Thresholds": {"timezone": re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}")},
}
"""The form of the whole text in each field, likewise."""


_Test = tuple[str, list[str], Any, Callable[[Any], bool], tuple[str, ...]]
"""A field and the path in it, the value that it has by itself, whether one there fits, and its bounds in words."""


def out_of_bounds(tracker: Tracker, since: Tracker | None = None) -> Iterator["errors.ValueOutOfBounds"]:
    """Every value that no command would have let in; with `since` those of records that are others than they were."""
    for table, rows in tracker.tables.items():
        records = [*rows.values()] if since is None else tracker.changed_since(since, table)
        if len(records) <= FEW or not _all_fit(records):
            for record in records:
                yield from _of_record(record)


def _all_fit(records: Sequence[Record]) -> bool:
    """Whether no value of these records, which are of one kind, is out of bounds."""
    heads: dict[str, list[Any]] = {}
    for name, rest, _, fits, _ in _tests(records[0].__class__)[0]:
        if rest and name not in heads:
            heads[name] = values_at(records, (name,))
        if not all(map(fits, different(heads[name], rest) if rest else different(records, (name,)))):
            return False
    return True


def _of_record(record: Record) -> Iterator["errors.ValueOutOfBounds"]:
    tests, values = _tests(record.__class__)
    for value, (name, rest, usual, fits, bounds) in zip(values(record), tests, strict=False):
        if value is None or value in (usual, ()):
            continue  # as most are, of ten thousand records
        for each in _values(value, rest) if rest or isinstance(value, tuple) else (value,):
            if not fits(each):
                told = each.isoformat() if isinstance(each, date) else str(each)
                yield errors.ValueOutOfBounds(record.id, [name, *rest][-1], told, *bounds)


def _values(value: Any, path: Iterable[str]) -> list[Any]:
    """Give everything that stands at a path, in each item of a list; nothing where it is not known."""
    found = list(_each(value))
    for name in path:
        found = [inner for each in found for inner in _each(getattr(each, name))]
    return found


def _each(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


@cache
def _tests(kind: type[Record]) -> tuple[list[_Test], Callable[[Record], tuple[Any, ...]]]:
    """Give the tests of a kind, and what gives of a record the values of their fields."""
    numbers, forms = NUMBERS.get(kind.__name__, {}), FORMS.get(kind.__name__, {})
    tests: tuple[tuple[str, Callable[[Any], bool], tuple[str, ...]], ...] = (
        *((path, _in_years, (str(FIRST_YEAR), str(LAST_YEAR))) for path in _dates(kind)),
        *((path, partial(_between, low, high), (str(low), str(high))) for path, (low, high) in numbers.items()),
        *((path, lambda text, form=form: bool(form.fullmatch(text)), ()) for path, form in forms.items()),
    )
    names = kind.__struct_fields__[-len(kind.__struct_defaults__) :]
    usual = dict(zip(names, kind.__struct_defaults__, strict=True))
    paths = ((path.split("."), fits, bounds) for path, fits, bounds in tests)
    found = [(name, rest, usual.get(name), fits, bounds) for (name, *rest), fits, bounds in paths]
    # Two names more, so that what is gotten is a tuple even of a single field.
    return found, attrgetter(*(name for name, *_ in found), "id", "rev")


def _in_years(day: date) -> bool:
    return FIRST_YEAR <= day.year <= LAST_YEAR


def _between(low: int, high: int, number: int) -> bool:
    return low <= number <= high


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
