"""The rhythm of series of meetings (rule 8.8)."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.build import DAY, tracker
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Meeting, MeetingKind, MeetingStatus, Precision
from tracker.model.records.series import Series
from tracker.model.state.series import later, next_scheduled, series_state, series_states

QUARTERLY = Series(id="T1", name=Localized("دورية"), interval_months=3)


def meeting(code: str, day: str | None, status: MeetingStatus = MeetingStatus.HELD, **fields: Any) -> Meeting:
    precision = (
        Precision.UNKNOWN if day is None else {10: Precision.DAY, 7: Precision.MONTH, 4: Precision.YEAR}[len(day)]
    )
    defaults = {"kind": MeetingKind.MEETING, "title": Localized(code), "date_precision": precision, "series": "T1"}
    return Meeting(id=code, date=day, status=status, **{**defaults, **fields})


def state(*meetings: Meeting, day: date = DAY) -> tuple[date | None, date | None, int, str | None]:
    found = series_state(tracker(QUARTERLY, *meetings), QUARTERLY, day)
    return found.last_held, found.next_due, found.overdue_days, found.scheduled


def test_due_an_interval_after_the_last_one_that_was_held() -> None:
    held = meeting("M1", "2025-06-10"), meeting("M2", "2025-11-30"), meeting("M3", None)
    assert state(*held) == (date(2025, 11, 30), date(2026, 2, 28), 31, None)


@pytest.mark.parametrize("months", [10**18, 121, 0, -1, -(10**18)])
def test_no_meeting_is_due_after_an_interval_that_no_series_can_have(months: int) -> None:
    edited = Series(id="T1", name=Localized("دورية"), interval_months=months)
    found = series_state(tracker(edited, meeting("M1", "2025-06-10")), edited, DAY)
    assert (found.last_held, found.next_due, found.overdue_days) == (date(2025, 6, 10), None, 0)


def test_what_was_not_held_does_not_count_nor_does_another_series() -> None:
    others = [meeting(f"M{n}", "2026-01-05", status) for n, status in enumerate(MeetingStatus, 1)]
    others = [m for m in others if m.status is not MeetingStatus.HELD]
    assert state(*others, meeting("M9", "2026-03-01", series=None)) == (None, None, 0, None)


def test_a_month_or_year_counts_from_its_last_day_and_never_from_a_day_to_come() -> None:
    assert state(meeting("M1", "2025-12"))[:2] == (date(2025, 12, 31), date(2026, 3, 31))
    assert state(meeting("M1", "2024-02"))[0] == date(2024, 2, 29)
    assert state(meeting("M1", "2026"))[0] == DAY


def test_the_first_scheduled_one_that_is_still_to_come() -> None:
    scheduled = MeetingStatus.SCHEDULED
    plan = [
        meeting("M1", "2026-03-30", scheduled),
        meeting("M2", None, scheduled),
        meeting("M3", "2026-05-04", scheduled),
        meeting("M4", DAY.isoformat(), scheduled),
        meeting("M5", "2026-04", scheduled, series=None),
    ]
    assert state(*plan)[3] == "M4"
    first = next_scheduled(tracker(QUARTERLY, *plan), DAY + timedelta(1))
    assert first is not None
    assert first.id == "M5"


def test_every_series_has_a_state() -> None:
    other = Series(id="T2", name=Localized("سنوية"), interval_months=12)
    assert list(series_states(tracker(QUARTERLY, other), DAY)) == ["T1", "T2"]


@pytest.mark.parametrize(
    ("start", "months", "usual", "end"),
    [
        ("2024-01-31", 1, 31, "2024-02-29"),
        ("2025-01-31", 1, 31, "2025-02-28"),
        ("2025-08-31", 6, 31, "2026-02-28"),
        ("2026-02-28", 1, 31, "2026-03-31"),
        ("2025-12-05", 1, 5, "2026-01-05"),
        ("2025-12-07", 1, 5, "2026-01-05"),
    ],
)
def test_calendar_months_end_on_the_last_day_where_there_is_no_such_day(
    start: str, months: int, usual: int, end: str
) -> None:
    assert later(date.fromisoformat(start), months, usual) == date.fromisoformat(end)


def test_a_monthly_series_keeps_the_day_on_which_it_began() -> None:
    """The 31st is the last day of a shorter month, and the 31st again where there is one; another day is kept."""
    monthly = Series(id="T1", name=Localized("شهرية"), interval_months=1)
    held, due = list[Meeting](), list[date | None]()
    for number, day in enumerate(("2025-10-31", "2025-11-30", "2025-12-31", "2026-01-29", "2026-02-28"), 1):
        held.append(meeting(f"M{number}", day))
        due.append(series_state(tracker(monthly, *held), monthly, DAY).next_due)
    assert [str(each) for each in due] == ["2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31"]


def test_it_is_the_day_of_the_first_one_whose_day_is_known() -> None:
    assert state(meeting("M1", "2024"), meeting("M2", "2025-05-30"), meeting("M3", "2026-02"))[1] == date(2026, 5, 30)
    assert state(meeting("M1", "2026-02"))[1] == date(2026, 5, 28)


@given(st.dates(date(1900, 1, 1), date(2199, 1, 1)), st.integers(1, 120))
def test_later_is_so_many_months_on_with_the_day_kept_or_the_month_at_its_end(day: date, months: int) -> None:
    found = later(day, months, day.day)
    assert (found.year - day.year) * 12 + found.month - day.month == months
    assert found.day == day.day or (found.day < day.day and (found + timedelta(days=1)).day == 1)
