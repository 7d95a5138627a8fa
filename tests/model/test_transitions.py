"""The status machine as steps, activities and commitments share it (rule 2.2)."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.model.build import DAY, activity, commitment, obstacle, running, step, tracker
from tracker import errors
from tracker.frozen import replace
from tracker.model.records.activities import Gate
from tracker.model.records.obstacles import ObstacleStatus
from tracker.model.records.status import Status
from tracker.model.rules.transitions import AnyWork, Grounds, has_begun, obstacles_to, transition

EARLY = date(2026, 2, 1)
WHY = Grounds(reason="سبب", decision="قرار 7")
KINDS: list[AnyWork] = [step("S2"), activity(), commitment()]


def after(record: AnyWork, status: Status, grounds: Grounds = WHY, *others: Any) -> Any:
    made = tracker(running(), *others)
    return transition(made, record, status, grounds, DAY)[1]  # type: ignore[type-var]  # each of the three kinds in turn


def day_of(record: Any, which: str) -> date | None:
    names = {"start": ("actual_start", "started_on"), "end": ("actual_end", "completed_on")}[which]
    day: date | None = next(getattr(record, name) for name in names if hasattr(record, name))
    return day


@pytest.mark.parametrize("record", KINDS)
def test_the_days_of_beginning_and_end_are_set(record: AnyWork) -> None:
    going = after(record, Status.IN_PROGRESS, Grounds(start=EARLY))
    assert (day_of(going, "start"), has_begun(going), has_begun(record)) == (EARLY, True, False)
    assert day_of(after(record, Status.IN_PROGRESS, Grounds()), "start") == DAY
    done = after(going, Status.COMPLETED, Grounds())
    assert (day_of(done, "start"), day_of(done, "end"), done.status_reason) == (EARLY, DAY, None)
    again = after(done, Status.IN_PROGRESS)
    assert (day_of(again, "end"), again.reopened, again.status_reason) == (None, 1, "سبب")


@pytest.mark.parametrize("record", KINDS)
def test_nothing_happens_tomorrow(record: AnyWork) -> None:
    with pytest.raises(errors.DateInFuture):
        after(record, Status.IN_PROGRESS, Grounds(start=DAY + timedelta(1)))


@pytest.mark.parametrize("record", KINDS)
@pytest.mark.parametrize("status", [Status.SUSPENDED, Status.CANCELLED])
def test_a_stop_needs_a_reason_and_that_of_a_step_a_decision(record: AnyWork, status: Status) -> None:
    with pytest.raises(errors.NeedsReason):
        after(record, status, Grounds(decision="قرار 7"))
    if record.id == "S2":
        with pytest.raises(errors.NeedsDecision):
            after(record, status, Grounds(reason="سبب"))
    else:
        assert after(record, status, Grounds(reason="سبب")).status_reason == "سبب"


@pytest.mark.parametrize("record", KINDS)
def test_what_is_reinstated_has_never_begun(record: AnyWork) -> None:
    off = after(after(record, Status.IN_PROGRESS), Status.CANCELLED)
    new = after(off, Status.NOT_STARTED)
    assert (new.status, day_of(new, "start")) == (Status.NOT_STARTED, None)


@pytest.mark.parametrize("record", KINDS)
def test_what_has_not_started_passes_through_progress_when_it_is_completed(record: AnyWork) -> None:
    done = after(record, Status.COMPLETED)
    assert (done.status, day_of(done, "start")) == (Status.COMPLETED, day_of(done, "end"))
    with pytest.raises(errors.TransitionRefused):
        after(after(after(record, Status.IN_PROGRESS), Status.SUSPENDED), Status.COMPLETED)


def test_a_block_makes_an_obstacle_that_is_linked_to_the_work() -> None:
    going = {"status": Status.IN_PROGRESS}
    for record, steps, activities in (
        (activity(**going), (), ("S1.1",)),
        (commitment(step="S1", **going), ("S1",), ()),
        (commitment(**going), (), ()),
    ):
        made, blocked = transition(tracker(running()), record, Status.BLOCKED, Grounds(reason="تأخر"), DAY)  # type: ignore[type-var]  # as above
        new = made.obstacles["O1"]
        assert (new.title.ar, new.steps, new.activities) == ("تأخر", steps, activities)
        assert blocked.status_reason == "تأخر"
        with pytest.raises(errors.NeedsObstacle):
            transition(tracker(running()), record, Status.BLOCKED, Grounds(), DAY)  # type: ignore[type-var]  # as above


def test_an_open_obstacle_is_enough_and_going_on_in_spite_of_it_needs_a_reason() -> None:
    work = activity(status=Status.IN_PROGRESS, actual_start=DAY)
    open_one = replace(obstacle(activities=("S1.1",)), steps=())
    made, blocked = transition(tracker(running(), open_one), work, Status.BLOCKED, Grounds(), DAY)
    assert list(made.obstacles) == ["O1"]
    with pytest.raises(errors.NeedsReason):
        transition(made, blocked, Status.IN_PROGRESS, Grounds(), DAY)
    solved = made.put(replace(open_one, status=ObstacleStatus.RESOLVED), DAY)
    assert transition(solved, blocked, Status.IN_PROGRESS, Grounds(), DAY)[1].status is Status.IN_PROGRESS


def test_what_hinders_an_activity_hinders_its_step_and_the_source_of_a_commitment_hinders_it() -> None:
    made = tracker(running(), replace(obstacle(activities=("S1.2",)), steps=()), obstacle("O2", "S1"))
    assert [o.id for o in made.obstacles_of("S1")] == ["O1", "O2"]
    assert [o.id for o in made.obstacles_of("S1.2")] == ["O1"]
    assert [o.id for o in obstacles_to(made, commitment(source="O1"))] == ["O1"]
    assert [o.id for o in obstacles_to(made, commitment(source="D1", step="S1"))] == ["O1", "O2"]


def test_a_gate_is_a_beginning() -> None:
    assert has_begun(activity(gate=Gate.APPROVED))
    assert not has_begun(activity())
