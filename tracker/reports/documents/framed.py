"""What every document has around its blocks: heading, day, small print, and the time of the last change."""

from collections.abc import Iterable

from tracker.model.assessment import Assessment
from tracker.reports.documents.request import Request
from tracker.reports.message import Message
from tracker.reports.report import Block, Report
from tracker.reports.small_print import small_print
from tracker.reports.values import heading


def framed(
    request: Request,
    assessment: Assessment,
    kind: str,
    title: Message,
    blocks: Iterable[Block],
    *,
    wide: bool = True,
    limits: tuple[Message, ...] = (),
) -> Report:
    """The document; `limits` are sentences before the small print, `wide` ones are printed on landscape pages."""
    return Report(
        kind=kind,
        day=request.day,
        heading=heading(request.tracker, assessment),
        blocks=tuple(blocks),
        demo=request.tracker.demo,
        footer=(*limits, *small_print(request)),
        title=title,
        moment=request.standing.at,
        wide=wide,
    )
