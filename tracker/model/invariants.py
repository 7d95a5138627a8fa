"""Rules that hold between records whatever command was given (DOMAIN.md 2.1, 2.2, 2.5).

Each violation is the error it would be; `change` refuses a result that has one which was not there before, so a
record that came in broken can still be mended.
"""

from collections.abc import Iterator

from tracker.errors import (
    BrokenReference,
    DatesReversed,
    LastPrimaryLink,
    NeedsEvidence,
    NeedsObstacle,
    PercentOutOfRange,
    RuleBroken,
)
from tracker.model.status import Status
from tracker.model.step import Step, Strength
from tracker.model.tracker import Tracker


def violations(tracker: Tracker) -> Iterator[RuleBroken]:
    """Every rule that the tracker breaks."""
    for step in tracker.steps.values():
        yield from _step(tracker, step)
    linked = {link.aspect for s in tracker.steps.values() for link in s.links if link.strength is Strength.PRIMARY}
    yield from (LastPrimaryLink(code) for code in tracker.aspects if code not in linked)
    yield from _references(tracker)


def _step(tracker: Tracker, step: Step) -> Iterator[RuleBroken]:
    for value in (step.declared, step.weight):
        if not 0 <= value <= 100:
            yield PercentOutOfRange(value)
    if sum(link.strength is Strength.PRIMARY for link in step.links) != 1 and tracker.aspects:
        yield LastPrimaryLink(step.id)
    for start, end in ((step.planned_start, step.planned_end), (step.actual_start, step.actual_end)):
        if start and end and start > end:
            yield DatesReversed(step.id, start.isoformat(), end.isoformat())
    if step.status is Status.COMPLETED and not _fully_evidenced(tracker, step):
        yield NeedsEvidence(step.id)
    # Resolving the last obstacle offers to resume, it does not do it; so a blocked step needs one, active or not.
    if step.status is Status.BLOCKED and not tracker.obstacles_of(step.id):
        yield NeedsObstacle(step.id)


def _fully_evidenced(tracker: Tracker, step: Step) -> bool:
    attached = [s.progress for e in tracker.papers_of(step.id) for s in e.supports if s.record == step.id]
    return step.declared == 100 and 100 in attached


def _references(tracker: Tracker) -> Iterator[RuleBroken]:
    known = {record.id for _, record in tracker.records()}
    for owner, wanted in _named(tracker):
        if wanted is not None and wanted not in known:
            yield BrokenReference(owner, wanted)


def _named(tracker: Tracker) -> Iterator[tuple[str, str | None]]:
    """Every (record, record it names) pair."""
    for step in tracker.steps.values():
        yield from ((step.id, link.aspect) for link in step.links)
        if step.owner:
            yield step.id, step.owner.party
            yield step.id, step.owner.role
    for evidence in tracker.evidence.values():
        yield from ((evidence.id, support.record) for support in evidence.supports)
    for obstacle in tracker.obstacles.values():
        yield from ((obstacle.id, code) for code in obstacle.steps)
    for meeting in tracker.meetings.values():
        yield from ((meeting.id, code) for code in (*meeting.steps, meeting.minutes, meeting.rescheduled_to))
    yield from (("initiative", code) for code in tracker.initiative.parties)
