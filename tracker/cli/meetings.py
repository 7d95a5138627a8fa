"""add-meeting and update-meeting."""

from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.choices import word_option
from tracker.cli.clearing import clear_option, cleared
from tracker.cli.follow_up import CODE, DATE, TEXT, AtLevel, Like, Steps, TitleAr, TitleEn, TitleTr, new_status
from tracker.cli.meeting_values import Given, asked
from tracker.cli.next_meeting import offer_next
from tracker.cli.options import Code, Force, IfRev, Note, Reason
from tracker.cli.session import Session
from tracker.errors import Contradictory
from tracker.frozen import asdict, replace
from tracker.message import mark, msg
from tracker.model import meetings
from tracker.model.meeting import Meeting, MeetingKind, MeetingMode, MeetingStatus
from tracker.model.tracker import Tracker
from tracker.model.working_days import works_for_both
from tracker.reports.report import Day, Ref

On = Annotated[
    str | None,
    typer.Option("--on", metavar=DATE, help=mark("Its date, as exactly as it is known: day, month or year.")),
]
OfSeries = Annotated[str | None, typer.Option("--series", metavar="T1", help=mark("The series it belongs to."))]
Kind = Annotated[MeetingKind | None, word_option(MeetingKind, "--kind", mark("Meeting or visit."))]
Where = Annotated[
    str | None, typer.Option("--place", metavar=mark("COUNTRY/CITY"), help=mark("Where: TR, or TR and a city."))
]
Mode = Annotated[MeetingMode | None, word_option(MeetingMode, "--mode", mark("How they meet."))]
Agenda = Annotated[
    list[str] | None, typer.Option("--agenda", metavar=TEXT, help=mark("An item of the agenda; may be repeated."))
]
Participants = Annotated[
    list[str] | None,
    typer.Option("--participants", metavar="LY/min=6", help=mark("How many came for an office; may be repeated.")),
]
Minutes = Annotated[
    str | None, typer.Option("--minutes", metavar=mark("REF"), help=mark("The paper with its minutes."))
]
Signed = Annotated[
    str | None, typer.Option("--signed", metavar=DATE, help=mark("When both sides had signed the minutes."))
]
Held = Annotated[bool, typer.Option("--held", help=mark("It was held."))]
NewStatus = Annotated[MeetingStatus | None, new_status(MeetingStatus)]
CLEARABLE = {
    "on": "date",
    "series": "series",
    "level": "level",
    "place": "place",
    "mode": "mode",
    "step": "steps",
    "agenda": "agenda",
    "participants": "participants",
    "minutes": "minutes",
    "signed": "minutes_signed_on",
    "rescheduled-to": "rescheduled_to",
    "title-tr": "title_tr",
    "title-en": "title_en",
}
Clear = Annotated[list[str] | None, clear_option(CLEARABLE)]


def add_meeting(
    ctx: typer.Context,
    title: Annotated[
        str | None,
        typer.Argument(metavar=mark("[TITLE]"), help=mark("Its title; that of the series if none is given.")),
    ] = None,
    on: On = None,
    series: OfSeries = None,
    kind: Kind = None,
    level: AtLevel = None,
    place: Where = None,
    mode: Mode = None,
    step: Steps = None,
    agenda: Agenda = None,
    participants: Participants = None,
    held: Held = False,
    minutes: Minutes = None,
    signed: Signed = None,
    title_tr: TitleTr = None,
    title_en: TitleEn = None,
    like: Like = None,
    note: Note = None,
    reason: Reason = None,
    force: Force = False,
) -> None:
    """Add a meeting."""
    session: Session = ctx.obj
    values.required_reason(force, reason, "M")
    texts = (title, title_tr, title_en)
    given = Given(texts, on, series, kind, level, place, mode, step, agenda, participants, minutes, signed, force=force)
    said, why = (values.text(session, each, force=force) for each in (note, reason))
    wanted = asked(session, given)
    wanted = replace(wanted, status=MeetingStatus.HELD if held else None, reason=why or said)
    today = session.today
    outcome = session.change(
        session.act("add-meeting", said or why), lambda tracker: meetings.add(tracker, wanted, today, like)
    )
    _remarks(session, outcome.before, outcome.after)


def update_meeting(
    ctx: typer.Context,
    code: Code,
    held: Held = False,
    minutes: Minutes = None,
    signed: Signed = None,
    postpone: Annotated[bool, typer.Option("--postpone", help=mark("It is put off; needs --reason."))] = False,
    cancel: Annotated[bool, typer.Option("--cancel", help=mark("It will not be held; needs --reason."))] = False,
    status: NewStatus = None,
    reason: Reason = None,
    rescheduled_to: Annotated[
        str | None,
        typer.Option("--rescheduled-to", metavar=CODE, help=mark("The meeting, or the date, that takes its place.")),
    ] = None,
    on: On = None,
    series: OfSeries = None,
    kind: Kind = None,
    level: AtLevel = None,
    place: Where = None,
    mode: Mode = None,
    step: Steps = None,
    agenda: Agenda = None,
    participants: Participants = None,
    title_ar: TitleAr = None,
    title_tr: TitleTr = None,
    title_en: TitleEn = None,
    clear: Clear = None,
    note: Note = None,
    force: Force = False,
    if_rev: IfRev = None,
) -> None:
    """Change a meeting."""
    session: Session = ctx.obj
    values.required_reason(force, reason, code)
    found = session.tracker.get(Meeting, code, "M").id
    texts = (title_ar, title_tr, title_en)
    given = Given(
        texts, on, series, kind, level, place, mode, step, agenda, participants, minutes, signed, rescheduled_to, force
    )
    said, why = (values.text(session, each, force=force) for each in (note, reason))
    wanted = replace(asked(session, given), status=_status(held, postpone, cancel, status), reason=why or said)
    wanted = replace(wanted, clear=cleared(clear, CLEARABLE, asdict(wanted)))
    today = session.today
    act = session.act("update-meeting", said or why, values.expected(if_rev, found))
    outcome = session.change(act, lambda tracker: meetings.update(tracker, found, wanted, today))
    _remarks(session, outcome.before, outcome.after)


def _status(held: bool, postpone: bool, cancel: bool, given: MeetingStatus | None) -> MeetingStatus | None:
    named = {
        "--held": MeetingStatus.HELD if held else None,
        "--postpone": MeetingStatus.POSTPONED if postpone else None,
        "--cancel": MeetingStatus.CANCELLED if cancel else None,
        "--status": given,
    }
    chosen = {option: status for option, status in named.items() if status}
    if len(set(chosen.values())) > 1:
        raise Contradictory(tuple(chosen))
    return next(iter(chosen.values()), None)


def _remarks(session: Session, before: Tracker, after: Tracker) -> None:
    """A day on which one side rests is warned about; a meeting that was held is followed by another of its series."""
    for code, meeting in after.meetings.items():
        old = before.meetings.get(code)
        day = meeting.last_day if meeting.date and len(meeting.date) == 10 else None
        moved = old is None or old.date != meeting.date
        if day and moved and not works_for_both(day) and meetings.joint(after, meeting):
            session.warn(
                msg("{code} falls on {day}; only Monday to Thursday do both sides work.", code=Ref(code), day=Day(day))
            )
        held = meeting.status is MeetingStatus.HELD
        if held and (old is None or old.status is not meeting.status) and not session.flag("dry_run"):
            offer_next(session, after, meeting)
