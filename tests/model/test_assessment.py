"""The programme rolled up from its steps: aspects and initiative (rules 3.7, 3.12, 4.6, 4.7)."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.build import DAY, PLANNED, aspect, paper, running, step, tracker
from tracker.model.records.evidence import Support
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Meeting, MeetingKind, MeetingStatus, Precision
from tracker.model.records.office import Office
from tracker.model.records.parties import Side
from tracker.model.records.series import Series
from tracker.model.records.status import Status
from tracker.model.records.steps import Link, Step, Strength
from tracker.model.records.thresholds import Thresholds
from tracker.model.state.assessment import AspectState, Assessment, assess
from tracker.model.state.figures import Figures
from tracker.model.state.health import Health, Reason
from tracker.model.state.progress import displayed
from tracker.model.state.steps import StepState

STOPPED = {"status_reason": "سبب", "decision": "قرار"}
LONG = {"planned_start": DAY - timedelta(49), "planned_end": DAY + timedelta(50)}  # 50 percent expected on the day
RED = {"status": Status.BLOCKED, **LONG, "declared": 60}
GREEN = {"declared": 60, **LONG}
AMBER = {"declared": 35, **LONG}


def seen(*records: Any) -> Assessment:
    return assess(tracker(*records), DAY)


def figures(state: Assessment | AspectState | StepState) -> Figures:
    assert state.figures is not None
    return state.figures


def linked(code: str, primary: str, *secondary: str, **fields: Any) -> Step:
    links = (Link(primary, Strength.PRIMARY), *(Link(other, Strength.SECONDARY) for other in secondary))
    return running(code, links=links, **fields)


def programme() -> list[Any]:
    """Links as the article's template proposes them (rule 13.3)."""
    return [
        aspect("A2"),
        aspect("A3"),
        linked("S1", "A1", declared=85, **LONG),
        linked("S2", "A2", declared=82, **LONG),
        linked("S3", "A3", "A1", declared=42, **LONG),
        linked("S4", "A3", declared=60, **LONG),
        linked("S5", "A1", "A3", declared=70, **LONG),
    ]


def test_an_aspect_counts_primary_steps_twice_and_no_step_weight() -> None:
    aspects = seen(*programme()).aspects
    assert figures(aspects["A1"]).declared == Fraction(2 * 85 + 42 + 2 * 70, 5)
    assert figures(aspects["A2"]).declared == 82
    assert figures(aspects["A3"]).declared == Fraction(2 * 42 + 2 * 60 + 70, 5)
    assert aspects["A1"].steps == ("S1", "S5", "S3")


def test_an_aspect_has_the_colour_of_its_worst_primary_step() -> None:
    records = [r for r in programme() if r.id != "S3"] + [linked("S3", "A3", "A1", **RED)]
    aspects = seen(*records).aspects
    assert {code: state.health for code, state in aspects.items()} == {
        "A1": Health.GREEN,  # S3 is only secondary there
        "A2": Health.GREEN,
        "A3": Health.RED,
    }


def test_grey_decides_only_where_all_are_grey() -> None:
    grey, green = linked("S1", "A1"), linked("S2", "A1", **GREEN)
    assert seen(grey, green).aspects["A1"].health is Health.GREEN
    assert seen(grey).aspects["A1"].health is Health.GREY
    assert seen(grey).health is Health.GREY
    assert seen(grey, green).health is Health.GREEN
    assert seen().health is Health.GREY


def test_a_cancelled_step_counts_nowhere() -> None:
    off = step("S2", status=Status.CANCELLED, declared=10, weight=80, **LONG, **STOPPED)
    whole = seen(running("S1", declared=60, **LONG), off)
    assert figures(whole).declared == figures(whole.aspects["A1"]).declared == 60
    assert whole.red_share == 0


def test_a_suspended_step_stays_in_the_sum() -> None:
    held = step("S2", status=Status.SUSPENDED, declared=0, actual_start=DAY, **LONG, **STOPPED)
    assert figures(seen(running("S1", declared=60, **LONG), held)).declared == 30


def test_where_nothing_counts_there_are_no_figures() -> None:
    off = step(status=Status.CANCELLED, **STOPPED)
    assert seen(off).figures is None
    assert seen(off).aspects["A1"].figures is None
    assert seen(running(weight=0)).figures is None


@pytest.mark.parametrize(
    ("weights", "colour"),
    [
        ((33, 67), Health.AMBER),
        ((1, 2), Health.AMBER),  # a third is not more than a third
        ((34, 66), Health.RED),
        ((0, 100), Health.AMBER),
    ],
)
def test_red_from_above_a_third_of_the_weight(weights: tuple[int, int], colour: Health) -> None:
    whole = seen(running("S1", weight=weights[0], **RED), running("S2", weight=weights[1], **GREEN))
    assert whole.health is colour
    assert whole.red_share == Fraction(weights[0], sum(weights))


def test_one_amber_step_makes_it_amber() -> None:
    assert seen(running("S1", weight=1, **AMBER), running("S2", weight=99, **GREEN)).health is Health.AMBER


@pytest.mark.parametrize(
    ("steps", "status"),
    [
        ([], Status.NOT_STARTED),
        ([step("S1"), step("S2")], Status.NOT_STARTED),
        ([step("S1"), step("S2", status=Status.SUSPENDED, **STOPPED)], Status.NOT_STARTED),
        ([step("S1"), step("S2", status=Status.BLOCKED)], Status.NOT_STARTED),
        ([step("S1"), running("S2", status=Status.BLOCKED)], Status.IN_PROGRESS),
        ([step("S1"), running("S2")], Status.IN_PROGRESS),
        ([step("S1"), step("S2", status=Status.COMPLETED)], Status.IN_PROGRESS),
        ([step("S1", status=Status.CANCELLED), step("S2", status=Status.COMPLETED)], Status.COMPLETED),
        ([step("S1", status=Status.CANCELLED, actual_start=DAY), step("S2")], Status.NOT_STARTED),
    ],
)
def test_status_of_the_whole(steps: list[Step], status: Status) -> None:
    whole = seen(*steps)
    assert whole.status is whole.aspects["A1"].status is status


def test_undated_steps_leave_both_sides_of_the_variance() -> None:
    whole = figures(seen(running("S1", declared=60, **LONG), running("S2", declared=0)))
    assert (whole.declared, whole.expected, whole.variance, whole.points) == (30, 50, 10, 10)
    assert (whole.dated, whole.actual) == (Fraction(1, 2), 60)


@pytest.mark.parametrize(("weight", "colour"), [(50, Health.GREEN), (49, Health.GREY)])
def test_a_whole_with_less_than_half_of_its_weight_dated_is_not_green(weight: int, colour: Health) -> None:
    """Rule 4.10: neither the initiative nor an aspect, which counts its links and not the weights of steps."""
    dated, undated = running("S1", weight=weight, **GREEN), running("S2", weight=100 - weight)
    whole = seen(dated, undated)
    reasons = () if colour is Health.GREEN else (Reason.MOSTLY_UNDATED,)
    assert (whole.health, whole.reasons) == (colour, reasons)
    aspect_of_three = seen(dated, undated, running("S3")).aspects["A1"]
    assert (aspect_of_three.health, aspect_of_three.reasons) == (Health.GREY, (Reason.MOSTLY_UNDATED,))


def test_a_worse_colour_of_what_is_dated_stays() -> None:
    whole = seen(running("S1", weight=10, **AMBER), running("S2", weight=90))
    assert (whole.health, whole.reasons) == (Health.AMBER, ())


def test_where_nothing_is_dated_nothing_is_left_out() -> None:
    whole = seen(running("S1"), running("S2"))
    assert (whole.health, whole.reasons) == (Health.GREY, ())


def test_without_any_date_nothing_is_compared() -> None:
    whole = figures(seen(running("S1", declared=60)))
    assert (whole.declared, whole.expected, whole.variance, whole.points) == (60, None, None, None)


def test_evidenced_takes_the_same_means() -> None:
    whole = seen(
        running("S1", declared=80, weight=30),
        running("S2", declared=50, weight=10),
        paper("E1", percent=40, of="S1"),
        paper("E2", percent=60, of="S1"),
        paper("E3", percent=90, of="S2"),
    )
    assert [state.figures.evidenced for state in whole.steps.values()] == [60, 50]
    assert figures(whole).evidenced == Fraction(60 * 30 + 50 * 10, 40)
    assert figures(whole.aspects["A1"]).evidenced == 55


def test_a_paper_without_percentage_supports_nothing_yet() -> None:
    bare = paper("E1", supports=(Support("S1"),))
    assert seen(running(declared=50), bare).steps["S1"].figures.evidenced == 0


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100), st.booleans()), max_size=6))
def test_evidenced_never_exceeds_declared_anywhere(steps: list[tuple[int, int, int, bool]]) -> None:
    records: list[Any] = []
    for number, (declared, attached, weight, dated) in enumerate(steps, 1):
        records.append(running(f"S{number}", declared=declared, weight=weight, **(PLANNED if dated else {})))
        records.append(paper(f"E{number}", percent=attached, of=f"S{number}"))
    whole = seen(*records)
    below = [state.figures for state in whole.steps.values()]
    levels = [*below, whole.figures, *(state.figures for state in whole.aspects.values())]
    for each in (f for f in levels if f is not None):
        assert 0 <= each.evidenced <= each.declared <= 100
        if each.variance is not None:
            assert each.points is not None
            assert abs(each.points - each.variance) < 2
    for state in whole.steps.values():
        if state.figures.points is not None:
            assert state.figures.expected is not None
            assert state.figures.points == displayed(state.figures.declared) - displayed(state.figures.expected)


def test_a_step_lies_in_the_court_of_its_owner() -> None:
    whole = tracker(step("S1"), step("S2", owner=Office("TR")), step("S3", owner=None), step("S4", owner=Office("X")))
    assert [whole.side_of(s.owner) for s in whole.steps.values()] == [Side.LY, Side.TR, None, None]


def test_the_day_is_the_one_asked_about() -> None:
    made = running(declared=50, **LONG)
    assert assess(tracker(made), date(2027, 1, 1)).steps["S1"].overdue
    assert not assess(tracker(made), DAY).steps["S1"].overdue


@pytest.mark.parametrize(
    ("overdue", "scheduled", "colour"),
    [
        (0, False, Health.GREEN),
        (1, False, Health.AMBER),
        (90, False, Health.AMBER),
        (91, False, Health.RED),
        (91, True, Health.AMBER),
    ],
)
def test_a_late_series_lowers_the_aspect_of_meetings(overdue: int, scheduled: bool, colour: Health) -> None:
    due = DAY - timedelta(overdue)
    held = due.replace(year=due.year - 1)
    texts: dict[str, Any] = {
        "kind": MeetingKind.MEETING,
        "title": Localized("لقاء"),
        "date_precision": Precision.DAY,
        "series": "T1",
    }
    meetings = [Meeting(id="M1", status=MeetingStatus.HELD, date=held.isoformat(), **texts)]
    if scheduled:
        coming = (DAY + timedelta(1)).isoformat()
        meetings.append(Meeting(id="M2", status=MeetingStatus.SCHEDULED, date=coming, **texts))
    green = [aspect("A3"), linked("S1", "A1", **GREEN), linked("S3", "A3", **GREEN)]
    aspects = seen(*green, Series(id="T1", name=Localized("سلسلة"), interval_months=12), *meetings).aspects
    assert (aspects["A3"].health, aspects["A1"].health) == (colour, Health.GREEN)


@pytest.mark.parametrize(("limit", "colour"), [(194, Health.RED), (195, Health.AMBER)])
def test_how_late_a_series_may_be_is_a_threshold(limit: int, colour: Health) -> None:
    due = DAY - timedelta(195)
    held = Meeting(
        id="M1",
        kind=MeetingKind.MEETING,
        title=Localized("لقاء"),
        status=MeetingStatus.HELD,
        date=due.replace(year=due.year - 1).isoformat(),
        date_precision=Precision.DAY,
        series="T1",
    )
    records = (aspect("A3"), linked("S3", "A3", **GREEN), Series(id="T1", name=Localized("سلسلة"), interval_months=12))
    assert seen(*records, held, Thresholds(series_red_days=limit)).aspects["A3"].health is colour
