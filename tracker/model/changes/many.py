"""Many records made at once, of what is asked of them in columns: each different value is looked up once.

The use cases for many ask for what concerns a new record alone. Whatever else a row asks for, and whatever is refused,
is the affair of those for one.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from itertools import repeat
from typing import Any, TypeVar

from tracker import errors
from tracker.frozen import Frozen
from tracker.model.changes.change import referred_to
from tracker.model.changes.office import known_office
from tracker.model.records.localized import LANGS, Localized
from tracker.model.records.office import Office
from tracker.model.records.record import Record
from tracker.model.tracker import Tracker

T = TypeVar("T", bound=Hashable)
U = TypeVar("U")


class Asked(Frozen):
    """The values that are asked of `size` new records, in columns by the names of a change; None where none is."""

    size: int
    columns: dict[str, Sequence[Any]]

    def column(self, name: str) -> Sequence[Any]:
        """The values under a name."""
        return self.columns.get(name) or [None] * self.size

    def texts(self, name: str) -> list[Localized]:
        """The text of that name of each record; raises `NeedsText` where one is asked for in no language."""
        columns = [self.column(f"{name}_{lang}") for lang in LANGS]
        if not (all(columns[0]) or all(map(any, zip(*columns, strict=True)))):
            raise errors.NeedsText("", name)
        return [*map(Localized, *columns)]


def each(column: Iterable[T], read: Callable[[T], U]) -> list[U]:
    """Gives the readings of a column, each value of which is read once however often it stands there."""
    column = [*column]
    known = {value: read(value) for value in dict.fromkeys(column)}
    return [*map(known.__getitem__, column)]


def with_many(tracker: Tracker, kind: type[Record], asked: Asked, own: dict[str, Sequence[Any]], on: date) -> Tracker:
    """The tracker with the new records; `own` has the fields that their kind has worked out, their codes among them.

    Raises `UnknownParty`, `UnknownRole` for a role that would be new, `NotFound`.
    """
    usual = dict(zip(reversed(kind.__struct_fields__), reversed(kind.__struct_defaults__), strict=False))
    fields = {name: own.get(name, values) for name, values in asked.columns.items() if name in kind.__struct_fields__}
    fields = {name: each(values, _value(tracker, kind, name, usual, on)) for name, values in fields.items()}
    columns = {**own, **fields, "created_on": repeat(on), "updated_on": repeat(on)}
    names = tuple(columns)
    rows = zip(*columns.values(), strict=False)  # what is the same for all never ends
    return tracker.put_new([kind(**dict(zip(names, row, strict=True))) for row in rows])


def _value(tracker: Tracker, kind: type[Record], name: str, usual: dict[str, Any], on: date) -> Callable[[Any], Any]:
    """Give what makes of a value that was asked for, or of none, the value of a field."""
    table = dict(kind.refers).get(name)

    def value(asked: Any) -> Any:
        if asked is None:
            return usual.get(name)
        if isinstance(asked, Office):
            after, office = known_office(tracker, asked, on)
            if after is not tracker:
                raise errors.UnknownRole(str(asked.role), tuple(tracker.roles), asked.party)
            return office
        return asked if table is None else referred_to(tracker, table, asked)

    return value
