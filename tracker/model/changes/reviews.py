"""Evaluating periods: frozen figures, ratings, findings, approval, recommendations (section 11)."""

from datetime import date

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.changes.change import Change, TextChange, apply_fields
from tracker.model.changes.items import Wording, reworded
from tracker.model.records.evidence import Evidence
from tracker.model.records.localized import Localized, Text, as_text, in_languages
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
from tracker.model.rules.dates import check_past
from tracker.model.state.periods import Period
from tracker.model.state.snapshot import measured
from tracker.model.tracker import Tracker


class NewRating(Frozen):
    """A rating to be given: 1 to 4, or None for what cannot be judged yet."""

    step: str
    criterion: Criterion
    value: int | None


class ReviewChange(Change, kw_only=True):
    """A change asked of an evaluation; `justification` and `evidence` (codes) go with its ratings and findings.

    `figures` are put in place of those it has; `freeze` asks whoever gives them to take them anew.
    """

    ruled = frozenset({"kind", "corrects", "findings"})
    kind: ReviewKind | None = None
    lead: Office | None = None
    corrects: str | None = None
    summary_ar: str | None = None
    summary_tr: str | None = None
    summary_en: str | None = None
    rate: tuple[NewRating, ...] = ()
    justification_ar: str | None = None
    justification_tr: str | None = None
    justification_en: str | None = None
    evidence: tuple[str, ...] = ()
    findings: tuple[Localized, ...] = ()
    findings_ar: tuple[Wording, ...] = ()
    findings_tr: tuple[Wording, ...] = ()
    findings_en: tuple[Wording, ...] = ()
    step: str | None = None
    figures: Figures | None = None
    freeze: bool = False
    approve: date | None = None


class RecommendationChange(TextChange, kw_only=True):
    """A change asked of a recommendation."""

    response: Response | None = None
    response_reason_ar: str | None = None
    response_reason_tr: str | None = None
    response_reason_en: str | None = None


def add(tracker: Tracker, period: Period, change: ReviewChange, on: date) -> Tracker:
    """The tracker with an evaluation of that period, in draft, with its figures frozen.

    Raises `DateInFuture` for a period that has not begun, `PeriodReviewed` where there is one already that this one
    does not correct, and what `update` raises.
    """
    code, tracker = tracker.new_code("R")
    check_past(code, on, period.start)
    kind = change.kind or period.kind
    corrects = tracker.get(Review, change.corrects).id if change.corrects else None
    for other in tracker.reviews.values():
        same = (other.period_start, other.period_end, other.kind) == (period.start, period.end, kind)
        if same and other.id != corrects:
            raise errors.PeriodReviewed(other.id)
    new = Review(id=code, kind=kind, period_start=period.start, period_end=period.end, corrects=corrects)
    return _apply(tracker, new, change, on)


def update(tracker: Tracker, code: str, change: ReviewChange, on: date) -> Tracker:
    """The tracker after the change, made on the day `on`.

    An approved one is read-only; who asks for nothing, and only adds a note, is not refused.
    Raises `NotFound`, `ReviewApproved`, `NeedsJustification`, `RatingRefused`.
    """
    review = tracker.get(Review, code)
    if review.status is ReviewStatus.APPROVED and replace(change, reason=None) != ReviewChange():
        raise errors.ReviewApproved(review.id)
    return _apply(tracker, review, change, on)


def _apply(tracker: Tracker, old: Review, change: ReviewChange, on: date) -> Tracker:
    tracker, new = apply_fields(tracker, old, change, on)
    evidence = tuple(tracker.get(Evidence, code).id for code in change.evidence)
    step = tracker.get(Step, change.step).id if change.step else None
    found = tuple(Finding(text=text, step=step, evidence=evidence) for text in change.findings)
    findings = _reworded(old.id, (*old.findings, *found), change)
    new = replace(new, ratings=_ratings(tracker, old, change, evidence), findings=findings)
    if change.approve:
        check_past(old.id, on, change.approve)
        new = replace(new, status=ReviewStatus.APPROVED, completed_on=change.approve)
        if new.figures:
            known = measured(tracker, new.figures.day)
            new = replace(new, figures=replace(new.figures, indicators=known))
    return tracker.put(new, on)


def _reworded(code: str, findings: tuple[Finding, ...], change: ReviewChange) -> tuple[Finding, ...]:
    wordings = (*change.findings_ar, *change.findings_tr, *change.findings_en)
    texts = reworded(code, [finding.text for finding in findings], wordings)
    return tuple(replace(finding, text=text) for finding, text in zip(findings, texts, strict=True))


def _ratings(tracker: Tracker, old: Review, change: ReviewChange, evidence: tuple[str, ...]) -> tuple[Rating, ...]:
    """The ratings by step and criterion; each has evidence or a justification."""
    known = {(rating.step, rating.criterion): rating for rating in old.ratings}
    for rated in change.rate:
        if rated.value is not None and not WORST <= rated.value <= BEST:
            raise errors.RatingRefused(rated.value, WORST, BEST)
        step = tracker.get(Step, rated.step).id
        before = known.get((step, rated.criterion))
        justification = _justification(before if before and before.value == rated.value else None, change)
        if not evidence and not justification:
            raise errors.NeedsJustification(old.id, step)
        known[step, rated.criterion] = Rating(
            step=step,
            criterion=rated.criterion,
            value=rated.value,
            justification=justification,
            evidence=evidence,
        )
    steps, criteria = list(tracker.steps), list(Criterion)
    return tuple(sorted(known.values(), key=lambda r: (steps.index(r.step), criteria.index(r.criterion))))


def _justification(same: Rating | None, change: ReviewChange) -> Text | None:
    """The justification that is given; in another language it stands beside that of a rating that stays the same."""
    given = change.words("justification")
    kept = in_languages(same.justification).wordings() if same and same.justification and given else {}
    found = given if kept.keys() & given.keys() else {**kept, **given}
    return as_text(Localized(**found)) if found else None


def recommend(tracker: Tracker, review: str, text: Localized, on: date) -> Tracker:
    """The tracker with a recommendation of an evaluation that is not approved yet. Raises `ReviewApproved`."""
    found = tracker.get(Review, review)
    if found.status is ReviewStatus.APPROVED:
        raise errors.ReviewApproved(found.id)
    code, tracker = tracker.new_code("N")
    return tracker.put(Recommendation(id=code, review=found.id, text=text), on)


def _other_words(old: Localized, new: Localized) -> bool:
    """Whether the words themselves are others; a translation of them is not."""
    lang = old.shown_in("ar")
    return new.wordings().get(lang) != old.wordings().get(lang)


def respond(tracker: Tracker, code: str, change: RecommendationChange, on: date) -> Tracker:
    """The tracker with the management's answer, or with other words while the evaluation is a draft.

    Raises `NeedsReason` for anything but accepting, `ReviewApproved` for other words of an approved evaluation.
    """
    old = tracker.get(Recommendation, code)
    tracker, new = apply_fields(tracker, old, change, on)
    if _other_words(old.text, new.text) and tracker.get(Review, old.review).status is ReviewStatus.APPROVED:
        raise errors.ReviewApproved(old.review)
    if change.response not in (None, Response.ACCEPTED, old.response) and not change.reason:
        raise errors.NeedsReason(old.id, "not_accepted")
    if change.response not in (None, old.response):
        new = replace(new, response_reason=change.reason)
    return tracker.put(new, on)
