"""The kind `brief` of `report`: one page to the minister, a letter that is signed and answered."""

from collections.abc import Iterator

from tracker.frozen import replace
from tracker.message import msg
from tracker.model.audience import Audience
from tracker.model.records.aspects import Aspect
from tracker.model.records.steps import Step
from tracker.model.state.assessment import assess
from tracker.model.state.series import next_scheduled
from tracker.reports.documents.brief.bottom_line import bottom_line
from tracker.reports.documents.brief.frame import framed_as_letter
from tracker.reports.documents.brief.lights import light
from tracker.reports.documents.brief.position import position
from tracker.reports.documents.brief.requests import further, requests
from tracker.reports.documents.brief.results import results
from tracker.reports.documents.brief.sentences import achieved, coming, gravest_obstacles
from tracker.reports.documents.framed import freshness
from tracker.reports.documents.request import Request
from tracker.reports.kinds import aspects, steps, work
from tracker.reports.kinds.kind import CODE, Seen, Shown, table_of
from tracker.reports.report import Block, Heading, Notes, Report, Table, Value
from tracker.reports.values import within

HIDDEN = replace(CODE, hidden=True)


def report(request: Request) -> Report:
    """The brief: where we stand, what must be decided, what hinders us, and whether results move."""
    seen = Seen(request.tracker, assess(request.tracker, request.day))
    wanted = requests(seen)
    return Report(
        kind="brief",
        day=request.day,
        heading=Heading(request.tracker.initiative.title, request.day),
        blocks=tuple(_blocks(request, seen, wanted)),
        demo=request.tracker.demo,
        footer=(freshness(request.tracker, request.day),),
        title=msg("Brief to the minister"),
        moment=request.standing.at,
        audience="" if request.audience is Audience.INTERNAL else request.audience.value,
        letter=framed_as_letter(request, wanted),
    )


def _blocks(request: Request, seen: Seen, wanted: Notes) -> Iterator[Block]:
    yield bottom_line(seen, wanted)
    yield position(request, seen)
    yield wanted
    yield _steps(seen)
    yield _aspects(seen)
    found = results(seen)
    if found.rows:
        yield found
    for notes in (
        further(seen),
        gravest_obstacles(seen),
        achieved(seen.tracker),
        coming(next_scheduled(seen.tracker, seen.day)),
    ):
        if notes.items:
            yield notes


def _steps(seen: Seen) -> Table:
    """The traffic light of the steps, as they are ordered."""
    columns: list[Shown[Step]] = [
        HIDDEN,
        steps.KIND.column("title", value=_title, letters=18),
        replace(work.BARE_STATUS, hidden=True),
        work.PROGRESS,
        work.EXPECTED.with_rank(1),
        Shown("health", value=lambda seen, step: light(seen.work[step.id].health, seen.work[step.id].reasons)),
    ]
    return table_of(seen, "steps", msg("Steps"), columns, seen.tracker.steps.values())


def _aspects(seen: Seen) -> Table:
    columns: list[Shown[Aspect]] = [
        HIDDEN,
        aspects.KIND.column("name", value=None, letters=11),
        aspects.KIND.column("progress"),
        Shown("health", value=_light),
    ]
    return table_of(seen, "aspects", msg("Aspects of the memorandum"), columns, seen.tracker.aspects.values())


def _title(_: Seen, step: Step) -> Value:
    return within(step.title)


def _light(seen: Seen, aspect: Aspect) -> Value:
    state = seen.assessment.aspects[aspect.id]
    return light(state.health, state.reasons)
