"""The judgements of evaluations on one step: its last ratings and every finding."""

from collections.abc import Iterator

from tracker.message import Message, msg
from tracker.model.records.reviews import Review
from tracker.model.tracker import Tracker
from tracker.reports.kinds.kind import refs
from tracker.reports.report import Block, Column, Facts, Ref, Table, Word


def judgements(tracker: Tracker, step: str) -> Iterator[Block]:
    """The ratings of the latest evaluation that rated the step, and the findings of all, the latest first."""
    reviews = sorted(tracker.reviews.values(), key=lambda review: review.period_end, reverse=True)
    rated = next((review for review in reviews if any(r.step == step for r in review.ratings)), None)
    if rated:
        yield _ratings(rated, step)
    rows = tuple(
        (Ref(review.id), found.text, refs(found.evidence))
        for review in reviews
        for found in review.findings
        if found.step == step
    )
    if rows:
        columns = (
            Column("review", msg("Evaluation")),
            Column("text", msg("Finding"), flexible=True, letters=20),
            Column("evidence", msg("Evidence"), rank=1),
        )
        yield Table("findings", msg("Findings"), columns, rows)


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
