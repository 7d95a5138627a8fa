"""The command `import`: an exported tracker, or a spreadsheet of one kind, after the difference was shown."""

from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from tracker import errors
from tracker.cli.commands.config_file import set_key
from tracker.cli.commands.incoming import check_unchanged, content_of, fit_to_keep, told_faults
from tracker.cli.commands.init import say_created
from tracker.cli.commands.merging import Taking, join_copy
from tracker.cli.input import values
from tracker.cli.input.choices import Kinds
from tracker.cli.options import BegunApart, ForceIn, Note, Reason
from tracker.cli.session import Session
from tracker.cli.sheets.kinds import KINDS
from tracker.cli.sheets.places import looks_like_a_sheet
from tracker.message import mark, msg
from tracker.model.history.documents import Document
from tracker.reports.answers.changed import planned_report
from tracker.reports.report import Ref
from tracker.settings import config_path
from tracker.store.accepted import faults
from tracker.store.act import Outcome
from tracker.store.exchange.export import read_export
from tracker.store.exchange.pair import Incoming
from tracker.store.file.backups import make_backup
from tracker.store.revisions import to_revision
from tracker.store.state import State
from tracker.text.sheets.encodings import decoded

if TYPE_CHECKING:
    from tracker.cli.sheets.own import SheetSource
    from tracker.cli.sheets.reader import Options

COMPARING, TAKING_IN = msg("Comparing with the tracker …"), msg("Taking it in …")


def import_file(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar=mark("FILE"))],
    kind: Annotated[
        str | None,
        typer.Option(
            click_type=Kinds("kind", KINDS),
            metavar=mark("KIND"),
            help=mark("Kind of records in the spreadsheet, if it does not say."),
        ),
    ] = None,
    note: Note = None,
    reason: Reason = None,
    force: ForceIn = False,
    begun_apart: BegunApart = False,
    again: Annotated[
        bool, typer.Option("--again", help=mark("Add new rows of a spreadsheet although such records are there."))
    ] = False,
    maps: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar=mark("HEADING=COLUMN"),
            help=mark("The column that a heading of your own means; nothing behind the sign leaves it out."),
        ),
    ] = None,
    every: Annotated[
        list[str] | None,
        typer.Option(
            metavar=mark("COLUMN=VALUE"), help=mark("The same for every new row, where the sheet says nothing.")
        ),
    ] = None,
) -> None:
    """Take in an exported tracker or a spreadsheet."""
    session: Session = ctx.obj
    values.required_reason(force, reason)
    raw = content_of(file)
    reason = values.text(session, reason, "--reason", force=force)
    note = values.text(session, note, "--note", force=force) or reason
    if kind is not None or maps or every or looks_like_a_sheet(raw, file):
        if begun_apart:
            raise errors.Contradictory((file, "--begun-apart"))
        from tracker.cli.sheets.own import SheetSource  # noqa: PLC0415 - only for spreadsheets

        extra: Options = {name: given for name, given in (("reason", reason or ""), ("force", "yes" * force)) if given}
        source = SheetSource(raw, file, kind, tuple(maps or ()), tuple(every or ()), again)
        _take_sheet(session, source, note, extra)
        return
    with session.working(msg("Reading {file} …", file=file)):
        # Shells of Windows turn an export into another encoding on its way to a file.
        text, _ = decoded(raw, session.words.lang)
        read, revisions = read_export(text.encode("utf-8", "replace"), file)
    if not session.is_taken:
        incoming = fit_to_keep(session, read, file, {}, force=force)
        check_unchanged(read, incoming, revisions, file)
        told_faults(session, faults(incoming, [to_revision(line, file) for line in revisions]), force=force)
        _adopt(session, note, incoming, revisions)
        return
    copy = Incoming(read, tuple(to_revision(line, file) for line in revisions), file)
    join_copy(Taking(session, copy, note, begun_apart=begun_apart, force=force), {}, "")


def _take_sheet(session: Session, given: "SheetSource", note: str | None, extra: "Options") -> None:
    from tracker.cli.sheets.importing import SheetImport  # noqa: PLC0415 - as above
    from tracker.cli.sheets.own import headings_in, line_of, settled  # noqa: PLC0415 - as above
    from tracker.cli.sheets.pages import page_of  # noqa: PLC0415 - as above

    with session.working(msg("Reading {file} …", file=given.file)):
        page = page_of(given.raw, session.words.lang, given.kind, headings_in(given))
    own = settled(session, page, given)
    if own.answered and not session.flag("dry_run"):
        _keep(session, own.answered, line_of(page, own))
    with session.working(COMPARING):
        sheet = SheetImport(session, page, own, extra, again=given.again)
        # Whoever has said yes beforehand is shown what was done, not what would be.
        planned = None if session.flag("yes") else sheet.preview(note)
    expected = _agreed(session, planned) if planned else {}
    with session.working(TAKING_IN):
        outcome = sheet.commit(note, expected)
    session.show_outcome(outcome)


def _keep(session: Session, name: str, line: str) -> None:
    """Keeps the answers of a person for the next sheet with these headings, and says where."""
    set_key(config_path(session.environ), name, line)
    command = Ref(f"tracker config {name} --unset")
    session.say(msg("Kept for the next sheet with these headings; to be asked again: {command}", command=command))


def _agreed(session: Session, planned: Outcome) -> dict[str, int]:
    """The revisions of the records that would change, after a yes of who has seen it."""
    if planned.revision is not None and not session.flag("dry_run"):
        session.show_aside(planned_report(planned.after, planned.revision, session.today))
        session.agree(msg("Import this? (yes/no)"))
    changes = planned.revision.changes if planned.revision else ()
    return {c.code: planned.before.find(c.code)[1].rev for c in changes if c.before}


def _adopt(session: Session, note: str | None, incoming: State, revisions: list[Document]) -> None:
    """Adopt an export with its history, into a place that holds nothing."""
    store = session.store_to_make(lambda: incoming)
    if session.flag("dry_run"):
        session.say(msg("Nothing was changed."))
        return
    with session.working(TAKING_IN):
        created = store.create(session.act("import", note), incoming, revisions)
        with suppress(errors.StoreError):  # the import itself is on the disk
            make_backup(session.path, "adopted")
    say_created(session, created)
