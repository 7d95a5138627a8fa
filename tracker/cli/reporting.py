"""report."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.kind_words import kind_of
from tracker.cli.options import AsOf, Out
from tracker.cli.outfile import put_out
from tracker.cli.session import Session
from tracker.cli.suggestions import one_of
from tracker.reports.full import full_report
from tracker.reports.message import mark
from tracker.reports.report import Report

FORMATS = ("md", "json")
KINDS = ("full",)


def report(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(metavar=mark("[KIND]"))] = "full",
    output: Out = None,
    format_: Annotated[
        str | None, typer.Option("--format", metavar="md|json", help=mark("Format of the file."))
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Make a report."""
    session: Session = ctx.obj
    kind_of(kind, "report", KINDS)
    form = _format(output, format_, machine=session.flag("json"))
    tracker, day = session.tracker_on(as_of)
    standing = session.store.state().standing
    made = full_report(tracker, day, (standing.number, standing.head))
    if form is None:
        session.show(made)
        return
    text = _rendered(session, made, form)
    if output in (None, "-"):
        session.out.write_raw(text)
    else:
        put_out(session, str(output), text)


def _format(output: str | None, given: str | None, *, machine: bool) -> str | None:
    """None: as every report is shown, which --json turns into JSON."""
    if given is not None:
        return one_of(given, "format", FORMATS)
    if output in (None, "-"):
        return None if output is None or machine else "md"
    name = Path(str(output))
    return one_of(name.suffix.removeprefix(".") or name.name, "format", FORMATS)


def _rendered(session: Session, made: Report, form: str) -> Iterable[str]:
    session.words.timezone = session.timezone
    if form == "json":
        from tracker.views import machine  # noqa: PLC0415 - only the format that is asked for

        return [machine.render(made)]
    from tracker.views import markdown  # noqa: PLC0415 - as above

    return markdown.render(made, session.words)
