"""The frame of every document around its blocks: heading, day, small print, and the time of the last change."""

from collections.abc import Iterable

from tracker.message import Message
from tracker.model.state.assessment import Assessment
from tracker.reports.documents.request import Request
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
    dated: bool = True,
) -> Report:
    """The document; `wide` ones are printed on landscape pages.

    `limits` are further thresholds in the small print, which says how old the data is where it is `dated`.
    """
    return Report(
        kind=kind,
        day=request.day,
        heading=heading(request.tracker, assessment),
        blocks=tuple(blocks),
        demo=request.tracker.demo,
        footer=tuple(small_print(request, limits, dated=dated)),
        title=title,
        moment=request.standing.at,
        wide=wide,
        beside=request.beside,
    )
