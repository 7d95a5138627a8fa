"""add-measurement."""

from typing import Annotated

import typer

from tracker.cli.input import values
from tracker.cli.input.references import papers_of
from tracker.cli.options import Force, IfRev, Note, Reason
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
        str | None, typer.Option("--evidence", metavar=mark("REF"), help=mark("The paper that the value comes from."))
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
    found = session.tracker.get(Indicator, code).id
    said, why = values.text(session, note, "--note", force=force), values.text(session, reason, "--reason", force=force)
    papers = papers_of(session, [] if evidence is None else [evidence], "--evidence")
    end = values.day(session, period, mark("PERIOD"), edge="end")
    assert end is not None
    wanted = NewMeasurement(
        period_end=end,
        value=parse_decimal(value),
        period_start=values.day(session, from_, "--from"),
        source=papers[0] if papers else None,
        note=said,
        reason=why,
    )
    today = session.today
    act = session.act("add-measurement", said or why, values.expected(if_rev, found))
    session.change(act, lambda tracker: indicators.measure(tracker, found, wanted, today))
