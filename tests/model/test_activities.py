"""Activities as commands change them: gates, what starts and completes, what their step does (rules 2.4, 3.2, 3.4)."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.model.build import DAY, OWNER, activity, obstacle, paper, reference, running, step, tracker
from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.activities import ActivityChange, add, update
from tracker.model.changes.steps import StepChange
from tracker.model.changes.steps import update as update_step
from tracker.model.records.activities import Activity, ActivityType, Gate, GateDates, Participants
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Place
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.rules.gates import ORDER
from tracker.model.rules.work import broken_in_activity
from tracker.model.tracker import Tracker

EARLY = date(2026, 3, 1)
TITLE = Localized("دورة")
GOING = {"status": Status.IN_PROGRESS, "actual_start": EARLY}
PREPARED = {**GOING, "gate": Gate.PREPARED, "gate_dates": GateDates(approved=EARLY, prepared=EARLY)}
DONE = {
    **PREPARED,
    "status": Status.COMPLETED,
    "gate": Gate.DOCUMENTED,
    "gate_dates": GateDates(approved=EARLY, documented=DAY),
    "actual_end": DAY,
}


def given(*records: Any, of: Step | None = None) -> Tracker:
    return tracker(of or running(), *records)


def changed(work: Activity | Tracker, **wanted: Any) -> Activity:
    made = work if isinstance(work, Tracker) else given(work)
    return update(made, "S1.1", ActivityChange(**wanted), DAY).activities["S1.1"]


def added(made: Tracker, like: str | None = None, **wanted: Any) -> Activity:
    code, after = add(made, "S1", TITLE, ActivityChange(**wanted), DAY, like)
    return after.activities[code]


def test_only_a_title_is_needed_and_the_owner_is_that_of_the_step() -> None:
    new = added(given())
    assert (new.id, new.step, new.title, new.owner, new.weight) == ("S1.1", "S1", TITLE, OWNER, 1)
    assert (new.status, new.gate, new.created_on) == (Status.NOT_STARTED, Gate.NONE, DAY)
    assert added(given(), owner=Office("TR", "coord")).owner == Office("TR", "coord")


def test_who_supports_it_is_an_office_of_a_known_party() -> None:
    new = added(given(), support=Office("TR", "coord"))
    assert (new.owner, new.support) == (OWNER, Office("TR", "coord"))
    with pytest.raises(errors.UnknownParty):
        added(given(), support=Office("NOBODY", "coord"))
    made = given(activity(support=Office("TR", "coord")))
    assert added(made, like="S1.1").support == Office("TR", "coord")
    assert changed(made, clear=frozenset({"support"})).support is None


def test_codes_are_given_once() -> None:
    code, made = add(given(), "s1", TITLE, ActivityChange(), DAY)
    second, made = add(made, "1", TITLE, ActivityChange(), DAY)
    assert (code, second, made.counters["S1."]) == ("S1.1", "S1.2", 2)
    without = replace(made, tables={**made.tables, "activities": {}})
    assert add(without, "S1", TITLE, ActivityChange(), DAY)[0] == "S1.3"


def test_like_another_one_with_dates_as_long_as_its() -> None:
    other = activity(
        owner=Office("TR", "coord"),
        type=ActivityType.WORKSHOP,
        weight=3,
        place=Place("TR"),
        themes=("sea",),
        planned_start=date(2026, 1, 1),
        planned_end=date(2026, 1, 10),
        **GOING,
    )
    new = added(given(other), like="s1.1", planned_start=date(2026, 5, 1))
    assert (new.owner, new.type, new.weight, new.place, new.themes) == (
        other.owner,
        other.type,
        other.weight,
        other.place,
        other.themes,
    )
    assert (new.planned_end, new.status, new.actual_start) == (date(2026, 5, 10), Status.NOT_STARTED, None)
    assert added(given(other), like="S1.1").planned_end is None
    assert added(given(other), like="S1.1", weight=5).weight == 5


@pytest.mark.parametrize("status", [Status.COMPLETED, Status.CANCELLED])
def test_nothing_is_added_to_a_step_that_is_closed(status: Status) -> None:
    with pytest.raises(errors.StepClosed):
        added(given(of=step(status=status)))


@pytest.mark.parametrize("gate", ORDER[1:4])
def test_a_gate_starts_the_activity_and_the_activity_its_step(gate: Gate) -> None:
    made = given(activity(), of=step())
    after = update(made, "S1.1", ActivityChange(gate=gate, gate_on=EARLY), DAY)
    new = after.activities["S1.1"]
    assert (new.status, new.gate, new.actual_start) == (Status.IN_PROGRESS, gate, EARLY)
    assert getattr(new.gate_dates, gate) == EARLY
    assert (after.steps["S1"].status, after.steps["S1"].actual_start) == (Status.IN_PROGRESS, EARLY)


def test_a_day_of_beginning_starts_too_and_a_stop_does_not() -> None:
    assert changed(activity(), actual_start=EARLY).status is Status.IN_PROGRESS
    made = given(activity(), of=step())
    held = update(made, "S1.1", ActivityChange(status=Status.SUSPENDED, reason="سبب"), DAY)
    assert held.steps["S1"].status is Status.NOT_STARTED


def test_the_first_day_of_work_stays_when_a_gate_is_passed() -> None:
    assert changed(activity(**GOING), gate=Gate.APPROVED).actual_start == EARLY
    assert changed(activity(), gate=Gate.APPROVED, actual_start=EARLY, gate_on=DAY).actual_start == EARLY


def test_the_last_gate_completes_and_completing_passes_it() -> None:
    for wanted in ({"gate": Gate.DOCUMENTED}, {"status": Status.COMPLETED}):
        new = changed(activity(**PREPARED), evidence=reference(), gate_on=date(2026, 3, 20), **wanted)
        assert (new.status, new.gate, new.actual_end) == (Status.COMPLETED, Gate.DOCUMENTED, date(2026, 3, 20))
        assert new.gate_dates == GateDates(approved=EARLY, prepared=EARLY, documented=date(2026, 3, 20))


def test_it_needs_evidence_attached_with_it() -> None:
    with pytest.raises(errors.NeedsEvidence):
        changed(activity(**PREPARED), gate=Gate.DOCUMENTED)
    with pytest.raises(errors.NeedsEvidence):
        changed(given(activity(**PREPARED), paper(percent=40, of="S1.1")), status=Status.COMPLETED)


@pytest.mark.parametrize("ending", [{"status": Status.COMPLETED}, {"gate": Gate.DOCUMENTED}])
def test_what_has_not_started_is_started_and_completed_at_once(ending: dict[str, Any]) -> None:
    new = changed(activity(), **ending, gate_on=EARLY, evidence=reference())
    assert (new.status, new.gate, new.actual_start, new.actual_end) == (
        *(Status.COMPLETED, Gate.DOCUMENTED),
        *(EARLY, EARLY),
    )


def test_what_is_suspended_is_not_completed() -> None:
    work = activity(status=Status.SUSPENDED, status_reason="سبب", actual_start=EARLY)
    with pytest.raises(errors.TransitionRefused):
        changed(work, status=Status.COMPLETED, evidence=reference())
    with pytest.raises((errors.TransitionRefused, errors.ProgressRefused)):
        changed(work, gate=Gate.DOCUMENTED, evidence=reference())


def test_blocked_work_passes_gates_but_not_the_last() -> None:
    blocked = given(
        activity(**{**PREPARED, "status": Status.BLOCKED}), replace(obstacle(activities=("S1.1",)), steps=())
    )
    assert changed(blocked, gate=Gate.DELIVERED).gate is Gate.DELIVERED
    with pytest.raises(errors.NeedsCompletion):
        changed(blocked, gate=Gate.DOCUMENTED, evidence=reference())


def test_no_gate_is_passed_while_suspended_and_none_is_left_open_by_completing() -> None:
    with pytest.raises(errors.ProgressRefused):
        changed(activity(**{**PREPARED, "status": Status.SUSPENDED}), gate=Gate.DELIVERED)
    with pytest.raises(errors.ProgressRefused):
        changed(activity(**PREPARED), status=Status.COMPLETED, gate=Gate.DELIVERED, evidence=reference())


def test_going_back_needs_a_reason_and_forgets_the_later_days() -> None:
    with pytest.raises(errors.NeedsReason) as refused:
        changed(activity(**PREPARED), gate=Gate.APPROVED)
    assert refused.value.change == "gate"
    back = changed(activity(**PREPARED), gate=Gate.APPROVED, reason="سبب")
    assert (back.gate, back.gate_dates) == (Gate.APPROVED, GateDates(approved=EARLY))


def test_a_reopened_one_has_a_gate_before_the_last() -> None:
    done = given(activity(**DONE), paper(percent=100, of="S1.1"))
    again = {"status": Status.IN_PROGRESS, "reason": "سبب"}
    for gate in (None, Gate.DOCUMENTED):
        with pytest.raises(errors.NeedsLowerGate):
            changed(done, gate=gate, **again)
    new = changed(done, gate=Gate.DELIVERED, gate_on=EARLY, **again)
    assert (new.gate, new.reopened, new.actual_end) == (Gate.DELIVERED, 1, None)
    assert new.gate_dates == GateDates(approved=EARLY, delivered=EARLY)


def test_a_reinstated_one_starts_anew() -> None:
    off = activity(**{**PREPARED, "status": Status.CANCELLED, "status_reason": "سبب"})
    new = changed(off, status=Status.NOT_STARTED, reason="سبب")
    assert (new.gate, new.gate_dates, new.actual_start) == (Gate.NONE, GateDates(), None)


def test_the_day_of_a_gate_can_be_put_right_and_days_ascend() -> None:
    later = EARLY + timedelta(5)
    assert changed(activity(**PREPARED), gate_on=later).gate_dates.prepared == later
    with pytest.raises(errors.GatesReversed) as refused:
        changed(activity(**PREPARED), gate=Gate.DELIVERED, gate_on=EARLY - timedelta(1))
    assert (refused.value.first, refused.value.second) == (Gate.PREPARED, Gate.DELIVERED)
    with pytest.raises(errors.DateInFuture):
        changed(activity(**PREPARED), gate=Gate.DELIVERED, gate_on=DAY + timedelta(1))
    with pytest.raises(errors.NeedsGate):
        changed(activity(**GOING), gate_on=DAY)


def test_naming_what_is_there_already_changes_nothing() -> None:
    old = given(activity(**PREPARED))
    assert update(old, "S1.1", ActivityChange(gate=Gate.PREPARED, status=Status.IN_PROGRESS), DAY) is old


def test_participants_are_counted_by_side() -> None:
    course = activity(type=ActivityType.WORKSHOP)
    new = changed(course, ly=16, tr=9, women=5)
    assert new.participants == Participants(ly=16, tr=9, women=5)
    assert changed(new, women=6).participants == Participants(ly=16, tr=9, women=6)
    assert changed(new, clear=frozenset({"participants"})).participants is None


def test_lists_are_replaced_or_emptied() -> None:
    old = activity(themes=("sea",), aspects=("A1",))
    assert changed(old, themes=("land", "sea")).themes == ("land", "sea")
    bare = changed(old, clear=frozenset({"themes", "aspects", "owner"}))
    assert (bare.themes, bare.aspects, bare.owner) == ((), (), None)


def test_a_first_activity_ends_what_the_step_declared() -> None:
    made = given(of=running(declared=40))
    _, after = add(made, "S1", TITLE, ActivityChange(), DAY)
    assert after.steps["S1"].declared == 0


def test_a_percentage_of_a_step_with_activities_is_refused_by_their_names() -> None:
    made = given(activity(**GOING), activity("S1.2", status=Status.CANCELLED, status_reason="سبب"), activity("S1.3"))
    with pytest.raises(errors.RolledUp) as refused:
        update_step(made, "S1", StepChange(declared=40), DAY)
    assert refused.value.activities == ("S1.1", "S1.3")


def test_a_step_is_completed_when_its_activities_are() -> None:
    done, off = activity(**DONE), activity("S1.2", status=Status.CANCELLED, status_reason="سبب")
    full, wanted = paper(percent=100, of="S1.1"), StepChange(status=Status.COMPLETED)
    with pytest.raises(errors.OpenActivities) as refused:
        update_step(given(done, full, activity("S1.3")), "S1", wanted, DAY)
    assert refused.value.activities == ("S1.3",)
    finished = update_step(given(done, off, full), "S1", wanted, DAY)
    assert (finished.steps["S1"].status, finished.steps["S1"].declared) == (Status.COMPLETED, 0)
    with pytest.raises(errors.NeedsEvidence):
        update_step(given(done, off), "S1", wanted, DAY)
    again = update_step(finished, "S1", StepChange(status=Status.IN_PROGRESS, reason="سبب"), DAY)
    assert again.steps["S1"].reopened == 1


def test_a_paper_keeps_the_percentage_of_its_activity_and_of_a_rolled_up_step() -> None:
    made = given(activity(**PREPARED), activity("S1.2", weight=2))
    made = update(made, "S1.1", ActivityChange(gate=Gate.DELIVERED, evidence=reference("محضر 1")), DAY)
    made = update_step(made, "S1", StepChange(evidence=reference("محضر 2")), DAY)
    assert [(s.record, s.progress) for e in made.evidence.values() for s in e.supports] == [("S1.1", 80), ("S1", 27)]


@pytest.mark.parametrize(
    ("fields", "broken"),
    [
        ({}, None),
        (PREPARED, None),
        (DONE, None),
        ({"weight": 0}, errors.WeightTooSmall),
        ({"planned_start": DAY, "planned_end": EARLY}, errors.DatesReversed),
        ({"actual_start": DAY, "actual_end": EARLY, "status": Status.IN_PROGRESS}, errors.DatesReversed),
        ({"planned_end": EARLY, "forecast_end": DAY}, errors.NeedsReason),
        ({**PREPARED, "gate_dates": GateDates(approved=DAY, prepared=EARLY)}, errors.GatesReversed),
        ({"type": ActivityType.VISIT, "participants": Participants(ly=3)}, errors.NoParticipants),
        ({"type": ActivityType.WORKSHOP, "participants": Participants(ly=3, tr=2, women=5)}, None),
        ({"type": ActivityType.WORKSHOP, "participants": Participants(ly=3, tr=2, women=6)}, errors.TooManyWomen),
        ({"type": ActivityType.WORKSHOP, "participants": Participants(ly=-1, tr=2)}, errors.TooManyWomen),
        ({"gate": Gate.APPROVED}, errors.ProgressRefused),
        ({**DONE, "status": Status.IN_PROGRESS, "actual_end": None}, errors.NeedsCompletion),
        ({**DONE, "gate": Gate.DELIVERED}, errors.NeedsEvidence),
        ({"status": Status.BLOCKED}, errors.NeedsObstacle),
        ({"status": Status.SUSPENDED}, errors.NeedsReason),
        ({"status": Status.CANCELLED}, errors.NeedsReason),
    ],
)
def test_what_holds_for_every_activity(fields: dict[str, Any], broken: type[errors.RuleBroken] | None) -> None:
    work = activity(**fields)
    found = [type(each) for each in broken_in_activity(given(work, paper(percent=100, of="S1.1")), work)]
    assert found == ([broken] if broken else [])


def test_a_completion_without_paper_is_broken() -> None:
    work = activity(**DONE)
    assert [type(each) for each in broken_in_activity(given(work), work)] == [errors.NeedsEvidence]
