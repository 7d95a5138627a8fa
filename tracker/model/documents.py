"""The stored form of records: plain documents, by table and code."""

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any, Protocol

Document = dict[str, Any]
Rows = MutableMapping[str, Document]
Documents = Mapping[str, Rows]


class Unread(Protocol):
    """A document that is parsed when somebody looks at it."""

    @property
    def document(self) -> Document:
        """The document, each time the same object."""


class UnreadRows(MutableMapping[str, Document]):
    """The documents of a table by code; most of them nobody looks at."""

    def __init__(self, rows: Mapping[str, Unread | Document]) -> None:
        self.rows = dict(rows)

    def __getitem__(self, code: str) -> Document:
        row = self.rows[code]
        return row if isinstance(row, dict) else row.document

    def __setitem__(self, code: str, document: Document) -> None:
        self.rows[code] = document

    def __delitem__(self, code: str) -> None:
        del self.rows[code]

    def __contains__(self, code: object) -> bool:
        return code in self.rows

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def copied(rows: Rows) -> Rows:
    """Rows that can be changed while these stay; the documents are the same."""
    return UnreadRows(rows.rows) if isinstance(rows, UnreadRows) else dict(rows)


def unlike_codes(before: Rows, after: Rows) -> list[str]:
    """The codes whose documents are not the same object in both, those that are gone first."""
    old: Mapping[str, Any] = before.rows if isinstance(before, UnreadRows) else before
    new: Mapping[str, Any] = after.rows if isinstance(after, UnreadRows) else after
    gone = [code for code in old if code not in new]
    return [*gone, *(code for code, row in new.items() if old.get(code) is not row)]


class Over(Mapping[str, Rows]):
    """Tables of their own in place of those of other documents, which nobody has to read for that."""

    def __init__(self, own: Mapping[str, Rows], below: Documents) -> None:
        # Never deep: a long history is rolled back one over the other.
        self.own: Mapping[str, Rows] = {**below.own, **own} if isinstance(below, Over) else own
        self.below: Documents = below.below if isinstance(below, Over) else below

    def __getitem__(self, table: str) -> Rows:
        return self.own[table] if table in self.own else self.below[table]

    def __contains__(self, table: object) -> bool:
        return table in self.own or table in self.below

    def __iter__(self) -> Iterator[str]:
        return iter({**dict.fromkeys(self.below), **self.own})

    def __len__(self) -> int:
        return sum(1 for _ in self)


def unlike(before: Documents, after: Documents) -> set[str]:
    """The tables in which the two may differ."""
    if after is before:
        return set()
    if isinstance(after, Over) and after.below is before:
        return set(after.own)
    return {*before, *after}
