"""New records of both sides that may be one: told and never decided, since only people know that (rule 17.5)."""

from collections.abc import Callable, Iterator, Mapping, Set
from typing import Any

from tracker.frozen import Frozen
from tracker.model.history.documents import Documents, Rows
from tracker.model.records.codes import order_of

WORDS = ("reference", "title", "name", "text")
"""The fields by whose words a record is known, the first that it has."""
OF_A_PERIOD = ("kind", "period_start", "period_end")

"""The fields by which an evaluation is known."""

Key = tuple[Any, ...]
Fold = Callable[[str], str]
"""Gives words as they are compared: in one case, without marks, with the digits of one script."""


class Double(Frozen):
    """Two records that may be one; the `later` one by its code can be removed."""

    table: str
    earlier: str
    later: str


def doubles(base: Documents, sides: tuple[Documents, Documents], joined: Documents, fold: Fold) -> tuple[Double, ...]:
    """The records new on the one side that say the same as one that is new on the other, by the codes of the join.

    They are papers of one reference, evaluations of one period, and records of one title.
    """
    known = set(_identities(base))
    codes = {uid: code for rows in joined.values() for uid, code in _of(rows)}
    found = set()
    for table in joined:
        one, other = (_new(table, side.get(table, {}), codes.keys() - known, fold) for side in sides)
        for key in one.keys() & other.keys():
            pair = {codes[one[key]], codes[other[key]]}
            if len(pair) > 1:
                found.add((table, *sorted(pair, key=order_of)))
    return tuple(Double(*each) for each in sorted(found, key=lambda each: (each[0], order_of(each[1]))))


def _identities(documents: Documents) -> Iterator[str]:
    for rows in documents.values():
        yield from (uid for uid, _ in _of(rows))


def _of(rows: Rows) -> Iterator[tuple[str, str]]:
    """Give the identities of records, also those under which they were known before, with their codes."""
    for code, row in rows.items():
        yield from ((uid, code) for uid in (row["uid"], *row.get("same", ())))


def _new(table: str, rows: Rows, new: Set[str], fold: Fold) -> dict[Key, str]:
    """Give the identities of a side's new records that are still there, by what they say."""
    return {key: row["uid"] for row in rows.values() if row["uid"] in new and (key := _key(table, row, fold))}


def _key(table: str, row: Mapping[str, Any], fold: Fold) -> Key | None:
    if table == "reviews":
        return tuple(row[name] for name in OF_A_PERIOD)
    words = next((row[name] for name in WORDS if row.get(name)), None)
    if words is None:
        return None
    # Steps have activities in the same words.
    return fold(words if isinstance(words, str) else words["ar"]), row["step"] if table == "activities" else None
