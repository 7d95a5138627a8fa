"""Many records made or changed at once, by what is asked of them in columns: each different value is looked up once.

The use cases for many ask for what concerns a record alone. Whatever else a row asks for, and whatever is refused,
is the affair of those for one.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from itertools import repeat
from operator import attrgetter
from typing import Any, TypeVar

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.changes.change import referred_to
from tracker.model.changes.office import known_office
from tracker.model.records.localized import LANGS, Localized
from tracker.model.records.office import Office
from tracker.model.records.record import Record
from tracker.model.records.status import Status
from tracker.model.tracker import Tracker

T = TypeVar("T", bound=Hashable)
U = TypeVar("U")


class Asked(Frozen):
    """The values that are asked of `size` records, in columns by the names of a change; None where none is."""

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
    return tracker.put_all([kind(**dict(zip(names, row, strict=True))) for row in rows])


class Rule(Frozen):
    """The change of one record of a kind: `apply` makes a tracker of one, the record, a `change`, and a day.

    `judged` gives what the rules look at of a record that a change of plain values leaves as it is.
    """

    judged: Callable[[Any], Hashable]
    change: Callable[..., Any]
    apply: Callable[[Tracker, Any, Any, date], Tracker]


def with_changed(
    tracker: Tracker, olds: Sequence[Record], asked: Asked, own: dict[str, Sequence[Any]], on: date, rule: Rule
) -> Tracker:
    """The tracker with these records, all of one kind, each changed as the rule changes one, by what is asked of it.

    `own` has the fields that their kind has worked out. What a record has already is no change. Raises what the rule
    raises, though not of which record it is, and `UnknownRole` for a role that would be new.
    """
    if _are_settled(olds, rule.judged, lambda old: rule.apply(tracker, old, rule.change(), on) is tracker):
        return _with_plain(tracker, olds, asked, own, on)
    for place, old in enumerate(olds):
        row = {name: values[place] for name, values in asked.columns.items() if values[place] is not None}
        tracker = rule.apply(tracker, tracker.get(old.__class__, old.id), rule.change(**row), on)
    return tracker


def _are_settled(olds: Iterable[Any], facts: Callable[[Any], Hashable], settled: Callable[[Any], bool]) -> bool:
    """Whether the rules have nothing to put right in any of the records; of those with the same facts one is asked.

    The evidence of what is completed is its own.
    """
    known = {(facts(old), old.id if old.status is Status.COMPLETED else ""): old for old in olds}
    return all(map(settled, known.values()))


def _with_plain(
    tracker: Tracker, olds: Sequence[Record], asked: Asked, own: dict[str, Sequence[Any]], on: date
) -> Tracker:
    kind, columns = olds[0].__class__, dict(own)
    for name in asked.columns.keys() & {*kind.__struct_fields__}:
        values = each(asked.columns[name], _value(tracker, kind, name, {}, on))
        columns[name] = [_kept(value, old) for value, old in zip(values, map(attrgetter(name), olds), strict=True)]
    columns |= _titles(olds, asked)
    names = tuple(columns)
    before = zip(*(map(attrgetter(name), olds) for name in names), strict=True)
    rows = zip(olds, before, zip(*columns.values(), strict=True), strict=bool(names))
    changed = [
        replace(old, **dict(zip(names, new, strict=True)), updated_on=on) for old, there, new in rows if there != new
    ]
    return tracker.put_all(changed) if changed else tracker


def _kept(value: Any, old: Any) -> Any:
    return old if value is None else value


def _titles(olds: Sequence[Any], asked: Asked) -> dict[str, Sequence[Any]]:
    """Give the titles in their new wordings, where any are asked for."""
    columns = [asked.column(f"title_{lang}") for lang in LANGS]
    if not any(map(any, columns)):
        return {}
    titles = zip((old.title for old in olds), *columns, strict=True)
    return {"title": [_reworded(*row) for row in titles]}


def _reworded(old: Localized, ar: str | None, tr: str | None, en: str | None) -> Localized:
    asked = ar or tr or en
    return Localized(ar or old.ar or None, tr or old.tr or None, en or old.en or None) if asked else old


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
