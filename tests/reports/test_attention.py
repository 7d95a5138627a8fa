"""What needs somebody to act, worst first."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.model.build import DAY, OWNER, PLANNED, activity, obstacle, paper, running, step, tracker
from tests.reports.told import notes
from tracker.frozen import replace
from tracker.model.records.activities import Gate
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Meeting, MeetingKind, MeetingStatus, Precision
from tracker.model.records.obstacles import ObstacleStatus
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.reports.lists.listing import list_report
from tracker.reports.lists.selection import Selection

WHOLE = {"weight": 100, **PLANNED}
LATE = {"weight": 100, "planned_start": date(2026, 1, 1), "planned_end": DAY - timedelta(2)}


def said(*records: Any) -> list[tuple[str | None, str]]:
    return notes(list_report(tracker(*records), "steps", DAY, Selection()), "attention")


def test_nothing() -> None:
    assert said(running(declared=24, **WHOLE), paper(percent=24)) == [(None, "Nothing needs attention today.")]


MEETING = Meeting(
    id="M1",
    kind=MeetingKind.MEETING,
    title=Localized("لقاء"),
    status=MeetingStatus.HELD,
    date="2024",
    date_precision=Precision.YEAR,
)


@pytest.mark.parametrize(
    ("records", "note"),
    [
        ([step(**LATE)], ("red", "S1 is 2 days overdue; awaiting: Libyan side.")),
        ([step(**{**LATE, "owner": Office("TR")})], ("red", "S1 is 2 days overdue; awaiting: Turkish side.")),
        ([running(status=Status.BLOCKED, **WHOLE), obstacle(owner=OWNER)], ("red", "S1 is blocked by O1.")),
        (
            [running(status=Status.BLOCKED, **WHOLE), obstacle(status=ObstacleStatus.RESOLVED)],
            ("red", "S1 is blocked, but no obstacle is open any more: it can be resumed."),
        ),
        (
            [running(updated_on=DAY - timedelta(31), **WHOLE)],
            ("amber", "S1 has not been updated for 31 days."),
        ),
        ([running(updated_on=DAY - timedelta(91), **WHOLE)], ("red", "S1 has not been updated for 91 days.")),
        ([running(declared=30, **WHOLE)], ("amber", "More is declared than evidenced: S1.")),
        (
            [step(status=Status.COMPLETED, declared=100, **WHOLE), paper(percent=100)],
            ("amber", "Completed, but not verified by another office: S1."),
        ),
        ([running(owner=None, **WHOLE)], ("amber", "Begun without an owner: S1.")),
        ([step(**WHOLE), obstacle()], ("amber", "Obstacle O1 has no owner: عقبة [in Arabic]")),
        ([step(weight=100)], (None, "1 step without planned dates")),
        ([step(owner=None, **WHOLE)], (None, "1 step without an owner")),
        ([step(weight=90, **PLANNED)], ("amber", "Weights sum to 90; 100 is expected.")),
        ([step(**WHOLE), MEETING], (None, "No minutes are recorded for M1 (2024).")),
        (
            [step(**WHOLE), replace(MEETING, created_on=DAY, date="2026-03-20", date_precision=Precision.DAY)],
            ("amber", "No minutes are recorded for M1 (20 March 2026)."),
        ),
    ],
)
def test_each(records: list[Any], note: tuple[str | None, str]) -> None:
    assert note in said(*records)


def undated(number: int) -> list[Any]:
    """A step with one dated activity, and as many without dates."""
    dated = activity("S1.1", gate=Gate.DELIVERED, status=Status.IN_PROGRESS, **PLANNED)
    return [running(**WHOLE), dated, *(activity(f"S1.{n}") for n in range(2, number + 2))]


@pytest.mark.parametrize(
    ("number", "said_of_them"),
    [
        (1, "Without dates and left out of the expected progress of S1: S1.2."),
        (5, "Without dates and left out of the expected progress of S1: S1.2, S1.3, S1.4, S1.5, S1.6."),
        (7, "Without dates and left out of the expected progress of S1: S1.2, S1.3, S1.4, S1.5, S1.6 and 2 more."),
    ],
)
def test_the_undated_activities_that_are_left_out(number: int, said_of_them: str) -> None:
    assert (None, said_of_them) in said(*undated(number))


def test_nothing_is_left_out_where_nothing_is_dated() -> None:
    assert not any("left out" in text for _, text in said(running(**WHOLE), activity("S1.1")))


def test_minutes_are_not_missed_before_they_are_due() -> None:
    held = replace(MEETING, created_on=DAY, date="2026-03-21", date_precision=Precision.DAY)
    assert said(step(**WHOLE), held) == [(None, "Nothing needs attention today.")]


def test_red_comes_before_amber_before_the_rest() -> None:
    colours = [colour for colour, _ in said(step("S1", owner=None), running("S2", declared=9), step("S3", **LATE))]
    assert colours == sorted(colours, key=["red", "amber", "grey", None].index)
    assert set(colours) >= {"red", "amber", None}


def test_a_filtered_list_says_nothing_of_it() -> None:
    report = list_report(tracker(step()), "steps", DAY, Selection(open=True))
    assert [block.key for block in report.blocks] == ["steps", "aspects"]
