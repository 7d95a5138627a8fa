"""Meetings and due dates for calendars (RFC 5545): a second import updates what the first one brought.

A due date is an event of a whole day, not a VTODO: Google Calendar drops VTODO from what it imports, Outlook takes it
into no calendar, and Apple puts it into another program. Such an event leaves the day free (TRANSP).
What is over or called off stays with its status, for what is left out of a file stays in a calendar as it was.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from icalendar import Alarm, Calendar, Event

from tracker.frozen import Frozen
from tracker.message import Message, msg
from tracker.model.records.commitments import Commitment
from tracker.model.records.days import days_on
from tracker.model.records.meetings import Meeting, MeetingStatus, Precision
from tracker.model.records.status import CLOSED, Status
from tracker.model.state.assessment import Assessment
from tracker.model.tracker import Tracker
from tracker.reports.kinds import kind_of
from tracker.reports.kinds.kind import Seen
from tracker.reports.report import Value, Word
from tracker.reports.values import filled
from tracker.views.made_at import made_at
from tracker.views.words import COPIES, DEMO, Words

KINDS = ("meetings", "commitments")
"""The kinds of records that have days for a calendar."""
_OFF = frozenset({MeetingStatus.POSTPONED, MeetingStatus.CANCELLED})
_SAID_ELSEWHERE = frozenset({"title", "date", "place", "due", "overdue"})
"""The facts that an event has of its own, and one that changes every day without a change of the record."""
_HOUR = timedelta(hours=9)
"""The time of day at which whoever works in an office sees an alarm."""
_LAST_SEQUENCE = 2**31 - 1
"""The largest whole number of a calendar (RFC 5545, 3.3.8), which a file that was edited by hand may exceed."""


class Entry(Frozen):
    """The day of a record in a calendar, its title, and its place; `off` is called off, `over` is done."""

    record: Meeting | Commitment
    day: date
    title: Value
    place: Value = None
    off: bool = False
    over: bool = False
    busy: bool = True


def entries(tracker: Tracker, kind: str) -> Iterator[Entry]:
    """The records of one of KINDS that are known to the day: a calendar has no months."""
    return _meetings(tracker.meetings.values()) if kind == "meetings" else _due(tracker.commitments.values())


def _meetings(meetings: Iterable[Meeting]) -> Iterator[Entry]:
    for each in meetings:
        if each.date and each.date_precision is Precision.DAY and each.well_dated:
            place: Value = (each.place.city or each.place.country) if each.place else None
            off, over = each.status in _OFF, each.status is MeetingStatus.HELD
            yield Entry(each, date.fromisoformat(each.date), each.title, place, off, over)


def _due(commitments: Iterable[Commitment]) -> Iterator[Entry]:
    for each in commitments:
        if each.due is None:
            continue
        over = each.status in CLOSED
        words = {"title": each.title, "status": Word(each.status, "masculine")}
        title = Message("{title} ({status})", words) if over else msg("Due: {title}", title=each.title)
        yield Entry(each, each.due, title, None, each.status is Status.CANCELLED, over, busy=False)


def render(
    tracker: Tracker,
    assessment: Assessment,
    words: Words,
    identity: str,
    moment: str,
    kind: str = "meetings",
    alarm: int | None = None,
    audience: str = "",
) -> bytes:
    """The records of a kind as whole days, in the reader's language, those to come with an alarm so many days ahead.

    `identity` tells this tracker from others and stays the same for ever; `moment` is that of its last change (UTC).
    The name of a copy for an `audience` says for whom it is.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//tracker//tracker//EN")
    calendar.add("version", "2.0")
    name = " ".join(words.bare(tracker.initiative.title).split())  # takes no lines
    calendar.add("x-wr-calname", f"{name} – {words.bare(COPIES[audience])}" if audience else name)
    seen = Seen(tracker, assessment)
    for entry in entries(tracker, kind):
        event = _event(seen, words, entry, f"{entry.record.uid or entry.record.id}-{identity}@tracker")
        event.add("dtstamp", made_at(moment))
        if alarm is not None and entry.day >= seen.day and not (entry.off or entry.over):
            event.add_component(_alarm(alarm, event["summary"]))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(seen: Seen, words: Words, entry: Entry, uid: str) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("sequence", min(max(entry.record.rev, 0), _LAST_SEQUENCE))
    event.add("dtstart", entry.day)
    event.add("dtend", days_on(entry.day, 1))
    title, demo = words.bare(entry.title), words.bare(DEMO)
    named = f"{title} ({demo})" if seen.tracker.demo else title
    event.add("summary", named, parameters={"LANGUAGE": words.lang})
    event.add("status", "CANCELLED" if entry.off else "CONFIRMED")
    if not entry.busy:
        event.add("transp", "TRANSPARENT")
    if entry.place:
        event.add("location", words.bare(entry.place))
    event.add("description", "\n".join(_lines(seen, words, entry.record)))
    return event


def _alarm(days: int, text: Any) -> Alarm:
    """An alarm at nine in the morning, for the event itself begins with its day at midnight."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", _HOUR - timedelta(days=days))
    return alarm


def _lines(seen: Seen, words: Words, record: Meeting | Commitment) -> Iterator[str]:
    yield record.id
    for key, label, value in kind_of("meetings" if isinstance(record, Meeting) else "commitments").items(seen, record):
        if key not in _SAID_ELSEWHERE and filled(value):
            yield f"{words.bare(label)}: {words.bare(value)}"
