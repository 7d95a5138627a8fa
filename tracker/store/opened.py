"""What one reading of the file holds, as documents or as typed records."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, TypeVar

import msgspec

from tracker.errors import Corrupt
from tracker.model.documents import Rows, UnreadRows
from tracker.store.tables import Tables

STANDING = "standing"

R = TypeVar("R")


class _Coded(msgspec.Struct):
    """As much of a document as tells whose it is."""

    id: str


_coded = msgspec.json.Decoder(dict[str, _Coded])


class Opened(Mapping[str, Rows]):
    """Documents by table and code, each table parsed when it is asked for.

    With `keep` every table stays the same object, for who compares documents by what they are; without, only the last
    one does, for who reads them in turn and needs none of them twice. `naming_backup` surrounds each parsing.
    """

    def __init__(
        self, tables: Tables, path: str, naming_backup: Callable[[], AbstractContextManager[None]], *, keep: bool
    ) -> None:
        self._names = [table for table in tables if table != STANDING]
        self._tables, self._path, self._naming_backup, self._keep = tables, path, naming_backup, keep
        self._parsed: dict[str, Rows] = {}
        self._numbers: dict[str, dict[str, int]] = {}

    def __getitem__(self, table: str) -> Rows:
        if table in self._parsed:
            return self._parsed[table]
        if table == STANDING:
            raise KeyError(table)
        with self._naming_backup():
            found = self._by_code(table)
        if not self._keep:
            self._parsed.clear()
        self._parsed[table] = found
        return found

    def __iter__(self) -> Any:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, table: object) -> bool:
        return table in self._names

    def records(self, table: str, decoder: msgspec.json.Decoder[dict[str, R]]) -> list[R] | None:
        """The records of a table straight from the file; None where one of them is not what the decoder expects.

        What is wrong, and where, comes out when the documents are read one by one.
        """
        if table not in self:
            return []
        try:
            return list(self._tables.decoded(table, decoder).values())
        except Corrupt:
            return None

    def numbers(self, table: str) -> dict[str, int]:
        """By code, the ids under which the file has the documents of a table."""
        return self._numbers.get(table, {})

    def _by_code(self, table: str) -> Rows:
        numbers = {row.id: int(number) for number, row in self._codes(table).items()}
        rows = self._tables.rows(table)
        if len(numbers) != len(rows):
            raise Corrupt(self._path, "duplicate_key", table)
        self._numbers[table] = numbers
        return UnreadRows(dict(zip(numbers, rows.values(), strict=True)))

    def _codes(self, table: str) -> dict[str, _Coded]:
        try:
            return self._tables.decoded(table, _coded)
        except Corrupt:
            for number, row in self._tables.documents(table).items():
                if not isinstance(row.get("id"), str):
                    raise Corrupt(self._path, "bad_value", f"{table}/{number}/id") from None
            raise
