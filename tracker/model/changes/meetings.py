"""Adding and changing meetings (section 8): one that was held lies in the past, a stopped one has a reason."""

import datetime
from datetime import date

from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.change import TitleChange, apply_fields, take_over
from tracker.model.changes.evidence import Attachment, attach, find_evidence
from tracker.model.changes.items import Wording, reworded, with_new
from tracker.model.changes.office import known_office
from tracker.model.records.evidence import EvidenceKind
from tracker.model.records.localized import Localized
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
from tracker.model.records.series import Series
from tracker.model.rules.transitions import check_among
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


class MeetingChange(TitleChange, kw_only=True):
    """A change asked of a meeting; `date` is ISO, cut to what is known of it.

    A delegation takes the place of one of the same office. `rescheduled_to` is the code of a meeting, or the ISO date
    of one that is to be scheduled.
    """

    ruled = frozenset({"status", "agenda", "participants", "minutes", "minutes_signed_on", "rescheduled_to"})
    kind: MeetingKind | None = None
    level: Level | None = None
    date: str | None = None
    place: Place | None = None
    mode: MeetingMode | None = None
    status: MeetingStatus | None = None
    series: str | None = None
    steps: tuple[str, ...] | None = None
    status_reason_ar: str | None = None
    status_reason_tr: str | None = None
    status_reason_en: str | None = None
    agenda: tuple[Localized, ...] | None = None
    agenda_ar: tuple[Wording, ...] = ()
    agenda_tr: tuple[Wording, ...] = ()
    agenda_en: tuple[Wording, ...] = ()
    participants: tuple[Delegation, ...] | None = None
    minutes: Attachment | None = None
    minutes_signed_on: datetime.date | None = None
    rescheduled_to: str | None = None


def add(tracker: Tracker, change: MeetingChange, on: date, like: str | None = None) -> Tracker:
    """The tracker with one more meeting, scheduled unless it was held.

    A meeting like another takes over its kind, level, place, mode, steps and series; one of a series its name and
    level where none are given. Raises `NotFound` and what `update` raises; `NeedsTitle`.
    """
    series = tracker.get(Series, change.series) if change.series else None
    title = change.text("title") if change.words("title") else series.name if series else None
    if title is None:
        raise errors.NeedsTitle
    code, tracker = tracker.new_code("M")
    new = Meeting(id=code, title=title, kind=MeetingKind.MEETING, status=SCHEDULED, date_precision=Precision.UNKNOWN)
    new = take_over(tracker, new, like, LIKE)
    if series and series.level:
        new = replace(new, level=series.level)
    return _apply(tracker, new, change, on)


def update(tracker: Tracker, code: str, change: MeetingChange, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`.

    Raises `NotFound`, `TransitionRefused`, `NeedsReason`, `DateInFuture`, `SignedInFuture`, `UnknownParty`.
    """
    return _apply(tracker, tracker.get(Meeting, code), change, on)


def _apply(tracker: Tracker, old: Meeting, change: MeetingChange, on: date) -> Tracker:
    tracker, new = apply_fields(tracker, _with_agenda(old, change), change, on)
    new = _with_status(tracker, replace(new, date_precision=PRECISION[len(new.date or "")]), change, on)
    tracker, new = _with_participants(tracker, new, change, on)
    tracker, new = _reschedule(tracker, new, change, on)
    tracker = tracker.put(new, on)
    if change.minutes is not None:
        tracker = with_minutes(tracker, new.id, change.minutes, on)
    return _sign(tracker, tracker.get(Meeting, new.id), old.minutes, change, on)


def _with_agenda(meeting: Meeting, change: MeetingChange) -> Meeting:
    items = with_new(() if "agenda" in change.clear else meeting.agenda, change.agenda or ())
    wordings = (*change.agenda_ar, *change.agenda_tr, *change.agenda_en)
    return replace(meeting, agenda=reworded(meeting.id, items, wordings))


def _sign(tracker: Tracker, meeting: Meeting, before: str | None, change: MeetingChange, on: date) -> Tracker:
    """Set the day on which the minutes were signed (rule 8.5).

    A signature stands under one document, and goes with it where the minutes are taken away or replaced.
    """
    if "minutes" in change.clear:
        meeting = replace(meeting, minutes=None)
    if meeting.minutes != before:
        meeting = replace(meeting, minutes_signed_on=None)
    day = change.result(meeting, "minutes_signed_on")
    if day is not None and day > on:
        raise errors.SignedInFuture(meeting.id, day.isoformat())
    return tracker.put(replace(meeting, minutes_signed_on=day), on)


def _with_status(tracker: Tracker, meeting: Meeting, change: MeetingChange, on: date) -> Meeting:
    """Give the meeting in its new status. A new date for what was postponed schedules it again."""
    status = change.status or meeting.status
    if status is meeting.status is POSTPONED and change.date is not None:
        status = SCHEDULED
    if status is not meeting.status:
        check_among(meeting.id, meeting.status, status, ALLOWED[meeting.status])
        new = meeting.id not in tracker.meetings
        explained = status in (POSTPONED, CANCELLED) or meeting.status is CANCELLED
        if not change.reason and not new and explained:
            raise errors.NeedsReason(meeting.id, status.value if status is not SCHEDULED else "reinstated")
        if not change.reason and status in (POSTPONED, CANCELLED):
            raise errors.NeedsReason(meeting.id, status.value)
        meeting = replace(meeting, status=status, status_reason=change.reason if explained else None)
    if meeting.status is HELD and meeting.date is not None and meeting.date > on.isoformat()[: len(meeting.date)]:
        raise errors.DateInFuture(meeting.id, meeting.date)
    return meeting


def _with_participants(tracker: Tracker, meeting: Meeting, change: MeetingChange, on: date) -> tuple[Tracker, Meeting]:
    came = [] if "participants" in change.clear else list(meeting.participants)
    for delegation in change.participants or ():
        tracker, office = known_office(tracker, delegation.office, on)
        came = [each for each in came if each.office != office]
        came += [Delegation(office, delegation.count)] if delegation.count else []
    return tracker, replace(meeting, participants=tuple(came))


def _reschedule(tracker: Tracker, meeting: Meeting, change: MeetingChange, on: date) -> tuple[Tracker, Meeting]:
    """Name the meeting that takes the place of this one, which is made where only its date is known."""
    if change.rescheduled_to is None:
        return tracker, replace(meeting, rescheduled_to=change.result(meeting, "rescheduled_to"))
    if not change.rescheduled_to[:1].isdecimal():
        return tracker, replace(meeting, rescheduled_to=tracker.get(Meeting, change.rescheduled_to).id)
    code, tracker = tracker.new_code("M")
    new = Meeting(
        id=code,
        title=meeting.title,
        status=SCHEDULED,
        date=change.rescheduled_to,
        date_precision=PRECISION[len(change.rescheduled_to)],
        agenda=meeting.agenda,
        **{field: getattr(meeting, field) for field in LIKE},
    )
    return tracker.put(new, on), replace(meeting, rescheduled_to=code)


def with_minutes(tracker: Tracker, code: str, given: Attachment, on: date) -> Tracker:
    """The tracker with evidence attached to the meeting as its minutes."""
    known = find_evidence(tracker, given.reference)
    kind = given.kind or (known.kind if known else EvidenceKind.MINUTES)
    tracker = attach(tracker, code, replace(given, kind=kind), on)
    found = find_evidence(tracker, given.reference)
    return tracker.put(replace(tracker.get(Meeting, code), minutes=found.id if found else None), on)
