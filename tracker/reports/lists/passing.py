"""The tests that records must pass for the filters of `list`: one for each filter that was given_filters for.

What a filter means for a kind, the kind says itself: what of it is open, when it is due, to what it counts.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from tracker.model.records.activities import Activity
from tracker.model.records.commitments import Commitment
from tracker.model.records.evidence import Evidence
from tracker.model.records.indicators import Indicator
from tracker.model.records.parties import Side
from tracker.model.records.reviews import Recommendation
from tracker.model.records.status import OPEN
from tracker.model.records.steps import Step
from tracker.model.state.commitments import commitment_state
from tracker.model.state.indicators import indicator_state
from tracker.model.tracker import Tracker
from tracker.reports.kinds import kind_of
from tracker.reports.kinds.kind import Kind, Seen
from tracker.reports.lists.filters import given_filters, knows
from tracker.reports.lists.selection import Selection

Test = Callable[[Any], bool]


def tests_of(seen: Seen, table: str, w: Selection) -> list[Test]:
    """The tests that a record of the table has to pass; nothing passes a filter that means nothing for its kind."""
    if not all(knows(table, name) for name in given_filters(w)):
        return [lambda _: False]
    kind, tracker = kind_of(table), seen.tracker
    found: list[Test | None] = [
        (lambda r: _status(seen, r) in w.status) if w.status else None,
        (lambda r: w.aspect in tuple(_aspects(seen, kind, r))) if w.aspect else None,
        (lambda r: w.step in tuple(_steps(seen, kind, r))) if w.step else None,
        (lambda r: is_open(seen, kind, r)) if w.open else None,
        (lambda r: not tracker.evidence_of(r.id)) if w.no_evidence else None,
        (lambda r: r.minutes_missing(seen.day, tracker.thresholds.minutes_days)) if w.missing_minutes else None,
        (lambda r: r.strict) if w.strict else None,
        (lambda r: seen.state(indicator_state, r).met is False) if w.not_met else None,
        _changed(w.changed_since, w.touched),
        _found(w.search) if w.search else None,
        *(_by_steps(seen, w) if table == "aspects" else _of_work(seen, kind, w)),
    ]
    return [test for test in found if test]


def _of_work(seen: Seen, kind: Kind[Any], w: Selection) -> list[Test]:
    """The tests on what has an owner and dates."""
    tests: list[Test | None] = [
        (lambda r: _side(seen.tracker, kind, r) is w.side) if w.side else None,
        _named(seen.tracker, lambda r: getattr(r, kind.owner), w.owner) if w.owner else None,
        _owned(kind, w.mine) if w.mine else None,
        _named(seen.tracker, lambda r: r.support, w.support) if w.support else None,
        (lambda r: _due_before(seen, kind, r, seen.day)) if w.overdue else None,
        (lambda r: _due_before(seen, kind, r, w.due_before)) if w.due_before else None,
        (lambda r: _stale(seen, kind, r)) if w.stale else None,
        (lambda r: (_stale_days(seen, kind, r) or 0) > (w.stale_days or 0)) if w.stale_days is not None else None,
        (lambda r: _unverified(seen, r)) if w.unverified else None,
    ]
    return [test for test in tests if test]


def _by_steps(seen: Seen, w: Selection) -> list[Test]:
    """The same for an aspect, which has neither owner nor dates: it passes with one of its steps."""

    def passes(test: Test) -> Test:
        return lambda aspect: any(test(seen.tracker.steps[code]) for code in seen.assessment.aspects[aspect.id].steps)

    return [passes(test) for test in _of_work(seen, kind_of("steps"), w)]


def _status(seen: Seen, record: Any) -> str:
    """The status as it is stored, of an aspect computed; of a recommendation the answer."""
    state = seen.assessment.aspects.get(record.id)
    stored = getattr(record, "response" if isinstance(record, Recommendation) else "status", "")
    return str(state.status if state else stored)


def is_open(seen: Seen, kind: Kind[Any], record: Any) -> bool:
    """Whether something is still to be done about it."""
    return kind.is_open(record) if kind.is_open else _status(seen, record) in OPEN


def _steps(seen: Seen, kind: Kind[Any], record: Any) -> Iterable[str]:
    """The steps that it concerns; what is said of an activity is said of its step."""
    if kind.steps:
        return kind.steps(seen, record)
    named = (*getattr(record, "activities", ()), *(support.record for support in getattr(record, "supports", ())))
    return (*getattr(record, "steps", ()), *(code.partition(".")[0] for code in named))


def _aspects(seen: Seen, kind: Kind[Any], record: Any) -> Iterable[str | None]:
    """The aspects that it counts to: those that the kind names, else those of its steps, or that a paper supports."""
    if kind.aspects:
        return kind.aspects(seen, record)
    steps = [seen.tracker.steps[code] for code in _steps(seen, kind, record) if code in seen.tracker.steps]
    direct = (support.record for support in getattr(record, "supports", ()))
    return (*direct, *(link.aspect for step in steps for link in step.links))


def _side(tracker: Tracker, kind: Kind[Any], record: Any) -> Side | None:
    owner = getattr(record, kind.owner, None)
    return tracker.side_of(owner) or getattr(record, "side", None) or getattr(record, "source_side", None)


def _owned(kind: Kind[Any], mine: Callable[[Any], bool]) -> Test:
    return lambda record: mine(getattr(record, kind.owner))


def _named(tracker: Tracker, office_of: Callable[[Any], Any], test: Callable[[str], bool]) -> Test:
    """Whether the office of a record passes, by its code or a name of its party or role."""

    def passes(record: Any) -> bool:
        office = office_of(record)
        if office is None:
            return False
        names = [str(office)]
        for named in (tracker.parties.get(office.party), tracker.roles.get(office.role or "")):
            names += named.name.wordings().values() if named else ()
        return any(test(name) for name in names)

    return passes


def _changed(since: date | None, touched: frozenset[str]) -> Test | None:
    """The test by the history, and by the day that a record bears which came with its history behind it."""
    if since is None:
        return None
    return lambda record: record.id in touched or (record.updated_on is not None and record.updated_on >= since)


def _found(search: Callable[[str], bool]) -> Test:
    return lambda record: search(searchable(record))


def _due_before(seen: Seen, kind: Kind[Any], record: Any, before: date | None) -> bool:
    due = kind.due and kind.due(seen, record)
    return bool(due and before and due < before)


def _stale(seen: Seen, kind: Kind[Any], record: Any) -> bool:
    match record:
        case Step() | Activity():
            return seen.work[record.id].stale
        case Indicator():
            return seen.state(indicator_state, record).stale
    return (_stale_days(seen, kind, record) or 0) > seen.tracker.thresholds.stale_days


def _stale_days(seen: Seen, kind: Kind[Any], record: Any) -> int | None:
    """The days since what is open, or work that is under way, was last updated; None for anything else."""
    if isinstance(record, Step | Activity):
        return seen.work[record.id].stale_days
    if not is_open(seen, kind, record) or record.updated_on is None:
        return None
    return int((seen.day - record.updated_on).days)


def _unverified(seen: Seen, record: Any) -> bool:
    match record:
        case Commitment():
            return seen.state(commitment_state, record).unverified
        case Evidence():
            return record.verified_on is None
    return seen.work[record.id].unverified


def searchable(record: Any) -> str:
    """The words of a record, in every language it has."""
    if isinstance(record, str):
        return record
    if isinstance(record, tuple):
        return "\n".join(searchable(item) for item in record)
    names = getattr(record, "__struct_fields__", ())
    return "\n".join(searchable(getattr(record, name)) for name in names)
