"""add-party and update-party."""

import re
from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.clearing import cleared
from tracker.cli.follow_up import NameAr, NameEn, NameTr
from tracker.cli.options import Clear, Code, IfRev, Note
from tracker.cli.session import Session
from tracker.errors import BadPartyCode
from tracker.frozen import asdict, replace
from tracker.model import offices
from tracker.model.party import Party, PartyKind, Side
from tracker.reports.message import mark

KIND = mark("What sort of body it is.")
SIDE = mark("The side it belongs to.")
CLEARABLE = {"name-tr": "name_tr", "name-en": "name_en"}
CODE = re.compile(r"[A-Z]{1,8}(-[A-Z]{1,8})?")


def add_party(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar=mark("CODE"))],
    name: Annotated[str, typer.Argument(metavar=mark("NAME"))],
    kind: Annotated[str, typer.Option(metavar=mark("KIND"), help=KIND)] = "other",
    side: Annotated[str, typer.Option(metavar="ly|tr|joint|other", help=SIDE)] = "other",
    name_tr: NameTr = None,
    name_en: NameEn = None,
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


def update_party(
    ctx: typer.Context,
    code: Code,
    kind: Annotated[str | None, typer.Option(metavar=mark("KIND"), help=KIND)] = None,
    side: Annotated[str | None, typer.Option(metavar="ly|tr|joint|other", help=SIDE)] = None,
    name_ar: NameAr = None,
    name_tr: NameTr = None,
    name_en: NameEn = None,
    clear: Clear = None,
    note: Note = None,
    if_rev: IfRev = None,
) -> None:
    """Change a party: name, kind, side."""
    session: Session = ctx.obj
    found = session.tracker.get(Party, code.upper()).id
    ar, tr, en = (values.new_text(session, name) for name in (name_ar, name_tr, name_en))
    wanted = offices.PartyAsked(
        name_ar=ar, name_tr=tr, name_en=en, kind=values.word(PartyKind, kind), side=values.word(Side, side)
    )
    wanted = replace(wanted, clear=cleared(clear, CLEARABLE, asdict(wanted)))
    today = session.today
    act = session.act("update-party", values.text(session, note), values.expected(if_rev, found))
    session.change(act, lambda tracker: offices.update_party(tracker, found, wanted, today))
