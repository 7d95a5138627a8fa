"""link: which aspects a step serves."""

from typing import Annotated

import typer

from tracker import errors
from tracker.cli.input import values
from tracker.cli.options import IfRev, Note
from tracker.cli.session import Session
from tracker.message import mark
from tracker.model.changes import links
from tracker.model.records.steps import Step, Strength


def link(
    ctx: typer.Context,
    step: Annotated[str, typer.Argument(metavar=mark("STEP"))],
    aspect: Annotated[str, typer.Argument(metavar=mark("ASPECT"))],
    primary: Annotated[bool, typer.Option("--primary", help=mark("The one aspect the step mainly serves."))] = False,
    secondary: Annotated[bool, typer.Option("--secondary", help=mark("An aspect that the step also serves."))] = False,
    remove: Annotated[bool, typer.Option("--remove", help=mark("Remove the link."))] = False,
    note: Note = None,
    if_rev: IfRev = None,
) -> None:
    """Link a step to an aspect."""
    session: Session = ctx.obj
    found = session.tracker.get(Step, step)
    chosen = [strength for given, strength in ((primary, Strength.PRIMARY), (secondary, Strength.SECONDARY)) if given]
    if len(chosen) + remove > 1:
        raise errors.Contradictory(("--primary", "--secondary", "--remove"))
    strength = None if remove else [*chosen, Strength.SECONDARY][0]
    act = session.act(
        "link", values.text(session, note, "--note"), values.expected(if_rev, found.id), about=(found.id,)
    )
    today = session.today
    session.change(act, lambda tracker: links.set_link(tracker, found.id, aspect, strength, today))
