"""update-initiative."""

from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.clearing import clear_option, cleared
from tracker.cli.options import IfRev, Note, Reason
from tracker.cli.session import Session
from tracker.frozen import asdict, replace
from tracker.message import mark
from tracker.model import initiatives

DATE, TEXT = mark("DATE"), mark("TEXT")
# What `--clear` empties, by the names of the options.
CLEARABLE = {
    "owner": "owner",
    "start": "planned_start",
    "due": "planned_end",
    "title-tr": "title_tr",
    "title-en": "title_en",
    "mou-number": "mou_number",
    "mou-date": "mou_date",
}
Clear = Annotated[list[str] | None, clear_option(CLEARABLE)]


def update_initiative(
    ctx: typer.Context,
    owner: Annotated[
        str | None, typer.Option(metavar=mark("PARTY/ROLE"), help=mark("The office that answers for it."))
    ] = None,
    start: Annotated[str | None, typer.Option(metavar=DATE, help=mark("Planned start."))] = None,
    due: Annotated[str | None, typer.Option(metavar=DATE, help=mark("Planned end."))] = None,
    title_ar: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("Arabic title."))] = None,
    title_tr: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("Turkish title."))] = None,
    title_en: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("English title."))] = None,
    mou_number: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("Number of the memorandum."))] = None,
    mou_date: Annotated[str | None, typer.Option(metavar=DATE, help=mark("Date of the memorandum."))] = None,
    clear: Clear = None,
    note: Note = None,
    reason: Reason = None,
    if_rev: IfRev = None,
) -> None:
    """Change the initiative."""
    session: Session = ctx.obj
    said, why = values.text(session, note), values.text(session, reason)
    wanted = initiatives.InitiativeUpdate(
        owner=values.office(session, owner),
        planned_start=values.day(session, start),
        planned_end=values.day(session, due, edge="end"),
        title_ar=values.new_text(session, title_ar),
        title_tr=values.new_text(session, title_tr),
        title_en=values.new_text(session, title_en),
        mou_number=values.text(session, mou_number, exempt=True),
        mou_date=values.day(session, mou_date),
        reason=why or said,
    )
    wanted = replace(wanted, clear=cleared(clear, CLEARABLE, asdict(wanted)))
    today = session.today
    act = session.act("update-initiative", said or why, values.expected(if_rev, "initiative"))
    session.change(act, lambda tracker: initiatives.update(tracker, wanted, today))
