"""The records of a table as a value: one more record costs what is new, not what is there."""

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import Any

_FEW = 64


class Rows(Mapping[str, Any]):
    """A large table that nobody changes, with some records put over it; in order, new records behind the others.

    A spreadsheet of ten thousand rows puts records ten thousand times: copying the whole table each time took longer
    than all rules together.
    """

    __slots__ = ("_all", "below", "over")

    def __init__(self, below: dict[str, Any], over: dict[str, Any]) -> None:
        self.below, self.over = below, over
        self._all: dict[str, Any] | None = None

    def __getitem__(self, code: str) -> Any:
        return self.over[code] if code in self.over else self.below[code]

    def get(self, code: str, default: Any = None) -> Any:
        """The record with that code."""
        return self.over[code] if code in self.over else self.below.get(code, default)

    def __contains__(self, code: object) -> bool:
        return code in self.over or code in self.below

    def __iter__(self) -> Iterator[str]:
        return iter(self.whole())

    def __len__(self) -> int:
        return len(self.whole())

    def keys(self) -> KeysView[str]:
        """The codes."""
        return self.whole().keys()

    def values(self) -> ValuesView[Any]:
        """The records."""
        return self.whole().values()

    def items(self) -> ItemsView[str, Any]:
        """The records with their codes."""
        return self.whole().items()

    def since(self, before: Mapping[str, Any]) -> Mapping[str, Any]:
        """The records among which all are that are not those of a table before: few, where this one was made of it."""
        if isinstance(before, Rows):
            grown = self.below is before.below and before.over.keys() <= self.over.keys()
            return self.over if grown or self.below is before._all else self.whole()
        return self.over if self.below is before else self.whole()

    def whole(self) -> dict[str, Any]:
        """All records in one table, put together when they are first asked for."""
        if self._all is None:
            self._all = {**self.below, **self.over}
        return self._all


def with_record(rows: Mapping[str, Any], code: str, record: Any) -> Mapping[str, Any]:
    """The large table with that record added, or in place of the one under that code."""
    if isinstance(rows, Rows):
        if len(rows.over) < _FEW:
            return Rows(rows.below, {**rows.over, code: record})
        return Rows(rows.whole(), {code: record})
    return Rows(rows if isinstance(rows, dict) else dict(rows), {code: record})
