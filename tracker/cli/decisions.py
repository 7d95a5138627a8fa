"""add-decision."""

from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.follow_up import TEXT
from tracker.cli.options import Force, Note, Reason
from tracker.cli.session import Session
from tracker.model import decisions
from tracker.model.localized import Localized
from tracker.reports.message import mark, msg
from tracker.reports.report import Ref


def add_decision(
    ctx: typer.Context,
    meeting: Annotated[str, typer.Argument(metavar=mark("MEETING"))],
    text: Annotated[str, typer.Argument(metavar=TEXT)],
    text_tr: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("Turkish text."))] = None,
    text_en: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("English text."))] = None,
    note: Note = None,
    reason: Reason = None,
    force: Force = False,
) -> None:
    """Add a decision of a meeting."""
    session: Session = ctx.obj
    values.required_reason(force, reason, meeting)
    ar = values.required_text(session, text, TEXT, force=force)
    tr, en, said, why = (values.text(session, each, force=force) for each in (text_tr, text_en, note, reason))
    named, today = Localized(ar, tr, en), session.today
    act = session.act("add-decision", said or why)
    outcome = session.change(act, lambda tracker: decisions.add(tracker, meeting, named, today))
    for code in outcome.after.decisions.keys() - outcome.before.decisions.keys():
        command = Ref(f"tracker add-commitment {code} … --owner … --due …")
        session.say(msg("Who does what, and until when: {command}", command=command))
