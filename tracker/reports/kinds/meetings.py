"""How meetings and visits are shown."""

from collections.abc import Iterable

from tracker.model.assessment import Assessment
from tracker.model.meeting import Meeting
from tracker.model.tracker import Tracker
from tracker.reports.kinds.kind import Item, Kind, plain_data, refs
from tracker.reports.message import msg, msg_in
from tracker.reports.report import Column, Day, Many, Ref, Table, Word


def table(tracker: Tracker, _assessment: Assessment, codes: Iterable[str]) -> Table:
    """Meetings and visits, dates as exactly as they are known."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("title", msg("Meeting"), flexible=True, letters=18),
        Column("kind", msg("Kind"), rank=3),
        Column("level", msg("Level"), rank=2),
        Column("date", msg("Date")),
        Column("status", msg("Status")),
        Column("minutes", msg("Minutes"), rank=1),
    )
    rows = tuple(
        (
            Ref(m.id),
            m.title,
            Word(m.kind, "masculine"),
            Word(m.level, "masculine") if m.level else None,
            Day(m.date),
            Word(m.status, "masculine"),
            Ref(m.minutes) if m.minutes else None,
        )
        for m in (tracker.meetings[code] for code in codes)
    )
    return Table("meetings", msg("Meetings"), columns, rows, msg("No meeting matches."))


def facts(_tracker: Tracker, _assessment: Assessment, meeting: Meeting) -> Iterable[Item]:
    """Its fields."""
    yield "title", msg("Meeting"), meeting.title
    yield "kind", msg("Kind"), Word(meeting.kind, "masculine")
    yield "level", msg("Level"), Word(meeting.level, "masculine") if meeting.level else None
    yield "date", msg("Date"), Day(meeting.date)
    yield "status", msg("Status"), Word(meeting.status, "masculine")
    if meeting.place:
        yield "place", msg("Place"), meeting.place.city or meeting.place.country
    yield "agenda", msg("Agenda"), Many(meeting.agenda, stacked=True)
    yield "steps", msg("Steps"), refs(meeting.steps)
    yield "minutes", msg("Minutes"), Ref(meeting.minutes) if meeting.minutes else None


KIND = Kind(table, facts, plain_data)
