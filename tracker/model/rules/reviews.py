"""Rules of evaluations that hold whatever command was given (rules 11.4, 11.5)."""

from collections.abc import Iterator

from tracker import errors
from tracker.model.records.reviews import BEST, WORST, Response
from tracker.model.tracker import Tracker


def broken_in_reviews(tracker: Tracker) -> Iterator[errors.RuleBroken]:
    """Every rule of evaluations and recommendations that the tracker breaks."""
    for review in tracker.reviews.values():
        for rating in review.ratings:
            if rating.value is not None and not WORST <= rating.value <= BEST:
                yield errors.RatingRefused(rating.value, WORST, BEST)
            if rating.value is not None and not rating.evidence and not rating.justification:
                yield errors.NeedsJustification(review.id, rating.step)
    for recommendation in tracker.recommendations.values():
        answered = recommendation.response not in (None, Response.ACCEPTED)
        if answered and not recommendation.response_reason:
            yield errors.NeedsReason(recommendation.id, "not_accepted")
