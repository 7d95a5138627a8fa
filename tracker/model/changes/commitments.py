"""Adding and changing commitments: the status machine without gates, and a first date that never moves (section 7)."""

from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.change import TitleChange, apply_fields, take_over
from tracker.model.changes.evidence import Attachment, put_with_evidence
from tracker.model.changes.many import Asked, Rule, each, with_changed, with_many
from tracker.model.records.commitments import Commitment, Priority
from tracker.model.records.decisions import Decision
from tracker.model.records.office import Office
from tracker.model.records.record import Record
from tracker.model.records.status import Status
from tracker.model.rules.dates import check_order, check_past
from tracker.model.rules.transitions import Grounds, transition
from tracker.model.rules.work import check_completed
from tracker.model.tracker import Tracker

SOURCES = ("decisions", "recommendations", "obstacles", "lessons")
LIKE = ("owner", "due", "original_due", "priority", "step")


class CommitmentChange(TitleChange, kw_only=True):
    """A change asked of a commitment."""

    ruled = frozenset({"status", "due", "started_on", "completed_on"})
    status_reason_ar: str | None = None
    status_reason_tr: str | None = None
    status_reason_en: str | None = None
    reschedule_reason_ar: str | None = None
    reschedule_reason_tr: str | None = None
    reschedule_reason_en: str | None = None
    owner: Office | None = None
    due: date | None = None
    priority: Priority | None = None
    step: str | None = None
    status: Status | None = None
    started_on: date | None = None
    completed_on: date | None = None
    evidence: tuple[Attachment, ...] = ()


def add(tracker: Tracker, source: str, change: CommitmentChange, on: date, like: str | None = None) -> Tracker:
    """The tracker with one more commitment, which follows from a decision, recommendation, obstacle or lesson.

    Its step is that of the source, where the source has but one. Raises `NotFound`, `SourceRefused` and what `update`
    raises.
    """
    found = _source(tracker, source)
    code, tracker = tracker.new_code("C")
    new = Commitment(id=code, source=found.id, title=change.text("title"), step=_only_step(tracker, found))
    if like is not None:
        new = take_over(tracker, new, like, LIKE)
        # A date of its own is its first date, not one that was moved from the other's.
        new = replace(new, due=None, original_due=None) if change.due else replace(new, original_due=new.due)
    return _apply(tracker, new, change, on)


def update(tracker: Tracker, code: str, change: CommitmentChange, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`.

    Raises `NotFound`, `NeedsReason` for a date that moves, `NeedsEvidence`, and what `transition` raises.
    """
    return _apply(tracker, tracker.get(Commitment, code), change, on)


OF_MANY = frozenset({"source", "title_ar", "title_tr", "title_en", "owner", "due", "priority", "step"})
"""The names under which something is asked of many new commitments: what their status has no part in."""
OF_KNOWN = OF_MANY - {"source", "due"}
"""The names under which something is asked of many known ones: what the rules of dates have no part in either."""
_JUDGED = attrgetter("status", "started_on", "completed_on")
"""Gives what the rules look at of a commitment that a change leaves as it is in all of that."""


def add_all(tracker: Tracker, asked: Asked, on: date) -> Tracker:
    """The tracker with many more commitments, each as `add` makes it of what is asked under the names of `OF_MANY`.

    Raises what `add` raises, though not of which it is, and `UnknownRole` for any that is new.
    """
    sources = each(asked.column("source"), lambda source: _source(tracker, source))
    steps = each(asked.column("source"), lambda source: _only_step(tracker, _source(tracker, source)))
    codes, tracker = tracker.new_codes("C", asked.size)
    own: dict[str, Sequence[Any]] = {
        "id": codes,
        "source": [source.id for source in sources],
        "title": asked.texts("title"),
        "original_due": asked.column("due"),
        "step": [own or step for own, step in zip(asked.column("step"), steps, strict=True)],
    }
    return with_many(tracker, Commitment, asked, own, on)


def change_all(tracker: Tracker, codes: Sequence[str], asked: Asked, on: date) -> Tracker:
    """The tracker with many commitments changed, each as `update` does by what is asked under the names of `OF_KNOWN`.

    Raises what `update` raises, though not of which it is, and `UnknownRole` for a role that would be new.
    """
    olds = [*map(tracker.commitments.__getitem__, codes)]
    return with_changed(tracker, olds, asked, {}, on, Rule(_JUDGED, CommitmentChange, _apply))


def _source(tracker: Tracker, code: str) -> Record:
    """The record that a new commitment follows from; raises `NotFound`, `SourceRefused`."""
    table, found = tracker.find(code)
    if table not in SOURCES:
        raise errors.SourceRefused(found.id)
    return found


def _only_step(tracker: Tracker, source: Record) -> str | None:
    record = tracker.meetings.get(source.meeting) if isinstance(source, Decision) else source
    steps: tuple[str, ...] = getattr(record, "steps", ())
    return steps[0] if len(steps) == 1 else None


def _apply(tracker: Tracker, old: Commitment, change: CommitmentChange, on: date) -> Tracker:
    tracker, new = _apply_status(tracker, old, change, on)
    tracker, new = apply_fields(tracker, _with_due(new, change), change, on)
    tracker = put_with_evidence(tracker, new, change.evidence, on)
    check_completed(tracker, new)
    return tracker


def _apply_status(tracker: Tracker, old: Commitment, change: CommitmentChange, on: date) -> tuple[Tracker, Commitment]:
    """Set the status and its days: a day of beginning starts, a day of completion completes nothing by itself."""
    status = change.status or old.status
    if status is old.status is Status.NOT_STARTED and change.started_on:
        status = Status.IN_PROGRESS
    check_past(old.id, on, change.started_on, change.completed_on)
    new = old
    if status is not old.status:
        grounds = Grounds(reason=change.reason, start=change.started_on, end=change.completed_on)
        tracker, new = transition(tracker, old, status, grounds, on)
    if change.completed_on and new.status is not Status.COMPLETED:
        raise errors.EndedOpen(new.id)
    new = replace(new, started_on=change.result(new, "started_on"), completed_on=change.result(new, "completed_on"))
    check_order(new.id, (new.started_on, new.completed_on))
    return tracker, new


def _with_due(commitment: Commitment, change: CommitmentChange) -> Commitment:
    """Set the date: the first one stays as the original, another that follows it is a reschedule with its reason."""
    if change.due is None or change.due == commitment.due:
        return commitment
    if commitment.original_due is None:
        return replace(commitment, due=change.due, original_due=change.due)
    if not change.reason:
        raise errors.NeedsReason(commitment.id, "rescheduled")
    return replace(commitment, due=change.due, reschedules=commitment.reschedules + 1, reschedule_reason=change.reason)
