"""Adding and changing meetings (section 8): one that was held lies in the past, a stopped one has a reason."""

import datetime
from datetime import date

from tracker import errors
from tracker.frozen import asdict, replace
from tracker.model.changes import papers
from tracker.model.changes.asked import Asked
from tracker.model.changes.offices import known_office
from tracker.model.records.evidence import EvidenceKind
from tracker.model.records.localized import Localized, reworded
from tracker.model.records.meetings import (
    Delegation,
    Level,
    Meeting,
    MeetingKind,
    MeetingMode,
    MeetingStatus,
    Place,
    Precision,
)
from tracker.model.records.parties import Side
from tracker.model.records.series import Series
from tracker.model.tracker import Tracker

SCHEDULED, HELD = MeetingStatus.SCHEDULED, MeetingStatus.HELD
POSTPONED, CANCELLED = MeetingStatus.POSTPONED, MeetingStatus.CANCELLED
ALLOWED = {
    SCHEDULED: (HELD, POSTPONED, CANCELLED),
    POSTPONED: (SCHEDULED, HELD, CANCELLED),
    HELD: (),
    CANCELLED: (SCHEDULED,),
}
PRECISION = {0: Precision.UNKNOWN, 4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}
LIKE = ("kind", "level", "place", "mode", "steps", "series")


class MeetingAsked(Asked, kw_only=True):
    """A change asked of a meeting; `date` is ISO, cut to what is known of it.

    Items of the agenda and steps are added to those there are, a delegation takes the place of one of the same
    office. `rescheduled_to` is the code of a meeting, or the ISO date of one that is to be scheduled.
    """

    title_ar: str | None = None
    title_tr: str | None = None
    title_en: str | None = None
    kind: MeetingKind | None = None
    level: Level | None = None
    date: str | None = None
    place: Place | None = None
    mode: MeetingMode | None = None
    status: MeetingStatus | None = None
    series: str | None = None
    steps: tuple[str, ...] | None = None
    agenda: tuple[Localized, ...] | None = None
    participants: tuple[Delegation, ...] | None = None
    minutes: papers.Paper | None = None
    minutes_signed_on: datetime.date | None = None
    rescheduled_to: str | None = None


def add(tracker: Tracker, wanted: MeetingAsked, on: date, like: str | None = None) -> Tracker:
    """The tracker with one more meeting, scheduled unless it was held.

    A meeting like another takes over its kind, level, place, mode, steps and series; one of a series its name and
    level where none are given. Raises `NotFound` and what `update` raises; `NeedsTitle`.
    """
    series = tracker.get(Series, wanted.series, "T") if wanted.series else None
    title = Localized(wanted.title_ar) if wanted.title_ar else series.name if series else None
    if title is None:
        raise errors.NeedsTitle
    code, tracker = tracker.new_code("M")
    meeting = Meeting(
        id=code, title=title, kind=MeetingKind.MEETING, status=SCHEDULED, date_precision=Precision.UNKNOWN
    )
    if like is not None:
        model = tracker.get(Meeting, like, "M")
        meeting = replace(meeting, **{field: getattr(model, field) for field in LIKE})
    if series and series.level:
        meeting = replace(meeting, level=series.level)
    return _updated(tracker, meeting, wanted, on)


def update(tracker: Tracker, code: str, wanted: MeetingAsked, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`.

    Raises `NotFound`, `TransitionRefused`, `NeedsReason`, `DateInFuture`, `SignedInFuture`, `UnknownParty`.
    """
    return _updated(tracker, tracker.get(Meeting, code, "M"), wanted, on)


def _updated(tracker: Tracker, meeting: Meeting, wanted: MeetingAsked, on: date) -> Tracker:
    meeting = _passed(tracker, _described(tracker, meeting, wanted), wanted, on)
    tracker, meeting = _attended(tracker, meeting, wanted, on)
    tracker, meeting = _rescheduled(tracker, meeting, wanted, on)
    tracker = tracker.put(meeting, on)
    if wanted.minutes is not None:
        tracker = with_minutes(tracker, meeting.id, wanted.minutes, on)
    return _signed(tracker, tracker.get(Meeting, meeting.id), meeting.minutes, wanted, on)


def _signed(tracker: Tracker, meeting: Meeting, before: str | None, wanted: MeetingAsked, on: date) -> Tracker:
    """Set the day on which the minutes were signed (rule 8.5): a signature stands under one paper, and goes
    with it where the minutes are taken away or another paper takes their place."""
    if "minutes" in wanted.clear:
        meeting = replace(meeting, minutes=None)
    if meeting.minutes != before:
        meeting = replace(meeting, minutes_signed_on=None)
    day = wanted.after(meeting, "minutes_signed_on")
    if day is not None and day > on:
        raise errors.SignedInFuture(meeting.id, day.isoformat())
    return tracker.put(replace(meeting, minutes_signed_on=day), on)


def _described(tracker: Tracker, meeting: Meeting, wanted: MeetingAsked) -> Meeting:
    when = wanted.after(meeting, "date")
    series = tracker.get(Series, wanted.series, "T").id if wanted.series else wanted.after(meeting, "series")
    return replace(
        meeting,
        title=reworded(meeting.title, asdict(wanted), "title", wanted.clear),
        kind=wanted.after(meeting, "kind"),
        level=wanted.after(meeting, "level"),
        date=when,
        date_precision=PRECISION[len(when or "")],
        place=wanted.after(meeting, "place"),
        mode=wanted.after(meeting, "mode"),
        series=series,
        steps=wanted.added(meeting, "steps"),
        agenda=wanted.added(meeting, "agenda"),
    )


def _passed(tracker: Tracker, meeting: Meeting, wanted: MeetingAsked, on: date) -> Meeting:
    """The meeting in its new status. A new date for what was postponed schedules it again."""
    after = wanted.status or meeting.status
    if after is meeting.status is POSTPONED and wanted.date is not None:
        after = SCHEDULED
    if after is not meeting.status:
        fresh = meeting.id not in tracker.meetings
        if after not in ALLOWED[meeting.status]:
            allowed = tuple(status.value for status in ALLOWED[meeting.status])
            raise errors.TransitionRefused(meeting.id, meeting.status, after, allowed)
        if not wanted.reason and not fresh and _explained(meeting.status, after):
            raise errors.NeedsReason(meeting.id, after.value if after is not SCHEDULED else "reinstated")
        if not wanted.reason and after in (POSTPONED, CANCELLED):
            raise errors.NeedsReason(meeting.id, after.value)
        meeting = replace(
            meeting, status=after, status_reason=wanted.reason if _explained(meeting.status, after) else None
        )
    if meeting.status is HELD and meeting.date is not None and meeting.date > on.isoformat()[: len(meeting.date)]:
        raise errors.DateInFuture(meeting.id, meeting.date)
    return meeting


def _explained(before: MeetingStatus, after: MeetingStatus) -> bool:
    return after in (POSTPONED, CANCELLED) or before is CANCELLED


def _attended(tracker: Tracker, meeting: Meeting, wanted: MeetingAsked, on: date) -> tuple[Tracker, Meeting]:
    came = [] if "participants" in wanted.clear else list(meeting.participants)
    for delegation in wanted.participants or ():
        tracker, office = known_office(tracker, delegation.office, on)
        came = [each for each in came if each.office != office]
        came += [Delegation(office, delegation.count)] if delegation.count else []
    return tracker, replace(meeting, participants=tuple(came))


def _rescheduled(tracker: Tracker, meeting: Meeting, wanted: MeetingAsked, on: date) -> tuple[Tracker, Meeting]:
    """The meeting that takes the place of this one, which is made where only its date is known."""
    if wanted.rescheduled_to is None:
        return tracker, replace(meeting, rescheduled_to=wanted.after(meeting, "rescheduled_to"))
    if not wanted.rescheduled_to[:1].isdecimal():
        return tracker, replace(meeting, rescheduled_to=tracker.get(Meeting, wanted.rescheduled_to, "M").id)
    code, tracker = tracker.new_code("M")
    new = Meeting(
        id=code,
        title=meeting.title,
        status=SCHEDULED,
        date=wanted.rescheduled_to,
        date_precision=PRECISION[len(wanted.rescheduled_to)],
        agenda=meeting.agenda,
        **{field: getattr(meeting, field) for field in LIKE},
    )
    return tracker.put(new, on), replace(meeting, rescheduled_to=code)


def with_minutes(tracker: Tracker, code: str, paper: papers.Paper, on: date) -> Tracker:
    """The tracker with a paper attached to the meeting as its minutes."""
    known = papers.find_paper(tracker, paper.reference)
    kind = paper.kind or (known.kind if known else EvidenceKind.MINUTES)
    tracker = papers.attach(tracker, code, replace(paper, kind=kind), on)
    found = papers.find_paper(tracker, paper.reference)
    return tracker.put(replace(tracker.get(Meeting, code), minutes=found.id if found else None), on)


def joint(tracker: Tracker, meeting: Meeting) -> bool:
    """Whether both sides meet: always, unless all who are said to come belong to one of them."""
    sides = {party.side for d in meeting.participants if (party := tracker.parties.get(d.office.party))}
    return sides not in ({Side.LY}, {Side.TR})
