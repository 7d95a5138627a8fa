"""Rules that hold between records whatever command was given (rule 15.4).

Each violation is the error it would be; `change` refuses a result that has one which was not there before, so a
record that came in broken can still be mended.
"""

from collections.abc import Iterable, Iterator

from tracker import errors
from tracker.model.records.activities import Activity
from tracker.model.records.status import Status
from tracker.model.records.steps import Step, Strength
from tracker.model.rules.activities import RESTED_ON, broken_by
from tracker.model.rules.follow_up import broken_in_follow_up
from tracker.model.rules.indicators import broken_in_indicator
from tracker.model.rules.references import broken_references
from tracker.model.rules.reviews import broken_in_reviews
from tracker.model.state.work import counted, fully_evidenced
from tracker.model.tracker import Tracker


def violations(tracker: Tracker, since: Tracker | None = None) -> Iterator[errors.RuleBroken]:
    """Every rule that the tracker breaks; with `since`, at least those that it did not break as that tracker."""
    for step in tracker.steps.values():
        yield from _step(tracker, step)
    for activity in _activities_to_judge(tracker, since):
        yield from broken_by(tracker, activity)
    yield from broken_in_follow_up(tracker)
    yield from _links(tracker)
    start, end = tracker.initiative.planned_start, tracker.initiative.planned_end
    if start and end and start > end:
        yield errors.DatesReversed(tracker.initiative.id, start.isoformat(), end.isoformat())
    for indicator in tracker.indicators.values():
        yield from broken_in_indicator(indicator)
    yield from broken_in_reviews(tracker)
    yield from broken_references(tracker, since)


def _activities_to_judge(tracker: Tracker, since: Tracker | None) -> Iterable[Activity]:
    """Give the activities to judge: all, or only those that changed, where what their rules look at is the same."""
    if since is None or any(tracker.tables.get(each) is not since.tables.get(each) for each in RESTED_ON):
        return tracker.activities.values()
    return tracker.changed_since(since, "activities")


def locked(before: Tracker, after: Tracker) -> Iterator[errors.RuleBroken]:
    """Verbatim texts that a change would edit or unlock; what is quoted from the source stays (rule 1.4)."""
    for code, step in before.steps.items():
        new = after.steps.get(code)
        if step.verbatim and new and (not new.verbatim or new.title.ar != step.title.ar):
            yield errors.TextLocked(code)
    for code, aspect in before.aspects.items():
        now = after.aspects.get(code)
        kept = now and (now.verbatim, now.name.ar, now.details.ar) == (True, aspect.name.ar, aspect.details.ar)
        if aspect.verbatim and now and not kept:
            yield errors.TextLocked(code)


def _links(tracker: Tracker) -> Iterator[errors.RuleBroken]:
    linked = {link.aspect for s in tracker.steps.values() for link in s.links if link.strength is Strength.PRIMARY}
    yield from (errors.LastPrimaryLink(code) for code in tracker.aspects if code not in linked)
    for step in tracker.steps.values():
        if tracker.aspects and sum(link.strength is Strength.PRIMARY for link in step.links) != 1:
            yield errors.LastPrimaryLink(step.id)


def _step(tracker: Tracker, step: Step) -> Iterator[errors.RuleBroken]:
    for value in (step.declared, step.weight):
        if not 0 <= value <= 100:
            yield errors.PercentOutOfRange(value)
    for start, end in ((step.planned_start, step.planned_end), (step.actual_start, step.actual_end)):
        if start and end and start > end:
            yield errors.DatesReversed(step.id, start.isoformat(), end.isoformat())
    if step.forecast_end and step.planned_end and step.forecast_end > step.planned_end and not step.forecast_reason:
        yield errors.NeedsReason(step.id, "forecast")
    yield from _status(tracker, step)


def _status(tracker: Tracker, step: Step) -> Iterator[errors.RuleBroken]:
    """Check the grounds of a step's status, however the step came into it."""
    if step.status is Status.NOT_STARTED and step.declared:
        yield errors.ProgressRefused(step.id, step.status)
    yield from _completion(tracker, step)
    # Resolving the last obstacle offers to resume, it does not do it; so a blocked step needs one, active or not.
    if step.status is Status.BLOCKED and not tracker.obstacles_of(step.id):
        yield errors.NeedsObstacle(step.id)
    if step.status in (Status.SUSPENDED, Status.CANCELLED):
        if not step.status_reason:
            yield errors.NeedsReason(step.id, step.status.value)
        if not step.decision:
            yield errors.NeedsDecision(step.id)


def _completion(tracker: Tracker, step: Step) -> Iterator[errors.RuleBroken]:
    if step.status is not Status.COMPLETED:
        return
    parts = counted(tracker, step.id)
    still_open = tuple(part.id for part in parts if part.status is not Status.COMPLETED)
    if still_open:
        yield errors.OpenActivities(step.id, still_open)
    if not fully_evidenced(tracker, step) or (not parts and step.declared != 100):
        yield errors.NeedsEvidence(step.id)
