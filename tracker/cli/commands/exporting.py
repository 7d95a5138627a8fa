"""The command `export`: everything without loss, a kind as a spreadsheet, meetings and due dates as a calendar."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from tracker import errors
from tracker.cli.commands.outfile import put_out
from tracker.cli.input import values
from tracker.cli.input.choices import Kinds, word_option
from tracker.cli.input.kind_words import RECORDS
from tracker.cli.options import Out
from tracker.cli.session import Session
from tracker.message import Message, count, mark, msg
from tracker.model.audience import Audience, seen_by
from tracker.reports.report import Many
from tracker.store.exchange.export import Withheld, counterpart_export, export_of
from tracker.views.formats import FORMATS, SPREADSHEETS
from tracker.views.machine import dumps

OTHERS = frozenset({*FORMATS, "ods", "ics"} - {"json"})
"""The endings of files that hold a part; everything is JSON, whatever else its file is called."""
_ALARM = 7
"""The days ahead at which a calendar gives an alarm: time enough to ask who has promised something."""
_LEFT_OUT = {
    "meetings": lambda n: count(
        "{n} meeting without a day was left out.", "{n} meetings without a day were left out.", n
    ),
    "commitments": lambda n: count(
        "{n} commitment without a date was left out.", "{n} commitments without a date were left out.", n
    ),
}
_CALENDARS = frozenset(_LEFT_OUT)


def export(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(click_type=Kinds("export", ("all", *RECORDS)), metavar=mark("[KIND]"))] = "all",
    output: Out = None,
    audience: Annotated[
        Audience | None,
        word_option(
            Audience, "--audience", mark("Readers of the file, who decide what it shows."), default=Audience.INTERNAL
        ),
    ] = None,
    alarm: Annotated[
        str | None,
        typer.Option(
            metavar="N", help=mark("Number of days before a date at which a calendar gives an alarm; 7 if not given.")
        ),
    ] = None,
    no_alarm: Annotated[bool, typer.Option("--no-alarm", help=mark("A calendar without alarms."))] = False,
) -> None:
    """Write everything as JSON, a kind as a spreadsheet, or meetings and due dates for a calendar."""
    session: Session = ctx.obj
    ending = Path(output or "").suffix.removeprefix(".").lower()
    content: bytes | Iterable[str]
    if alarm is not None and no_alarm:
        raise errors.Contradictory(("--alarm", "--no-alarm"))
    if (alarm is not None or no_alarm) and not _is_calendar(kind, ending):
        raise errors.OptionOfFormat("--no-alarm" if no_alarm else "--alarm", "ics")
    if kind == "all":
        content = _everything(session, ending, audience)
    elif _is_calendar(kind, ending):
        ahead = None if no_alarm else _ALARM if alarm is None else values.natural(alarm)
        content = _calendar(session, kind, ending, ahead, audience or Audience.INTERNAL)
    else:
        content = _sheet(session, kind, ending, audience)
    put_out(session, output, content)


def _everything(session: Session, ending: str, audience: Audience | None) -> Iterable[str]:
    """The lossless export, or the copy for the other side, each with a word on what is in it.

    Raises `OneKindOnly` for a file of another name.
    """
    if ending in OTHERS:
        raise errors.OneKindOnly(ending)
    with session.working(msg("Reading the whole tracker …")):
        if audience is not Audience.COUNTERPART:
            found = export_of(session.store, session.state)
        else:
            found, withheld = counterpart_export(session.store, session.store.unedited(session.state))
    if audience is Audience.COUNTERPART:
        session.say(_told(withheld))
    else:
        session.say(msg("The file holds everything: internal texts, notes, and the whole history."))
    return [dumps(found)]


def _told(withheld: Withheld) -> Message:
    """Say how much the other side does not get to see."""
    parts = (
        count("{n} internal text", "{n} internal texts", withheld.texts),
        count("{n} document that is not public", "{n} documents that are not public", withheld.papers),
        count("{n} evaluation not yet approved", "{n} evaluations not yet approved", withheld.evaluations),
    )
    told = tuple(part for part in parts if part.n)
    if not told:
        return msg("A file for the other side; there is nothing internal to withhold.")
    return msg("A file for the other side; withheld: {what}.", what=Many(told))


def _sheet(session: Session, kind: str, ending: str, audience: Audience | None) -> Iterable[str] | bytes:
    """The records of a kind as CSV, or as a workbook to fill in; raises `NotInFormat` for a file of another name."""
    from tracker.cli.sheets.outgoing import written_sheet  # noqa: PLC0415 - only for spreadsheets

    if ending == "xlsx":
        from tracker.cli.sheets.fill_in import filled_in  # noqa: PLC0415 - only for workbooks

        return filled_in(session.tracker, kind, audience or Audience.INTERNAL, session.words)
    if ending not in ("", "csv"):
        raise errors.NotInFormat(kind, ending, (*SPREADSHEETS, "ics") if kind in _CALENDARS else SPREADSHEETS)
    return written_sheet(session.tracker, kind, audience or Audience.INTERNAL)


def _is_calendar(kind: str, ending: str) -> bool:
    """Whether a calendar is asked for; of meetings it is what is made of them where no file says otherwise."""
    return (kind == "meetings" and ending not in SPREADSHEETS) or (kind in _CALENDARS and ending == "ics")


def _calendar(session: Session, kind: str, ending: str, alarm: int | None, audience: Audience) -> bytes:
    """The records of a kind as iCalendar; raises `NotInFormat` for a file of another name."""
    from tracker.model.state.assessment import assess  # noqa: PLC0415 - only for calendars
    from tracker.views import calendar  # noqa: PLC0415 - as above

    if ending not in ("", "ics"):
        raise errors.NotInFormat(kind, ending, ("ics", *SPREADSHEETS))
    tracker, state = seen_by(audience, session.tracker), session.state
    left_out = len(tracker.tables.get(kind, {})) - len(list(calendar.entries(tracker, kind)))
    if left_out:
        session.warn(_LEFT_OUT[kind](left_out))
    first = next(iter(session.store.revisions()), None)
    identity = first.uuid if first else "article"
    readers = "" if audience is Audience.INTERNAL else audience.value
    seen = assess(tracker, session.today)
    return calendar.render(tracker, seen, session.words, identity, state.standing.at, kind, alarm, readers)
