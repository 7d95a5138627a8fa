"""The kind `indicators` of `report`: results against targets, with their trends."""

from collections.abc import Iterator

from tracker.message import Message, msg
from tracker.model.state.assessment import Assessment, assess
from tracker.model.state.indicators import indicator_state
from tracker.model.tracker import Tracker
from tracker.reports.documents.framed import framed
from tracker.reports.documents.request import Request
from tracker.reports.kinds import indicators
from tracker.reports.kinds.kind import Seen
from tracker.reports.report import Block, Note, Notes, Percent, Ref, Report
from tracker.reports.values import within


def report(request: Request) -> Report:
    """Every indicator, what is missing, and a picture of each that was measured."""
    tracker, assessment = request.tracker, assess(request.tracker, request.day)
    title, blocks = msg("Results indicators"), _blocks(tracker, assessment)
    return framed(request, assessment, "indicators", title, blocks, limits=(_limits(tracker),))


def _blocks(tracker: Tracker, assessment: Assessment) -> Iterator[Block]:
    yield indicators.KIND.table(Seen(tracker, assessment), tracker.indicators)
    missing = tuple(_missing(tracker, assessment))
    yield Notes("missing", msg("What is missing"), missing, msg("Everything was measured on time."))
    for indicator in tracker.indicators.values():
        if indicators.is_measured(indicator, assessment.day):
            yield indicators.trend(tracker, indicator, assessment.day)


def _missing(tracker: Tracker, assessment: Assessment) -> Iterator[Note]:
    for code, indicator in tracker.indicators.items():
        state = indicator_state(tracker, indicator, assessment.day)
        words = {"code": Ref(code), "title": within(indicator.title)}
        if state.latest is None:
            yield Note(msg("{code} {title}: never measured.", **words), None, code)
        elif state.stale:
            yield Note(msg("{code} {title}: not measured on time.", **words), None, code)
        if indicator.baseline is None:
            yield Note(msg("{code} {title}: without a baseline.", **words), None, code)


def _limits(tracker: Tracker) -> Message:
    limits = tracker.thresholds
    return msg(
        "Indicators: green from {green}, amber from {amber} of the way to the target; those that must be "
        "fully met are green only when the target is met.",
        green=Percent(limits.indicator_green_percent),
        amber=Percent(limits.indicator_amber_percent),
    )
