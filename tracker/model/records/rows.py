"""The records of a large table as a value: not read before they are asked for, nor copied for one more record."""

from abc import abstractmethod
from collections.abc import ItemsView, Iterator, KeysView, Mapping, Sequence, ValuesView
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

_FEW = 64
ASKED = 16
"""The number of codes up to which a table that was not read is asked for each."""


class Source(Protocol):
    """A place that holds the records of one table; asked for what is less than all of them it may not know it."""

    def records(self) -> dict[str, Any]:
        """Read all records, by code and in their order."""

    def tally(self) -> Any:
        """Give what is kept of the records as a whole (`model/state/tally.py`); None where nothing is kept."""

    def parts(self, kind: type[T]) -> list[T] | None:
        """Read of each record the fields that a kind of values has; None where they cannot be read alone."""

    def record(self, code: str) -> Any:
        """Read one record, None where there is none; raises `LookupError` where one cannot be read alone."""

    def linked(self, link: str, code: str) -> list[Any] | None:
        """Read the records that are linked to a code (`model/index.py`); None where they cannot be read alone."""


class Assembled(Mapping[str, T]):
    """A table that is put together as one when somebody asks for all of it."""

    __slots__ = ()

    @abstractmethod
    def whole(self) -> dict[str, T]:
        """All records in one table."""

    def __iter__(self) -> Iterator[str]:
        return iter(self.whole())

    def __len__(self) -> int:
        return len(self.whole())

    def keys(self) -> KeysView[str]:
        """The codes."""
        return self.whole().keys()

    def values(self) -> ValuesView[T]:
        """The records."""
        return self.whole().values()

    def items(self) -> ItemsView[str, T]:
        """The records with their codes."""
        return self.whole().items()


class Unread(Assembled[Any]):
    """A table whose records are read when somebody asks for them; one table is the same object until it changes.

    A command that changes a step of ten thousand activities counts them and looks at none.
    """

    __slots__ = ("_all", "_parts", "_some", "source", "summary")

    def __init__(self, source: Source) -> None:
        self.source = source
        self.summary: Any = None
        self._parts: dict[type, list[Any] | None] = {}
        self._some: dict[str, Any] = {}
        self._all: dict[str, Any] | None = None

    @property
    def opened(self) -> bool:
        """Whether all records were read."""
        return self._all is not None

    def parts(self, kind: type[T]) -> list[T] | None:
        """The fields of each record that a kind of values has, read when they are first asked for, as of the source."""
        if kind not in self._parts:
            self._parts[kind] = self.source.parts(kind)
        return self._parts[kind]

    def whole(self) -> dict[str, Any]:
        """All records in one table, read when they are first asked for; what was read before stays as it was."""
        if self._all is None:
            self._all = self.source.records()
            for code, record in self._some.items():
                if record is not None:
                    self._all[code] = record
                else:
                    self._all.pop(code, None)
        return self._all

    def __getitem__(self, code: str) -> Any:
        found = self.get(code)
        if found is None:
            raise KeyError(code)
        return found

    def get(self, code: str, default: Any = None) -> Any:
        """The record with that code, read alone where the source can do that."""
        rows = self._some if self._all is None else self._all
        if self._all is None and code not in rows:
            try:
                rows[code] = self.source.record(code)
            except LookupError:
                rows = self.whole()
        found = rows.get(code)
        return default if found is None else found

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and self.get(code) is not None


class Overlay(Assembled[Any]):
    """A large table that nobody changes, with some records put over it; in order, new records behind the others.

    A spreadsheet of ten thousand rows puts records ten thousand times: copying the whole table each time took longer
    than all rules together.
    """

    __slots__ = ("_all", "_made", "_unlike", "below", "over", "summary")

    def __init__(
        self, below: Mapping[str, Any], over: dict[str, Any], made: "tuple[Overlay, Mapping[str, Any]] | None" = None
    ) -> None:
        self.below, self.over = below, over
        self._made = made  # of which table, by which records
        self._unlike: tuple[Mapping[str, Any], list[Any]] | None = None
        self.summary: Any = None
        self._all: dict[str, Any] | None = None

    def __getitem__(self, code: str) -> Any:
        return self.over[code] if code in self.over else self.below[code]

    def get(self, code: str, default: Any = None) -> Any:
        """The record with that code."""
        return self.over[code] if code in self.over else self.below.get(code, default)

    def __contains__(self, code: object) -> bool:
        return code in self.over or code in self.below

    def since(self, before: Mapping[str, Any]) -> Mapping[str, Any]:
        """The records among which all are that are not those of a table before: few, where this one was made of it."""
        if self._made and self._made[0] is before:  # as is asked after each row of a spreadsheet
            return self._made[1]
        if isinstance(before, Overlay):
            grown = self.below is before.below and before.over.keys() <= self.over.keys()
            return self.over if grown or self.below is before._all else self.whole()
        return self.over if self.below is before else self.whole()

    def unlike(self, before: Mapping[str, Any]) -> list[Any]:
        """The records that are not those of a table before; every rule asks for the same ones, which are found once."""
        if self._unlike is None or self._unlike[0] is not before:
            there = before.whole() if isinstance(before, Unread) and before.opened else before
            found = [record for code, record in self.since(before).items() if there.get(code) is not record]
            self._unlike = before, found
        return self._unlike[1]

    def whole(self) -> dict[str, Any]:
        """All records in one table, put together when they are first asked for."""
        if self._all is None:
            self._all = {**self.below, **self.over}
        return self._all


def went(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether a record of the one table is not in the other, which is asked where one was not made of the other."""
    grown = before is after or (isinstance(after, Overlay) and after.below is before)
    return not grown and bool(before.keys() - after.keys())


def several(rows: Mapping[str, T], codes: Sequence[str]) -> list[T | None]:
    """The records with these codes, None where there is none; for many of them all of a table is read."""
    known = rows.whole() if isinstance(rows, Unread) and (rows.opened or len(codes) > ASKED) else rows
    return [*map(known.get, codes)]


def with_records(rows: Mapping[str, Any], records: dict[str, Any]) -> Mapping[str, Any]:
    """The large table with these records, by their codes, added or in place of those under the codes."""
    if isinstance(rows, Overlay):
        if len(rows.over) < _FEW:
            return Overlay(rows.below, {**rows.over, **records}, (rows, records))
        return Overlay(rows.whole(), records)
    return Overlay(rows if isinstance(rows, dict | Unread) else dict(rows), records)
