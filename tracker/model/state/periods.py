"""The periods that are evaluated: quarters, half years and years (rule 11.1)."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from tracker.frozen import Frozen
from tracker.model.records.days import days_on
from tracker.model.records.reviews import Recommendation, ReviewKind
from tracker.model.tracker import Tracker


class Period(Frozen):
    """A quarter, a half year or a year: its first and its last day."""

    start: date
    end: date

    @property
    def kind(self) -> ReviewKind:
        """The kind of evaluation that belongs to so long a period."""
        return _KINDS.get(self.months, ReviewKind.ANNUAL)

    @property
    def months(self) -> int:
        """The number of its months."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1


_KINDS = {3: ReviewKind.INTERNAL_QUARTERLY, 6: ReviewKind.SEMIANNUAL, 12: ReviewKind.ANNUAL}


def before(period: Period) -> Period:
    """The quarter before a quarter, the half year before a half year, the year before a year."""
    end = days_on(period.start, -1)
    # An edited file may hold a period that ends before it begins, or begins with the calendar.
    year, month = divmod(max(end.year * 12 + end.month - max(period.months, 1), 12), 12)
    return Period(date(year, month + 1, 1), end)


def period_of(slug: str) -> Period:
    """The days of `2026-Q1`, `2026-H1` or `2026`."""
    year, _, part = slug.partition("-")
    months = {"": 12, "H": 6, "Q": 3}[part[:1]]
    last = months * int(part[1:] or 1)
    return Period(date(int(year), last - months + 1, 1), date(int(year), last, monthrange(int(year), last)[1]))


def quarter_of(day: date) -> Period:
    """The quarter that the day falls into."""
    return period_of(f"{day.year}-Q{(day.month + 2) // 3}")


def earlier(tracker: Tracker, period: Period) -> Iterable[Recommendation]:
    """The recommendations of evaluations of earlier periods, the oldest first."""
    before = sorted((r for r in tracker.reviews.values() if r.period_end < period.start), key=lambda r: r.period_end)
    for review in before:
        yield from (n for n in tracker.recommendations.values() if n.review == review.id)
