"""The kind `full` of `report`: the complete picture, for terminal, Markdown and JSON."""

from tracker.message import msg
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.state.assessment import assess
from tracker.reports.answers.attention import attention
from tracker.reports.answers.show import facts_of
from tracker.reports.documents.framed import framed
from tracker.reports.documents.request import Request
from tracker.reports.kinds import LISTED, kind_of, steps, work
from tracker.reports.kinds.kind import CODE, Seen, Shown, table_of
from tracker.reports.report import Block, Percent, Report, Table
from tracker.reports.thresholds import thresholds_of_the_whole

FIRST = ("steps", "activities", "aspects", "obstacles")
"""The work and what hinders it; the others follow in the order of lists."""
LEFT_OUT = ("roles",)
ALWAYS = frozenset({"steps", "aspects", "evidence"})
"""Said to be empty where they are; the others are left out then."""


def report(request: Request) -> Report:
    """Everything the tracker knows at the end of the day."""
    tracker, day = request.tracker, request.day
    assessment = assess(tracker, day)
    seen = Seen(tracker, assessment)
    blocks: list[Block] = [facts_of(seen, "initiative", tracker.initiative), attention(tracker, assessment)]
    for name in (*FIRST, *(kind for kind in LISTED if kind not in (*FIRST, *LEFT_OUT))):
        codes = list(tracker.tables.get(name, {}))
        if not codes and name not in ALWAYS:
            continue
        blocks.append(kind_of(name).table(seen, codes))
        if name == "steps" and codes:
            blocks.append(_expectations(seen))
    limits = (thresholds_of_the_whole(tracker.thresholds),)
    return framed(request, assessment, "full", msg("Complete report"), blocks, limits=limits)


def _expectations(seen: Seen) -> Table:
    """The actual progress beside the expected, per step."""
    columns: list[Shown[Step]] = [
        CODE,
        steps.KIND.column("title", letters=18),
        Shown("weight", value=lambda _, step: None if step.status is Status.CANCELLED else Percent(step.weight)),
        *(work.PROGRESS, work.EXPECTED, work.VARIANCE),
        work.BARE_STATUS.with_rank(1),
    ]
    title = msg("Progress against expected progress")
    return table_of(seen, "expectations", title, columns, seen.tracker.steps.values())
