"""Findings of `check` in evaluations: missing, unrated, unanswered, accepted and not carried out (rule 11.7)."""

from collections.abc import Iterator
from datetime import date

from tracker.model.checks.finding import Finding
from tracker.model.records.days import days_on
from tracker.model.records.reviews import Criterion, Response, ReviewStatus
from tracker.model.records.status import Status
from tracker.model.tracker import Tracker

CODES = (
    "review_draft",
    "review_unrated",
    "recommendation_unanswered",
    "recommendation_without_commitment",
)


def review_findings(tracker: Tracker, day: date) -> Iterator[Finding]:
    """Findings in evaluations and recommendations at the end of `day`; numbers are days, or ratings that lack."""
    grace = tracker.thresholds.stale_days
    for review in tracker.reviews.values():
        if review.status is ReviewStatus.APPROVED:
            continue
        if day > days_on(review.period_end, grace):
            yield Finding("review_draft", review.id, (day - review.period_end).days)
        steps = [code for code, step in tracker.steps.items() if step.status is not Status.CANCELLED]
        lacking = len(steps) * len(Criterion) - sum(rating.step in steps for rating in review.ratings)
        if lacking > 0:
            yield Finding("review_unrated", review.id, lacking)
    promised = {commitment.source for commitment in tracker.commitments.values()}
    for code, recommendation in tracker.recommendations.items():
        if recommendation.response is None:
            yield Finding("recommendation_unanswered", code)
        elif recommendation.response is not Response.REJECTED and code not in promised:
            yield Finding("recommendation_without_commitment", code)
