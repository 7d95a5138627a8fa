"""The kind `brief` of `report`: one page to the minister."""

from collections.abc import Iterator
from datetime import timedelta

from tracker import errors
from tracker.message import Message, msg
from tracker.model.records.activities import Activity
from tracker.model.records.aspects import Aspect
from tracker.model.records.indicators import Indicator, Unit
from tracker.model.records.obstacles import Obstacle
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.state.assessment import Assessment, assess
from tracker.model.state.health import foremost
from tracker.model.state.indicators import trend
from tracker.model.state.progress import displayed
from tracker.model.state.series import next_scheduled
from tracker.model.tracker import Tracker
from tracker.reports import nouns
from tracker.reports.answers.decisions_needed import decisions_needed, gravest
from tracker.reports.documents.framed import framed, freshness
from tracker.reports.documents.request import Request
from tracker.reports.kinds import aspects, indicators, steps, work
from tracker.reports.kinds.kind import CODE, Seen, Shown, table_of
from tracker.reports.parts import Signature, Signatures
from tracker.reports.pictures.made import overall
from tracker.reports.report import (
    Block,
    Colour,
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
from tracker.reports.thresholds import thresholds_of_the_whole
from tracker.reports.values import office_name, on_its_day, owner_name, points_cell

MOST = 3
RECENT_DAYS = 30


def report(request: Request) -> Report:
    """The brief, at most 35 lines: where we stand, what hinders us, what must be decided."""
    assessment = assess(request.tracker, request.day)
    title = msg("Brief to the minister")
    blocks, limits = _blocks(request, assessment), (thresholds_of_the_whole(request.tracker.thresholds),)
    return framed(request, assessment, "brief", title, blocks, wide=False, limits=limits, dated=False)


def _blocks(request: Request, assessment: Assessment) -> Iterator[Block]:
    tracker, seen = request.tracker, Seen(request.tracker, assessment)
    yield Facts("position", msg("Overall position"), tuple(_position(request, assessment)))
    yield _steps(seen)
    yield _aspects(seen)
    done = tuple(_achieved(tracker))[:MOST]
    yield Notes("achieved", msg("Main achievements"), done, msg("Nothing was completed with evidence yet."))
    grave = [_obstacle(seen, obstacle) for obstacle in gravest(tracker)[:MOST]]
    yield Notes("obstacles", msg("Obstacles"), tuple(grave), msg("No obstacle is open."))
    needed = tuple(decisions_needed(tracker, assessment))[:MOST]
    yield Notes("decisions", msg("Decisions needed"), needed, msg("No decision is needed."))
    humane = _humane(seen)
    if humane.rows:
        yield humane
    coming = on_its_day(next_scheduled(tracker, request.day))
    yield Facts("next", None, (("next_meeting", msg("Next meeting"), coming),))
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


def _steps(seen: Seen) -> Table:
    columns: list[Shown[Step]] = [
        CODE,
        steps.KIND.column("title", value=None, letters=18),
        *(work.BARE_STATUS, work.PROGRESS, work.EXPECTED.with_rank(1)),
        Shown("health", value=_colour, flexible=True),
    ]
    return table_of(seen, "steps", msg("Steps"), columns, seen.tracker.steps.values())


def _colour(seen: Seen, step: Step) -> Colour:
    """The colour with the foremost of its reasons."""
    state = seen.work[step.id]
    return Colour(state.health, foremost(state.health, state.reasons))


def _aspects(seen: Seen) -> Table:
    name = aspects.KIND.column("name", value=None, letters=11)
    columns: list[Shown[Aspect]] = [CODE, name, aspects.KIND.column("progress"), aspects.KIND.column("health")]
    return table_of(seen, "aspects", msg("Aspects of the memorandum"), columns, seen.tracker.aspects.values())


def _achieved(tracker: Tracker) -> Iterator[Note]:
    """The work that was completed and is shown by a paper, the latest first."""
    records: list[Step | Activity] = [*tracker.steps.values(), *tracker.activities.values()]
    done = [r for r in records if r.status is Status.COMPLETED and tracker.evidence_of(r.id)]
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


def _obstacle(seen: Seen, obstacle: Obstacle) -> Note:
    age = obstacle.age_days(seen.day)
    text = msg(
        "{code} {title}: {severity}, open for {days}; {owner}; {response}",
        code=Ref(obstacle.id),
        title=obstacle.title,
        severity=Word(obstacle.severity),
        days=nouns.days_oblique(age or 0),
        owner=owner_name(seen.tracker, obstacle.owner),
        response=obstacle.response or msg("no response yet"),
    )
    return Note(text, None, obstacle.id)


def _humane(seen: Seen) -> Table:
    """The results for people and safeguards, three at most, those with a target first."""
    found = [indicator for indicator in seen.tracker.indicators.values() if indicator.category in indicators.HUMANE]
    found.sort(key=lambda indicator: _reached(seen, indicator))
    columns: list[Shown[Indicator]] = [
        CODE,
        indicators.KIND.column("title", value=_title),
        indicators.KIND.column("latest", value=_latest, rank=0),
        Shown("change", msg("Change"), _movement, rank=1),
        indicators.KIND.column("met", rank=0),
        indicators.KIND.column("rating"),
    ]
    title = msg("Results for people and human-rights safeguards")
    return table_of(seen, "humanitarian", title, columns, found[:MOST])


def _reached(seen: Seen, indicator: Indicator) -> tuple[bool, bool]:
    met = indicators.state(seen, indicator).met
    return met is None, bool(met)


def _title(_: Seen, indicator: Indicator) -> Value:
    """The title with the unit of its values; a percentage shows its own."""
    if indicator.unit is Unit.PERCENT:
        return indicator.title
    return Message("{title} ({unit})", {"title": indicator.title, "unit": Word(indicator.unit)})


def _latest(seen: Seen, indicator: Indicator) -> Value:
    latest = indicators.state(seen, indicator).latest
    return indicators.amount(indicator, latest.value, seen.tracker.thresholds) if latest else msg("never")


def _movement(seen: Seen, indicator: Indicator) -> Word | None:
    """Whether the result moves, and which way."""
    change = trend(indicator, seen.day)
    return Word(change) if change else None
