"""The stored form of records: plain documents, by table and code."""

from collections.abc import Iterator, Mapping
from typing import Any

Document = dict[str, Any]
Documents = Mapping[str, dict[str, Document]]


class Over(Mapping[str, dict[str, Document]]):
    """Tables of their own in place of those of other documents, which nobody has to read for that."""

    def __init__(self, own: Mapping[str, dict[str, Document]], below: Documents) -> None:
        # Never deep: a long history is rolled back one over the other.
        self.own: Mapping[str, dict[str, Document]] = {**below.own, **own} if isinstance(below, Over) else own
        self.below: Documents = below.below if isinstance(below, Over) else below

    def __getitem__(self, table: str) -> dict[str, Document]:
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
