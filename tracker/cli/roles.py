"""update-role: the name of a function in the register; offices are added by naming them (rule 12.2)."""

from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.clearing import clear_option, cleared
from tracker.cli.follow_up import NameAr, NameEn, NameTr
from tracker.cli.options import Code, IfRev, Note
from tracker.cli.session import Session
from tracker.frozen import asdict, replace
from tracker.model import offices
from tracker.model.party import Role

CLEARABLE = {"name-tr": "name_tr", "name-en": "name_en"}
Clear = Annotated[list[str] | None, clear_option(CLEARABLE)]


def update_role(
    ctx: typer.Context,
    code: Code,
    name_ar: NameAr = None,
    name_tr: NameTr = None,
    name_en: NameEn = None,
    clear: Clear = None,
    note: Note = None,
    if_rev: IfRev = None,
) -> None:
    """Change the name of a role."""
    session: Session = ctx.obj
    found = session.tracker.get(Role, code).id
    ar, tr, en = (values.new_text(session, name) for name in (name_ar, name_tr, name_en))
    wanted = offices.RoleAsked(name_ar=ar, name_tr=tr, name_en=en)
    wanted = replace(wanted, clear=cleared(clear, CLEARABLE, asdict(wanted)))
    today = session.today
    act = session.act("update-role", values.text(session, note), values.expected(if_rev, found))
    session.change(act, lambda tracker: offices.update_role(tracker, found, wanted, today))
