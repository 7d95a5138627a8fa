"""The command `show`."""

from itertools import islice
from typing import Annotated

import typer

from tracker.cli.options import AsOf
from tracker.cli.session import Session
from tracker.message import mark
from tracker.reports.answers.show import show_report

LAST = 5


def show(
    ctx: typer.Context,
    codes: Annotated[list[str], typer.Argument(metavar=mark("CODE…"))],
    explain: Annotated[bool, typer.Option("--explain", help=mark("How progress and health were computed."))] = False,
    as_of: AsOf = None,
) -> None:
    """Show everything about records."""
    session: Session = ctx.obj
    tracker, day = session.tracker_on(as_of)
    found = [tracker.find(code)[1].id for code in codes]
    last = {code: list(islice(session.store.revisions(code=code, newest_first=True), LAST)) for code in found}
    session.show(show_report(tracker, found, day, last, explain=explain))
