"""The matters that wait for a decision: blocked and suspended work, grave obstacles, late series of ministers."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from tracker.frozen import Frozen
from tracker.model.records.activities import Activity
from tracker.model.records.codes import order_of
from tracker.model.records.meetings import Level
from tracker.model.records.obstacles import Obstacle
from tracker.model.records.series import Series
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.state.assessment import Assessment
from tracker.model.state.series import series_states
from tracker.model.state.tally import parts_of
from tracker.model.state.work import is_asked
from tracker.model.tracker import Tracker
from tracker.reports.kinds.obstacles import GRAVE, by_gravity


class MatterKind(StrEnum):
    """The sort of matter, which decides what can be asked for."""

    OBSTACLE = "obstacle"
    BLOCKED = "blocked"
    SUSPENDED = "suspended"
    SERIES = "series"


class Matter(Frozen):
    """A record that waits for a decision; `days` is how long an obstacle or a series is overdue."""

    kind: MatterKind
    record: Obstacle | Step | Activity | Series
    days: int = 0


def matters(tracker: Tracker, assessment: Assessment) -> Iterator[Matter]:
    """Grave obstacles past their date, blocked steps, what is suspended, and series of ministers that are late."""
    for obstacle in gravest(tracker):
        late = obstacle.overdue_days(assessment.day)
        if late and obstacle.severity in GRAVE:
            yield Matter(MatterKind.OBSTACLE, obstacle, late)
    for state in assessment.steps.values():
        if state.status is Status.BLOCKED:
            yield Matter(MatterKind.BLOCKED, state.step)
        elif state.status is Status.SUSPENDED:
            yield Matter(MatterKind.SUSPENDED, state.step)
    suspended = [part for part in parts_of(tracker, "activities") if part.status is Status.SUSPENDED]
    places = {code: place for place, code in enumerate(assessment.steps)}
    for part in sorted(suspended, key=lambda each: (places.get(each.step, len(places)), order_of(each.id))):
        if is_asked(tracker, part):
            yield Matter(MatterKind.SUSPENDED, tracker.activities[part.id])
    for rhythm in series_states(tracker, assessment.day).values():
        if rhythm.overdue_days and rhythm.series.level is Level.MINISTERIAL:
            yield Matter(MatterKind.SERIES, rhythm.series, rhythm.overdue_days)


def gravest(tracker: Tracker) -> list[Obstacle]:
    """Active obstacles, the gravest and then the oldest first."""
    return sorted((o for o in tracker.obstacles.values() if o.active), key=by_gravity)


def holding_up(tracker: Tracker, code: str) -> list[Obstacle]:
    """The active obstacles of an activity, or of a step and its activities, the gravest and then the oldest first."""
    return sorted((each for each in tracker.obstacles_of(code) if each.active), key=by_gravity)


def promised(tracker: Tracker, step: str) -> date | None:
    """The first day by which an obstacle of the step is to be resolved."""
    days = [o.target_resolution for o in tracker.obstacles_of(step) if o.active and o.target_resolution]
    return min(days, default=None)
