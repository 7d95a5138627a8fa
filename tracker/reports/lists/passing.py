"""The tests that records must pass for the filters of `list`: one for each filter that was asked for."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from tracker.model.records.activities import Activity
from tracker.model.records.aspects import Aspect
from tracker.model.records.decisions import Decision
from tracker.model.records.evidence import TAKES_EVIDENCE
from tracker.model.records.lessons import Lesson
from tracker.model.records.meetings import Meeting
from tracker.model.records.parties import Side
from tracker.model.records.reviews import Recommendation, Review
from tracker.model.records.series import Series
from tracker.model.records.status import OPEN
from tracker.model.state.assessment import LESSONS_ASPECT, MEETINGS_ASPECT, Assessment, aspects_of
from tracker.model.state.work import ActivityState, StepState
from tracker.model.tracker import Tracker
from tracker.reports.answers import pending
from tracker.reports.lists.selection import Selection

Test = Callable[[Any], bool]
States = Mapping[str, StepState | ActivityState]


def tests_of(tracker: Tracker, assessment: Assessment, table: str, w: Selection) -> list[Test]:
    """The tests that a record of the table has to pass; nothing where no filter was asked for."""
    of_work = _of_work(tracker, assessment, w)
    found = [
        (lambda r: _status(assessment, r) in w.status) if w.status else None,
        (lambda r: _of_aspect(tracker, assessment, r, w.aspect)) if w.aspect else None,
        (lambda r: w.step in _steps_of(tracker, assessment, r)) if w.step else None,
        (lambda r: pending.is_pending(r) or _status(assessment, r) in OPEN) if w.open else None,
        (lambda r: table in TAKES_EVIDENCE and not tracker.evidence_of(r.id)) if w.no_evidence else None,
        (lambda r: _without_minutes(tracker, assessment, r)) if w.missing_minutes else None,
        _changed(w.changed_since, w.touched),
        (lambda r: bool(getattr(r, "strict", False))) if w.strict else None,
        (lambda r: pending.is_not_met(tracker, r, assessment.day)) if w.not_met else None,
        _found(w.search) if w.search else None,
        *((_by_steps(tracker, assessment, test) for test in of_work) if table == "aspects" else of_work),
    ]
    return [test for test in found if test]


def _without_minutes(tracker: Tracker, assessment: Assessment, record: Any) -> bool:
    return isinstance(record, Meeting) and record.minutes_missing(assessment.day, tracker.thresholds.minutes_days)


def _of_work(tracker: Tracker, assessment: Assessment, w: Selection) -> list[Test]:
    """The tests on what has an owner and dates; an aspect has neither and passes with one of its steps."""
    states: States = {**assessment.steps, **assessment.activities}
    day = assessment.day
    late = _either(_on_state(states, lambda s: s.overdue), lambda r: pending.is_late(tracker, r, day))
    stale = _either(_on_state(states, lambda s: s.stale), _untouched(day, tracker.thresholds.stale_days))
    tests: list[Test | None] = [
        (lambda r: _side(tracker, r) is w.side) if w.side else None,
        _named(tracker, _owner, w.owner) if w.owner else None,
        _named(tracker, lambda r: getattr(r, "support", None), w.support) if w.support else None,
        late if w.overdue else None,
        _either(stale, lambda r: pending.is_unmeasured(tracker, r, day)) if w.stale else None,
        _older_than(states, day, w.stale_days),
        (lambda r: _due_before(tracker, r, day, w.due_before)) if w.due_before else None,
        (lambda r: _unverified(states, r) or pending.is_unverified(tracker, r, day)) if w.unverified else None,
    ]
    return [test for test in tests if test]


def _by_steps(tracker: Tracker, assessment: Assessment, test: Test) -> Test:
    return lambda aspect: any(test(tracker.steps[code]) for code in assessment.aspects[aspect.id].steps)


def _status(assessment: Assessment, record: Any) -> str:
    state = assessment.aspects.get(record.id)
    stored = getattr(record, "response" if isinstance(record, Recommendation) else "status", "")
    return str(state.status if state else stored)


def _on_state(states: States, test: Callable[[StepState | ActivityState], Any]) -> Test:
    return lambda record: record.id in states and bool(test(states[record.id]))


def _steps_of(tracker: Tracker, assessment: Assessment, record: Any) -> tuple[str, ...]:
    if isinstance(record, Aspect):
        return assessment.aspects[record.id].steps
    if isinstance(record, Activity):
        return (record.step,)
    named = (*getattr(record, "activities", ()), *(s.record for s in getattr(record, "supports", ())))
    # What is said of an activity is said of its step.
    near = (*getattr(record, "steps", ()), *pending.steps_of(tracker, record))
    return (record.id, *near, *(code.partition(".")[0] for code in named))


def _of_aspect(tracker: Tracker, assessment: Assessment, record: Any, aspect: str | None) -> bool:
    """Whether it counts to an aspect: meetings to one, lessons to another (rule 13.4), the rest by their steps."""
    match record:
        case Activity():
            return aspect in aspects_of(tracker, record)
        case Aspect():
            return record.id == aspect
        case Meeting() | Series() | Decision():
            return aspect == MEETINGS_ASPECT
        case Lesson():
            return aspect == LESSONS_ASPECT
    steps = [tracker.steps[code] for code in _steps_of(tracker, assessment, record) if code in tracker.steps]
    direct = any(support.record == aspect for support in getattr(record, "supports", ()))
    return direct or any(link.aspect == aspect for step in steps for link in step.links)


def _side(tracker: Tracker, record: Any) -> Side | None:
    owner = _owner(record)
    party = tracker.parties.get(owner.party) if owner else None
    if party:
        return party.side
    return getattr(record, "side", None) or getattr(record, "source_side", None)


def _owner(record: Any) -> Any:
    """The office that answers for it; of an evaluation the one that leads it."""
    return getattr(record, "lead" if isinstance(record, Review) else "owner", None)


def _named(tracker: Tracker, office_of: Callable[[Any], Any], test: Callable[[str], bool]) -> Test:
    """Whether the office of a record passes, by its code or a name of its party or role."""

    def passes(record: Any) -> bool:
        office = office_of(record)
        if office is None:
            return False
        names = [str(office)]
        for named in (tracker.parties.get(office.party), tracker.roles.get(office.role or "")):
            names += [named.name.ar, named.name.tr or "", named.name.en or ""] if named else []
        return any(test(name) for name in names)

    return passes


def _changed(since: date | None, touched: frozenset[str]) -> Test | None:
    """The test by the history, and by the day that a record bears which came with its history behind it."""
    if since is None:
        return None
    return lambda record: record.id in touched or (record.updated_on is not None and record.updated_on >= since)


def _found(search: Callable[[str], bool]) -> Test:
    return lambda record: search(searchable(record))


def _either(one: Test, other: Test) -> Test:
    return lambda record: one(record) or other(record)


def _untouched(day: date, days: int) -> Test:
    return lambda record: (pending.days_untouched(record, day) or 0) > days


def _older_than(states: States, day: date, days: int | None) -> Test | None:
    if days is None:
        return None
    return _either(_on_state(states, lambda s: (s.stale_days or 0) > days), _untouched(day, days))


def _due_before(tracker: Tracker, record: Any, day: date, before: date | None) -> bool:
    due = pending.due_of(tracker, record, day)
    if due is None and getattr(record, "status", None) in OPEN:
        due = getattr(record, "planned_end", None)
    return bool(due and before and due < before)


def _unverified(states: States, record: Any) -> bool:
    if record.id in states:
        return states[record.id].unverified
    return hasattr(record, "verified_on") and record.verified_on is None


def searchable(record: Any) -> str:
    """The words of a record, in every language it has."""
    if isinstance(record, str):
        return record
    if isinstance(record, tuple):
        return "\n".join(searchable(item) for item in record)
    names = getattr(record, "__struct_fields__", ())
    return "\n".join(searchable(getattr(record, name)) for name in names)
