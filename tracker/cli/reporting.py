"""report."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.options import AsOf, Out
from tracker.cli.outfile import write_out
from tracker.cli.session import Session
from tracker.errors import BadValue
from tracker.reports.full import full_report
from tracker.reports.message import mark, msg
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
    if kind not in KINDS:
        raise BadValue(kind, "report", KINDS)
    form = _format(output, format_)
    tracker, day = session.tracker_on(as_of)
    standing = session.store.state().standing
    made = full_report(tracker, day, (standing.number, standing.head))
    if form is None:
        session.show(made)
        return
    text = _rendered(session, made, form)
    if output in (None, "-"):
        session.out.write_raw(text)
        return
    write_out(session, Path(str(output)), text)
    session.say(msg("Written to {path}.", path=str(output)))


def _format(output: str | None, given: str | None) -> str | None:
    if given is None and output in (None, "-"):
        return None if output is None else "md"
    found = given or Path(str(output)).suffix.removeprefix(".").lower()
    if found not in FORMATS:
        raise BadValue(found or str(output), "format", FORMATS)
    return found


def _rendered(session: Session, made: Report, form: str) -> Iterable[str]:
    session.words.timezone = session.timezone
    if form == "json":
        from tracker.views import machine  # noqa: PLC0415 - only the format that is asked for

        return [machine.render(made)]
    from tracker.views import markdown  # noqa: PLC0415 - as above

    return markdown.render(made, session.words)
