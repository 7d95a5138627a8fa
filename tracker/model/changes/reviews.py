"""Evaluating periods: frozen figures, ratings, findings, approval, recommendations (section 11)."""

from collections.abc import Iterable
from datetime import date, timedelta

from tracker import errors
from tracker.frozen import Frozen, asdict, replace
from tracker.model.changes.asked import Asked
from tracker.model.changes.offices import known_office
from tracker.model.records.evidence import Evidence
from tracker.model.records.localized import Localized, reworded
from tracker.model.records.office import Office
from tracker.model.records.reviews import (
    BEST,
    WORST,
    Criterion,
    Figures,
    Finding,
    Rating,
    Recommendation,
    Response,
    Review,
    ReviewKind,
    ReviewStatus,
)
from tracker.model.records.steps import Step
from tracker.model.tracker import Tracker


class Period(Frozen):
    """A quarter or a year: its first and its last day."""

    start: date
    end: date

    @property
    def kind(self) -> ReviewKind:
        """The kind of evaluation: a year as a whole is annual, anything shorter quarterly."""
        return ReviewKind.ANNUAL if (self.end - self.start).days > 100 else ReviewKind.INTERNAL_QUARTERLY


def before(period: Period) -> Period:
    """The quarter before a quarter, the year before a year."""
    end = period.start - timedelta(days=1)
    if period.kind is ReviewKind.ANNUAL:
        return Period(date(end.year, 1, 1), end)
    return Period(date(end.year, end.month - 2, 1), end)


def period_of(slug: str) -> Period:
    """The days of `2026-Q1` or `2026`."""
    year = int(slug[:4])
    if len(slug) == 4:
        return Period(date(year, 1, 1), date(year, 12, 31))
    first = 3 * int(slug[-1]) - 2
    following = date(year + first // 10, (first + 2) % 12 + 1, 1)
    return Period(date(year, first, 1), following - timedelta(days=1))


class Rated(Frozen):
    """A rating to be given: 1 to 4, or None for what cannot be judged yet."""

    step: str
    criterion: Criterion
    value: int | None


class ReviewAsked(Asked, kw_only=True):
    """A change asked of an evaluation; `justification` and `papers` (codes) go with its ratings and findings.

    `figures` are put in place of those it has; `freeze` asks whoever gives them to take them anew.
    """

    kind: ReviewKind | None = None
    lead: Office | None = None
    corrects: str | None = None
    summary_ar: str | None = None
    rate: tuple[Rated, ...] = ()
    justification: str | None = None
    papers: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    step: str | None = None
    figures: Figures | None = None
    freeze: bool = False
    approve: date | None = None


class RecommendationAsked(Asked, kw_only=True):
    """A change asked of a recommendation."""

    text_ar: str | None = None
    text_tr: str | None = None
    text_en: str | None = None
    response: Response | None = None


def add(tracker: Tracker, period: Period, wanted: ReviewAsked, on: date) -> Tracker:
    """The tracker with an evaluation of that period, in draft, with its figures frozen.

    Raises `DateInFuture` for a period that has not begun, `PeriodReviewed` where there is one already that this one
    does not correct, and what `update` raises.
    """
    code, tracker = tracker.new_code("R")
    if period.start > on:
        raise errors.DateInFuture(code, period.start.isoformat())
    kind = wanted.kind or period.kind
    corrects = tracker.get(Review, wanted.corrects, "R").id if wanted.corrects else None
    for other in tracker.reviews.values():
        same = (other.period_start, other.period_end, other.kind) == (period.start, period.end, kind)
        if same and other.id != corrects:
            raise errors.PeriodReviewed(other.id)
    new = Review(id=code, kind=kind, period_start=period.start, period_end=period.end, corrects=corrects)
    return _updated(tracker, new, wanted, on)


def update(tracker: Tracker, code: str, wanted: ReviewAsked, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`.

    Raises `NotFound`, `ReviewApproved` for what is read-only, `NeedsJustification`, `RatingRefused`.
    """
    review = tracker.get(Review, code, "R")
    if review.status is ReviewStatus.APPROVED:
        raise errors.ReviewApproved(review.id)
    return _updated(tracker, review, wanted, on)


def _updated(tracker: Tracker, old: Review, wanted: ReviewAsked, on: date) -> Tracker:
    lead = wanted.after(old, "lead")
    if wanted.lead is not None:
        tracker, lead = known_office(tracker, wanted.lead, on)
    summary = None if "summary" in wanted.clear else old.summary
    if wanted.summary_ar:
        summary = replace(summary, ar=wanted.summary_ar) if summary else Localized(wanted.summary_ar)
    papers = tuple(tracker.get(Evidence, paper, "E").id for paper in wanted.papers)
    step = tracker.get(Step, wanted.step, "S").id if wanted.step else None
    new = replace(
        old,
        lead=lead,
        summary=summary,
        figures=wanted.figures or old.figures,
        ratings=_rated(tracker, old, wanted, papers),
        findings=(*old.findings, *(Finding(text=Localized(t), step=step, evidence=papers) for t in wanted.findings)),
    )
    if wanted.approve:
        if wanted.approve > on:
            raise errors.DateInFuture(old.id, wanted.approve.isoformat())
        new = replace(new, status=ReviewStatus.APPROVED, completed_on=wanted.approve)
    return tracker.put(new, on)


def _rated(tracker: Tracker, old: Review, wanted: ReviewAsked, papers: tuple[str, ...]) -> tuple[Rating, ...]:
    """The ratings by step and criterion; each rests on a paper or a justification."""
    known = {(rating.step, rating.criterion): rating for rating in old.ratings}
    for rated in wanted.rate:
        if rated.value is not None and not WORST <= rated.value <= BEST:
            raise errors.RatingRefused(rated.value, WORST, BEST)
        step = tracker.get(Step, rated.step, "S").id
        if not papers and not wanted.justification:
            raise errors.NeedsJustification(old.id, step)
        known[step, rated.criterion] = Rating(
            step=step,
            criterion=rated.criterion,
            value=rated.value,
            justification=wanted.justification,
            evidence=papers,
        )
    steps, criteria = list(tracker.steps), list(Criterion)
    return tuple(sorted(known.values(), key=lambda r: (steps.index(r.step), criteria.index(r.criterion))))


def recommend(tracker: Tracker, review: str, text: str, on: date) -> Tracker:
    """The tracker with a recommendation of an evaluation that is not approved yet. Raises `ReviewApproved`."""
    found = tracker.get(Review, review, "R")
    if found.status is ReviewStatus.APPROVED:
        raise errors.ReviewApproved(found.id)
    code, tracker = tracker.new_code("N")
    return tracker.put(Recommendation(id=code, review=found.id, text=Localized(text)), on)


def respond(tracker: Tracker, code: str, wanted: RecommendationAsked, on: date) -> Tracker:
    """The tracker with the management's answer, or with other words while the evaluation is a draft.

    Raises `NeedsReason` for anything but accepting, `ReviewApproved` for other words of an approved evaluation.
    """
    old = tracker.get(Recommendation, code, "N")
    text = reworded(old.text, asdict(wanted), "text", wanted.clear)
    if text.ar != old.text.ar and tracker.reviews[old.review].status is ReviewStatus.APPROVED:
        raise errors.ReviewApproved(old.review)
    response = wanted.after(old, "response")
    if wanted.response not in (None, Response.ACCEPTED, old.response) and not wanted.reason:
        raise errors.NeedsReason(old.id, "not_accepted")
    why = wanted.reason if wanted.response is not None and wanted.response is not old.response else old.response_reason
    return tracker.put(replace(old, text=text, response=response, response_reason=why), on)


def earlier(tracker: Tracker, period: Period) -> Iterable[Recommendation]:
    """The recommendations of evaluations of earlier periods, the oldest first."""
    before = sorted((r for r in tracker.reviews.values() if r.period_end < period.start), key=lambda r: r.period_end)
    for review in before:
        yield from (n for n in tracker.recommendations.values() if n.review == review.id)
