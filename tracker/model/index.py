"""The links between records, gathered once for a tracker, so that no rule searches all records for one of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import is_not
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.frozen import Frozen
from tracker.model.records.codes import order_of
from tracker.model.records.record import Record

if TYPE_CHECKING:
    from tracker.model.records.activities import Activity
    from tracker.model.records.commitments import Commitment
    from tracker.model.records.evidence import Evidence
    from tracker.model.records.obstacles import Obstacle

R = TypeVar("R", bound=Record)
INDEXED = ("activities", "evidence", "obstacles", "commitments")
"""The tables that the index is made of."""
_NONE: Mapping[str, Any] = {}


class Index(Frozen):
    """The activities, evidence, obstacles and commitments of each record by its code, each in the order of codes.

    The obstacles of a step are its own and those of its activities. `attached` is the highest percentage (0–100) at
    which evidence was attached to a record (rule 3.6).
    """

    activities: "Mapping[str, list[Activity]]"
    evidence: "Mapping[str, list[Evidence]]"
    obstacles: "Mapping[str, list[Obstacle]]"
    commitments: "Mapping[str, list[Commitment]]"
    attached: Mapping[str, int]


_last: list[tuple[list[Mapping[str, Any]], Index]] = []
"""The index that was made last, with the tables of which it was made."""


def index_of(tables: Mapping[str, Mapping[str, Any]]) -> Index:
    """The index of the tables of a tracker: that of the tracker before, where what changed since is in other tables."""
    indexed = [tables.get(table, _NONE) for table in INDEXED]
    if not _last or any(map(is_not, indexed, _last[0][0])):
        _last[:] = [(indexed, _gather(*indexed))]
    return _last[0][1]


def _gather(
    activities: "Mapping[str, Activity]",
    evidence: "Mapping[str, Evidence]",
    obstacles: "Mapping[str, Obstacle]",
    commitments: "Mapping[str, Commitment]",
) -> Index:
    """Gather the index in one pass over the records of its tables."""
    attached: dict[str, int] = {}
    for each in evidence.values():
        for support in each.supports:
            attached[support.record] = max(attached.get(support.record, 0), support.progress or 0)
    return Index(
        activities=_by_code((a.step, a) for a in activities.values()),
        evidence=_by_code((s.record, each) for each in evidence.values() for s in each.supports),
        obstacles=_by_code((code, o) for o in obstacles.values() for code in _hindered(o)),
        commitments=_by_code((c.step, c) for c in commitments.values() if c.step),
        attached=attached,
    )


def _hindered(obstacle: "Obstacle") -> set[str]:
    """An obstacle to an activity stands in the way of its step too."""
    return {*obstacle.steps, *obstacle.activities, *(code.partition(".")[0] for code in obstacle.activities)}


def _by_code(pairs: Iterable[tuple[str, R]]) -> Mapping[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for code, record in pairs:
        found[code].append(record)
    for records in found.values():
        if len(records) > 1:
            records.sort(key=lambda record: order_of(record.id))
    return dict(found)
