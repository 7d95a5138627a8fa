"""The lists and pages of evaluations: ratings by step and criterion, findings, recommendations, frozen figures."""

from collections.abc import Iterable
from typing import Any

from tracker.message import Message, msg, msg_in
from tracker.model.records.reviews import Criterion, Figure, Review, ReviewStatus
from tracker.model.records.status import Status
from tracker.model.state.assessment import Assessment
from tracker.model.state.health import Health, Reason
from tracker.model.tracker import Tracker
from tracker.reports import machine
from tracker.reports.kinds.kind import Item, Kind, day_cell, refs
from tracker.reports.kinds.recommendations import table as recommendations_table
from tracker.reports.pictures.drawn import Heat
from tracker.reports.report import Block, Colour, Column, Day, Percent, Points, Ref, Table, Value, Word
from tracker.reports.values import office_name, record_name


def table(tracker: Tracker, _assessment: Assessment, codes: Iterable[str]) -> Table:
    """Evaluations with how far they have come."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("period", msg("Period"), flexible=True, letters=14),
        Column("kind", msg("Kind"), rank=2),
        Column("status", msg("Status")),
        Column("lead", msg("Led by"), flexible=True, rank=1),
        Column("ratings", msg("Ratings")),
        Column("findings", msg("Findings")),
        Column("recommendations", msg("Recommendations")),
    )
    rows = tuple(
        (
            Ref(review.id),
            period(review),
            Word(review.kind),
            Word(review.status),
            office_name(tracker, review.lead),
            sum(rating.value is not None for rating in review.ratings),
            len(review.findings),
            refs(recommended(tracker, review.id)),
        )
        for review in (tracker.reviews[code] for code in codes)
    )
    return Table("reviews", msg("Evaluations"), columns, rows, msg("No evaluation matches."))


def period(review: Review) -> Message:
    """The period of an evaluation, from its first to its last day."""
    return msg("{start} to {end}", start=Day(review.period_start), end=Day(review.period_end))


def recommended(tracker: Tracker, code: str) -> list[str]:
    """The codes of an evaluation's recommendations."""
    return [n.id for n in tracker.recommendations.values() if n.review == code]


def facts(tracker: Tracker, _assessment: Assessment, review: Review) -> Iterable[Item]:
    """The fields of an evaluation."""
    yield "period", msg("Period"), period(review)
    yield "kind", msg("Kind"), Word(review.kind)
    yield "status", msg("Status"), Word(review.status)
    yield "lead", msg("Led by"), office_name(tracker, review.lead)
    yield "completed_on", msg("Approved on"), day_cell(review.completed_on)
    yield "corrects", msg("Corrects"), Ref(review.corrects) if review.corrects else None
    yield "summary", msg("Summary"), review.summary
    if review.figures:
        frozen = msg(
            "on {day}, from revision {number}", day=Day(review.figures.day), number=Ref(str(review.figures.revision))
        )
        yield "figures", msg("Figures frozen"), frozen


def blocks(tracker: Tracker, assessment: Assessment, review: Review) -> Iterable[Block]:
    """Ratings, findings, recommendations, figures; nothing of what is not there."""
    if review.ratings:
        yield heat(tracker, review)
    if review.findings:
        yield findings_table(review)
    codes = recommended(tracker, review.id)
    if codes:
        yield recommendations_table(tracker, assessment, codes)
    if review.figures:
        yield figures_table(review)


def heat(tracker: Tracker, review: Review) -> Heat:
    """Steps by criteria; a dash is what cannot be judged yet. There is no average across criteria (rule 11.4)."""
    given = {(rating.step, rating.criterion): rating.value for rating in review.ratings}
    rows = tuple(
        (
            Message("{code} {title}", {"code": Ref(code), "title": step.title}),
            tuple(given.get((code, criterion)) for criterion in Criterion),
        )
        for code, step in tracker.steps.items()
    )
    columns = tuple(Message("{word}", {"word": Word(criterion)}) for criterion in Criterion)
    alt = msg("Ratings of the steps by six criteria, from 1 (unsatisfactory) to 4 (fully satisfactory).")
    return Heat("ratings", msg("Ratings"), alt, columns, rows)


def findings_table(review: Review) -> Table:
    """The table of findings, on which step, resting on which papers."""
    columns = (
        Column("step", msg("Step")),
        Column("text", msg("Finding"), flexible=True, letters=20),
        Column("evidence", msg("Evidence"), rank=1),
    )
    rows = tuple(
        (Ref(found.step) if found.step else None, found.text, refs(found.evidence)) for found in review.findings
    )
    return Table("findings", msg("Findings"), columns, rows)


def figures_table(review: Review) -> Table:
    """The frozen figures of the initiative, the aspects and the steps."""
    columns = (
        Column("record", msg("Record")),
        Column("status", msg("Status"), rank=1),
        Column("declared", msg("Declared")),
        Column("evidenced", msg("Evidenced")),
        Column("expected", msg("Expected progress"), rank=2),
        Column("variance", msg("Variance")),
        Column("health", msg("Health")),
    )
    figures = review.figures.records if review.figures else ()
    rows = tuple(_figure(figure) for figure in figures if "." not in figure.record)
    return Table("figures", msg("Figures of the period"), columns, rows)


def _figure(figure: Figure) -> tuple[Value, ...]:
    return (
        record_name(figure.record),
        Word(Status(figure.status)),
        None if figure.declared is None else Percent(figure.declared),
        None if figure.evidenced is None else Percent(figure.evidenced),
        None if figure.expected is None else Percent(figure.expected),
        None if figure.points is None else Points(figure.points),
        figure_colour(figure),
    )


def figure_colour(figure: Figure) -> Colour:
    """The frozen health with its reasons."""
    return Colour(Health(figure.health or Health.GREY), tuple(Reason(reason) for reason in figure.reasons))


def data(tracker: Tracker, _assessment: Assessment, review: Review) -> dict[str, Any]:
    """The stored fields and the recommendations."""
    found: dict[str, Any] = machine.plain(review)
    return {
        **found,
        "approved": review.status is ReviewStatus.APPROVED,
        "recommendations": recommended(tracker, review.id),
    }


KIND = Kind(table, facts, data, blocks)
