"""The links between records, gathered once for a tracker, so that no rule searches all records for one of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import is_not
from typing import TYPE_CHECKING, TypeVar

from tracker.frozen import Frozen
from tracker.model.records.codes import order_of
from tracker.model.records.record import Record

if TYPE_CHECKING:
    from tracker.model.records.activities import Activity
    from tracker.model.records.commitments import Commitment
    from tracker.model.records.evidence import Evidence
    from tracker.model.records.obstacles import Obstacle
    from tracker.model.tracker import Tracker

R = TypeVar("R", bound=Record)
INDEXED = ("activities", "evidence", "obstacles", "commitments")
"""The tables that the index is made of."""
_NONE: Mapping[str, Record] = {}


class Index(Frozen):
    """The activities, papers, obstacles and commitments of each record by its code, each in the order of codes.

    The obstacles of a step are its own and those of its activities. `attached` is the highest percentage (0–100) at
    which a paper was attached to a record (rule 3.6).
    """

    activities: "Mapping[str, list[Activity]]"
    evidence: "Mapping[str, list[Evidence]]"
    obstacles: "Mapping[str, list[Obstacle]]"
    commitments: "Mapping[str, list[Commitment]]"
    attached: Mapping[str, int]


_last: list[tuple[list[Mapping[str, Record]], Index]] = []
"""The index that was made last, with the tables of which it was made."""


def index_of(tracker: "Tracker") -> Index:
    """The index of a tracker: that of the tracker before, where what changed since is in other tables."""
    tables = [tracker.tables.get(table, _NONE) for table in INDEXED]
    if not _last or any(map(is_not, tables, _last[0][0])):
        _last[:] = [(tables, _made(tracker))]
    return _last[0][1]


def _made(tracker: "Tracker") -> Index:
    """Gather the index in one pass over the records of the tracker."""
    attached: dict[str, int] = {}
    for paper in tracker.evidence.values():
        for support in paper.supports:
            attached[support.record] = max(attached.get(support.record, 0), support.progress or 0)
    return Index(
        activities=_gathered((activity.step, activity) for activity in tracker.activities.values()),
        evidence=_gathered((s.record, paper) for paper in tracker.evidence.values() for s in paper.supports),
        obstacles=_gathered((code, o) for o in tracker.obstacles.values() for code in _hindered(o)),
        commitments=_gathered((c.step, c) for c in tracker.commitments.values() if c.step),
        attached=attached,
    )


def _hindered(obstacle: "Obstacle") -> set[str]:
    """An obstacle to an activity stands in the way of its step too."""
    return {*obstacle.steps, *obstacle.activities, *(code.partition(".")[0] for code in obstacle.activities)}


def _gathered(pairs: Iterable[tuple[str, R]]) -> Mapping[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for code, record in pairs:
        found[code].append(record)
    for records in found.values():
        if len(records) > 1:
            records.sort(key=lambda record: order_of(record.id))
    return dict(found)
