"""The figures of a period, frozen so that later changes do not move them (rule 11.3)."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from tracker.model.records.reviews import Figure, Figures, Measured
from tracker.model.records.status import Status
from tracker.model.state.assessment import Assessment, assess
from tracker.model.state.figures import Figures as Percentages
from tracker.model.state.health import Health, Reason
from tracker.model.state.indicators import indicator_state, rounded, total_withheld
from tracker.model.state.progress import displayed
from tracker.model.tracker import Tracker


def figures_of(tracker: Tracker, day: date, found: Assessment | None = None) -> Figures:
    """Freeze the figures of all records with progress and all indicators at the end of `day`, and their revision.

    `found` is what was computed of it already.
    """
    revision = max((record.rev for _, record in tracker.records()), default=0)
    return Figures(
        revision=revision,
        day=day,
        records=tuple(_records(tracker, found or assess(tracker, day))),
        indicators=measured(tracker, day),
    )


def measured(tracker: Tracker, day: date) -> tuple[Measured, ...]:
    """The figures of all indicators at the end of `day`."""
    return tuple(_indicators(tracker, day))


def _records(tracker: Tracker, found: Assessment) -> Iterator[Figure]:
    yield _figure("initiative", found.status, found.figures, found.health)
    for code, aspect in found.aspects.items():
        yield _figure(code, aspect.status, aspect.figures, aspect.health)
    for code, step in found.steps.items():
        record = tracker.steps[code]
        ends = (record.planned_end, record.forecast_end)
        yield _figure(code, step.status, step.figures, step.health, step.reasons, ends)
    for code, part in found.activities.items():
        activity = part.activity
        ends = (activity.planned_end, activity.forecast_end)
        yield _figure(code, activity.status, part.figures, part.health, part.reasons, ends)


def _figure(
    code: str,
    status: Status,
    percent: Percentages | None,
    health: Health,
    reasons: tuple[Reason, ...] = (),
    ends: tuple[date | None, date | None] = (None, None),
) -> Figure:
    return Figure(
        record=code,
        status=status.value,
        declared=_shown(percent.declared if percent else None),
        evidenced=_shown(percent.evidenced if percent else None),
        expected=_shown(percent.expected if percent else None),
        points=percent.points if percent else None,
        health=health.value,
        reasons=tuple(reason.value for reason in reasons),
        planned_end=ends[0],
        forecast_end=ends[1],
    )


def _shown(percent: Fraction | None) -> int | None:
    return None if percent is None else displayed(percent)


def _indicators(tracker: Tracker, day: date) -> Iterator[Measured]:
    """Leave small counts out of frozen figures too: what is stored is printed one day."""
    for code, indicator in tracker.indicators.items():
        state = indicator_state(tracker, indicator, day)
        hidden = total_withheld(state, tracker.thresholds)
        yield Measured(
            indicator=code,
            value=None if state.actual is None or hidden else f"{state.actual:f}",
            target=None if state.target is None else f"{state.target.value:f}",
            achievement=None if state.achievement is None or hidden else rounded(state.achievement),
            met=state.met,
            rating=state.rating.value,
        )
