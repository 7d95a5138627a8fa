"""The command `export`: everything without loss, a kind as a spreadsheet, the meetings as a calendar."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from tracker import errors
from tracker.cli.commands.outfile import put_out
from tracker.cli.input.choices import Kinds, word_option
from tracker.cli.input.kind_words import RECORDS
from tracker.cli.options import Out
from tracker.cli.session import Session
from tracker.message import Message, count, mark, msg
from tracker.model.audience import Audience, seen_by
from tracker.reports.report import Many
from tracker.store.exchange.export import Withheld, counterpart_export, export_of
from tracker.views.machine import dumps


def export(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(click_type=Kinds("export", ("all", *RECORDS)), metavar=mark("[KIND]"))] = "all",
    output: Out = None,
    audience: Annotated[
        Audience | None,
        word_option(Audience, "--audience", mark("For whom it is: what they may see.")),
    ] = None,
) -> None:
    """Write everything as JSON, a kind as a spreadsheet, or the meetings for a calendar."""
    session: Session = ctx.obj
    ending = Path(output or "").suffix.removeprefix(".").lower()
    content: bytes | Iterable[str]
    if kind == "all":
        content = _everything(session, ending, audience)
    elif kind == "meetings" and ending != "csv":
        content = _calendar(session, output, audience or Audience.INTERNAL)
    else:
        content = _sheet(session, kind, ending, audience)
    put_out(session, output, content)


def _everything(session: Session, ending: str, audience: Audience | None) -> Iterable[str]:
    """The lossless export, or the copy for the other side, each with a word on what is in it."""
    if ending == "csv":
        raise errors.NotInFormat("all", ending, ("json",))
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


def _sheet(session: Session, kind: str, ending: str, audience: Audience | None) -> Iterable[str]:
    """The records of a kind as CSV; raises `NotInFormat` for a file of another name."""
    from tracker.cli.sheets.outgoing import written_sheet  # noqa: PLC0415 - only for spreadsheets

    if ending not in ("", "csv"):
        raise errors.NotInFormat(kind, ending, ("csv", "ics") if kind == "meetings" else ("csv",))
    return written_sheet(session.tracker, kind, audience or Audience.INTERNAL)


def _calendar(session: Session, output: str | None, audience: Audience) -> bytes:
    """The meetings as iCalendar; raises `NotInFormat` for a file of another name."""
    from tracker.model.state.assessment import assess  # noqa: PLC0415 - only for calendars
    from tracker.views import calendar  # noqa: PLC0415 - as above

    ending = Path(output or "").suffix.removeprefix(".").lower()
    if ending not in ("", "ics"):
        raise errors.NotInFormat("meetings", ending, ("ics", "csv"))
    tracker, state = seen_by(audience, session.tracker), session.state
    left_out = len(tracker.meetings) - len(calendar.dated(tracker.meetings.values()))
    if left_out:
        session.warn(
            count("{n} meeting without a day was left out.", "{n} meetings without a day were left out.", left_out)
        )
    first = next(iter(session.store.revisions()), None)
    identity = first.uuid if first else "article"
    readers = "" if audience is Audience.INTERNAL else audience.value
    return calendar.render(tracker, assess(tracker, session.today), session.words, identity, state.standing.at, readers)
