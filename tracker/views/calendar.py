"""The meetings for calendars (RFC 5545): whoever subscribes sees a meeting moved or called off, not a second one."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from icalendar import Calendar, Event

from tracker.model.records.meetings import Meeting, MeetingStatus, Precision
from tracker.model.state.assessment import Assessment
from tracker.model.tracker import Tracker
from tracker.reports.kinds.kind import Seen
from tracker.reports.kinds.meetings import KIND
from tracker.reports.values import filled
from tracker.views.made_at import made_at
from tracker.views.words import COPIES, DEMO, Words

_OFF = frozenset({MeetingStatus.POSTPONED, MeetingStatus.CANCELLED})
_SAID_ELSEWHERE = frozenset({"title", "date", "place"})


def dated(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """The meetings that are known to the day: a calendar has no months."""
    return tuple(m for m in meetings if m.date and m.date_precision is Precision.DAY and m.well_dated)


def render(
    tracker: Tracker, assessment: Assessment, words: Words, identity: str, moment: str, audience: str = ""
) -> bytes:
    """The meetings as whole days, in the reader's language; the name of a copy for an `audience` says for whom it is.

    `identity` tells this tracker from others and stays the same for ever; `moment` is that of its last change (UTC).
    """
    calendar = Calendar()
    calendar.add("prodid", "-//tracker//tracker//EN")
    calendar.add("version", "2.0")
    name = " ".join(words.bare(tracker.initiative.title).split())  # takes no lines
    calendar.add("x-wr-calname", f"{name} – {words.bare(COPIES[audience])}" if audience else name)
    for meeting in dated(tracker.meetings.values()):
        calendar.add_component(_event(tracker, assessment, words, meeting, identity, moment))
    return bytes(calendar.to_ical())


def _event(
    tracker: Tracker, assessment: Assessment, words: Words, meeting: Meeting, identity: str, moment: str
) -> Event:
    day = date.fromisoformat(str(meeting.date))
    event = Event()
    event.add("uid", f"{meeting.id}-{identity}@tracker")
    event.add("dtstamp", made_at(moment))
    event.add("sequence", meeting.rev)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    title = words.bare(meeting.title)
    demo = words.bare(DEMO)
    event.add("summary", f"{title} ({demo})" if tracker.demo else title, parameters={"LANGUAGE": words.lang})
    event.add("status", "CANCELLED" if meeting.status in _OFF else "CONFIRMED")
    if meeting.place:
        event.add("location", words.bare(meeting.place.city or meeting.place.country))
    event.add("description", "\n".join(_lines(tracker, assessment, words, meeting)))
    return event


def _lines(tracker: Tracker, assessment: Assessment, words: Words, meeting: Meeting) -> Iterator[str]:
    yield meeting.id
    for key, label, value in KIND.items(Seen(tracker, assessment), meeting):
        if key not in _SAID_ELSEWHERE and filled(value):
            yield f"{words.bare(label)}: {words.bare(value)}"
