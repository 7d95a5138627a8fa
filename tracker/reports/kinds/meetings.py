"""The lists and pages of meetings and visits."""

from collections.abc import Iterable, Iterator
from typing import Any

from tracker.message import Message, msg, msg_in
from tracker.model.records.meetings import Meeting, MeetingStatus
from tracker.model.state.assessment import Assessment
from tracker.model.tracker import Tracker
from tracker.reports import machine
from tracker.reports.kinds.kind import Item, Kind, refs
from tracker.reports.report import Block, Column, Day, Many, Ref, Table, Value, Word
from tracker.reports.values import office_name


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


def facts(tracker: Tracker, _assessment: Assessment, meeting: Meeting) -> Iterable[Item]:
    """The fields of a meeting."""
    yield "title", msg("Meeting"), meeting.title
    yield "kind", msg("Kind"), Word(meeting.kind, "masculine")
    yield "level", msg("Level"), Word(meeting.level, "masculine") if meeting.level else None
    yield "series", msg("Series"), Ref(meeting.series) if meeting.series else None
    yield "date", msg("Date"), Day(meeting.date)
    yield "status", msg("Status"), Word(meeting.status, "masculine")
    yield "status_reason", msg("Reason"), meeting.status_reason
    yield "rescheduled_to", msg("Replaced by"), Ref(meeting.rescheduled_to) if meeting.rescheduled_to else None
    if meeting.place:
        yield "place", msg("Place"), meeting.place.city or meeting.place.country
    yield "mode", msg("Mode"), Word(meeting.mode, "masculine") if meeting.mode else None
    yield "participants", msg("Participants"), Many(tuple(_delegations(tracker, meeting)), stacked=True)
    yield "agenda", msg("Agenda"), Many(meeting.agenda, stacked=True)
    yield "steps", msg("Steps"), refs(meeting.steps)
    yield "minutes", msg("Minutes"), _minutes(tracker, meeting)
    if meeting.minutes:
        signed = meeting.minutes_signed_on
        yield (
            "minutes_signed_on",
            msg("Minutes signed on"),
            Day(signed) if signed else msg_in("masculine", "not signed"),
        )


def _delegations(tracker: Tracker, meeting: Meeting) -> Iterator[Value]:
    for delegation in meeting.participants:
        office = office_name(tracker, delegation.office)
        yield Message("{office}: {n}", {"office": office, "n": delegation.count})


def _minutes(tracker: Tracker, meeting: Meeting) -> Value:
    if meeting.minutes is None:
        return msg("no minutes") if meeting.status is MeetingStatus.HELD else None
    return Many((Ref(meeting.minutes), tracker.evidence[meeting.minutes].reference))


def data(tracker: Tracker, assessment: Assessment, meeting: Meeting) -> dict[str, Any]:
    """The stored fields, the decisions, and whether minutes are missing."""
    missing = meeting.minutes_missing(assessment.day, tracker.thresholds.minutes_days)
    return {**machine.plain(meeting), "decisions": _decisions(tracker, meeting), "minutes_missing": missing}


def _decisions(tracker: Tracker, meeting: Meeting) -> list[str]:
    return [d.id for d in tracker.decisions.values() if d.meeting == meeting.id]


def blocks(tracker: Tracker, assessment: Assessment, meeting: Meeting) -> Iterator[Block]:
    """The decisions of a meeting, each with its commitments, or its draft agenda while it is to come."""
    from tracker.reports.answers.agenda import draft_agenda  # noqa: PLC0415 - only for `show`
    from tracker.reports.kinds import commitments, decisions  # noqa: PLC0415 - as above

    taken = _decisions(tracker, meeting)
    if taken:
        yield decisions.table(tracker, assessment, taken)
        follow = [c.id for c in tracker.commitments.values() if c.source in taken]
        if follow:
            yield commitments.table(tracker, assessment, follow)
    draft = draft_agenda(tracker, assessment, meeting)
    if draft:
        yield draft


KIND = Kind(table, facts, data, blocks)
