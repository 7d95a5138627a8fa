"""Rules that hold for an activity whatever command was given (rule 15.4)."""

from collections.abc import Iterator

from tracker import errors
from tracker.model.records.activities import Activity, ActivityType, Gate
from tracker.model.records.status import Status
from tracker.model.rules.gates import out_of_order
from tracker.model.tracker import Tracker

ATTENDED = frozenset(
    {
        ActivityType.TRAINING_COURSE,
        ActivityType.WORKSHOP,
        ActivityType.FIELD_EXERCISE,
        ActivityType.JOINT_EXERCISE,
    }
)


RESTED_ON = ("evidence", "obstacles")
"""The tables of other records that the rules for an activity look at."""


def broken_by(tracker: Tracker, activity: Activity) -> Iterator[errors.RuleBroken]:
    """Every rule that an activity breaks."""
    if activity.weight < 1:
        yield errors.WeightTooSmall(activity.id, activity.weight)
    for start, end in (
        (activity.planned_start, activity.planned_end),
        (activity.actual_start, activity.actual_end),
    ):
        if start and end and start > end:
            yield errors.DatesReversed(activity.id, start.isoformat(), end.isoformat())
    slips = activity.forecast_end and activity.planned_end and activity.forecast_end > activity.planned_end
    if slips and not activity.forecast_reason:
        yield errors.NeedsReason(activity.id, "forecast")
    reversed_gates = out_of_order(activity)
    if reversed_gates:
        yield reversed_gates
    yield from _participants(activity)
    yield from _status(tracker, activity)


def _participants(activity: Activity) -> Iterator[errors.RuleBroken]:
    if activity.participants is None:
        return
    if activity.type not in ATTENDED:
        yield errors.NoParticipants(activity.id, activity.type)
    counts = activity.participants
    total = counts.ly + counts.tr
    if counts.women > total or min(counts.ly, counts.tr, counts.women) < 0:
        yield errors.TooManyWomen(activity.id, counts.women, total)


def _status(tracker: Tracker, activity: Activity) -> Iterator[errors.RuleBroken]:
    """Check the grounds of an activity's status, however the activity came into it."""
    completed, documented = activity.status is Status.COMPLETED, activity.gate is Gate.DOCUMENTED
    if activity.status is Status.NOT_STARTED and activity.gate is not Gate.NONE:
        yield errors.ProgressRefused(activity.id, activity.status)
    if documented and not completed:
        yield errors.NeedsCompletion(activity.id)
    if completed and not (documented and tracker.index.attached.get(activity.id) == 100):
        yield errors.NeedsEvidence(activity.id)
    # Resolving the last obstacle offers to resume, it does not do it; so a block needs one, active or not.
    if activity.status is Status.BLOCKED and not tracker.obstacles_of(activity.id):
        yield errors.NeedsObstacle(activity.id)
    if activity.status in (Status.SUSPENDED, Status.CANCELLED) and not activity.status_reason:
        yield errors.NeedsReason(activity.id, activity.status.value)
