"""A period as an evaluation sees it: as things stood at its end, and as whoever approved it knew them (rule 11.8)."""

from datetime import date
from functools import cached_property

from tracker import errors
from tracker.model.records.reviews import Figures, Review, ReviewStatus
from tracker.model.state.assessment import Assessment, assess
from tracker.model.state.periods import Period
from tracker.model.state.snapshot import figures_of
from tracker.model.tracker import Tracker
from tracker.reports.documents.request import Request


class PeriodEnd:
    """The end of a period: `day` is its last one, or the present one while it runs, and `review` its evaluation.

    `known` is the tracker as it was when the evaluation was approved, else as it is: values of indicators and
    judgements come in after the end. `reached` tells whether the history goes back to the day.
    """

    def __init__(self, request: Request, period: Period) -> None:
        self.request, self.period = request, period
        self.review = review_of(request.tracker, period)
        self.approved = self.review is not None and self.review.status is ReviewStatus.APPROVED
        self.day = min(period.end, request.day, self._frozen_on)
        self.reached = True

    @property
    def _frozen_on(self) -> date:
        """The day of the figures that were approved, which may have been before the end."""
        frozen = self.review.figures if self.review and self.approved else None
        return frozen.day if frozen else self.period.end

    @property
    def is_past(self) -> bool:
        """Whether it lies before the day on which the document is made."""
        return self.day < self.request.day

    @cached_property
    def known(self) -> Tracker:
        """The tracker as it was right after the approval; as it is, where there is none or no history tells."""
        return self._at_approval or self.request.tracker

    @property
    def known_on(self) -> date:
        """The day of what is known."""
        approved_on = self.review.completed_on if self.review and self._at_approval else None
        return approved_on or self.request.day

    @cached_property
    def _at_approval(self) -> Tracker | None:
        if self.review is None or not self.approved:
            return None
        try:
            return self.request.approved(self.review)
        except errors.BeforeFirst:
            return None

    @cached_property
    def tracker(self) -> Tracker:
        """The tracker at the end of the day; as it is known, where the history does not reach so far."""
        if self._frozen_on < self.period.end or not self.is_past:
            return self.known
        try:
            return self.request.past(self.day)
        except errors.BeforeFirst:
            self.reached = False
            return self.known

    @cached_property
    def assessment(self) -> Assessment:
        """All that is computed of that tracker."""
        return assess(self.tracker, self.day)

    @cached_property
    def figures(self) -> Figures:
        """The frozen figures, as far as they are of this day, else those of the tracker."""
        frozen = self.review.figures if self.review else None
        return frozen if frozen and frozen.day == self.day else figures_of(self.tracker, self.day, self.assessment)


def review_of(tracker: Tracker, period: Period) -> Review | None:
    """The evaluation of a period: the correction rather than what it corrects, the approved before the draft."""
    found = [r for r in tracker.reviews.values() if (r.period_start, r.period_end) == (period.start, period.end)]
    corrected = {review.corrects for review in found}
    left = [review for review in found if review.id not in corrected] or found
    return max(left, key=lambda review: review.status is ReviewStatus.APPROVED) if left else None
