"""The command `import`: an exported tracker, or a spreadsheet, after the difference was shown."""

from contextlib import suppress
from typing import Annotated

import typer

from tracker import errors
from tracker.cli.commands.incoming import TAKING_IN, check_unchanged, content_of, fit_to_keep, told_faults
from tracker.cli.commands.init import say_created
from tracker.cli.commands.merging import Taking, join_copy
from tracker.cli.input import values
from tracker.cli.input.choices import Kinds
from tracker.cli.options import BegunApart, ForceIn, Note, Reason
from tracker.cli.session import Session
from tracker.cli.sheets.kinds import KINDS
from tracker.cli.sheets.places import EVERY, KIND, MAP, looks_like_a_sheet
from tracker.message import mark, msg
from tracker.model.history.documents import Document
from tracker.store.accepted import faults
from tracker.store.exchange.export import read_export
from tracker.store.exchange.pair import Incoming
from tracker.store.revisions import to_revision
from tracker.store.state import State
from tracker.text.sheets.encodings import decoded


def import_file(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar=mark("FILE"))],
    kind: Annotated[
        str | None,
        typer.Option(
            KIND,
            click_type=Kinds("kind", KINDS),
            metavar=mark("KIND"),
            help=mark("Kind of records in the spreadsheet, if the spreadsheet does not name it."),
        ),
    ] = None,
    note: Note = None,
    reason: Reason = None,
    force: ForceIn = False,
    begun_apart: BegunApart = False,
    again: Annotated[
        bool,
        typer.Option("--again", help=mark("Add new rows of a spreadsheet even where the same records exist already.")),
    ] = False,
    maps: Annotated[
        list[str] | None,
        typer.Option(
            MAP,
            metavar=mark("HEADING=COLUMN"),
            help=mark("The column that a heading of your own means; nothing behind the sign leaves it out."),
        ),
    ] = None,
    every: Annotated[
        list[str] | None,
        typer.Option(
            EVERY, metavar=mark("COLUMN=VALUE"), help=mark("Value for every new row where the sheet gives none.")
        ),
    ] = None,
) -> None:
    """Take in an exported tracker or a spreadsheet."""
    session: Session = ctx.obj
    values.required_reason(force, reason)
    raw = content_of(file)
    reason = values.text(session, reason, "--reason", force=force)
    note = values.text(session, note, "--note", force=force) or reason
    if kind is None and not maps and not every and not looks_like_a_sheet(raw, file):
        _take_export(session, raw, file, note, begun_apart=begun_apart, force=force)
        return
    if begun_apart:
        raise errors.Contradictory((file, "--begun-apart"))
    from tracker.cli.commands.importing_sheets import take_sheet  # noqa: PLC0415 - only for spreadsheets
    from tracker.cli.sheets.own import SheetSource  # noqa: PLC0415 - as above

    source = SheetSource(raw, file, kind, tuple(maps or ()), tuple(every or ()), again)
    given = {"reason": reason or "", "force": "yes" * force}
    take_sheet(session, source, note, {name: text for name, text in given.items() if text})


def _take_export(session: Session, raw: bytes, file: str, note: str | None, *, begun_apart: bool, force: bool) -> None:
    """Join an exported tracker with the one that is there, or adopt it where there is none."""
    with session.working(msg("Reading {file} …", file=file)):
        # Shells of Windows turn an export into another encoding on its way to a file.
        text, _ = decoded(raw, session.words.lang)
        read, revisions = read_export(text.encode("utf-8", "replace"), file)
    if session.is_taken:
        copy = Incoming(read, tuple(to_revision(line, file) for line in revisions), file)
        join_copy(Taking(session, copy, note, begun_apart=begun_apart, force=force), {}, "")
        return
    incoming = fit_to_keep(session, read, file, {}, force=force)
    check_unchanged(read, incoming, revisions, file)
    told_faults(session, faults(incoming, [to_revision(line, file) for line in revisions]), force=force)
    _adopt(session, note, incoming, revisions)


def _adopt(session: Session, note: str | None, incoming: State, revisions: list[Document]) -> None:
    """Adopt an export with its history, into a place that holds nothing."""
    store = session.store_to_make(lambda: incoming)
    if session.flag("dry_run"):
        session.say(msg("Nothing was changed."))
        return
    with session.working(TAKING_IN):
        created = store.create(session.act("import", note), incoming, revisions)
        with suppress(errors.StoreError):  # the import itself is on the disk
            store.engine.back_up("adopted")
    say_created(session, created)
