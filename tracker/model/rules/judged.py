"""The records that a change has to be judged by (rule 15.4)."""

from collections.abc import Iterable
from typing import Any

from tracker.model.tracker import Tracker


def to_judge(tracker: Tracker, since: Tracker | None, table: str, needed: Iterable[str] = ()) -> Iterable[Any]:
    """The records of a table: all, or only what changed since that tracker, where what their rules look at is the same.

    `needed` are the tables of other records that these rules look at.
    """
    if since is None or any(tracker.tables.get(each) is not since.tables.get(each) for each in needed):
        return tracker.tables.get(table, {}).values()
    return tracker.changed_since(since, table)
