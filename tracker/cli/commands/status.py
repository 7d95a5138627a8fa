"""The command `status`, which is also what `tracker` alone shows."""

from datetime import date
from typing import Annotated

import typer

from tracker import errors
from tracker.cli.options import AsOf
from tracker.cli.session import Session
from tracker.message import mark
from tracker.reports.answers.copies import copy_named
from tracker.reports.answers.moved import Earlier
from tracker.reports.answers.status import late_blocked_or_unevidenced, status_report
from tracker.reports.lists.logins import connected


def status(
    ctx: typer.Context,
    since: Annotated[
        str | None, typer.Option(metavar=mark("DATE"), help=mark("Also show what has changed since that day."))
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help=mark("Exit with status 3 if anything is late, blocked or without evidence."))
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Show what needs doing."""
    session: Session = ctx.obj
    tracker, day = session.tracker_on(as_of)
    before = _earlier(session, since) if since else None
    session.show(status_report(tracker, day, before))
    if login := session.store.engine.login:
        session.say(connected(session.place[0], login.name, login.role, login.office), "dim")
    standing = session.state.standing
    if standing.side:
        session.say(copy_named(standing.side, standing.block), "dim")
    if check and late_blocked_or_unevidenced(tracker, day):
        raise typer.Exit(3)


def _earlier(session: Session, since: str) -> Earlier:
    """The tracker at the end of that day; how it stood at first where it did not exist yet."""
    try:
        return Earlier(*session.tracker_on(since, known_here=True))
    except errors.BeforeFirst as none:
        from tracker.store.past import tracker_at_first  # noqa: PLC0415 - only where the history is too short

        asked, begins = date.fromisoformat(none.day), date.fromisoformat(none.first)
        tracker = tracker_at_first(session.store, session.state)
        # With --today the first day can lie ahead: the same records are then counted with the day that was asked for.
        return Earlier(tracker, begins if begins <= session.today else asked, begins)
