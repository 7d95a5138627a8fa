"""add-measurement."""

from typing import Annotated

import typer

from tracker.cli.input import languages, values
from tracker.cli.input.references import papers_of
from tracker.cli.options import Force, IfRev, Note, Reason
from tracker.cli.parser import names_of
from tracker.cli.session import Session
from tracker.message import mark
from tracker.model.changes import indicators
from tracker.model.changes.indicators import NewMeasurement
from tracker.model.records.indicators import Indicator
from tracker.text.input.numbers import parse_decimal


def add_measurement(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar=mark("CODE"))],
    period: Annotated[str, typer.Argument(metavar=mark("PERIOD"))],
    value: Annotated[str, typer.Argument(metavar=mark("NUMBER"))],
    evidence: Annotated[
        str | None,
        typer.Option(*names_of("evidence"), metavar=mark("REF"), help=mark("The document that the value comes from.")),
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar=mark("DATE"), help=mark("The day on which the period begins."))
    ] = None,
    note: Note = None,
    reason: Reason = None,
    force: Force = False,
    if_rev: IfRev = None,
) -> None:
    """Record a measurement."""
    session: Session = ctx.obj
    values.required_reason(force, reason, code)
    with values.given_as("code"):
        found = session.tracker.get(Indicator, code).id
    note, reason = values.note_and_reason(session, note, reason, force=force)
    papers = papers_of(session, [] if evidence is None else [evidence], "--evidence")
    with values.given_as("period"):
        end = values.day(session, period, mark("PERIOD"), edge="end")
    assert end is not None
    with values.given_as("from_"):
        start = values.day(session, from_, "--from")
    with values.given_as("value"):
        number = parse_decimal(value)
    measured = NewMeasurement(
        period_end=end,
        value=number,
        period_start=start,
        source=papers[0] if papers else None,
        note=languages.text_in_its_language(session, note, ""),
        reason=reason,
    )
    today = session.today
    act = session.act("add-measurement", note or reason, values.expected(if_rev, found), about=(found,))
    session.change(act, lambda tracker: indicators.measure(tracker, found, measured, today))
