"""New records of both sides that may be one: told and never decided, since only people know that (rule 17.5)."""

from collections.abc import Callable, Iterator, Mapping, Set
from enum import StrEnum
from typing import Any

from tracker.frozen import Frozen
from tracker.model.history.documents import Documents, Rows
from tracker.model.records.codes import order_of
from tracker.model.records.meetings import MeetingStatus

WORDS = ("title", "name", "text")
"""The fields by whose words a record is known, the first that it has."""
OF_A_PERIOD = ("kind", "period_start", "period_end")
"""The fields by which an evaluation is known."""

Key = tuple[Any, ...]
Fold = Callable[[str], str]
"""Gives words as they are compared: in one case, without marks, with the digits of one script."""


class Likeness(StrEnum):
    """The thing that two records have in common."""

    REFERENCE = "reference"
    PERIOD = "period"
    SERIES = "series"
    WORDS = "words"


class Double(Frozen):
    """Two records that may be one; the `later` one by its code can be removed."""

    likeness: Likeness
    earlier: str
    later: str


def doubles(base: Documents, sides: tuple[Documents, Documents], joined: Documents, fold: Fold) -> tuple[Double, ...]:
    """The records new on the one side that say the same as one that is new on the other, by the codes of the join.

    They are papers of one reference, evaluations of one period, next meetings of one series, and records of one title.
    """
    known = set(_identities(base))
    codes = {uid: code for rows in joined.values() for uid, code in _of(rows)}
    found: dict[tuple[str, ...], Likeness] = {}
    for table in joined:
        one, other = (_new(table, side.get(table, {}), codes.keys() - known, fold) for side in sides)
        for key in sorted(one.keys() & other.keys(), key=repr):
            pair = {codes[one[key]], codes[other[key]]}
            if len(pair) > 1:
                found[tuple(sorted(pair, key=order_of))] = key[0]
    return tuple(Double(found[pair], *pair) for pair in sorted(found, key=lambda pair: [*map(order_of, pair)]))


def _identities(documents: Documents) -> Iterator[str]:
    for rows in documents.values():
        yield from (uid for uid, _ in _of(rows))


def _of(rows: Rows) -> Iterator[tuple[str, str]]:
    """Give the identities of records, also those under which they were known before, with their codes."""
    for code, row in rows.items():
        yield from ((uid, code) for uid in (row["uid"], *row.get("same", ())))


def _new(table: str, rows: Rows, new: Set[str], fold: Fold) -> dict[Key, str]:
    """Give the identities of a side's new records that are still there, by what they say."""
    return {key: row["uid"] for row in rows.values() if row["uid"] in new for key in _keys(table, row, fold)}


def _keys(table: str, row: Mapping[str, Any], fold: Fold) -> Iterator[Key]:
    """Give what a record is known by, with the likeness of those who share it."""
    if table == "reviews":
        yield Likeness.PERIOD, *(row[name] for name in OF_A_PERIOD)
    if table == "meetings" and row.get("series") and row["status"] == MeetingStatus.SCHEDULED:
        yield Likeness.SERIES, row["series"]
    if row.get("reference"):
        yield Likeness.REFERENCE, fold(row["reference"])
        return
    text: Mapping[str, str] = next((row[name] for name in WORDS if row.get(name)), {})
    for words in filter(None, text.values()):
        # Steps have activities in the same words.
        yield Likeness.WORDS, fold(words), row["step"] if table == "activities" else None
