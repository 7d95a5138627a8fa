"""The days on which both sides work: Libya rests on Friday and Saturday, Türkiye on Saturday and Sunday (rule 8.7)."""

from datetime import date, timedelta

MONDAY, THURSDAY = 0, 3


def works_for_both(day: date) -> bool:
    """Whether it is a Monday to Thursday, the only days on which a joint meeting meets nobody's weekend."""
    return MONDAY <= day.weekday() <= THURSDAY


def next_working_day(day: date) -> date:
    """Give that day, or the first after it on which both sides work."""
    while not works_for_both(day):
        day += timedelta(days=1)
    return day
