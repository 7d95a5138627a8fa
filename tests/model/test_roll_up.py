"""A step rolled up from its activities (rules 3.2, 3.4, 3.9, 3.10, 4.3)."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.model.build import DAY, activity, commitment, obstacle, paper, running, tracker
from tracker.frozen import replace
from tracker.model.records.activities import PERCENT, Activity, ActivityType, Gate
from tracker.model.records.evidence import EvidenceKind, Support
from tracker.model.records.obstacles import Severity
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.state.assessment import left_out
from tracker.model.state.health import Health, Reason
from tracker.model.state.steps import CAP, StepState, step_state
from tracker.model.state.work import ActivityState

LONG = {"planned_start": DAY - timedelta(49), "planned_end": DAY + timedelta(50)}  # 50 percent expected on the day
STARTED = {"status": Status.IN_PROGRESS, "actual_start": DAY, "updated_on": DAY}


def seen(*records: Any, **step: Any) -> StepState:
    """S1, in progress, with these records beside it."""
    return step_state(tracker(running(**step), *records), running(**step), DAY)


def alone(*records: Any, **fields: Any) -> ActivityState:
    return seen(activity(**{**STARTED, **LONG, **fields}), *records).activities[0]


PARTS = st.tuples(
    st.sampled_from(Gate),
    st.integers(1, 9),
    st.sampled_from([s for s in Status if s is not Status.COMPLETED]),
    st.none() | st.integers(0, 100),
)


def made(parts: list[tuple[Gate, int, Status, int | None]]) -> list[Any]:
    works = [
        activity(f"S1.{n}", gate=gate, weight=weight, status=status, planned_start=DAY, planned_end=DAY + timedelta(n))
        for n, (gate, weight, status, _) in enumerate(parts, 1)
    ]
    papers = [
        paper(f"E{n}", percent=percent, of=f"S1.{n}") for n, (*_, percent) in enumerate(parts, 1) if percent is not None
    ]
    return [*works, *papers]


@given(st.lists(PARTS, min_size=1, max_size=6))
def test_the_roll_up_lies_between_its_parts_and_evidence_below_it(parts: list[Any]) -> None:
    counted = [Fraction(PERCENT[gate]) for gate, _, status, _ in parts if status is not Status.CANCELLED]
    assume(counted)
    state = seen(*made(parts), declared=7)
    assert state.rolled_up
    assert min(*counted, CAP) <= state.figures.declared <= min(max(counted), CAP)
    assert 0 <= state.figures.evidenced <= state.figures.declared
    for part in state.activities:
        assert part.figures.evidenced <= part.figures.declared


@given(st.lists(PARTS, min_size=1, max_size=6), st.integers(0, 5))
def test_what_is_cancelled_leaves_both_sides_and_its_effect_is_known(parts: list[Any], which: int) -> None:
    parts = [(gate, weight, Status.IN_PROGRESS, percent) for gate, weight, _, percent in parts]
    whole = seen(*made(parts))
    gate, weight, _, percent = parts[which % len(parts)]
    others = [part for n, part in enumerate(parts) if n != which % len(parts)]
    parts[which % len(parts)] = (gate, weight, Status.CANCELLED, percent)
    less = seen(*made(parts))
    if not others:
        assert (less.rolled_up, less.if_kept, less.figures.declared) == (False, None, 0)
        return
    total = sum(w for _, w, *_ in others)
    assert less.figures.declared == min(CAP, Fraction(sum(w * PERCENT[g] for g, w, *_ in others), total))
    assert less.if_kept is not None
    assert min(less.if_kept, CAP) == whole.figures.declared
    if PERCENT[gate] >= max(PERCENT[g] for g, *_ in others):
        assert less.figures.declared <= whole.figures.declared


def test_a_step_whose_activities_are_all_cancelled_counts_as_one_without() -> None:
    off = activity(status=Status.CANCELLED, status_reason="سبب", gate=Gate.DELIVERED)
    state = seen(off, declared=30, **LONG)
    assert (state.rolled_up, state.figures.declared, state.figures.expected) == (False, 30, 50)
    assert seen(off, activity("S1.2", gate=Gate.APPROVED), declared=30).figures.declared == 20


def test_what_is_suspended_stays_in() -> None:
    held = activity("S1.2", status=Status.SUSPENDED, gate=Gate.APPROVED, weight=3)
    assert seen(activity(gate=Gate.DELIVERED), held).figures.declared == Fraction(80 + 60, 4)


def test_it_shows_100_only_when_the_step_is_completed() -> None:
    done = activity(status=Status.COMPLETED, gate=Gate.DOCUMENTED, **LONG)
    full = paper(percent=100, of="S1.1")
    going = seen(done, full)
    assert (going.figures.declared, going.figures.evidenced, going.figures.points) == (99, 99, 49)
    finished = seen(done, full, status=Status.COMPLETED)
    assert (finished.figures.declared, finished.figures.evidenced) == (100, 100)


def test_undated_activities_leave_both_sides_of_the_variance() -> None:
    dated, undated = activity(gate=Gate.PREPARED, **LONG), activity("S1.2", gate=Gate.NONE)
    state = seen(dated, undated, **LONG)
    assert (state.figures.declared, state.figures.expected, state.figures.variance) == (20, 50, -10)
    assert (state.figures.dated, left_out(state)) == (Fraction(1, 2), ("S1.2",))
    nothing = seen(undated, **LONG)
    assert left_out(nothing) == ()
    assert (nothing.figures.expected, nothing.reasons, nothing.health) == (None, (Reason.NO_DATES,), Health.GREY)


def test_a_step_of_mostly_undated_activities_is_not_green() -> None:
    """Rule 4.10; what is cancelled has no weight in it, and a worse rule decides."""
    dated = activity(gate=Gate.DELIVERED, **LONG)
    undated = [activity(f"S1.{n}", gate=Gate.NONE) for n in (2, 3)]
    gone = activity("S1.4", status=Status.CANCELLED)
    assert seen(dated, *undated, **LONG).reasons == (Reason.MOSTLY_UNDATED,)
    assert seen(dated, *undated, **LONG).health is Health.GREY
    assert seen(dated, undated[0], gone, **LONG).health is Health.GREEN
    assert seen(dated, *undated, owner=None, **LONG).health is Health.AMBER


@pytest.mark.parametrize(
    ("fields", "reasons", "colour"),
    [
        ({"gate": Gate.DELIVERED}, [], Health.GREEN),
        ({"gate": Gate.PREPARED}, [], Health.GREEN),  # -10 is not below -10
        ({"gate": Gate.APPROVED}, [Reason.VARIANCE_RED], Health.RED),
        (
            {"gate": Gate.DELIVERED, "planned_end": DAY - timedelta(1)},
            [Reason.VARIANCE_AMBER, Reason.OVERDUE],
            Health.AMBER,
        ),
        (
            {"gate": Gate.DELIVERED, "planned_end": DAY - timedelta(31)},
            [Reason.VARIANCE_AMBER, Reason.OVERDUE_RED],
            Health.RED,
        ),
        ({"gate": Gate.DELIVERED, "status": Status.BLOCKED}, [Reason.BLOCKED], Health.RED),
        ({"status": Status.SUSPENDED}, [Reason.SUSPENDED], Health.GREY),
        ({"status": Status.CANCELLED}, [Reason.CANCELLED], Health.GREY),
        ({"planned_end": None}, [Reason.NO_DATES], Health.GREY),
        (
            {"status": Status.NOT_STARTED, "planned_start": DAY + timedelta(1)},
            [Reason.NOT_DUE],
            Health.GREY,
        ),
        # Neither an owner nor a recent update is asked of an activity: those are rules of the step.
        ({"gate": Gate.DELIVERED, "owner": None, "updated_on": date(2025, 1, 1)}, [], Health.GREEN),
    ],
)
def test_an_activity_has_a_colour_of_its_own(fields: dict[str, Any], reasons: list[Reason], colour: Health) -> None:
    state = alone(**fields)
    assert (list(state.reasons), state.health) == (reasons, colour)


@pytest.mark.parametrize(
    ("severity", "reason"), [(Severity.HIGH, Reason.OBSTACLE_HIGH), (Severity.CRITICAL, Reason.OBSTACLE_CRITICAL)]
)
def test_an_obstacle_to_an_activity_lowers_it_and_its_step(severity: Severity, reason: Reason) -> None:
    hard = replace(obstacle(severity=severity, activities=("S1.1",)), steps=())
    other = activity("S1.2", gate=Gate.DELIVERED, **LONG)
    step = seen(activity(gate=Gate.DELIVERED, **LONG), other, hard)
    assert step.reasons == (reason,)
    assert [state.reasons for state in step.activities] == [(reason,), ()]


@pytest.mark.parametrize("status", list(Status))
def test_a_late_activity_lowers_its_step_unless_it_is_closed(status: Status) -> None:
    late = activity(status=status, gate=Gate.DELIVERED, planned_start=DAY, planned_end=DAY - timedelta(1))
    state = seen(late, activity("S1.2", gate=Gate.DOCUMENTED, weight=9))
    closed = status in (Status.COMPLETED, Status.CANCELLED)
    assert (Reason.ACTIVITY_OVERDUE in state.reasons) is not closed


@pytest.mark.parametrize(
    ("fields", "fires"),
    [
        ({"due": DAY}, False),
        ({"due": DAY - timedelta(1)}, True),
        ({"due": DAY - timedelta(1), "status": Status.COMPLETED}, False),
        ({"due": DAY - timedelta(1), "status": Status.CANCELLED}, False),
        ({"due": DAY - timedelta(1), "step": None}, False),
        ({}, False),
    ],
)
def test_a_late_commitment_lowers_its_step(fields: dict[str, Any], fires: bool) -> None:
    state = seen(commitment(**{"step": "S1", **fields}), declared=60, **LONG)
    assert (Reason.COMMITMENT_OVERDUE in state.reasons) is fires
    assert state.health is (Health.AMBER if fires else Health.GREEN)


def test_a_step_is_as_fresh_as_the_newest_of_it_and_its_activities() -> None:
    old, fresh = DAY - timedelta(100), DAY - timedelta(3)
    work = activity(updated_on=fresh, **LONG)
    assert seen(work, updated_on=old).stale_days == 3
    assert seen(replace(work, updated_on=old), updated_on=fresh).stale_days == 3
    assert seen(replace(work, updated_on=None), updated_on=None).stale_days is None


def test_a_risk_assessment_is_asked_for_from_the_second_gate_on() -> None:
    risky = (ActivityType.EQUIPMENT, ActivityType.JOINT_EXERCISE)
    assessed = replace(paper(percent=40, of="S1.1"), kind=EvidenceKind.RISK_ASSESSMENT)
    for kind in ActivityType:
        for gate in Gate:
            wanted = kind in risky and PERCENT[gate] >= 40
            assert alone(type=kind, gate=gate).unassessed is wanted
            assert not alone(assessed, type=kind, gate=gate).unassessed
    assert not alone(type=ActivityType.EQUIPMENT, gate=Gate.PREPARED, status=Status.CANCELLED).unassessed


def test_a_completion_is_verified_by_another_office() -> None:
    done = {"status": Status.COMPLETED, "gate": Gate.DOCUMENTED}
    verified: dict[str, Any] = {"percent": 100, "of": "S1.1", "verified_on": DAY}
    assert alone(**done).unverified
    assert alone(paper(**verified, verified_by=activity().owner), **done).unverified
    by_another = paper(**verified, verified_by=Office("TR", "coord"))
    assert not alone(by_another, **done).unverified
    other: Activity = activity("S1.2", **done)
    assert seen(activity(**done), other, by_another, status=Status.COMPLETED).unverified
    both = replace(by_another, supports=(Support("S1.1", 100), Support("S1.2", 100)))
    assert not seen(activity(**done), other, both, status=Status.COMPLETED).unverified
