"""The lists and pages of meetings and visits."""

from collections.abc import Iterator
from typing import Any

from tracker.message import Message, msg, msg_in
from tracker.model.records.meetings import Meeting, MeetingStatus
from tracker.model.state.assessment import MEETINGS_ASPECT
from tracker.reports.kinds import kind_of
from tracker.reports.kinds.kind import Kind, Seen, Shown, code, plain, words
from tracker.reports.report import Block, Day, Many, Ref, Value


def _delegations(seen: Seen, meeting: Meeting) -> Many:
    """The offices that took part, each with its number of people."""
    named = ((seen.office(delegation.office), delegation.count) for delegation in meeting.participants)
    return Many(tuple(Message("{office}: {n}", {"office": office, "n": n}) for office, n in named), stacked=True)


def _minutes(seen: Seen, meeting: Meeting) -> Value:
    if meeting.minutes is None:
        return msg("no minutes") if meeting.status is MeetingStatus.HELD else None
    paper = seen.tracker.evidence.get(meeting.minutes)
    if paper is None or not paper.reference:  # a name may be withheld
        return Ref(meeting.minutes)
    return Many((Ref(meeting.minutes), paper.reference))


def _signed(_: Seen, meeting: Meeting) -> Value:
    if meeting.minutes is None:
        return None
    return Day(meeting.minutes_signed_on) if meeting.minutes_signed_on else msg_in("masculine", "not signed")


def _decisions(seen: Seen, meeting: Meeting) -> list[str]:
    return [d.id for d in seen.tracker.decisions.values() if d.meeting == meeting.id]


def _data(seen: Seen, meeting: Meeting) -> dict[str, Any]:
    """The stored fields, the decisions, and whether minutes are missing."""
    missing = meeting.minutes_missing(seen.day, seen.tracker.thresholds.minutes_days)
    return {**plain(meeting), "decisions": _decisions(seen, meeting), "minutes_missing": missing}


def _blocks(seen: Seen, meeting: Meeting) -> Iterator[Block]:
    """The decisions of a meeting, each with its commitments, or its draft agenda while it is to come."""
    from tracker.reports.answers.agenda import draft_agenda  # noqa: PLC0415 - only for `show`

    taken = _decisions(seen, meeting)
    if taken:
        yield kind_of("decisions").table(seen, taken)
        follow = [c.id for c in seen.tracker.commitments.values() if c.source in taken]
        if follow:
            yield kind_of("commitments").table(seen, follow)
    draft = draft_agenda(seen.tracker, seen.assessment, meeting)
    if draft:
        yield draft


KIND: Kind[Meeting] = Kind(
    name="meetings",
    heading=msg("Meetings"),
    empty=msg("No meeting matches."),
    added_by="add-meeting",
    columns=[
        Shown("title", msg("Meeting"), flexible=True, letters=18),
        Shown("kind", rank=3),
        Shown("level", rank=2),
        Shown("date", value=lambda _, meeting: Day(meeting.date)),
        Shown("status"),
        code("minutes", rank=1),
    ],
    facts=[
        *("title", "kind", "level"),
        code("series"),
        *("date", "status"),
        words("status_reason", msg("Reason")),
        code("rescheduled_to"),
        Shown("place", value=lambda _, meeting: place.city or place.country if (place := meeting.place) else None),
        Shown("mode", msg("Mode of the meeting")),
        Shown("participants", value=_delegations),
        Shown("agenda", value=lambda _, meeting: Many(meeting.agenda, stacked=True)),
        "steps",
        Shown("minutes", value=_minutes),
        Shown("minutes_signed_on", value=_signed),
    ],
    data=_data,
    blocks=_blocks,
    filters=("status", "aspect", "step", "open", "overdue", "due_before", "missing_minutes"),
    is_open=lambda meeting: meeting.status in (MeetingStatus.SCHEDULED, MeetingStatus.POSTPONED),
    due=lambda _, meeting: meeting.last_day if meeting.status is MeetingStatus.SCHEDULED else None,
    aspects=lambda _, __: (MEETINGS_ASPECT,),
    due_field="date",
)
