"""Meetings: when and where they are held, who comes, and what becomes of them."""

from typing import TYPE_CHECKING

from tracker import errors
from tracker.cli import fields, texts
from tracker.cli.input import values
from tracker.cli.input.references import papers_of
from tracker.cli.noun import Given, Noun, with_like
from tracker.cli.parameters import UPDATE
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import mark, msg
from tracker.model.changes import meetings
from tracker.model.changes.evidence import Attachment
from tracker.model.changes.meetings import MeetingChange as Change
from tracker.model.records.codes import normal_code, table_of
from tracker.model.records.meetings import Delegation, Level, Meeting, MeetingKind, MeetingMode, MeetingStatus
from tracker.model.state.series import series_state
from tracker.model.state.working_days import both_sides_meet, next_working_day, works_for_both
from tracker.model.tracker import Tracker
from tracker.reports.report import Day, Ref
from tracker.text.input.lists import split_list

if TYPE_CHECKING:
    from tracker.store.act import Outcome


REST_DAYS = {4: msg("Friday"), 5: msg("Saturday"), 6: msg("Sunday")}
"""The days, counted from Monday, on which one side or both rest."""


def _day(session: Session, typed: str, called: str, _: bool) -> str | None:
    return values.partial_day(session, typed, called)


def _participants(session: Session, typed: list[str], called: str, force: bool) -> tuple[Delegation, ...]:
    return tuple(_delegation(session, each, called, force) for text in typed for each in split_list(text))


def _delegation(session: Session, typed: str, called: str, force: bool) -> Delegation:
    """`LY/min=6`; none is 0, which takes the office from the list."""
    named, _, number = typed.rpartition("=")
    office = values.office(session, named or None, called, force=force)
    if office is None:
        raise errors.BadDelegation(typed)
    return Delegation(office, values.natural(number) or 0)


def _minutes(session: Session, typed: str, called: str, _: bool) -> Attachment:
    return papers_of(session, [typed], called)[0]


def _successor(session: Session, typed: str, called: str, _: bool) -> str | None:
    """The code of a meeting, or the ISO date of one to be made."""
    code = normal_code(typed, "M")
    return code if table_of(code) == "meetings" else values.partial_day(session, typed, called)


def _settled(_: Session, given: Given, change: Change) -> Change:
    """`--held`, `--postpone` and `--cancel` are statuses too."""
    named = {
        "--held": MeetingStatus.HELD if given["held"] else None,
        "--postpone": MeetingStatus.POSTPONED if given.get("postpone") else None,
        "--cancel": MeetingStatus.CANCELLED if given.get("cancel") else None,
        "--status": change.status,
    }
    chosen = {option: status for option, status in named.items() if status}
    if len(set(chosen.values())) > 1:
        raise errors.Contradictory(tuple(chosen))
    return replace(change, status=next(iter(chosen.values()), None))


def _remarks(session: Session, outcome: "Outcome") -> None:
    """A day on which one side rests is warned about; a meeting that was held is followed by another of its series."""
    before, after = outcome.before, outcome.after
    for meeting in after.changed_since(before, "meetings"):
        code, old = meeting.id, before.meetings.get(meeting.id)
        day = meeting.last_day if meeting.date and len(meeting.date) == 10 else None
        moved = old is None or old.date != meeting.date
        if day and moved and not works_for_both(day) and both_sides_meet(after, meeting):
            session.warn(
                msg(
                    "{code} falls on {weekday}, {day}; the common working days of both sides are Monday to Thursday.",
                    code=Ref(code),
                    weekday=REST_DAYS[day.weekday()],
                    day=Day(day),
                )
            )
        held = meeting.status is MeetingStatus.HELD
        if held and (old is None or old.status is not meeting.status) and not session.flag("dry_run"):
            _offer_next(session, after, meeting)


def _offer_next(session: Session, tracker: Tracker, held: Meeting) -> None:
    """Asks a person whether to schedule the next meeting of the series; names the command to anybody else."""
    series = tracker.series.get(held.series or "")
    if series is None:
        return
    today = session.today
    state = series_state(tracker, series, today)
    if state.scheduled or state.next_due is None:
        return
    day = next_working_day(max(state.next_due, today))
    if not session.can_ask:
        command = Ref(f"tracker add-meeting --series {series.id} --like {held.id} --on {day.isoformat()}")
        session.say(
            msg(
                "The next meeting of {series} is due on {day}: {command}",
                series=Ref(series.id),
                day=Day(state.next_due),
                command=command,
            )
        )
        return
    question = msg("Schedule the next meeting of {series} on {day}?", series=Ref(series.id), day=Day(day))
    if session.confirm(question):
        change = Change(series=series.id, date=day.isoformat())
        session.change(session.act("add-meeting"), lambda tracker: meetings.add(tracker, change, today, held.id))


ON = fields.Traits(metavar=mark("DATE"), clear=True)
AGENDA = (Change.agenda_ar, Change.agenda_tr, Change.agenda_en)
PARTICIPANTS = fields.Traits(metavar="LY/min=6", many=True, now=None, clear=True, offers=())
MINUTES = fields.Traits(metavar=mark("REF"), clear=True, offers=("evidence",))
SUCCESSOR = fields.Traits(metavar=mark("CODE"), clear=True, only=UPDATE, offers=("meetings",))
NOUN = Noun(
    name="meeting",
    record=Meeting,
    letter="M",
    change=Change,
    add=with_like(meetings.add),
    update=meetings.update,
    arguments=(
        replace(
            texts.heading(Change.title_ar, "title", mark("[TITLE]")),
            required=False,
            meaning=mark("Title; that of the series if none is given."),
        ),
    ),
    fields=(
        fields.field(Change.date, "on", mark("Date, as exactly as it is known: day, month or year."), _day, ON),
        fields.status(Change.status, MeetingStatus),
        fields.switch("held", mark("Record that it was held.")),
        fields.switch("postpone", mark("Postpone the meeting; needs --reason."), only=UPDATE),
        fields.switch("cancel", mark("Cancel the meeting; needs --reason."), only=UPDATE),
        fields.field(
            Change.rescheduled_to,
            "rescheduled-to",
            mark("The meeting, or the date, that takes its place."),
            _successor,
            SUCCESSOR,
        ),
        fields.code(
            Change.series, "series", mark("The series it belongs to."), metavar="T1", clear=True, offers=("series",)
        ),
        fields.word(Change.kind, MeetingKind, "kind", mark("Meeting or visit."), default=MeetingKind.MEETING),
        fields.word(Change.level, Level, "level", mark("Level of the meetings."), clear=True),
        fields.place(Change.place),
        fields.word(Change.mode, MeetingMode, "mode", mark("Mode of the meeting."), clear=True),
        fields.field(Change.minutes, "minutes", mark("The document with the minutes."), _minutes, MINUTES),
        fields.day(
            Change.minutes_signed_on,
            "signed",
            mark("Date on which both sides had signed the minutes."),
            "end",
            clear=True,
        ),
        *texts.items(
            Change.agenda, "agenda", mark("An item of the agenda; may be repeated."), AGENDA, "agenda", clear=True
        ),
        fields.steps(Change.steps),
        fields.field(
            Change.participants,
            "participants",
            mark("Number of participants of an office; may be repeated."),
            _participants,
            PARTICIPANTS,
        ),
        *texts.localized((Change.title_ar, Change.title_tr, Change.title_en), "title", texts.TITLE),
        *texts.reason((Change.status_reason_ar, Change.status_reason_tr, Change.status_reason_en)),
    ),
    questions=("on", "status", "minutes", "agenda"),
    columns="title* date series kind level place mode status steps agenda agenda* participants minutes"
    " minutes_signed_on rescheduled_to status_reason*",
    likes=True,
    settle=_settled,
    after=_remarks,
)
