"""The records that a change has to be judged by (rule 15.4)."""

from collections.abc import Iterable, Iterator
from typing import Any

from tracker.model.index import LINKS
from tracker.model.records.codes import order_of
from tracker.model.records.rows import went
from tracker.model.tracker import Tracker


def to_judge(tracker: Tracker, since: Tracker | None, table: str, looked_at: Iterable[str] = ()) -> Iterable[Any]:
    """The records of a table: all, or those that changed since that tracker, themselves or in what is linked to them.

    `looked_at` are the tables of other records, by which they are linked (`model/index.py`), that their rules look at.
    """
    rows = tracker.tables.get(table, {})
    if since is None or any(went(since.tables.get(each, {}), tracker.tables.get(each, {})) for each in looked_at):
        return rows.values()
    codes = {record.id for record in tracker.changed_since(since, table)}
    for each in looked_at:
        codes.update(code for record in _versions(tracker, since, each) for code in LINKS[each].keys(record))
    codes |= {code.partition(".")[0] for code in codes}  # what shows of an activity shows of its step
    return [found for code in sorted(codes, key=order_of) if (found := rows.get(code)) is not None]


def _versions(tracker: Tracker, since: Tracker, table: str) -> Iterator[Any]:
    """Give the records of a table that changed, as they are and as they were."""
    before = since.tables.get(table, {})
    for record in tracker.changed_since(since, table):
        yield record
        if (old := before.get(record.id)) is not None:
            yield old
