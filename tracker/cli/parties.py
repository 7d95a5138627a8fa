"""add-party."""

import re
from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.options import Note
from tracker.cli.session import Session
from tracker.errors import BadPartyCode
from tracker.model import offices
from tracker.model.party import PartyKind, Side
from tracker.reports.message import mark

TEXT = mark("TEXT")
CODE = re.compile(r"[A-Z]{1,8}(-[A-Z]{1,8})?")


def add_party(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar=mark("CODE"))],
    name: Annotated[str, typer.Argument(metavar=mark("NAME"))],
    kind: Annotated[str, typer.Option(metavar=mark("KIND"), help=mark("What sort of body it is."))] = "other",
    side: Annotated[str, typer.Option(metavar="ly|tr|joint|other", help=mark("The side it belongs to."))] = "other",
    name_tr: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("Turkish name."))] = None,
    name_en: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("English name."))] = None,
    note: Note = None,
) -> None:
    """Add a party."""
    session: Session = ctx.obj
    wanted = code.strip().upper()
    if not CODE.fullmatch(wanted):
        raise BadPartyCode(code)
    named = values.localized(session, name, name_tr, name_en)
    sort, at = values.word(PartyKind, kind), values.word(Side, side)
    assert sort is not None
    assert at is not None
    today = session.today
    act = session.act("add-party", values.text(session, note))
    session.change(act, lambda tracker: offices.add_party(tracker, wanted, named, sort, at, today))
