"""Periodic evaluations, their findings and ratings, and the recommendations that follow (section 11)."""

import datetime
from enum import StrEnum

from tracker.frozen import Frozen
from tracker.model.records.localized import Localized, Text
from tracker.model.records.office import Office
from tracker.model.records.record import Record


class ReviewKind(StrEnum):
    """The evaluators, and the length of the period."""

    INTERNAL_QUARTERLY = "internal_quarterly"
    SEMIANNUAL = "semiannual"
    ANNUAL = "annual"
    INDEPENDENT = "independent"


class ReviewStatus(StrEnum):
    """An approved review is read-only; a correction is another review that names it."""

    DRAFT = "draft"
    APPROVED = "approved"


class Criterion(StrEnum):
    """The six criteria of the OECD Development Assistance Committee."""

    RELEVANCE = "relevance"
    COHERENCE = "coherence"
    EFFECTIVENESS = "effectiveness"
    EFFICIENCY = "efficiency"
    IMPACT = "impact"
    SUSTAINABILITY = "sustainability"


BEST, WORST = 4, 1  # no neutral middle: UNDP's scale forces a judgement


class Rating(Frozen, kw_only=True):
    """A rating of a step by a criterion, 1 to 4; `value` None says that it cannot be judged yet."""

    step: str
    criterion: Criterion
    value: int | None = None
    justification: Text | None = None
    evidence: tuple[str, ...] = ()


class Finding(Frozen, kw_only=True):
    """A finding about a step or about the programme; `evidence` are codes."""

    text: Localized
    step: str | None = None
    evidence: tuple[str, ...] = ()


class Figure(Frozen, kw_only=True):
    """The figures of one record: percent 0–100 as shown, health and its reasons, dates."""

    record: str
    status: str
    declared: int | None = None
    evidenced: int | None = None
    expected: int | None = None
    points: int | None = None
    health: str | None = None
    reasons: tuple[str, ...] = ()
    planned_end: datetime.date | None = None
    forecast_end: datetime.date | None = None


class Measured(Frozen, kw_only=True):
    """The figures of one indicator; `achievement` is percent of the way from baseline to target."""

    indicator: str
    value: str | None = None
    target: str | None = None
    achievement: int | None = None
    met: bool | None = None
    rating: str | None = None


class Figures(Frozen, kw_only=True):
    """The numbers of a period, frozen with the revision from which they come."""

    revision: int
    day: datetime.date
    records: tuple[Figure, ...] = ()
    indicators: tuple[Measured, ...] = ()


class Review(Record, kw_only=True):
    """An evaluation; its `figures` do not move when the tracker does, `corrects` names the approved one it corrects."""

    refers = (
        ("corrects", "reviews"),
        ("ratings.step", "steps"),
        ("findings.step", "steps"),
        ("ratings.evidence", "evidence"),
        ("findings.evidence", "evidence"),
    )
    shared = frozenset({"summary", "ratings", "findings"})
    kind: ReviewKind
    period_start: datetime.date
    period_end: datetime.date
    status: ReviewStatus = ReviewStatus.DRAFT
    lead: Office | None = None
    summary: Localized | None = None
    completed_on: datetime.date | None = None
    ratings: tuple[Rating, ...] = ()
    findings: tuple[Finding, ...] = ()
    figures: Figures | None = None
    corrects: str | None = None


class Response(StrEnum):
    """The management's answer to a recommendation."""

    ACCEPTED = "accepted"
    PARTIALLY_ACCEPTED = "partially_accepted"
    REJECTED = "rejected"


class Recommendation(Record, kw_only=True):
    """A recommendation; `response_reason` is mandatory unless it is accepted. Commitments name it as their source."""

    refers = (("review", "reviews"),)
    shared = frozenset({"text", "response_reason"})
    review: str
    text: Localized
    response: Response | None = None
    response_reason: Text | None = None
