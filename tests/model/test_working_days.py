"""The days on which both sides work: Libya rests on Friday and Saturday, Türkiye on Saturday and Sunday."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tracker.model.state.working_days import next_working_day, works_for_both

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 1))


@given(DAYS)
def test_four_days_of_any_seven(day: date) -> None:
    week = [day + timedelta(days=n) for n in range(7)]
    assert [d.isoweekday() for d in sorted(filter(works_for_both, week), key=date.isoweekday)] == [1, 2, 3, 4]


@given(DAYS)
def test_the_next_one_is_the_same_day_or_the_monday_after_it(day: date) -> None:
    found = next_working_day(day)
    assert works_for_both(found)
    assert found == day if works_for_both(day) else found.isoweekday() == 1 and 0 < (found - day).days <= 3
