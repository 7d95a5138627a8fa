"""The days on which both sides work: Libya rests on Friday and Saturday, Türkiye on Saturday and Sunday (rule 8.7)."""

from datetime import date

from tracker.model.records.days import days_on
from tracker.model.records.meetings import Meeting
from tracker.model.records.parties import Side
from tracker.model.tracker import Tracker

MONDAY, THURSDAY = 0, 3


def works_for_both(day: date) -> bool:
    """Whether it is a Monday to Thursday, the only days on which a joint meeting meets nobody's weekend."""
    return MONDAY <= day.weekday() <= THURSDAY


def next_working_day(day: date) -> date:
    """Give that day, or the first after it on which both sides work."""
    return days_on(day, 0 if works_for_both(day) else 7 - day.weekday())


def both_sides_meet(tracker: Tracker, meeting: Meeting) -> bool:
    """Whether both sides meet: always, unless all who are said to come belong to one of them."""
    sides = {party.side for d in meeting.participants if (party := tracker.parties.get(d.office.party))}
    return sides not in ({Side.LY}, {Side.TR})
