"""The table of the status machine, cell by cell (rule 2.2)."""

from typing import Any

import pytest

from tests.model.build import DAY, obstacle, paper, reference, running, step, tracker
from tracker.errors import TransitionRefused
from tracker.model.changes.steps import StepChange, update
from tracker.model.records.obstacles import ObstacleStatus
from tracker.model.records.status import Status, allowed
from tracker.model.records.steps import Step
from tracker.model.tracker import Tracker

NEW, GOING, BLOCKED, HELD, DONE, OFF = (
    Status.NOT_STARTED,
    Status.IN_PROGRESS,
    Status.BLOCKED,
    Status.SUSPENDED,
    Status.COMPLETED,
    Status.CANCELLED,
)

# From each state: what may follow work that never began, and work that did.
TABLE = {
    NEW: ({GOING, BLOCKED, HELD, OFF}, None),
    GOING: (None, {BLOCKED, HELD, DONE, OFF}),
    BLOCKED: ({GOING, NEW, HELD, OFF}, {GOING, HELD, OFF}),
    HELD: ({GOING, NEW, OFF}, {GOING, OFF}),
    DONE: (None, {GOING}),
    OFF: ({NEW}, {NEW}),
}
CELLS = [
    (before, after, started)
    for before, (idle, begun) in TABLE.items()
    for started, possible in ((False, idle), (True, begun))
    if possible is not None
    for after in Status
]
EVERYTHING: dict[str, Any] = {"reason": "سبب", "decision": "قرار 7", "evidence": reference()}


def placed(status: Status, *, started: bool) -> Tracker:
    """A tracker whose S1 stands in that status as rightly as a file can say."""
    fields = {"status": status, "status_reason": "سبب", "decision": "قرار 1", "actual_start": DAY if started else None}
    if status is DONE:
        return tracker(step(**fields, declared=100, actual_end=DAY), paper(percent=100))
    solved = obstacle(status=ObstacleStatus.RESOLVED)
    return tracker(step(**fields), solved)


@pytest.mark.parametrize(("before", "after", "started"), CELLS)
def test_cell(before: Status, after: Status, started: bool) -> None:
    possible = (TABLE[before][started] or set()) | {before}
    old = placed(before, started=started)
    wanted = StepChange(status=after, declared=60 if before is DONE and after is GOING else None, **EVERYTHING)
    if after in possible or (before, after) == (NEW, DONE):  # which passes through in progress
        assert update(old, "S1", wanted, DAY).steps["S1"].status is after
    else:
        with pytest.raises(TransitionRefused) as refused:
            update(old, "S1", wanted, DAY)
        assert set(refused.value.allowed) == {s.value for s in possible - {before}}
        assert (refused.value.before, refused.value.after) == (before, after)


@pytest.mark.parametrize("status", Status)
def test_the_same_status_changes_nothing(status: Status) -> None:
    old = placed(status, started=status not in (NEW, OFF))
    assert update(old, "S1", StepChange(status=status), DAY) is old


def test_what_was_begun_is_never_not_started_but_by_reinstatement() -> None:
    for status in (GOING, BLOCKED, HELD, DONE):
        assert NEW not in allowed(status, started=True)
    assert allowed(OFF, started=True) == {NEW}


def test_progress_without_a_day_of_beginning_counts_as_begun() -> None:
    old = tracker(step(status=BLOCKED, declared=30), obstacle(status=ObstacleStatus.RESOLVED))
    with pytest.raises(TransitionRefused):
        update(old, "S1", StepChange(status=NEW), DAY)


def test_a_bare_step_is_not_started() -> None:
    made = running()
    assert isinstance(made, Step)
    assert step().status is NEW
