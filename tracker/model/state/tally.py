"""Activities counted by what their step is computed of: of ten thousand most are alike, and few need be looked at.

A tally is made in one pass over a table, or comes with one that nobody has read yet. What puts a few records over such
a table changes it by those: changing one of a hundred thousand reads that one.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.frozen import Frozen, replace
from tracker.model.records.activities import Activity, Gate
from tracker.model.records.office import Office
from tracker.model.records.rows import Overlay, Unread
from tracker.model.records.status import OPEN, Status
from tracker.model.state.work import Owned, is_verified
from tracker.model.tracker import Tracker

if TYPE_CHECKING:
    from tracker.model.records.commitments import Commitment

T = TypeVar("T")


class Facts(Frozen, array_like=True):
    """The facts of an activity that count for its step, which a database tells in their order.

    `attached` is the highest percentage, 0–100, that papers show, `unverified` says that it is completed and no other
    office has verified a paper of it, `follows` that it waits for another activity.
    """

    status: Status
    gate: Gate
    weight: int
    planned_start: date | None
    planned_end: date | None
    updated_on: date | None
    attached: int
    unverified: bool
    follows: bool


Tally = Mapping[str, Mapping[Facts, int]]
"""The number of activities for which the same facts hold, by the code of their step."""


class Part(Frozen, forbid_unknown_fields=False, kw_only=True, gc=False):
    """The fields of an activity that are counted; the others are not even looked at."""

    id: str
    step: str
    status: Status = Status.NOT_STARTED
    gate: Gate = Gate.NONE
    weight: int = 1
    planned_start: date | None = None
    planned_end: date | None = None
    updated_on: date | None = None
    owner: Office | None = None
    after: tuple[str, ...] = ()


class Promise(Frozen, forbid_unknown_fields=False, kw_only=True, gc=False):
    """The fields of a commitment on which the step that it belongs to depends."""

    id: str
    step: str | None = None
    status: Status = Status.NOT_STARTED
    due: date | None = None
    owner: Office | None = None


PARTS: Mapping[str, type[Frozen]] = {"activities": Part, "commitments": Promise}
"""The part of a record that is read to count it, by the table."""

_OWN = attrgetter("step", "status", "gate", "weight", "planned_start", "planned_end", "updated_on", "after")
_last: dict[str, tuple[Any, Any, Any]] = {}
"""The summaries of whole tables that were made last, with the tables of which they were."""


def tally(tracker: Tracker) -> Tally:
    """The activities of each step, counted by their facts."""
    found: Tally = _remembered("activities", tracker, _counted)
    return found


def counting(tracker: Tracker, step: str) -> list[Facts]:
    """The facts of the activities of a step that make its percentage: of all but the cancelled ones."""
    return [facts for facts in tally(tracker).get(step, ()) if facts.status is not Status.CANCELLED]


def fully_evidenced(tracker: Tracker, work: Owned) -> bool:
    """Whether work may be completed by its evidence: some at 100 percent, of a step for each activity that counts."""
    parts = counting(tracker, work.id) if work.id in tracker.steps else []
    return all(facts.attached == 100 for facts in parts) if parts else tracker.attached_at(work.id) == 100


def earliest_due(tracker: Tracker) -> Mapping[str, date]:
    """The first day by which an open commitment of a step is due, by the code of the step."""
    found: Mapping[str, date] = _remembered("commitments", tracker, _first_due)
    return found


def counted(tracker: Tracker) -> None:
    """Count now, under the lock, what the answer to a change counts: a server has moved on when it is given."""
    tally(tracker)
    earliest_due(tracker)


def _remembered(table: str, tracker: Tracker, summary: Callable[[Tracker], Any]) -> Any:
    rows, papers = tracker.tables.get(table, {}), tracker.tables.get("evidence", {})
    known = rows.summary if isinstance(rows, Overlay | Unread) else _last.get(table)
    if known is None or known[0] is not rows or known[1] is not papers:
        known = rows, papers, summary(tracker)
        if isinstance(rows, Overlay | Unread):
            rows.summary = known  # for as long as there are these rows: of a server it cannot be made again
        else:
            _last[table] = known
    return known[2]


def _first_due(tracker: Tracker) -> Mapping[str, date]:
    rows = tracker.tables.get("commitments", {})
    below = _below(rows)
    if below is rows or not isinstance(rows, Overlay):
        return _summary(tracker, "commitments", _first_due_of)
    earlier = replace(tracker, tables={**tracker.tables, "commitments": below})
    found = dict(earliest_due(earlier))
    versions = (each for code, new in rows.over.items() for each in (new, below.get(code)) if each)
    for step in {each.step for each in versions if each.step}:
        first = _first_due_of(tracker, tracker.commitments_of(step)).get(step)
        if first is None:
            found.pop(step, None)
        else:
            found[step] = first
    return found


def _counted(tracker: Tracker) -> Tally:
    before = {table: _below(tracker.tables.get(table, {})) for table in ("activities", "evidence")}
    if all(rows is tracker.tables.get(table, {}) for table, rows in before.items()):
        return _summary(tracker, "activities", _tally_of)
    earlier = replace(tracker, tables={**tracker.tables, **before})
    found = {step: Counter(alike) for step, alike in tally(earlier).items()}
    for code in _touched(tracker):
        for each, number in ((earlier, -1), (tracker, 1)):
            activity = each.tables.get("activities", {}).get(code)
            if activity is not None:
                found.setdefault(activity.step, Counter())[_facts_of(each, activity)] += number
    return {step: +alike for step, alike in found.items()}


def _below(rows: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the table that nobody has read, over which some records were put; another table is given as it is."""
    below = rows.below if isinstance(rows, Overlay) else rows
    return below if isinstance(below, Unread) and not below.opened else rows


def _touched(tracker: Tracker) -> set[str]:
    """Give the codes of the activities for which something else may hold than before records were put over others."""
    activities, papers = tracker.tables.get("activities", {}), tracker.tables.get("evidence", {})
    touched = set(activities.over) if isinstance(activities, Overlay) else set()
    if isinstance(papers, Overlay):
        versions = (paper for code, new in papers.over.items() for paper in (new, papers.below.get(code)) if paper)
        touched |= {support.record for paper in versions for support in paper.supports}
    return touched


def _summary(tracker: Tracker, table: str, of: Callable[[Tracker, Collection[Any]], T]) -> T:
    """Give what is kept of a table that nobody has read, or else make it of as much as is needed of each record."""
    rows = tracker.tables.get(table, {})
    if not isinstance(rows, Unread) or rows.opened:
        return of(tracker, rows.values())
    # Where evidence was put over what is kept, some of it is not counted there.
    if table != "activities" or isinstance(tracker.tables.get("evidence"), Unread):
        kept: T | None = rows.source.tally()
        if kept is not None:
            return kept
    return of(tracker, parts_of(tracker, table))


def parts_of(tracker: Tracker, table: str) -> Collection[Any]:
    """The records of a table; of one that nobody has read the parts that are counted (`PARTS`), where it has such."""
    rows = tracker.tables.get(table, {})
    kind = PARTS.get(table)
    parts = rows.parts(kind) if kind and isinstance(rows, Unread) and not rows.opened else None
    return rows.values() if parts is None else parts


def _first_due_of(_: Tracker, parts: "Collection[Commitment | Promise]") -> Mapping[str, date]:
    found: dict[str, date] = {}
    for each in parts:
        if each.step and each.due and each.status in OPEN:
            found[each.step] = min(each.due, found.get(each.step, each.due))
    return found


def _tally_of(tracker: Tracker, parts: Collection[Activity | Part]) -> Tally:
    papers_of = tracker.finder("evidence")
    bare = Counter(map(_OWN, (part for part in parts if not papers_of(part.id))))
    found: dict[str, Counter[Facts]] = {}
    for (step, *own), number in bare.items():
        found.setdefault(step, Counter())[_facts(own, 0, verified=False)] += number
    for part in parts:
        if papers_of(part.id):
            found.setdefault(part.step, Counter())[_facts_of(tracker, part)] += 1
    return found


def _facts_of(tracker: Tracker, part: Activity | Part) -> Facts:
    verified = part.status is Status.COMPLETED and is_verified(tracker, part)
    return _facts(_OWN(part)[1:], tracker.attached_at(part.id), verified=verified)


def _facts(own: Sequence[Any], attached: int, *, verified: bool) -> Facts:
    """Make facts of an activity's own fields, `_OWN` but for the step."""
    status, gate, weight, start, end, updated_on, after = own
    unverified = status is Status.COMPLETED and not verified
    return Facts(status, gate, weight, start, end, updated_on, attached, unverified, bool(after))
