"""The frame of every document: its heading, and at its foot day, office, thresholds, revision, freshness."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from tracker.message import Message, msg
from tracker.model.audience import Audience
from tracker.model.state.assessment import Assessment
from tracker.model.state.progress import displayed
from tracker.model.tracker import Tracker
from tracker.reports.document_cells import BothCalendars
from tracker.reports.documents.request import Request, Standing
from tracker.reports.report import Block, Day, Percent, Ref, Report
from tracker.reports.thresholds import thresholds_in_force
from tracker.reports.values import heading, office_name


def framed(
    request: Request,
    assessment: Assessment,
    kind: str,
    title: Message,
    blocks: Iterable[Block],
    *,
    limits: tuple[Message, ...] = (),
    made_on: date | None = None,
) -> Report:
    """The document, to be printed on landscape pages.

    `limits` are further thresholds in the small print; `made_on` is the day of the last revision where that is later
    than the day of the document.
    """
    prepared, revision = tuple(_prepared(request)), revision_shown(request.standing, made_on)
    basis = (thresholds_in_force(request.tracker.thresholds, request.day), *limits)
    return Report(
        kind=kind,
        day=request.day,
        heading=heading(request.tracker, assessment),
        blocks=tuple(blocks),
        demo=request.tracker.demo,
        footer=(*prepared, *basis, revision, freshness(request.tracker, request.day)),
        running=(*prepared, revision),
        title=title,
        moment=request.standing.at,
        wide=True,
        beside=request.beside,
        audience="" if request.audience is Audience.INTERNAL else request.audience.value,
    )


def _prepared(request: Request) -> Iterator[Message]:
    """Say who made a printed document, as of which day."""
    if request.printed:
        office = office_name(request.tracker, request.office)
        day = BothCalendars(request.day)
        prepared = msg("Prepared by: {office} · as of {day}", office=office, day=day)
        yield prepared if office else msg("As of {day}", day=day)


def revision_shown(standing: Standing, made_on: date | None = None) -> Message:
    """The last revision that the document knows, so that both sides can see that they hold the same."""
    if not standing.number:
        return msg("No changes yet: this is the text of the source.")
    words = {"number": Ref(str(standing.number)), "hash": Ref(standing.head[:16])}
    if made_on:
        return msg("Made on {day} from revision {number} · {hash}", day=Day(made_on), **words)
    return msg("Revision {number} · {hash}", **words)


def freshness(tracker: Tracker, day: date) -> Message:
    """The freshness of the data: the oldest update, and the share of steps updated in 30 days."""
    updates = [step.updated_on for step in tracker.steps.values()]
    known = [updated for updated in updates if updated]
    if not known:
        return msg("No step has been updated yet.")
    fresh = sum((day - updated).days <= 30 for updated in known)
    share = Percent(displayed(Fraction(100 * fresh, len(updates))))
    return msg("Oldest update {day}; {share} of steps updated in the last 30 days.", day=Day(min(known)), share=share)
