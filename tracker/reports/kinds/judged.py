"""The judgements of evaluations on one step: its last ratings and every finding."""

from collections.abc import Iterator

from tracker.message import Message, msg
from tracker.model.records.reviews import Review
from tracker.reports.kinds.kind import Seen, Shown
from tracker.reports.kinds.reviews import Found, findings_table
from tracker.reports.report import Block, Facts, Ref, Word

_BY_REVIEW: Shown[Found] = Shown("review", value=lambda _, each: Ref(each[0].id))


def judgements(seen: Seen, step: str) -> Iterator[Block]:
    """The ratings of the latest evaluation that rated the step, and the findings of all, the latest first."""
    reviews = sorted(seen.tracker.reviews.values(), key=lambda review: review.period_end, reverse=True)
    rated = next((review for review in reviews if any(r.step == step for r in review.ratings)), None)
    if rated:
        yield _ratings(rated, step)
    found = [(review, each) for review in reviews for each in review.findings if each.step == step]
    if found:
        yield findings_table(seen, _BY_REVIEW, found)


def _ratings(review: Review, step: str) -> Facts:
    ratings = [rating for rating in review.ratings if rating.step == step]
    items = tuple(
        (
            rating.criterion.value,
            Message("{word}", {"word": Word(rating.criterion)}),
            msg("cannot be judged yet") if rating.value is None else rating.value,
        )
        for rating in ratings
    )
    return Facts("ratings", msg("Ratings from 1 to 4 in {review}", review=Ref(review.id)), items)
