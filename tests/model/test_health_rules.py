"""Every rule of health for a step (rule 4.2), at its threshold and beside it."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.model.build import DAY, PLANNED, obstacle, paper, reference, running, step, tracker
from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.steps import StepChange, update
from tracker.model.records.obstacles import Obstacle, ObstacleStatus, Severity
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.records.thresholds import Thresholds
from tracker.model.state.health import Health, Reason, foremost
from tracker.model.state.steps import StepState, step_state

STARTED = DAY - timedelta(49)
HUNDRED_DAYS = {"planned_start": STARTED, "planned_end": STARTED + timedelta(99)}  # 50 percent expected on the day
STOPPED = {"status_reason": "سبب", "decision": "قرار"}


def seen(made: Step, *others: Any, limits: Thresholds | None = None) -> StepState:
    return step_state(tracker(made, *others, limits=limits), made, DAY)


@pytest.mark.parametrize(
    ("declared", "reason", "colour"),
    [
        (50, None, Health.GREEN),
        (40, None, Health.GREEN),  # -10 is not below -10
        (39, Reason.VARIANCE_AMBER, Health.AMBER),
        (25, Reason.VARIANCE_AMBER, Health.AMBER),  # -25 is not below -25
        (24, Reason.VARIANCE_RED, Health.RED),
    ],
)
def test_variance(declared: int, reason: Reason | None, colour: Health) -> None:
    state = seen(running(declared=declared, **HUNDRED_DAYS))
    assert state.reasons == ((reason,) if reason else ())
    assert state.health is colour


def test_variance_is_compared_exactly_and_shown_as_a_difference_of_what_is_shown() -> None:
    """59 of 89 days expect 66.3: 56 declared lacks 10.3 exactly, and 10 as shown."""
    dates = {"planned_start": date(2026, 2, 1), "planned_end": date(2026, 4, 30)}
    state = seen(running(declared=56, **dates))
    assert state.figures.points == -10
    assert state.reasons == (Reason.VARIANCE_AMBER,)


@pytest.mark.parametrize(
    ("late", "reason", "colour"),
    [
        (0, None, Health.GREEN),
        (1, Reason.OVERDUE, Health.AMBER),
        (30, Reason.OVERDUE, Health.AMBER),
        (31, Reason.OVERDUE_RED, Health.RED),
    ],
)
def test_overdue(late: int, reason: Reason | None, colour: Health) -> None:
    state = seen(running(declared=99, planned_start=date(2025, 1, 1), planned_end=DAY - timedelta(late)))
    assert (state.reasons, state.health) == ((reason,) if reason else (), colour)
    assert (state.days_left, state.overdue) == (-late, late > 0)


@pytest.mark.parametrize("status", [Status.COMPLETED, Status.CANCELLED])
def test_what_is_finished_is_not_overdue(status: Status) -> None:
    state = seen(step(status=status, planned_start=date(2025, 1, 1), planned_end=date(2025, 2, 1), **STOPPED))
    assert (state.days_left, state.overdue) == (None, False)


@pytest.mark.parametrize(
    ("age", "reason", "colour"),
    [
        (30, None, Health.GREEN),
        (31, Reason.STALE, Health.AMBER),
        (90, Reason.STALE, Health.AMBER),
        (91, Reason.VERY_STALE, Health.RED),
    ],
)
def test_stale(age: int, reason: Reason | None, colour: Health) -> None:
    state = seen(running(declared=60, updated_on=DAY - timedelta(age), **HUNDRED_DAYS))
    assert (state.reasons, state.health, state.stale) == ((reason,) if reason else (), colour, reason is not None)


@pytest.mark.parametrize("status", [s for s in Status if s not in (Status.IN_PROGRESS, Status.BLOCKED)])
def test_only_what_is_active_goes_stale(status: Status) -> None:
    state = seen(step(status=status, updated_on=date(2020, 1, 1), **STOPPED))
    assert (state.stale_days, state.stale) == (None, False)


@pytest.mark.parametrize(
    ("severity", "reason", "colour"),
    [
        (Severity.LOW, (), Health.GREEN),
        (Severity.MEDIUM, (), Health.GREEN),
        (Severity.HIGH, (Reason.OBSTACLE_HIGH,), Health.AMBER),
        (Severity.CRITICAL, (Reason.OBSTACLE_CRITICAL,), Health.RED),
    ],
)
@pytest.mark.parametrize("status", ObstacleStatus)
def test_obstacles(severity: Severity, reason: tuple[Reason, ...], colour: Health, status: ObstacleStatus) -> None:
    blocking = obstacle(severity=severity, status=status)
    state = seen(running(declared=60, **HUNDRED_DAYS), blocking)
    assert blocking.active == (status in (ObstacleStatus.OPEN, ObstacleStatus.UNDER_TREATMENT))
    assert (state.reasons, state.health) == ((reason, colour) if blocking.active else ((), Health.GREEN))


def test_an_obstacle_of_another_step_does_not_count() -> None:
    other = obstacle("O1", "S2", severity=Severity.CRITICAL)
    assert seen(running(declared=60, **HUNDRED_DAYS), step("S2"), other).health is Health.GREEN


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (running(status=Status.BLOCKED, declared=60, **HUNDRED_DAYS), Reason.BLOCKED),
        (running(declared=60, forecast_end=date(2027, 1, 1), **HUNDRED_DAYS), Reason.FORECAST_SLIP),
        (running(declared=60, owner=None, **HUNDRED_DAYS), Reason.NO_OWNER),
    ],
)
def test_rules_that_fire_alone(made: Step, reason: Reason) -> None:
    state = seen(made)
    assert state.reasons == (reason,)
    assert state.health is (Health.RED if reason is Reason.BLOCKED else Health.AMBER)


def test_a_forecast_within_the_plan_is_no_slip() -> None:
    assert seen(running(declared=60, forecast_end=HUNDRED_DAYS["planned_end"], **HUNDRED_DAYS)).reasons == ()


def test_what_has_not_started_needs_no_owner_yet() -> None:
    assert seen(step(owner=None, planned_start=DAY, planned_end=date(2027, 1, 1))).reasons == ()


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (step(status=Status.CANCELLED, **PLANNED, **STOPPED), Reason.CANCELLED),
        (step(status=Status.SUSPENDED, owner=None, **HUNDRED_DAYS, **STOPPED), Reason.SUSPENDED),
        (step(), Reason.NO_DATES),
        (step(planned_start=DAY), Reason.NO_DATES),
        (running(), Reason.NO_DATES),
        (step(status=Status.COMPLETED, declared=100), Reason.NO_DATES),
        (step(planned_start=DAY + timedelta(1), planned_end=date(2027, 1, 1)), Reason.NOT_DUE),
    ],
)
def test_grey(made: Step, reason: Reason) -> None:
    state = seen(made)
    assert (state.health, state.reasons) == (Health.GREY, (reason,))


def test_suspended_and_cancelled_are_grey_whatever_else_is_wrong() -> None:
    critical = obstacle(severity=Severity.CRITICAL)
    for status in (Status.SUSPENDED, Status.CANCELLED):
        made = step(status=status, planned_start=date(2020, 1, 1), planned_end=date(2020, 2, 1), **STOPPED)
        assert seen(made, critical).health is Health.GREY


def test_without_dates_any_other_rule_decides() -> None:
    state = seen(running(owner=None, updated_on=DAY - timedelta(91)))
    assert state.reasons == (Reason.VERY_STALE, Reason.NO_OWNER)
    assert state.health is Health.RED


def test_reasons_come_in_one_order_and_the_worst_decides() -> None:
    """S3 of the fictional programme, at 2026-03-31."""
    made = running(
        status=Status.BLOCKED,
        declared=42,
        planned_start=date(2025, 1, 1),
        planned_end=date(2026, 12, 31),
        forecast_end=date(2027, 3, 31),
        forecast_reason="تأخر الإفراج الجمركي",
    )
    high: Obstacle = obstacle(severity=Severity.HIGH)
    state = seen(replace(made, declared=30), high)
    expected = (Reason.VARIANCE_RED, Reason.BLOCKED, Reason.OBSTACLE_HIGH, Reason.FORECAST_SLIP)
    assert (state.reasons, state.health) == (expected, Health.RED)


def test_thresholds_are_those_of_the_tracker() -> None:
    limits = Thresholds(amber_variance_points=-1, red_variance_points=-5, stale_days=3, very_stale_days=4)
    late = running(declared=48, updated_on=DAY - timedelta(4), **HUNDRED_DAYS)
    assert seen(late, limits=limits).reasons == (Reason.VARIANCE_AMBER, Reason.STALE)
    assert seen(late).reasons == ()


@pytest.mark.parametrize("concern", [Health.AMBER, Health.RED])
def test_a_health_set_by_hand_is_worse_and_has_a_reason(concern: Health) -> None:
    old = tracker(running(declared=60, **HUNDRED_DAYS))
    with pytest.raises(errors.NeedsReason):
        update(old, "S1", StepChange(concern=concern), DAY)
    new = update(old, "S1", StepChange(concern=concern, reason="قلق"), DAY)
    state = step_state(new, new.steps["S1"], DAY)
    assert (state.health, state.reasons) == (concern, (Reason.CONCERN,))
    back = update(new, "S1", StepChange(clear_concern=True), DAY)
    assert (back.steps["S1"].concern, back.steps["S1"].concern_reason) == (None, None)


@pytest.mark.parametrize(
    ("declared", "concern"), [(39, Health.AMBER), (24, Health.AMBER), (24, Health.RED), (60, Health.GREEN)]
)
def test_it_is_never_set_better_or_the_same(declared: int, concern: Health) -> None:
    old = tracker(running(declared=declared, **HUNDRED_DAYS))
    with pytest.raises(errors.ConcernTooMild):
        update(old, "S1", StepChange(concern=concern, reason="قلق"), DAY)


def test_green_by_hand_in_a_file_says_nothing() -> None:
    assert seen(running(concern=Health.GREEN)).reasons == (Reason.NO_DATES,)


def test_a_worse_rule_overrides_an_amber_hand() -> None:
    assert seen(running(declared=20, concern=Health.AMBER, **HUNDRED_DAYS)).health is Health.RED


def test_completed_is_unverified_until_another_office_has_looked() -> None:
    done = step(status=Status.COMPLETED, declared=100)
    own, other = done.owner, replace(done.owner, party="TR")  # type: ignore[type-var]  # an owner is always built
    assert seen(done, paper(percent=100)).unverified
    assert not seen(done, paper(percent=100, verified_on=DAY, verified_by=other)).unverified
    assert seen(done, paper(percent=100, verified_on=DAY, verified_by=own)).unverified  # the owner came later
    assert not seen(running(), paper(percent=50)).unverified


def test_completing_makes_it_unverified() -> None:
    done = update(tracker(running(**PLANNED)), "S1", StepChange(status=Status.COMPLETED, evidence=reference()), DAY)
    assert step_state(done, done.steps["S1"], DAY).unverified


@pytest.mark.parametrize(
    ("colour", "reasons", "said"),
    [
        (Health.RED, (Reason.VARIANCE_AMBER, Reason.OVERDUE_RED, Reason.BLOCKED), (Reason.OVERDUE_RED,)),
        (Health.RED, (Reason.STALE, Reason.CONCERN), (Reason.CONCERN,)),
        (Health.AMBER, (Reason.FORECAST_SLIP, Reason.STALE), (Reason.FORECAST_SLIP,)),
        (Health.RED, (Reason.STALE,), (Reason.STALE,)),
        (Health.GREEN, (), ()),
    ],
)
def test_the_one_reason_that_is_said_is_the_one_that_decides(
    colour: Health, reasons: tuple[Reason, ...], said: tuple[Reason, ...]
) -> None:
    assert foremost(colour, reasons) == said
