"""The lists and pages of evaluations: ratings by step and criterion, findings, recommendations, frozen figures."""

from collections.abc import Iterable
from typing import Any

from tracker.message import Message, msg
from tracker.model.records.reviews import Criterion, Figure, Figures, Finding, Review, ReviewStatus
from tracker.model.records.status import Status
from tracker.model.state.health import Health, Reason
from tracker.model.tracker import Tracker
from tracker.reports.kinds import kind_of
from tracker.reports.kinds.kind import Kind, Seen, Shown, code, plain, refs, table_of
from tracker.reports.pictures.drawn import Heat
from tracker.reports.report import Block, Colour, Day, Facts, Points, Ref, Table, Word
from tracker.reports.values import percent, record_name, span, titled

HEADINGS: dict[Criterion, Message] = {
    Criterion.RELEVANCE: msg("Relevance"),
    Criterion.COHERENCE: msg("Coherence"),
    Criterion.EFFECTIVENESS: msg("Effectiveness"),
    Criterion.EFFICIENCY: msg("Efficiency"),
    Criterion.IMPACT: msg("Impact"),
    Criterion.SUSTAINABILITY: msg("Sustainability"),
}
"""The criteria as headings of columns, in capitals where a language has them."""


def period(review: Review) -> Message:
    """The period of an evaluation, from its first to its last day."""
    return span(Day(review.period_start), Day(review.period_end))


def recommended(tracker: Tracker, review: str) -> list[str]:
    """The codes of an evaluation's recommendations."""
    return [n.id for n in tracker.recommendations.values() if n.review == review]


def _frozen(_: Seen, review: Review) -> Message | None:
    """The day and the revision of the frozen figures."""
    if review.figures is None:
        return None
    number = Ref(str(review.figures.revision))
    return msg("on {day}, from revision {number}", day=Day(review.figures.day), number=number)


def _blocks(seen: Seen, review: Review) -> Iterable[Block]:
    """The ratings, findings, recommendations, figures; nothing of what is not there."""
    if review.ratings:
        yield heat(seen.tracker, review)
    yield from judged(seen, review)
    if review.figures:
        yield _figures(seen, review.figures)


def _data(seen: Seen, review: Review) -> dict[str, Any]:
    """The stored fields and the recommendations."""
    approved = review.status is ReviewStatus.APPROVED
    return {**plain(review), "approved": approved, "recommendations": recommended(seen.tracker, review.id)}


def judged(seen: Seen, review: Review) -> Iterable[Table]:
    """The findings and recommendations of an evaluation, where there are some."""
    if review.findings:
        yield findings_table(seen, _ON_STEP, ((review, found) for found in review.findings))
    codes = recommended(seen.tracker, review.id)
    if codes:
        yield kind_of("recommendations").table(seen, codes)


def heat(tracker: Tracker, review: Review) -> Heat:
    """Steps by criteria; a dash is what cannot be judged yet. There is no average across criteria (rule 11.4)."""
    given = {(rating.step, rating.criterion): rating.value for rating in review.ratings}
    rows = tuple(
        (
            titled(code, step.title),
            tuple(given.get((code, criterion)) for criterion in Criterion),
        )
        for code, step in tracker.steps.items()
    )
    columns = tuple(HEADINGS[criterion] for criterion in Criterion)
    alt = msg("Ratings of the steps by six criteria, from 1 (unsatisfactory) to 4 (fully satisfactory).")
    return Heat("ratings", msg("Ratings"), alt, columns, rows)


Found = tuple[Review, Finding]
_BY_REVIEW: Shown[Found] = Shown("review", value=lambda _, each: Ref(each[0].id))
_ON_STEP: Shown[Found] = Shown("step", value=lambda _, each: Ref(each[1].step) if each[1].step else None)


def findings_table(seen: Seen, first: Shown[Found], found: Iterable[Found]) -> Table:
    """The table of findings with the papers that they rest on; `first` says of what, or by which evaluation."""
    columns: list[Shown[Found]] = [
        first,
        Shown("text", msg("Finding"), lambda _, each: each[1].text, flexible=True, letters=20),
        Shown("evidence", value=lambda _, each: refs(each[1].evidence), rank=1),
    ]
    return table_of(seen, "findings", msg("Findings"), columns, found)


def judgements(seen: Seen, step: str) -> Iterable[Block]:
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
            msg("not assessable yet") if rating.value is None else rating.value,
        )
        for rating in ratings
    )
    return Facts("ratings", msg("Ratings from 1 to 4 in {review}", review=Ref(review.id)), items)


def figure_colour(_: Seen, figure: Figure) -> Colour:
    """The frozen health with its reasons."""
    return Colour(Health(figure.health or Health.GREY), tuple(Reason(reason) for reason in figure.reasons))


STATUS_THEN: Shown[Figure] = Shown("status", value=lambda _, figure: Word(Status(figure.status)))
EXPECTED_THEN: Shown[Figure] = Shown("expected", value=lambda _, figure: percent(figure.expected), rank=2)
VARIANCE_THEN: Shown[Figure] = Shown(
    "variance", value=lambda _, figure: None if figure.points is None else Points(figure.points)
)
HEALTH_THEN: Shown[Figure] = Shown("health", value=figure_colour)


def _figures(seen: Seen, figures: Figures) -> Table:
    """The frozen figures of the initiative, the aspects and the steps."""
    columns: list[Shown[Figure]] = [
        Shown("record", msg("Step or aspect"), lambda _, figure: record_name(figure.record)),
        STATUS_THEN.with_rank(1),
        Shown("declared", value=lambda _, figure: percent(figure.declared)),
        Shown("evidenced", msg("Evidenced"), lambda _, figure: percent(figure.evidenced)),
        *(EXPECTED_THEN, VARIANCE_THEN, HEALTH_THEN),
    ]
    whole = (figure for figure in figures.records if "." not in figure.record)
    return table_of(seen, "figures", msg("Figures of the period"), columns, whole)


KIND: Kind[Review] = Kind(
    name="reviews",
    heading=msg("Evaluations"),
    empty=msg("No evaluation matches."),
    added_by="add-review",
    columns=[
        Shown("period", msg("Period"), lambda _, review: period(review), flexible=True, letters=14),
        Shown("kind", rank=2),
        Shown("status"),
        Shown("lead", flexible=True, rank=1),
        Shown("ratings", value=lambda _, review: sum(rating.value is not None for rating in review.ratings)),
        Shown("findings", value=lambda _, review: len(review.findings)),
        Shown("recommendations", msg("Recommendations"), lambda seen, r: refs(recommended(seen.tracker, r.id))),
    ],
    facts=[
        *("period", "kind", "status", "lead"),
        Shown("completed_on", msg("Approved on")),
        code("corrects"),
        "summary",
        Shown("figures", msg("Figures frozen"), _frozen),
    ],
    data=_data,
    blocks=_blocks,
    filters=("status", "side", "owner", "open"),
    is_open=lambda review: review.status is ReviewStatus.DRAFT,
    owner="lead",
)
