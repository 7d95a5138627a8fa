"""Commitments: the status machine without gates, and a first date that never moves (rules 3.5, 7.2)."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.build import DAY, OWNER, commitment, obstacle, paper, step, tracker
from tracker import errors
from tracker.model.changes import commitments
from tracker.model.changes.commitments import CommitmentChange
from tracker.model.changes.evidence import Attachment
from tracker.model.records.commitments import Commitment, Priority
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.records.parties import Side
from tracker.model.records.status import Status
from tracker.model.state.commitments import commitment_state
from tracker.model.tracker import Tracker

DUE = date(2026, 6, 1)
SHOWN = (Attachment(reference="7/2026"),)


def changed(old: Commitment, *records: Any, **wanted: Any) -> Commitment:
    return after(old, *records, **wanted).commitments[old.id]


def after(old: Commitment, *records: Any, **wanted: Any) -> Tracker:
    return commitments.update(tracker(old, obstacle(), step(), *records), old.id, CommitmentChange(**wanted), DAY)


def test_it_follows_from_something_and_belongs_to_the_only_step_of_that() -> None:
    asked = CommitmentChange(title_ar="ملف", owner=OWNER, due=DUE)
    new = commitments.add(tracker(obstacle("O1", "S1"), step()), "o1", asked, DAY).commitments["C1"]
    assert (new.source, new.step, new.title, new.owner) == ("O1", "S1", Localized("ملف"), OWNER)
    assert (new.due, new.original_due, new.reschedules) == (DUE, DUE, 0)
    two = commitments.add(tracker(obstacle("O1", "S1", "S2"), step(), step("S2")), "O1", asked, DAY)
    assert two.commitments["C1"].step is None


def test_from_anything_else_none_follows() -> None:
    with pytest.raises(errors.SourceRefused):
        commitments.add(tracker(step()), "S1", CommitmentChange(title_ar="ملف"), DAY)
    with pytest.raises(errors.NotFound):
        commitments.add(tracker(step()), "D9", CommitmentChange(title_ar="ملف"), DAY)


def test_like_another_it_takes_over_who_and_when_but_no_history() -> None:
    model = commitment("C1", owner=OWNER, due=DUE, original_due=DAY, reschedules=2, priority=Priority.HIGH)
    whole = tracker(obstacle(), step(), model)
    new = commitments.add(whole, "O1", CommitmentChange(title_ar="ملف"), DAY, like="1").commitments["C2"]
    assert (new.owner, new.priority, new.due, new.original_due, new.reschedules) == (OWNER, Priority.HIGH, DUE, DUE, 0)
    later = CommitmentChange(title_ar="ملف", due=DUE + timedelta(9))
    own = commitments.add(whole, "O1", later, DAY, like="C1").commitments["C2"]
    assert own.due == own.original_due == DUE + timedelta(9)


@given(st.lists(st.dates(date(2026, 1, 1), date(2027, 12, 31)), min_size=1, max_size=5))
def test_the_first_date_stays_and_every_move_after_it_is_counted(days: list[date]) -> None:
    whole = tracker(commitment(), obstacle(), step())
    for day in days:
        whole = commitments.update(whole, "C1", CommitmentChange(due=day, reason="سبب"), DAY)
    new = whole.commitments["C1"]
    moves = sum(one != next_ for one, next_ in pairwise(days))
    assert (new.original_due, new.due, new.reschedules) == (days[0], days[-1], moves)


def test_a_date_moves_with_a_reason_alone() -> None:
    old = commitment(due=DUE, original_due=DUE)
    with pytest.raises(errors.NeedsReason):
        changed(old, due=DAY)
    assert changed(old, due=DUE) == changed(old)
    assert changed(old, due=DAY, reason="انتظار").reschedule_reason == "انتظار"


def test_completed_needs_a_paper() -> None:
    begun = commitment(status=Status.IN_PROGRESS, started_on=DAY)
    with pytest.raises(errors.NeedsEvidence):
        changed(begun, status=Status.COMPLETED)
    at_once = changed(commitment(), status=Status.COMPLETED, evidence=SHOWN, completed_on=DAY)
    assert (at_once.started_on, at_once.completed_on) == (DAY, DAY)
    whole = after(begun, status=Status.COMPLETED, evidence=SHOWN, completed_on=DAY)
    assert whole.commitments["C1"].completed_on == DAY
    assert [s.progress for e in whole.evidence_of("C1") for s in e.supports] == [100]


def test_reopened_it_stands_at_half_and_keeps_its_paper() -> None:
    done = commitment(status=Status.COMPLETED, started_on=DAY, completed_on=DAY)
    with pytest.raises(errors.NeedsReason):
        changed(done, paper(percent=100, of="C1"), status=Status.IN_PROGRESS)
    new = changed(done, paper(percent=100, of="C1"), status=Status.IN_PROGRESS, reason="سبب")
    assert (new.progress, new.reopened, new.completed_on) == (50, 1, None)


def test_days_that_cannot_be() -> None:
    begun = commitment(status=Status.IN_PROGRESS, started_on=DAY)
    with pytest.raises(errors.DateInFuture):
        changed(begun, status=Status.COMPLETED, evidence=SHOWN, completed_on=DAY + timedelta(1))
    with pytest.raises(errors.DatesReversed):
        changed(begun, status=Status.COMPLETED, evidence=SHOWN, completed_on=DAY - timedelta(1))
    with pytest.raises(errors.EndedOpen):
        changed(begun, completed_on=DAY)


@pytest.mark.parametrize(
    ("fields", "progress"),
    [
        ({}, 0),
        ({"status": Status.IN_PROGRESS}, 50),
        ({"status": Status.BLOCKED, "started_on": DAY}, 50),
        ({"status": Status.SUSPENDED}, 0),
        ({"status": Status.COMPLETED}, 100),
        ({"status": Status.CANCELLED, "started_on": DAY}, 0),
    ],
)
def test_progress_without_gates(fields: dict[str, Any], progress: int) -> None:
    assert commitment(**fields).progress == progress


@given(st.dates(date(2025, 1, 1), date(2027, 1, 1)), st.sampled_from(Status))
def test_late_soon_or_neither(due: date, status: Status) -> None:
    found = commitment_state(tracker(), commitment(due=due, status=status), DAY)
    is_open = status not in (Status.COMPLETED, Status.CANCELLED)
    assert found.overdue_days == (max(0, (DAY - due).days) if is_open else 0)
    assert found.due_soon == (is_open and 0 <= (due - DAY).days <= 14)
    assert not (found.due_soon and found.overdue_days)


@pytest.mark.parametrize(
    ("completed", "original", "on_time"),
    [(DAY, DAY, True), (DAY, DAY - timedelta(1), False), (DAY, None, None), (None, DAY, None)],
)
def test_on_time_is_judged_by_the_first_date(
    completed: date | None, original: date | None, on_time: bool | None
) -> None:
    status = Status.COMPLETED if completed else Status.IN_PROGRESS
    found = commitment(status=status, completed_on=completed, original_due=original, due=DUE)
    assert commitment_state(tracker(), found, DAY).on_time is on_time


def test_verified_by_another_office_alone() -> None:
    done = commitment(status=Status.COMPLETED, owner=OWNER)
    for verifier, unverified in ((OWNER, True), (Office("TR"), False), (None, True)):
        shown = paper(percent=100, of="C1", verified_on=DAY if verifier else None, verified_by=verifier)
        assert commitment_state(tracker(shown), done, DAY).unverified is unverified


def test_in_whose_court_it_lies() -> None:
    assert tracker().side_of(commitment(owner=Office("TR")).owner) is Side.TR
    assert tracker().side_of(commitment().owner) is None
