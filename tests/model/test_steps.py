"""What a passage from one status to another requires and sets (rule 2.2)."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.model.build import DAY, OWNER, obstacle, paper, reference, running, step, tracker
from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.removal import remove
from tracker.model.changes.steps import StepChange, update
from tracker.model.records.obstacles import ObstacleStatus
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.tracker import Tracker

TOMORROW = DAY + timedelta(1)
DONE = StepChange(status=Status.COMPLETED, evidence=reference())


def changed(old: Tracker | Step, **wanted: Any) -> Step:
    before = tracker(old) if isinstance(old, Step) else old
    return update(before, "S1", StepChange(**wanted), DAY).steps["S1"]


def blocked(**fields: Any) -> Tracker:
    return tracker(running(status=Status.BLOCKED), obstacle(**fields))


def test_starting_sets_the_day_unless_it_is_given() -> None:
    assert changed(step(), status=Status.IN_PROGRESS).actual_start == DAY
    early = date(2026, 2, 1)
    assert changed(step(), status=Status.IN_PROGRESS, actual_start=early).actual_start == early


def test_what_is_said_at_a_start_or_an_end_is_a_note_of_the_revision() -> None:
    assert changed(step(), status=Status.IN_PROGRESS, reason="بدأت الدفعة الأولى").status_reason is None
    done = changed(running(), status=Status.COMPLETED, evidence=reference(), reason="اختُتمت")
    assert done.status_reason is None


def test_who_supports_a_step_cannot_be_removed() -> None:
    whole = update(tracker(step()), "S1", StepChange(support=Office("TR", "coord")), DAY)
    assert whole.steps["S1"].support == Office("TR", "coord")
    with pytest.raises(errors.StillNamed):
        remove(whole, ["TR"], DAY)


def test_starting_without_owner_and_dates_is_not_refused() -> None:
    assert changed(step(owner=None), status=Status.IN_PROGRESS).status is Status.IN_PROGRESS


@pytest.mark.parametrize("field", ["actual_start", "actual_end"])
def test_what_has_happened_lies_not_in_the_future(field: str) -> None:
    with pytest.raises(errors.DateInFuture):
        changed(running(), **{field: TOMORROW})


@pytest.mark.parametrize(
    "wanted", [{"declared": 1}, {"actual_start": DAY}, {"declared": 5, "status": Status.NOT_STARTED}]
)
def test_progress_starts_what_has_not_started(wanted: dict[str, Any]) -> None:
    new = changed(step(), **wanted)
    assert (new.status, new.actual_start) == (Status.IN_PROGRESS, DAY)


def test_zero_percent_starts_nothing() -> None:
    old = tracker(step())
    assert update(old, "S1", StepChange(declared=0), DAY) is old


def test_blocked_by_an_obstacle_that_is_there() -> None:
    new = update(tracker(running(), obstacle()), "S1", StepChange(status=Status.BLOCKED), DAY)
    assert list(new.obstacles) == ["O1"]


@pytest.mark.parametrize("status", [ObstacleStatus.RESOLVED, ObstacleStatus.ACCEPTED])
def test_a_closed_obstacle_blocks_nothing(status: ObstacleStatus) -> None:
    with pytest.raises(errors.NeedsObstacle):
        changed(tracker(running(), obstacle(status=status)), status=Status.BLOCKED)


def test_the_reason_becomes_the_obstacle_in_the_same_change() -> None:
    new = update(tracker(running()), "S1", StepChange(status=Status.BLOCKED, reason="توقفت الجمارك"), DAY)
    made = new.obstacles["O1"]
    assert (made.title.ar, made.steps, made.raised_on, made.active) == ("توقفت الجمارك", ("S1",), DAY, True)
    assert new.steps["S1"].status_reason == "توقفت الجمارك"


def test_blocked_work_that_reports_progress_has_begun() -> None:
    new = changed(step(), status=Status.BLOCKED, reason="سبب", declared=30)
    assert (new.declared, new.actual_start) == (30, DAY)


def test_going_on_in_spite_of_an_obstacle_needs_a_reason() -> None:
    with pytest.raises(errors.NeedsReason) as refused:
        changed(blocked(), status=Status.IN_PROGRESS)
    assert refused.value.change == "unblocked"
    assert changed(blocked(), status=Status.IN_PROGRESS, reason="وُقّع بديل").status_reason == "وُقّع بديل"


def test_going_on_after_it_was_resolved_needs_none() -> None:
    assert changed(blocked(status=ObstacleStatus.RESOLVED), status=Status.IN_PROGRESS).status is Status.IN_PROGRESS


@pytest.mark.parametrize("status", [Status.SUSPENDED, Status.CANCELLED])
def test_stopping_needs_reason_and_decision(status: Status) -> None:
    with pytest.raises(errors.NeedsReason):
        changed(running(), status=status, decision="قرار 7")
    with pytest.raises(errors.NeedsDecision):
        changed(running(), status=status, reason="سبب")
    new = changed(running(), status=status, reason="سبب", decision="قرار 7")
    assert (new.status_reason, new.decision) == ("سبب", "قرار 7")


@pytest.mark.parametrize("after", [Status.IN_PROGRESS, Status.NOT_STARTED])
def test_resuming_needs_a_reason_alone(after: Status) -> None:
    old = step(status=Status.SUSPENDED, status_reason="سبب", decision="قرار 1")
    with pytest.raises(errors.NeedsReason) as refused:
        changed(old, status=after)
    assert refused.value.change == "resumed"
    new = changed(old, status=after, reason="استؤنف")
    assert (new.status, new.decision) == (after, None)


def test_completing_sets_100_and_the_day_and_is_evidenced() -> None:
    new = update(tracker(running(declared=40)), "S1", DONE, DAY)
    made = new.steps["S1"]
    assert (made.declared, made.actual_end) == (100, DAY)
    assert [(s.record, s.progress) for s in new.evidence["E1"].supports] == [("S1", 100)]


def test_completing_without_paper_is_refused() -> None:
    for old in (tracker(running(declared=99)), tracker(running(declared=60), paper(percent=60))):
        with pytest.raises(errors.NeedsEvidence):
            changed(old, status=Status.COMPLETED)


def test_a_paper_attached_at_100_before_a_reopening_still_counts() -> None:
    again = tracker(running(declared=60, reopened=1), paper(percent=100))
    assert changed(again, status=Status.COMPLETED).declared == 100


def test_100_percent_only_by_completing() -> None:
    with pytest.raises(errors.NeedsCompletion):
        changed(running(), declared=100)
    with pytest.raises(errors.ProgressRefused):
        changed(running(), status=Status.COMPLETED, declared=60, evidence=reference())
    assert changed(running(), status=Status.COMPLETED, declared=100, evidence=reference()).declared == 100


def test_an_end_belongs_to_what_is_completed() -> None:
    end = date(2026, 3, 1)
    with pytest.raises(errors.EndedOpen):
        changed(running(actual_start=date(2026, 1, 1)), actual_end=end)
    done = update(tracker(running(actual_start=date(2026, 1, 1))), "S1", replace(DONE, actual_end=end), DAY)
    assert done.steps["S1"].actual_end == end


def test_reopening_needs_reason_and_less_and_keeps_the_papers() -> None:
    done = update(tracker(running()), "S1", DONE, DAY)
    with pytest.raises(errors.NeedsReason):
        update(done, "S1", StepChange(status=Status.IN_PROGRESS, declared=80), DAY)
    for declared in (None, 100):
        with pytest.raises(errors.NeedsLowerProgress):
            update(done, "S1", StepChange(status=Status.IN_PROGRESS, declared=declared, reason="نقص"), DAY)
    new = update(done, "S1", StepChange(status=Status.IN_PROGRESS, declared=80, reason="نقص"), DAY)
    made = new.steps["S1"]
    assert (made.declared, made.reopened, made.actual_end, made.actual_start) == (80, 1, None, DAY)
    assert new.evidence == done.evidence


def test_reinstating_needs_reason_and_decision_and_begins_anew() -> None:
    old = running(status=Status.CANCELLED, declared=40, status_reason="سبب", decision="قرار 1")
    with pytest.raises(errors.NeedsReason):
        changed(old, status=Status.NOT_STARTED, decision="قرار 8")
    with pytest.raises(errors.NeedsDecision):
        changed(old, status=Status.NOT_STARTED, reason="عاد")
    new = changed(old, status=Status.NOT_STARTED, reason="عاد", decision="قرار 8")
    assert (new.declared, new.actual_start) == (0, None)


@pytest.mark.parametrize("status", [Status.SUSPENDED, Status.CANCELLED, Status.COMPLETED])
def test_no_percentage_is_declared_where_nothing_goes_on(status: Status) -> None:
    old = tracker(step(status=status, declared=100, status_reason="س", decision="ق"), paper(percent=100))
    with pytest.raises(errors.ProgressRefused) as refused:
        changed(old, declared=50)
    assert refused.value.status == status


@pytest.mark.parametrize("wanted", [{"declared": 101}, {"declared": -1}, {"weight": 101}, {"weight": -1}])
def test_percentages_lie_between_0_and_100(wanted: dict[str, int]) -> None:
    with pytest.raises(errors.PercentOutOfRange):
        changed(running(), **wanted)


@pytest.mark.parametrize("field", ["planned_start", "planned_end"])
def test_the_baseline_is_set_freely_and_moved_with_a_reason(field: str) -> None:
    old = step()
    assert getattr(changed(old, **{field: DAY}), field) == DAY
    set_before = step(**{field: DAY})
    assert changed(set_before, **{field: DAY}) == set_before
    with pytest.raises(errors.NeedsReason) as refused:
        changed(set_before, **{field: TOMORROW})
    assert refused.value.change == "baseline"
    assert getattr(changed(set_before, **{field: TOMORROW}, reason="اتفاق"), field) == TOMORROW


def test_dates_stand_in_order() -> None:
    for start, end in (("planned_start", "planned_end"), ("actual_start", "actual_end")):
        old = running(**{start: DAY, end: None}, status=Status.COMPLETED, declared=100)
        with pytest.raises(errors.DatesReversed):
            changed(tracker(old, paper(percent=100)), **{end: DAY - timedelta(1)})


def test_a_forecast_beyond_the_plan_needs_a_reason() -> None:
    old = running(planned_start=date(2026, 1, 1), planned_end=DAY)
    assert changed(old, forecast_end=DAY).forecast_end == DAY
    with pytest.raises(errors.NeedsReason) as refused:
        changed(old, forecast_end=TOMORROW)
    assert refused.value.change == "forecast"
    assert changed(old, forecast_end=TOMORROW, reason="تأخر التوريد").forecast_reason == "تأخر التوريد"


def test_an_earlier_plan_gives_its_reason_to_the_forecast_it_leaves_behind() -> None:
    old = running(planned_end=TOMORROW, forecast_end=TOMORROW)
    assert changed(old, planned_end=DAY, reason="قُدّم الموعد").forecast_reason == "قُدّم الموعد"
    undated = running(forecast_end=TOMORROW)
    with pytest.raises(errors.NeedsReason):
        changed(undated, planned_end=DAY)


def test_the_verbatim_title_is_locked_but_not_its_translations() -> None:
    old = step(verbatim=True)
    with pytest.raises(errors.TextLocked):
        changed(old, title_ar="غيره")
    new = changed(old, title_tr="Adım", title_en="Step")
    assert (new.title.ar, new.title.tr, new.title.en) == (old.title.ar, "Adım", "Step")
    assert changed(step(), title_ar="غيره").title.ar == "غيره"


def test_an_owner_is_an_office_of_a_known_party() -> None:
    assert changed(step(owner=None), owner=Office("TR", "coord")).owner == Office("TR", "coord")
    assert changed(step(owner=None), owner=Office("TR")).owner == Office("TR")
    with pytest.raises(errors.UnknownParty) as refused:
        changed(step(), owner=Office("LX", "coord"))
    assert "LY" in refused.value.near


def test_confirming_renews_the_day_and_nothing_else() -> None:
    old = running(updated_on=date(2026, 1, 1), rev=4)
    assert changed(old, confirm=True) == replace(old, updated_on=DAY)


def test_a_change_is_stamped_and_nothing_is_not() -> None:
    old = tracker(step())
    new = changed(old, weight=30)
    assert (new.updated_on, new.created_on) == (DAY, None)
    assert update(old, "S1", StepChange(weight=20, owner=OWNER), DAY) is old


@pytest.mark.parametrize("code", ["1", "S1", "s1", "١", "s١", " S1 ", "۱"])
def test_codes_are_taken_as_they_are_typed(code: str) -> None:
    assert update(tracker(step()), code, StepChange(weight=5), DAY).steps["S1"].weight == 5


def test_an_unknown_code_is_not_found_and_near_ones_are_named() -> None:
    with pytest.raises(errors.NotFound) as missing:
        update(tracker(step(), step("S2")), "S9", StepChange(weight=5), DAY)
    assert missing.value.near == ("S1", "S2")
