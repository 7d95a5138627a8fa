"""The kind `evaluation` of `report`: a period judged, beside an earlier one."""

from collections.abc import Iterator
from datetime import date

from tracker.frozen import replace
from tracker.message import Message, mark, msg
from tracker.model.records.indicators import Indicator
from tracker.model.records.lessons import LessonStatus
from tracker.model.records.meetings import Meeting, MeetingStatus
from tracker.model.records.obstacles import Obstacle
from tracker.model.records.reviews import Figures, Review
from tracker.model.state.assessment import assess
from tracker.model.state.indicators import indicator_state
from tracker.model.state.periods import Period, before, earlier, period_of, quarter_of
from tracker.reports.documents import evaluated
from tracker.reports.documents.cancelled import cancelled
from tracker.reports.documents.evaluated import within
from tracker.reports.documents.framed import framed
from tracker.reports.documents.period_end import PeriodEnd, review_of
from tracker.reports.documents.request import Request
from tracker.reports.documents.sides import totals_by_side
from tracker.reports.kinds import indicators, lessons, meetings, obstacles, recommendations, reviews
from tracker.reports.kinds.kind import CODE, Item, Seen, Shown, table_of
from tracker.reports.labels import FIELDS
from tracker.reports.parts import Part
from tracker.reports.pictures.course import course
from tracker.reports.report import Block, Day, Facts, Note, Notes, Percent, Ref, Report, Table, Value
from tracker.reports.thresholds import thresholds_of_the_whole
from tracker.reports.values import span, words_of


def report(request: Request) -> Report:
    """The period that was asked for, else that of the last evaluation, else the quarter of the day."""
    end = PeriodEnd(request, period_of(request.period) if request.period else _usual(request))
    then = replace(request, tracker=end.tracker, day=end.day)
    made = framed(
        then,
        end.assessment,
        "evaluation",
        msg("Evaluation report"),
        _blocks(request, end),
        limits=(thresholds_of_the_whole(end.tracker.thresholds),),
        made_on=request.day if end.is_past else None,
    )
    return replace(made, chapters=True)


def _usual(request: Request) -> Period:
    """The period of the evaluation that ends last, and of those that end together the shortest."""
    periods = [(review.period_end, review.period_start) for review in request.tracker.reviews.values()]
    if periods:
        end, start = max(periods)
        return Period(start, end)
    return quarter_of(request.day)


def _blocks(request: Request, end: PeriodEnd) -> Iterator[Block]:
    """The document in order; what is of today stands under a heading that says so."""
    then, figures, review = Seen(end.tracker, end.assessment), end.figures, end.review
    now = Seen(request.tracker, assess(request.tracker, request.day)) if end.is_past else then
    changed = evaluated.plan_changes(request, end)
    yield Facts("cover", None, tuple(_cover(now, end)))
    summary: Value = review.summary if review and review.summary else evaluated.summary(end.tracker, figures)
    yield Facts("summary", None, (("summary", msg("Summary"), summary),))
    yield Facts("quality", msg("Methodology and data quality"), tuple(_quality(end, changed)))
    yield Part("steps", msg("Steps"))
    drawn = evaluated.bars(end.tracker, figures)
    if drawn.rows:
        yield drawn
    way = course(end.tracker, end.assessment, request.past)
    if way:
        yield way
    yield evaluated.steps(then, figures, end.period)
    if review:
        yield from _judged(now, review, end)
    yield from _compared(then, request, figures)
    yield from _results(end)
    yield from _follow_up(then, end)
    yield from _learned(then, now, end)
    if end.is_past:
        yield from evaluated.since(now, end)
    yield Part("annexes", msg("Annexes"))
    yield changed
    yield cancelled(then)


def _results(end: PeriodEnd) -> Iterator[Block]:
    """The indicators at the end, by the values that are known: those of a period come in after it."""
    tracker = end.known
    seen = Seen(tracker, end.assessment)
    yield Part(
        "results", _of_a_day(msg("Results"), mark("Results according to the values known on {day}"), end, end.known_on)
    )
    yield indicators.KIND.table(seen, tracker.indicators, Shown("source", value=_last_source, rank=5))
    humane = [code for code, indicator in tracker.indicators.items() if indicator.category in indicators.HUMANE]
    title = msg("Humanitarian results and human-rights safeguards")
    yield replace(indicators.KIND.table(seen, humane), key="humane", heading=title)


def _of_a_day(present: Message, past: str, end: PeriodEnd, day: date) -> Message:
    """The heading of what is of another day than the rest where the period is over; there it says the day."""
    return Message(past, {"day": Day(day)}) if end.is_past else present


def _last_source(seen: Seen, indicator: Indicator) -> Value:
    """The paper that the last value comes from."""
    latest = indicators.state(seen, indicator).latest
    return Ref(latest.source) if latest and latest.source else None


def _follow_up(seen: Seen, end: PeriodEnd) -> Iterator[Block]:
    yield Part("follow_up", msg("Meetings, commitments and obstacles"))
    yield _meetings(seen, end.period)
    yield totals_by_side(seen.tracker, seen.assessment)
    yield evaluated.obstacles_by_type(seen.tracker, end.period, end.day)
    yield obstacles.KIND.table(seen, [o.id for o in seen.tracker.obstacles.values() if _moved(o, end)])


def _learned(then: Seen, now: Seen, end: PeriodEnd) -> Iterator[Block]:
    yield Part("learned", msg("Lessons and recommendations"))
    learned = [x for x in then.tracker.lessons.values() if not x.recorded_on or x.recorded_on <= end.day]
    recent = [x.id for x in learned if x.status is LessonStatus.APPLIED or within(x.recorded_on, end.period)]
    yield lessons.KIND.table(then, recent)
    old = recommendations.KIND.table(now, [each.id for each in earlier(now.tracker, end.period)])
    fate = (
        msg("Earlier recommendations and their outcome"),
        mark("Earlier recommendations and their outcome as of {day}"),
    )
    yield replace(old, key="earlier", heading=_of_a_day(*fate, end, now.day))
    yield Notes("coming", msg("Next period"), tuple(_coming(then, end)), msg("Nothing falls due in the period."))


def _judged(now: Seen, review: Review, end: PeriodEnd) -> Iterator[Block]:
    """Ratings, findings and recommendations of the evaluation; nothing of what is not there."""
    if review.ratings:
        yield reviews.heat(end.known, review)
        yield evaluated.judgements(now, review, review_of(end.known, before(end.period)))
    fate = msg("Recommendations"), mark("Recommendations and their outcome as of {day}")
    for table in reviews.judged(now, review):
        of_today = table.key == "recommendations"
        yield replace(table, heading=_of_a_day(*fate, end, now.day)) if of_today else table


def _cover(now: Seen, end: PeriodEnd) -> Iterator[Item]:
    yield "period", msg("Period"), span(Day(end.period.start), Day(end.period.end))
    if end.is_past:
        yield "as_of", msg("State shown"), _state(end)
    if end.review is None:
        yield "status", FIELDS["status"], msg("not evaluated yet")
        return
    yield "review", FIELDS["review"], Ref(end.review.id)
    shown = {"status", "lead", *(("completed_on", "figures") if end.approved and end.review.figures else ())}
    yield from (item for item in reviews.KIND.items(now, end.review) if item[0] in shown)


def _state(end: PeriodEnd) -> Message:
    """The day of the whole, and where the history does not reach back to it, the day of the records."""
    day = Day(end.day)
    if end.reached:
        return msg("as it was on {day}", day=day)
    return msg(
        "as of {day}, according to the records of {known}: the history begins later", day=day, known=Day(end.known_on)
    )


def _quality(end: PeriodEnd, changed: Table) -> Iterator[Item]:
    papers = list(end.tracker.evidence.values())
    verified = sum(paper.verified_on is not None and paper.verified_on <= end.day for paper in papers)
    yield "papers", msg("Evidence"), len(papers)
    yield "verified", msg("Verified"), Percent(100 * verified // len(papers)) if papers else None
    yield "stale", msg("Not updated on time"), sum(state.stale for state in end.assessment.steps.values())
    measured = (indicator_state(end.tracker, each, end.day).latest for each in end.tracker.indicators.values())
    yield "unmeasured", msg("Indicators never measured"), sum(latest is None for latest in measured)
    yield "plan_changes", msg("Changes to the plan"), len(changed.rows) or changed.empty


def _compared(seen: Seen, request: Request, after: Figures) -> Iterator[Block]:
    """The comparison with the period that was named; frozen figures are taken rather than computed anew."""
    if request.against is not None:
        other = PeriodEnd(request, period_of(request.against))
        yield evaluated.comparison(seen, other.figures, after)


def _moved(obstacle: Obstacle, end: PeriodEnd) -> bool:
    """Whether the obstacle was raised or resolved in the period, or was still open at its end."""
    if obstacle.raised_on and obstacle.raised_on > end.day:
        return False
    open_still = obstacle.active or (obstacle.resolved_on is not None and obstacle.resolved_on > end.day)
    return open_still or any(within(day, end.period) for day in (obstacle.raised_on, obstacle.resolved_on))


def _meetings(seen: Seen, period: Period) -> Table:
    """The meetings that were held in the period against those planned."""
    planned = [meeting for meeting in seen.tracker.meetings.values() if within(meeting.last_day, period)]
    columns: list[Shown[Meeting]] = [CODE, *(meetings.KIND.column(key) for key in ("title", "date", "status"))]
    held = sum(meeting.status is MeetingStatus.HELD for meeting in planned)
    title = msg("Meetings held: {held} of {planned}", held=held, planned=len(planned))
    return table_of(seen, "meetings", title, columns, planned, msg("No meeting fell within the period."))


def _coming(then: Seen, end: PeriodEnd) -> Iterator[Note]:
    """The work planned to end in the period that follows, and the gates that were still to be passed before it."""
    last, days = end.period.end, (end.period.end - end.period.start).days + 1
    for code, state in then.assessment.activities.items():
        activity = state.activity
        if not state.asked or not activity.planned_end or not 0 < (activity.planned_end - last).days <= days:
            continue
        words = {"code": Ref(code), "title": words_of(activity), "day": Day(activity.planned_end)}
        ahead = evaluated.gates_ahead(activity, end.day)
        text = msg("{code} {title}: due on {day}", **words)
        if ahead.values:
            text = msg("{code} {title}: due on {day}; gates to pass: {gates}", **words, gates=ahead)
        yield Note(text, None, code)
