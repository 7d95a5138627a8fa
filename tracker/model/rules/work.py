"""Rules that hold for steps and activities whatever command was given (rule 15.4)."""

from collections.abc import Iterator

from tracker import errors
from tracker.model.records.activities import Activity, ActivityType, Gate
from tracker.model.records.commitments import Commitment
from tracker.model.records.status import Status
from tracker.model.records.steps import Step
from tracker.model.rules.dates import reversed_dates
from tracker.model.rules.gates import in_order, out_of_order
from tracker.model.state.health_rules import slips
from tracker.model.state.tally import counting, fully_evidenced
from tracker.model.state.work import open_in
from tracker.model.tracker import Tracker

ATTENDED = frozenset(
    {
        ActivityType.TRAINING_COURSE,
        ActivityType.WORKSHOP,
        ActivityType.FIELD_EXERCISE,
        ActivityType.JOINT_EXERCISE,
    }
)
NEEDED_BY_ACTIVITIES = ("evidence", "obstacles")
NEEDED_BY_STEPS = ("activities", *NEEDED_BY_ACTIVITIES)
"""The tables of other records that the rules for an activity, or a step, look at."""


def broken_in_step(tracker: Tracker, step: Step) -> Iterator[errors.RuleBroken]:
    """Every rule that a step breaks."""
    for value in (step.declared, step.weight):
        if not 0 <= value <= 100:
            yield errors.PercentOutOfRange(value, step.id)
    yield from _dates(step)
    if step.status is Status.NOT_STARTED and step.declared:
        yield errors.ProgressRefused(step.id, step.status)
    yield from _completion(tracker, step)
    yield from _grounds(tracker, step)
    if step.status in (Status.SUSPENDED, Status.CANCELLED) and not step.decision:
        yield errors.NeedsDecision(step.id)


def is_sound(activity: Activity) -> bool:
    """Whether an activity is seen at a look to break none of these rules, as most are: planned, or in progress."""
    start, end, gate, begun = (
        activity.planned_start,
        activity.planned_end,
        activity.gate,
        activity.status is Status.IN_PROGRESS,
    )
    return (
        (gate is not Gate.DOCUMENTED if begun else gate is Gate.NONE and activity.status is Status.NOT_STARTED)
        and activity.id.partition(".")[0] == activity.step
        and activity.weight >= 1
        and not (start and end and start > end)
        and (activity.forecast_end or activity.actual_end or activity.participants) is None
        and in_order(activity.gate_dates)
    )


def broken_in_activity(tracker: Tracker, activity: Activity) -> Iterator[errors.RuleBroken]:
    """Every rule that an activity breaks."""
    if activity.id.partition(".")[0] != activity.step:
        yield errors.ValueOutOfBounds(activity.id, "step", activity.step)
    if activity.weight < 1:
        yield errors.WeightTooSmall(activity.id, activity.weight)
    yield from _dates(activity)
    reversed_gates = out_of_order(activity)
    if reversed_gates:
        yield reversed_gates
    yield from _participants(activity)
    completed, documented = activity.status is Status.COMPLETED, activity.gate is Gate.DOCUMENTED
    if activity.status is Status.NOT_STARTED and activity.gate is not Gate.NONE:
        yield errors.ProgressRefused(activity.id, activity.status)
    if documented and not completed:
        yield errors.NeedsCompletion(activity.id)
    if completed and not (documented and fully_evidenced(tracker, activity)):
        yield errors.NeedsEvidence(activity.id)
    yield from _grounds(tracker, activity)


def check_completed(tracker: Tracker, work: Step | Activity | Commitment) -> None:
    """Raise `NeedsEvidence` for work that is completed without evidence of all of it (rule 2.8)."""
    if work.status is Status.COMPLETED and not fully_evidenced(tracker, work):
        raise errors.NeedsEvidence(work.id)


def _dates(work: Step | Activity) -> Iterator[errors.RuleBroken]:
    yield from reversed_dates(work.id, (work.planned_start, work.planned_end), (work.actual_start, work.actual_end))
    if slips(work) and not work.forecast_reason:
        yield errors.NeedsReason(work.id, "forecast")


def _grounds(tracker: Tracker, work: Step | Activity) -> Iterator[errors.RuleBroken]:
    """Check the grounds of a block or a stop, however the work came into it."""
    # Resolving the last obstacle offers to resume, it does not do it; so a block needs one, active or not.
    if work.status is Status.BLOCKED and not tracker.obstacles_of(work.id):
        yield errors.NeedsObstacle(work.id)
    if work.status in (Status.SUSPENDED, Status.CANCELLED) and not work.status_reason:
        yield errors.NeedsReason(work.id, work.status.value)


def _completion(tracker: Tracker, step: Step) -> Iterator[errors.RuleBroken]:
    if step.status is not Status.COMPLETED:
        return
    parts = counting(tracker, step.id)
    if any(facts.status is not Status.COMPLETED for facts in parts):
        yield errors.OpenActivities(step.id, open_in(tracker, step.id))
    if not fully_evidenced(tracker, step) or (not parts and step.declared != 100):
        yield errors.NeedsEvidence(step.id)


def _participants(activity: Activity) -> Iterator[errors.RuleBroken]:
    if activity.participants is None:
        return
    if activity.type not in ATTENDED:
        yield errors.NoParticipants(activity.id, activity.type)
    counts = activity.participants
    total = counts.ly + counts.tr
    if counts.women > total or min(counts.ly, counts.tr, counts.women) < 0:
        yield errors.TooManyWomen(activity.id, counts.women, total)
