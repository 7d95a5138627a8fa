"""The kind `brief` of `report`: one page to the minister."""

from collections.abc import Iterator
from datetime import timedelta

from tracker import errors
from tracker.message import Message, msg, msg_in
from tracker.model.records.activities import Activity
from tracker.model.records.indicators import Category, Indicator, Unit
from tracker.model.records.obstacles import Obstacle
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.state.assessment import Assessment, assess
from tracker.model.state.health import foremost
from tracker.model.state.indicators import IndicatorState, indicator_state, trend
from tracker.model.state.progress import displayed
from tracker.model.state.series import next_scheduled
from tracker.model.tracker import Tracker
from tracker.reports import nouns
from tracker.reports.answers.decisions_needed import decisions_needed, gravest
from tracker.reports.documents.framed import framed
from tracker.reports.documents.request import Request
from tracker.reports.kinds.indicators import amount, met_word, rating_cell
from tracker.reports.parts import Signature, Signatures
from tracker.reports.pictures.made import overall
from tracker.reports.report import (
    Block,
    Colour,
    Column,
    Day,
    Facts,
    Note,
    Notes,
    Points,
    Ref,
    Report,
    Table,
    Value,
    Word,
)
from tracker.reports.small_print import freshness
from tracker.reports.thresholds import thresholds_of_the_whole
from tracker.reports.values import expected_cell, office_name, points_cell, progress_cell

MOST = 3
RECENT_DAYS = 30
HUMANE = (Category.HUMANITARIAN, Category.SAFEGUARD)


def report(request: Request) -> Report:
    """The brief, at most 35 lines: where we stand, what hinders us, what must be decided."""
    assessment = assess(request.tracker, request.day)
    title = msg("Brief to the minister")
    blocks, limits = _blocks(request, assessment), (thresholds_of_the_whole(request.tracker.thresholds),)
    return framed(request, assessment, "brief", title, blocks, wide=False, limits=limits, dated=False)


def _blocks(request: Request, assessment: Assessment) -> Iterator[Block]:
    tracker = request.tracker
    yield Facts("position", msg("Overall position"), tuple(_position(request, assessment)))
    yield _steps(assessment)
    yield _aspects(assessment)
    done = tuple(_achieved(tracker, assessment))[:MOST]
    yield Notes("achieved", msg("Main achievements"), done, msg("Nothing was completed with evidence yet."))
    grave = [_obstacle(tracker, assessment, obstacle) for obstacle in gravest(tracker)[:MOST]]
    yield Notes("obstacles", msg("Obstacles"), tuple(grave), msg("No obstacle is open."))
    needed = tuple(decisions_needed(tracker, assessment))[:MOST]
    yield Notes("decisions", msg("Decisions needed"), needed, msg("No decision is needed."))
    humane = _humane(tracker, assessment)
    if humane.rows:
        yield humane
    yield Facts("next", None, (("next_meeting", msg("Next meeting"), _next(tracker, assessment)),))
    if request.office:
        office = Message("{office}", {"office": office_name(tracker, request.office)})
        yield Signatures("signature", None, (Signature(office),))


def _position(request: Request, assessment: Assessment) -> Iterator[tuple[str, Message, Value]]:
    figures = assessment.figures
    yield "sentence", msg("Position"), overall(request.tracker, assessment)
    yield "health", msg("Health"), Colour(assessment.health)
    yield "variance", msg("Variance in percentage points"), points_cell(figures)
    yield "change", msg("Change in 30 days"), _change(request, assessment)
    yield "freshness", msg("Age of the data"), freshness(request.tracker, request.day)


def _change(request: Request, assessment: Assessment) -> Value:
    """The points since 30 days ago; nothing where the tracker did not exist then."""
    day = request.day - timedelta(days=RECENT_DAYS)
    try:
        before = assess(request.past(day), day).figures
    except errors.BeforeFirst:
        return None
    if before is None or assessment.figures is None:
        return None
    return Points(displayed(assessment.figures.declared) - displayed(before.declared))


def _steps(assessment: Assessment) -> Table:
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("title", msg("Step"), flexible=True, letters=18),
        Column("status", msg("Status")),
        Column("progress", msg("Progress")),
        Column("expected", msg("Expected progress"), rank=1),
        Column("health", msg("Health"), flexible=True),
    )
    rows = tuple(
        (
            Ref(code),
            state.step.title,
            Word(state.status),
            progress_cell(state.figures),
            expected_cell(state.figures),
            Colour(state.health, foremost(state.health, state.reasons)),
        )
        for code, state in assessment.steps.items()
    )
    return Table("steps", msg("Steps"), columns, rows)


def _aspects(assessment: Assessment) -> Table:
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("name", msg("Aspect"), flexible=True),
        Column("progress", msg("Progress")),
        Column("health", msg("Health")),
    )
    rows = tuple(
        (Ref(code), state.aspect.name, progress_cell(state.figures), Colour(state.health))
        for code, state in assessment.aspects.items()
    )
    return Table("aspects", msg("Aspects of the memorandum"), columns, rows)


def _achieved(tracker: Tracker, assessment: Assessment) -> Iterator[Note]:
    """The work that was completed and is shown by a paper, the latest first."""
    records: list[Step | Activity] = [*tracker.steps.values(), *tracker.activities.values()]
    done = [r for r in records if _status(assessment, r) is Status.COMPLETED and tracker.evidence_of(r.id)]
    for record in sorted(done, key=lambda r: str(r.actual_end or r.updated_on or ""), reverse=True):
        day, paper = record.actual_end or record.updated_on, tracker.evidence_of(record.id)[0]
        text = msg(
            "{code} {title}: completed on {day} ({paper})",
            code=Ref(record.id),
            title=record.title,
            day=Day(day),
            paper=Ref(paper.id),
        )
        yield Note(text, None, record.id)


def _status(assessment: Assessment, record: Step | Activity) -> Status:
    states = assessment.steps if isinstance(record, Step) else assessment.activities
    return states[record.id].status


def _obstacle(tracker: Tracker, assessment: Assessment, obstacle: Obstacle) -> Note:
    age = obstacle.age_days(assessment.day)
    text = msg(
        "{code} {title}: {severity}, open for {days}; {owner}; {response}",
        code=Ref(obstacle.id),
        title=obstacle.title,
        severity=Word(obstacle.severity),
        days=nouns.days_oblique(age or 0),
        owner=office_name(tracker, obstacle.owner) or msg("no owner"),
        response=obstacle.response or msg("no response yet"),
    )
    return Note(text, None, obstacle.id)


def _humane(tracker: Tracker, assessment: Assessment) -> Table:
    """The results for people and safeguards, three at most, those with a target first."""
    states = [indicator_state(tracker, i, assessment.day) for i in tracker.indicators.values() if i.category in HUMANE]
    states.sort(key=lambda state: (state.met is None, bool(state.met)))
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("title", msg("Indicator"), flexible=True, letters=18),
        Column("latest", msg("Last measured")),
        Column("change", msg("Change"), rank=1),
        Column("met", msg("Met")),
        Column("rating", msg("Rating")),
    )
    rows = tuple(
        (
            Ref(state.indicator.id),
            _title(state.indicator),
            amount(state.indicator, state.latest.value, tracker.thresholds) if state.latest else msg("never"),
            _movement(state, assessment),
            met_word(state),
            rating_cell(state),
        )
        for state in states[:MOST]
    )
    return Table("humanitarian", msg("Results for people and human-rights safeguards"), columns, rows)


def _title(indicator: Indicator) -> Value:
    """The title with the unit of its values; a percentage shows its own."""
    if indicator.unit is Unit.PERCENT:
        return indicator.title
    return Message("{title} ({unit})", {"title": indicator.title, "unit": Word(indicator.unit)})


def _movement(state: IndicatorState, assessment: Assessment) -> Word | None:
    """Whether the result moves, and which way."""
    change = trend(state.indicator, assessment.day)
    return Word(change) if change else None


def _next(tracker: Tracker, assessment: Assessment) -> Value:
    meeting = next_scheduled(tracker, assessment.day)
    if meeting is None:
        return msg("none is scheduled")
    return msg("{code} on {day}: {title}", code=Ref(meeting.id), day=Day(meeting.date), title=meeting.title)
