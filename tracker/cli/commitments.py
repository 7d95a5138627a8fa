"""add-commitment and update-commitment."""

from typing import Annotated, Any

import typer

from tracker.cli import values
from tracker.cli.choices import word_option
from tracker.cli.clearing import clear_option, cleared
from tracker.cli.follow_up import DATE, Evidence, Like, Owner, Title, TitleAr, TitleEn, TitleTr, new_status
from tracker.cli.options import Code, Force, IfRev, Note, Reason
from tracker.cli.references import papers_of
from tracker.cli.session import Session
from tracker.frozen import asdict, replace
from tracker.message import mark
from tracker.model import commitments
from tracker.model.commitment import Commitment, Priority
from tracker.model.commitments import CommitmentAsked
from tracker.model.status import Status

Due = Annotated[str | None, typer.Option("--due", metavar=DATE, help=mark("Until when; moving it needs --reason."))]
Urgency = Annotated[Priority | None, word_option(Priority, "--priority", mark("How much depends on it."))]
OfStep = Annotated[str | None, typer.Option("--step", metavar="S3", help=mark("The step it belongs to."))]
NewStatus = Annotated[Status | None, new_status(Status)]
CLEARABLE = {"owner": "owner", "step": "step", "title-tr": "title_tr", "title-en": "title_en"}
Clear = Annotated[list[str] | None, clear_option(CLEARABLE)]


def add_commitment(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar=mark("SOURCE"))],
    title: Title,
    owner: Owner = None,
    due: Due = None,
    priority: Urgency = None,
    step: OfStep = None,
    title_tr: TitleTr = None,
    title_en: TitleEn = None,
    like: Like = None,
    note: Note = None,
    reason: Reason = None,
    force: Force = False,
) -> None:
    """Add a commitment."""
    session: Session = ctx.obj
    values.required_reason(force, reason, source)
    said, why = (values.text(session, each, force=force) for each in (note, reason))
    named = values.required_text(session, title, mark("TITLE"), force=force)
    wanted = _asked(session, (None, title_tr, title_en), owner, due, priority, step, force=force)
    wanted = replace(wanted, title_ar=named)
    today = session.today
    act = session.act("add-commitment", said or why)
    session.change(act, lambda tracker: commitments.add(tracker, source, wanted, today, like))


def update_commitment(
    ctx: typer.Context,
    code: Code,
    status: NewStatus = None,
    due: Due = None,
    reason: Reason = None,
    evidence: Evidence = None,
    owner: Owner = None,
    priority: Urgency = None,
    step: OfStep = None,
    started: Annotated[str | None, typer.Option(metavar=DATE, help=mark("When work on it began."))] = None,
    completed: Annotated[str | None, typer.Option(metavar=DATE, help=mark("When it was completed."))] = None,
    title_ar: TitleAr = None,
    title_tr: TitleTr = None,
    title_en: TitleEn = None,
    clear: Clear = None,
    note: Note = None,
    force: Force = False,
    if_rev: IfRev = None,
) -> None:
    """Change a commitment."""
    session: Session = ctx.obj
    values.required_reason(force, reason, code)
    found = session.tracker.get(Commitment, code, "C").id
    said, why = (values.text(session, each, force=force) for each in (note, reason))
    wanted = replace(
        _asked(session, (title_ar, title_tr, title_en), owner, due, priority, step, force=force),
        status=status,
        started_on=values.day(session, started),
        completed_on=values.day(session, completed, edge="end"),
        evidence=papers_of(session, evidence or []),
        reason=why or said,
    )
    wanted = replace(wanted, clear=cleared(clear, CLEARABLE, asdict(wanted)))
    today = session.today
    act = session.act("update-commitment", said or why, values.expected(if_rev, found))
    session.change(act, lambda tracker: commitments.update(tracker, found, wanted, today))


def _asked(
    session: Session,
    titles: tuple[str | None, ...],
    owner: str | None,
    due: str | None,
    priority: Priority | None,
    step: str | None,
    *,
    force: bool,
) -> CommitmentAsked:
    ar, tr, en = (values.new_text(session, title, force=force) for title in titles)
    fields: dict[str, Any] = {"title_ar": ar, "title_tr": tr, "title_en": en}
    return CommitmentAsked(
        **fields,
        owner=values.office(session, owner, force=force),
        due=values.day(session, due, edge="end"),
        priority=priority,
        step=step,
    )
