"""status, which is also what `tracker` alone shows."""

from typing import Annotated

import typer

from tracker.cli.options import AsOf
from tracker.cli.session import Session
from tracker.reports.message import mark
from tracker.reports.status import late_blocked_or_unevidenced, status_report


def status(
    ctx: typer.Context,
    since: Annotated[
        str | None, typer.Option(metavar=mark("DATE"), help=mark("Also what moved since that day."))
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help=mark("Exit with 3 if anything is late, blocked or without evidence."))
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Show what needs doing."""
    session: Session = ctx.obj
    tracker, day = session.tracker_on(as_of)
    before = session.tracker_on(since) if since else None
    session.show(status_report(tracker, day, before))
    if check and late_blocked_or_unevidenced(tracker, day):
        raise typer.Exit(3)
