"""add-decision and update-decision."""

from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.clearing import clear_option, cleared
from tracker.cli.follow_up import TEXT
from tracker.cli.options import Code, Force, IfRev, Note, Reason
from tracker.cli.session import Session
from tracker.frozen import asdict, replace
from tracker.message import mark, msg
from tracker.model import decisions
from tracker.model.decision import Decision
from tracker.model.localized import Localized
from tracker.reports.report import Ref

TextTr = Annotated[str | None, typer.Option("--text-tr", metavar=TEXT, help=mark("Turkish text."))]
TextEn = Annotated[str | None, typer.Option("--text-en", metavar=TEXT, help=mark("English text."))]
CLEARABLE = {"text-tr": "text_tr", "text-en": "text_en"}
Clear = Annotated[list[str] | None, clear_option(CLEARABLE)]


def add_decision(
    ctx: typer.Context,
    meeting: Annotated[str, typer.Argument(metavar=mark("MEETING"))],
    text: Annotated[str, typer.Argument(metavar=TEXT)],
    text_tr: TextTr = None,
    text_en: TextEn = None,
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


def update_decision(
    ctx: typer.Context,
    code: Code,
    text_ar: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("Arabic text."))] = None,
    text_tr: TextTr = None,
    text_en: TextEn = None,
    clear: Clear = None,
    note: Note = None,
    reason: Reason = None,
    force: Force = False,
    if_rev: IfRev = None,
) -> None:
    """Correct the words of a decision."""
    session: Session = ctx.obj
    values.required_reason(force, reason, code)
    found = session.tracker.get(Decision, code, "D").id
    ar, tr, en = (values.new_text(session, each, force=force) for each in (text_ar, text_tr, text_en))
    said, why = (values.text(session, each, force=force) for each in (note, reason))
    wanted = decisions.DecisionAsked(text_ar=ar, text_tr=tr, text_en=en)
    wanted = replace(wanted, clear=cleared(clear, CLEARABLE, asdict(wanted)))
    today = session.today
    act = session.act("update-decision", said or why, values.expected(if_rev, found))
    session.change(act, lambda tracker: decisions.update(tracker, found, wanted, today))
