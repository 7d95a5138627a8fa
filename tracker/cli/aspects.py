"""update-aspect."""

from dataclasses import replace
from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.options import Code, IfRev, Note
from tracker.cli.session import Session
from tracker.errors import TextLocked
from tracker.model.aspect import Aspect
from tracker.model.localized import Localized
from tracker.model.tracker import Tracker
from tracker.reports.message import mark

TEXT = mark("TEXT")


def update_aspect(
    ctx: typer.Context,
    code: Code,
    name_ar: Annotated[
        str | None, typer.Option(metavar=TEXT, help=mark("Arabic name, where it is not locked."))
    ] = None,
    name_tr: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("Turkish name."))] = None,
    name_en: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("English name."))] = None,
    details_ar: Annotated[
        str | None, typer.Option(metavar=TEXT, help=mark("Arabic details, where they are not locked."))
    ] = None,
    details_tr: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("Turkish details."))] = None,
    details_en: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("English details."))] = None,
    note: Note = None,
    if_rev: IfRev = None,
) -> None:
    """Change the translations of an aspect."""
    session: Session = ctx.obj
    texts = (name_ar, name_tr, name_en, details_ar, details_tr, details_en)
    ar, tr, en, more_ar, more_tr, more_en = (values.text(session, text) for text in texts)
    found = session.tracker.get(Aspect, code, "A")
    if found.verbatim and (ar or more_ar):
        raise TextLocked(found.id)
    today = session.today

    def changed(tracker: Tracker) -> Tracker:
        aspect = tracker.get(Aspect, found.id)
        name = Localized(ar or aspect.name.ar, tr or aspect.name.tr, en or aspect.name.en)
        old = aspect.details
        details = Localized(more_ar or old.ar, more_tr or old.tr, more_en or old.en)
        return tracker.put(replace(aspect, name=name, details=details), today)

    act = session.act("update-aspect", values.text(session, note), values.expected(if_rev, found.id))
    session.change(act, changed)
