"""add-review and update-review."""

from datetime import date
from typing import Annotated

import typer

from tracker.cli import values
from tracker.cli.choices import word_option
from tracker.cli.clearing import clear_option, cleared
from tracker.cli.follow_up import CODE, DATE, TEXT
from tracker.cli.options import Code, Force, IfRev, Note, Reason
from tracker.cli.session import Session
from tracker.errors import BadRating, BeforeFirst
from tracker.message import mark
from tracker.model import reviews
from tracker.model.freezing import figures_of
from tracker.model.review import Criterion, Figures, Review, ReviewKind
from tracker.model.reviews import Period, Rated, ReviewAsked, period_of
from tracker.model.tracker import Tracker
from tracker.text.digits import to_latin
from tracker.text.lists import split_list
from tracker.text.periods import parse_period

Lead = Annotated[
    str | None, typer.Option("--lead", metavar=mark("PARTY/ROLE"), help=mark("The office that leads the evaluation."))
]
Summary = Annotated[str | None, typer.Option("--summary", metavar=TEXT, help=mark("What the minister should know."))]
CLEARABLE = {"lead": "lead", "summary": "summary"}
Clear = Annotated[list[str] | None, clear_option(CLEARABLE)]
NOT_RATABLE = ("-", "–", "null")


def add_review(
    ctx: typer.Context,
    period: Annotated[str, typer.Argument(metavar=mark("PERIOD"))],
    kind: Annotated[ReviewKind | None, word_option(ReviewKind, "--kind", mark("Who evaluates."), mark("KIND"))] = None,
    lead: Lead = None,
    corrects: Annotated[
        str | None, typer.Option("--corrects", metavar=CODE, help=mark("The approved evaluation that it corrects."))
    ] = None,
    summary: Summary = None,
    note: Note = None,
    reason: Reason = None,
    force: Force = False,
) -> None:
    """Begin the evaluation of a period and freeze its figures."""
    session: Session = ctx.obj
    values.required_reason(force, reason, "R")
    said, why = (values.text(session, each, force=force) for each in (note, reason))
    asked = ReviewAsked(
        kind=kind,
        lead=values.office(session, lead, force=force),
        corrects=corrects,
        summary_ar=values.new_text(session, summary, force=force),
    )
    of, today = period_of(parse_period(period, session.today)), session.today
    past = _past(session, of)

    def begun(tracker: Tracker) -> Tracker:
        return reviews.add(tracker, of, _with(asked, past or _now(tracker, of, today)), today)

    session.change(session.act("add-review", said or why), begun)


def _with(asked: ReviewAsked, figures: Figures) -> ReviewAsked:
    from tracker.frozen import replace  # noqa: PLC0415 - loaded by then, and named only here

    return replace(asked, figures=figures)


def _now(tracker: Tracker, of: Period, today: date) -> Figures:
    """Of the records as they are, on the last day of the period that has come."""
    return figures_of(tracker, min(of.end, today))


def _past(session: Session, of: Period) -> Figures | None:
    """The figures at the end of a period that is over, from the history; None where that does not reach so far."""
    from tracker.store.past import tracker_at  # noqa: PLC0415 - only where a period is frozen

    if of.end >= session.today:
        return None
    try:
        return figures_of(tracker_at(session.store, of.end, session.state, session.tracker), of.end)
    except BeforeFirst:
        return None


def update_review(
    ctx: typer.Context,
    code: Code,
    rate: Annotated[
        list[str] | None,
        typer.Option("--rate", metavar="S2.effectiveness=3", help=mark("A rating from 1 to 4, or -; may be repeated.")),
    ] = None,
    justification: Annotated[
        str | None, typer.Option("--justification", metavar=TEXT, help=mark("Why these ratings are given."))
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option("--evidence", metavar="E", help=mark("A paper on which ratings and findings rest.")),
    ] = None,
    finding: Annotated[
        list[str] | None, typer.Option("--finding", metavar=TEXT, help=mark("What was found; may be repeated."))
    ] = None,
    step: Annotated[str | None, typer.Option("--step", metavar="S3", help=mark("The step that was found so."))] = None,
    summary: Summary = None,
    lead: Lead = None,
    freeze: Annotated[bool, typer.Option("--freeze", help=mark("Freeze the figures of the period again."))] = False,
    approve: Annotated[
        bool, typer.Option("--approve", help=mark("Approve it; from then on it can only be read."))
    ] = False,
    on: Annotated[str | None, typer.Option("--on", metavar=DATE, help=mark("The day of the approval."))] = None,
    clear: Clear = None,
    note: Note = None,
    reason: Reason = None,
    force: Force = False,
    if_rev: IfRev = None,
) -> None:
    """Change an evaluation that is not approved yet."""
    session: Session = ctx.obj
    values.required_reason(force, reason, code)
    review = session.tracker.get(Review, code, "R")
    said, why = (values.text(session, each, force=force) for each in (note, reason))
    findings = [values.new_text(session, each, force=force) for each in finding or ()]
    asked = ReviewAsked(
        rate=tuple(_rated(each) for text in rate or () for each in split_list(text)),
        justification=values.new_text(session, justification, force=force),
        papers=tuple(paper for text in evidence or () for paper in split_list(text)),
        findings=tuple(text for text in findings if text),
        step=step,
        summary_ar=values.new_text(session, summary, force=force),
        lead=values.office(session, lead, force=force),
        approve=(values.day(session, on) or session.today) if approve else None,
        reason=why or said,
        clear=cleared(clear, CLEARABLE, {"lead": lead, "summary": summary}),
    )
    of, today = Period(review.period_start, review.period_end), session.today
    past = _past(session, of) if freeze else None

    def changed(tracker: Tracker) -> Tracker:
        wanted = _with(asked, past or _now(tracker, of, today)) if freeze else asked
        return reviews.update(tracker, review.id, wanted, today)

    session.change(session.act("update-review", said or why, values.expected(if_rev, review.id)), changed)


def _rated(given: str) -> Rated:
    """`S2.effectiveness=3`, the criterion in any of the three languages; `-` where it cannot be judged yet."""
    place, sign, value = given.rpartition("=")
    step, dot, criterion = place.rpartition(".")
    grade = to_latin(value).strip()
    if not (sign and dot and (grade in NOT_RATABLE or (grade.isascii() and grade.isdigit() and len(grade) < 4))):
        raise BadRating(given)
    found = values.word(Criterion, criterion)
    assert found is not None
    return Rated(step, found, None if grade in NOT_RATABLE else int(grade))
