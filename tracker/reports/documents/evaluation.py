"""The kind `evaluation` of `report`: a period judged, beside an earlier one."""

from collections.abc import Iterator

from tracker import errors
from tracker.frozen import replace
from tracker.message import msg
from tracker.model.records.indicators import Indicator
from tracker.model.records.lessons import LessonStatus
from tracker.model.records.meetings import Meeting, MeetingStatus
from tracker.model.records.obstacles import Obstacle
from tracker.model.records.reviews import Figures, Review, ReviewStatus
from tracker.model.records.status import Status
from tracker.model.state.assessment import Assessment, assess
from tracker.model.state.periods import Period, before, earlier, period_of
from tracker.model.state.snapshot import figures_of
from tracker.model.tracker import Tracker
from tracker.reports.documents import evaluated
from tracker.reports.documents.cancelled import cancelled
from tracker.reports.documents.evaluated import within
from tracker.reports.documents.framed import framed
from tracker.reports.documents.request import Request
from tracker.reports.documents.sides import totals_by_side
from tracker.reports.kinds import indicators, lessons, meetings, obstacles, recommendations, reviews
from tracker.reports.kinds.kind import CODE, Item, Seen, Shown, table_of
from tracker.reports.parts import Part
from tracker.reports.report import Block, Day, Facts, Note, Notes, Percent, Ref, Report, Table, Value
from tracker.reports.thresholds import thresholds_of_the_whole
from tracker.reports.values import span
from tracker.reports.vocabulary import FIELDS


def report(request: Request) -> Report:
    """The period that was asked for, else that of the last evaluation, else the quarter of the day."""
    assessment = assess(request.tracker, request.day)
    period = period_of(request.period) if request.period else _usual(request)
    blocks, limits = _blocks(request, assessment, period), (thresholds_of_the_whole(request.tracker.thresholds),)
    return framed(request, assessment, "evaluation", msg("Evaluation report"), blocks, limits=limits)


def _usual(request: Request) -> Period:
    """The period of the evaluation that ends last, and of those that end together the shortest."""
    periods = [(review.period_end, review.period_start) for review in request.tracker.reviews.values()]
    if periods:
        end, start = max(periods)
        return Period(start, end)
    return period_of(f"{request.day.year}-Q{(request.day.month + 2) // 3}")


def _blocks(request: Request, assessment: Assessment, period: Period) -> Iterator[Block]:
    tracker, review = request.tracker, review_of(request.tracker, period)
    seen = Seen(tracker, assessment)
    figures = _figures(request, period, review)
    changed = evaluated.plan_changes(request, period)
    yield Facts("cover", None, tuple(_cover(seen, period, review)))
    summary: Value = review.summary if review and review.summary else evaluated.summary(tracker, figures)
    yield Facts("summary", None, (("summary", msg("Summary"), summary),))
    yield Facts("quality", msg("Method and quality of the data"), tuple(_quality(tracker, assessment, changed)))
    yield Part("steps", msg("Steps"))
    yield evaluated.bars(tracker, figures)
    yield evaluated.steps(seen, figures, period)
    if review:
        yield from _judged(seen, review, review_of(tracker, before(period)))
    yield from _compared(seen, request, figures)
    yield from _results(seen)
    yield from _follow_up(seen, period)
    yield from _learned(seen, period)
    yield Part("annexes", msg("Annexes"))
    yield changed
    yield cancelled(seen)


def _results(seen: Seen) -> Iterator[Block]:
    tracker = seen.tracker
    yield Part("results", msg("Results"))
    yield indicators.KIND.table(seen, tracker.indicators, Shown("source", value=_last_source, rank=5))
    humane = [code for code, indicator in tracker.indicators.items() if indicator.category in indicators.HUMANE]
    title = msg("Results for people and human-rights safeguards")
    yield replace(indicators.KIND.table(seen, humane), key="humane", heading=title)


def _last_source(_: Seen, indicator: Indicator) -> Value:
    """The paper that the last value comes from."""
    measured = indicator.measurements
    return Ref(measured[-1].source) if measured and measured[-1].source else None


def _follow_up(seen: Seen, period: Period) -> Iterator[Block]:
    yield Part("follow_up", msg("Meetings, commitments and obstacles"))
    yield _meetings(seen, period)
    yield totals_by_side(seen.tracker, seen.assessment)
    yield evaluated.obstacles_by_type(seen.tracker, period)
    yield obstacles.KIND.table(seen, [o.id for o in seen.tracker.obstacles.values() if _moved(o, period)])


def _learned(seen: Seen, period: Period) -> Iterator[Block]:
    yield Part("learned", msg("Lessons and recommendations"))
    learned = seen.tracker.lessons.values()
    recent = [x.id for x in learned if x.status is LessonStatus.APPLIED or within(x.recorded_on, period)]
    yield lessons.KIND.table(seen, recent)
    old = recommendations.KIND.table(seen, [each.id for each in earlier(seen.tracker, period)])
    yield replace(old, key="earlier", heading=msg("Earlier recommendations and their fate"))
    yield Notes("coming", msg("Next period"), tuple(_coming(seen.tracker, period)), msg("Nothing is due in it."))


def _judged(seen: Seen, review: Review, last: Review | None) -> Iterator[Block]:
    """Ratings, findings and recommendations of the evaluation; nothing of what is not there."""
    if review.ratings:
        yield reviews.heat(seen.tracker, review)
        yield evaluated.judgements(seen, review, last)
    yield from reviews.judged(seen, review)


def review_of(tracker: Tracker, period: Period) -> Review | None:
    """The evaluation of a period: the correction rather than what it corrects, the approved before the draft."""
    found = [r for r in tracker.reviews.values() if (r.period_start, r.period_end) == (period.start, period.end)]
    corrected = {review.corrects for review in found}
    left = [review for review in found if review.id not in corrected] or found
    return max(left, key=lambda review: review.status is ReviewStatus.APPROVED) if left else None


def _cover(seen: Seen, period: Period, review: Review | None) -> Iterator[Item]:
    yield "period", msg("Period"), span(Day(period.start), Day(period.end))
    if review is None:
        yield "status", FIELDS["status"], msg("not evaluated yet")
        return
    yield "review", FIELDS["review"], Ref(review.id)
    yield from (item for item in reviews.KIND.items(seen, review) if item[0] in ("status", "lead"))


def _quality(tracker: Tracker, assessment: Assessment, changed: Table) -> Iterator[Item]:
    papers = list(tracker.evidence.values())
    verified = sum(paper.verified_on is not None for paper in papers)
    yield "papers", msg("Evidence"), len(papers)
    yield "verified", msg("Verified"), Percent(100 * verified // len(papers)) if papers else None
    yield "stale", msg("Not updated in time"), sum(state.stale for state in assessment.steps.values())
    unmeasured = sum(not indicator.measurements for indicator in tracker.indicators.values())
    yield "unmeasured", msg("Indicators never measured"), unmeasured
    yield "plan_changes", msg("Changes of the plan"), len(changed.rows) or changed.empty


def _compared(seen: Seen, request: Request, after: Figures) -> Iterator[Block]:
    """The comparison with the period that was named; frozen figures are taken rather than computed anew."""
    if request.against is None:
        return
    other = period_of(request.against)
    yield evaluated.comparison(seen, _figures(request, other, review_of(request.tracker, other)), after)


def _figures(request: Request, period: Period, review: Review | None) -> Figures:
    """The frozen figures, else those of the history at the end of the period, else of the records as they are."""
    if review and review.figures:
        return review.figures
    day = min(period.end, request.day)
    try:
        return figures_of(request.past(day), day)
    except errors.BeforeFirst:
        return figures_of(request.tracker, day)


def _moved(obstacle: Obstacle, period: Period) -> bool:
    """Whether the obstacle was raised or resolved in the period, or is open still."""
    return obstacle.active or any(within(day, period) for day in (obstacle.raised_on, obstacle.resolved_on))


def _meetings(seen: Seen, period: Period) -> Table:
    """The meetings that were held in the period against those planned."""
    planned = [meeting for meeting in seen.tracker.meetings.values() if within(meeting.last_day, period)]
    columns: list[Shown[Meeting]] = [CODE, *(meetings.KIND.column(key) for key in ("title", "date", "status"))]
    held = sum(meeting.status is MeetingStatus.HELD for meeting in planned)
    title = msg("Meetings held: {held} of {planned}", held=held, planned=len(planned))
    return table_of(seen, "meetings", title, columns, planned, msg("No meeting fell into the period."))


def _coming(tracker: Tracker, period: Period) -> Iterator[Note]:
    """The work planned to end in the period that follows, and the gates that were still to be passed before it."""
    for activity in tracker.activities.values():
        end = activity.planned_end
        if activity.status is Status.CANCELLED or not end:
            continue
        if 0 < (end - period.end).days <= (period.end - period.start).days + 1:
            words = {"code": Ref(activity.id), "title": activity.title, "day": Day(end)}
            ahead = evaluated.gates_ahead(activity, period.end)
            text = msg("{code} {title}: due on {day}", **words)
            if ahead.values:
                text = msg("{code} {title}: due on {day}; gates to pass: {gates}", **words, gates=ahead)
            yield Note(text, None, activity.id)
