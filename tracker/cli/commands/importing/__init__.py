"""The command `import`: an exported tracker, or a spreadsheet, after the difference was shown."""

from typing import Annotated

import typer

from tracker import errors
from tracker.cli.commands.taken_file import content_of
from tracker.cli.input import values
from tracker.cli.input.choices import Kinds
from tracker.cli.options import BegunApart, ForceIn, Note, Reason
from tracker.cli.session import Session
from tracker.cli.sheets.kinds import KINDS
from tracker.cli.sheets.places import EVERY, KIND, MAP, looks_like_a_sheet
from tracker.message import mark

OfKind = Annotated[
    str | None,
    typer.Option(
        KIND,
        click_type=Kinds("kind", KINDS),
        metavar=mark("KIND"),
        help=mark("Kind of records in the spreadsheet, if the spreadsheet does not name it."),
    ),
]
Again = Annotated[
    bool,
    typer.Option("--again", help=mark("Add new rows of a spreadsheet even where the same records exist already.")),
]
Maps = Annotated[
    list[str] | None,
    typer.Option(
        MAP,
        metavar=mark("HEADING=COLUMN"),
        help=mark("The column that a heading of your own means; nothing behind the sign leaves it out."),
    ),
]
Every = Annotated[
    list[str] | None,
    typer.Option(EVERY, metavar=mark("COLUMN=VALUE"), help=mark("Value for every new row where the sheet gives none.")),
]


def import_file(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar=mark("FILE"))],
    kind: OfKind = None,
    note: Note = None,
    reason: Reason = None,
    force: ForceIn = False,
    begun_apart: BegunApart = False,
    again: Again = False,
    maps: Maps = None,
    every: Every = None,
) -> None:
    """Take in an exported tracker or a spreadsheet."""
    session: Session = ctx.obj
    values.required_reason(force, reason)
    raw = content_of(file)
    reason = values.text(session, reason, "--reason", force=force)
    note = values.text(session, note, "--note", force=force) or reason
    if kind is None and not maps and not every and not looks_like_a_sheet(raw, file):
        from tracker.cli.commands.importing.exports import take_export  # noqa: PLC0415 - only for exports

        take_export(session, raw, file, note, begun_apart=begun_apart, force=force)
        return
    if begun_apart:
        raise errors.Contradictory((file, "--begun-apart"))
    from tracker.cli.commands.importing.sheets import take_sheet  # noqa: PLC0415 - only for spreadsheets
    from tracker.cli.sheets.own import SheetSource  # noqa: PLC0415 - as above

    source = SheetSource(raw, file, kind, tuple(maps or ()), tuple(every or ()), again)
    given = {"reason": reason or "", "force": "yes" * force}
    take_sheet(session, source, note, {name: text for name, text in given.items() if text})
