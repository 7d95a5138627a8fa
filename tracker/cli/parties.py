"""add-party and update-party."""

import re
from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.choices import word_option
from tracker.cli.clearing import clear_option, cleared
from tracker.cli.follow_up import NameAr, NameEn, NameTr
from tracker.cli.options import Code, IfRev, Note
from tracker.cli.session import Session
from tracker.errors import BadPartyCode
from tracker.frozen import asdict, replace
from tracker.message import mark
from tracker.model import offices
from tracker.model.party import Party, PartyKind, Side

OF_KIND = word_option(PartyKind, "--kind", mark("What sort of body it is."), mark("KIND"))
AT_SIDE = word_option(Side, "--side", mark("The side it belongs to."))
CLEARABLE = {"name-tr": "name_tr", "name-en": "name_en"}
Clear = Annotated[list[str] | None, clear_option(CLEARABLE)]
CODE = re.compile(r"[A-Z]{1,8}(-[A-Z]{1,8})?")


def add_party(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar=mark("CODE"))],
    name: Annotated[str, typer.Argument(metavar=mark("NAME"))],
    kind: Annotated[PartyKind, OF_KIND] = PartyKind.OTHER,
    side: Annotated[Side, AT_SIDE] = Side.OTHER,
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
    today = session.today
    act = session.act("add-party", values.text(session, note))
    session.change(act, lambda tracker: offices.add_party(tracker, wanted, named, kind, side, today))


def update_party(
    ctx: typer.Context,
    code: Code,
    kind: Annotated[PartyKind | None, OF_KIND] = None,
    side: Annotated[Side | None, AT_SIDE] = None,
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
    wanted = offices.PartyAsked(name_ar=ar, name_tr=tr, name_en=en, kind=kind, side=side)
    wanted = replace(wanted, clear=cleared(clear, CLEARABLE, asdict(wanted)))
    today = session.today
    act = session.act("update-party", values.text(session, note), values.expected(if_rev, found))
    session.change(act, lambda tracker: offices.update_party(tracker, found, wanted, today))
