"""Days counted on from others."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model.records.days import days_on


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.integers(-100_000, 100_000))
def test_so_many_days_later(day: date, number: int) -> None:
    assert days_on(day, number) == day + timedelta(days=number)


@pytest.mark.parametrize(
    ("day", "number", "end"), [(date.max, 1, date.max), (date.min, -1, date.min), (date(2026, 1, 1), 10**18, date.max)]
)
def test_never_beyond_the_calendar(day: date, number: int, end: date) -> None:
    assert days_on(day, number) == end
