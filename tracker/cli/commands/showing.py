"""The command `show`."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Annotated

import typer

from tracker.cli.options import AsOf
from tracker.cli.session import Session
from tracker.message import mark
from tracker.model.history.revision import Revision
from tracker.model.records.record import Record
from tracker.reports.answers.codes import codes_moved
from tracker.reports.answers.show import show_report
from tracker.store.notes import notes_at

LAST = 5


def show(
    ctx: typer.Context,
    codes: Annotated[list[str], typer.Argument(metavar=mark("CODE…"))],
    explain: Annotated[
        bool, typer.Option("--explain", help=mark("Explain how progress and health were computed."))
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Show everything about records."""
    session: Session = ctx.obj
    tracker, day = session.tracker_on(as_of)
    found = [tracker.find(code)[1] for code in codes]
    until = day if as_of else date.max
    notes = notes_at(session.store, until, session.timezone)
    told = {note.hash for note in notes}
    known = [] if session.store.withholds_history else found
    last = {each.id: list(islice(_touching(session, each, until, told), LAST)) for each in known}
    if session.state.standing.lines:
        for sentence in codes_moved(tracker, [each.id for each in found]):
            session.warn(sentence)
    session.show(show_report(tracker, [each.id for each in found], day, last, notes, explain=explain))


def _touching(session: Session, record: Record, until: date, told: set[str]) -> Iterator[Revision]:
    """The revisions of a record up to that day, newest first, but for the notes that are told apart."""
    for revision in session.store.revisions(code=record.id, uid=record.uid, newest_first=True):
        if revision.hash not in told and session.local_day(revision.at) <= until:
            yield revision
