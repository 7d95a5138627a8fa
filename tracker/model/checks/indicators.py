"""Findings of `check` in indicators: not verifiable, not measured, outputs taken for results (rule 10.9)."""

from collections.abc import Iterator
from datetime import date

from tracker.model.checks.finding import Finding
from tracker.model.records.indicators import Direction, ResultLevel
from tracker.model.state.indicators import indicator_state
from tracker.model.tracker import Tracker

CODES = (
    "indicator_no_baseline",
    "indicator_no_target",
    "indicator_no_source",
    "indicator_no_owner",
    "indicator_unmeasured",
    "indicator_stale",
    "outputs_only",
)


def indicator_findings(tracker: Tracker, day: date) -> Iterator[Finding]:
    """Findings in indicators at the end of `day`; numbers are days."""
    for code, indicator in tracker.indicators.items():
        if indicator.baseline is None:
            yield Finding("indicator_no_baseline", code)
        if not indicator.targets and indicator.direction is not Direction.CONTEXT:
            yield Finding("indicator_no_target", code)
        if indicator.means_of_verification is None and not any(m.source for m in indicator.measurements):
            yield Finding("indicator_no_source", code)
        if indicator.owner is None:
            yield Finding("indicator_no_owner", code)
        state = indicator_state(tracker, indicator, day)
        if state.stale and state.next_due:
            kind = "indicator_stale" if state.latest else "indicator_unmeasured"
            yield Finding(kind, code, (day - state.next_due).days)
    yield from _outputs_only(tracker)


def _outputs_only(tracker: Tracker) -> Iterator[Finding]:
    """Steps whose outputs are counted and whose effect nobody measures."""
    for code in tracker.steps:
        levels = {i.level for i in tracker.indicators.values() if code in i.steps}
        if levels == {ResultLevel.OUTPUT}:
            yield Finding("outputs_only", code)
