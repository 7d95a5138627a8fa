"""report."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.kind_words import kind_of
from tracker.cli.options import AsOf, Out
from tracker.cli.outfile import put_out
from tracker.cli.session import Session
from tracker.cli.suggestions import one_of
from tracker.errors import BinaryOnTerminal, NotInFormat
from tracker.reports.documents import DOCUMENTS, document
from tracker.reports.documents.request import Request, Standing
from tracker.reports.message import mark
from tracker.views.formats import FORMATS, TABLES_ONLY, written


def report(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(metavar=mark("[KIND]"))] = "full",
    output: Out = None,
    format_: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help=mark("Format of the file."))
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Make a report."""
    session: Session = ctx.obj
    kind = kind_of(kind, "report", tuple(DOCUMENTS))
    form = _format(kind, output, format_, machine=session.flag("json"))
    made = document(kind, _request(session, as_of, printed=form is not None))
    if form is None:
        session.show(made)
        return
    session.words.timezone = session.timezone
    content = written(form, made, session.words)
    if output not in (None, "-"):
        put_out(session, str(output), content)
    elif isinstance(content, bytes):
        if session.out.terminal.is_tty:
            raise BinaryOnTerminal(form)
        session.out.write_bytes(content)
    else:
        session.out.write_raw(content)


def _request(session: Session, as_of: str | None, *, printed: bool) -> Request:
    from tracker.store.past import tracker_at  # noqa: PLC0415 - beside the tracker, when a document is really made

    tracker, day = session.tracker_on(as_of)
    standing = session.store.state().standing
    return Request(
        tracker=tracker,
        day=day,
        standing=Standing(standing.number, standing.head, standing.at),
        office=values.office(session, session.settings["by"] or None, name="--by"),
        printed=printed,
        past=lambda day: tracker_at(session.store, day),
    )


def _format(kind: str, output: str | None, given: str | None, *, machine: bool) -> str | None:
    """None: as every report is shown, which --json turns into JSON. Raises `NotInFormat`."""
    if given is None and output in (None, "-"):
        return None if output is None or machine else "md"
    if given is None:
        name = Path(str(output))
        given = name.suffix.removeprefix(".").lower() or name.name
    form = one_of(given, "format", tuple(FORMATS))
    if form in TABLES_ONLY and not DOCUMENTS[kind].tabular:
        raise NotInFormat(kind, form, tuple(name for name in FORMATS if name not in TABLES_ONLY))
    return form
