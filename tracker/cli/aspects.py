"""add-aspect and update-aspect."""

from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.clearing import clear_option, cleared
from tracker.cli.options import Code, IfRev, Note
from tracker.cli.session import Session
from tracker.errors import TextLocked
from tracker.frozen import replace
from tracker.message import mark
from tracker.model import aspects
from tracker.model.aspect import Aspect
from tracker.model.localized import reworded
from tracker.model.tracker import Tracker
from tracker.text.lists import split_list

TEXT = mark("TEXT")
# What `--clear` empties, by the names of the options.
CLEARABLE = {name: name.replace("-", "_") for name in ("name-tr", "name-en", "details-tr", "details-en")}
Clear = Annotated[list[str] | None, clear_option(CLEARABLE)]


def add_aspect(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar=mark("NAME"))],
    details: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("What it covers."))] = None,
    step: Annotated[
        str | None, typer.Option(metavar="S1,S2", help=mark("The steps that mainly serve it from now on."))
    ] = None,
    name_tr: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("Turkish name."))] = None,
    name_en: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("English name."))] = None,
    details_tr: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("Turkish details."))] = None,
    details_en: Annotated[str | None, typer.Option(metavar=TEXT, help=mark("English details."))] = None,
    note: Note = None,
) -> None:
    """Add an aspect of the memorandum."""
    session: Session = ctx.obj
    named = values.localized(session, name, name_tr, name_en)
    covers = values.localized(session, details or name, details_tr, details_en)
    today = session.today

    def added(tracker: Tracker) -> Tracker:
        return aspects.add(tracker, named, covers, split_list(step or ""), today)[1]

    session.change(session.act("add-aspect", values.text(session, note)), added)


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
    clear: Clear = None,
    note: Note = None,
    if_rev: IfRev = None,
) -> None:
    """Change the translations of an aspect."""
    session: Session = ctx.obj
    given = {
        "name_ar": name_ar,
        "name_tr": name_tr,
        "name_en": name_en,
        "details_ar": details_ar,
        "details_tr": details_tr,
        "details_en": details_en,
    }
    new = {field: values.new_text(session, text) for field, text in given.items()}
    empty = cleared(clear, CLEARABLE, new)
    found = session.tracker.get(Aspect, code, "A")
    if found.verbatim and (new["name_ar"] or new["details_ar"]):
        raise TextLocked(found.id)
    today = session.today

    def changed(tracker: Tracker) -> Tracker:
        aspect = tracker.get(Aspect, found.id)
        name, details = reworded(aspect.name, new, "name", empty), reworded(aspect.details, new, "details", empty)
        return tracker.put(replace(aspect, name=name, details=details), today)

    act = session.act("update-aspect", values.text(session, note), values.expected(if_rev, found.id))
    session.change(act, changed)
