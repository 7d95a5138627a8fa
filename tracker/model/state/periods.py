"""The periods that are evaluated: quarters and years (rule 11.1)."""

from collections.abc import Iterable
from datetime import date, timedelta

from tracker.frozen import Frozen
from tracker.model.records.reviews import Recommendation, ReviewKind
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


def earlier(tracker: Tracker, period: Period) -> Iterable[Recommendation]:
    """The recommendations of evaluations of earlier periods, the oldest first."""
    before = sorted((r for r in tracker.reviews.values() if r.period_end < period.start), key=lambda r: r.period_end)
    for review in before:
        yield from (n for n in tracker.recommendations.values() if n.review == review.id)
