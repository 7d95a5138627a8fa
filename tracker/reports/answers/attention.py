"""The matters that need somebody to act, worst first: shown under lists and at the top of `status`."""

from collections.abc import Iterator

from tracker.message import Message, msg
from tracker.model.records.status import Status
from tracker.model.state.assessment import Assessment, left_out
from tracker.model.state.health import Health, Reason
from tracker.model.state.steps import StepState
from tracker.model.state.tally import tally
from tracker.model.tracker import Tracker
from tracker.reports import nouns
from tracker.reports.report import Day, Many, Note, Notes, Ref, Word

MOST_CODES = 5
"""The codes that a sentence names; it counts the others."""


def attention(tracker: Tracker, assessment: Assessment, *, late: bool = True) -> Notes:
    """The block "needs attention"; empty when nothing does. Steps past their end are in it if `late`."""
    steps = assessment.steps.values()
    notes = [note for state in steps if late for note in _overdue(tracker, state)]
    notes += [note for state in steps for note in _of_step(tracker, state)]
    notes += _of_several(list(assessment.steps.values()))
    notes += _of_obstacles(tracker)
    notes += _of_order(tracker)
    notes += _of_programme(tracker, assessment)
    order = {Health.RED: 0, Health.AMBER: 1}
    notes.sort(key=lambda note: order.get(note.health or Health.GREY, 2))
    return Notes("attention", msg("Needs attention"), tuple(notes), msg("Nothing needs attention today."))


def _overdue(tracker: Tracker, state: StepState) -> Iterator[Note]:
    code, step = Ref(state.step.id), state.step
    if state.overdue and state.days_left is not None:
        side = tracker.side_of(step.owner)
        days = nouns.days_oblique(-state.days_left)
        text = (
            msg("{code} is {days} overdue; awaiting: {side}.", code=code, days=days, side=Word(side))
            if side
            else msg("{code} is {days} overdue and has no owner.", code=code, days=days)
        )
        yield Note(text, state.health, step.id)


def _of_step(tracker: Tracker, state: StepState) -> Iterator[Note]:
    """Say what one step lacks by itself: blocked, not updated."""
    code, step = Ref(state.step.id), state.step
    if step.status is Status.BLOCKED:
        codes = tuple(o.id for o in tracker.obstacles_of(step.id) if o.active)
        if codes:
            yield Note(msg("{code} is blocked by {obstacle}.", code=code, obstacle=Ref(codes[0])), Health.RED, step.id)
        else:
            text = msg("{code} is blocked, but no obstacle is open any more: it can be resumed.", code=code)
            yield Note(text, Health.RED, step.id)
    if state.stale and state.stale_days is not None:
        days = nouns.days_oblique(state.stale_days)
        colour = Health.RED if Reason.VERY_STALE in state.reasons else Health.AMBER
        yield Note(msg("{code} has not been updated for {days}.", code=code, days=days), colour, step.id)


def _of_several(states: list[StepState]) -> Iterator[Note]:
    """Say what several steps may lack, each lack in one sentence."""
    gap = [s for s in states if s.unevidenced]
    if gap:
        yield Note(msg("More is declared than evidenced: {codes}.", codes=_codes(gap)), Health.AMBER)
    unverified = [s for s in states if s.unverified]
    if unverified:
        text = msg("Completed, but not verified by another office: {codes}.", codes=_codes(unverified))
        yield Note(text, Health.AMBER)
    nobody = [s for s in states if s.step.owner is None and s.status is not Status.NOT_STARTED]
    if nobody:
        yield Note(msg("Begun without an owner: {codes}.", codes=_codes(nobody)), Health.AMBER)


def _codes(states: list[StepState]) -> Many:
    return Many(tuple(Ref(state.step.id) for state in states))


def _of_obstacles(tracker: Tracker) -> Iterator[Note]:
    for obstacle in tracker.obstacles.values():
        if obstacle.active and obstacle.owner is None:
            text = msg("Obstacle {code} has no owner: {title}", code=Ref(obstacle.id), title=obstacle.title)
            yield Note(text, Health.AMBER, obstacle.id)


def _of_order(tracker: Tracker) -> Iterator[Note]:
    if any(facts.follows for alike in tally(tracker).values() for facts in alike):
        from tracker.model.state.follows import too_early  # noqa: PLC0415 - few activities follow others
        from tracker.reports.answers.order_words import too_early_note  # noqa: PLC0415 - as above

        yield from (too_early_note(*each) for each in too_early(tracker))


def undated_activities(state: StepState) -> Message | None:
    """Say which activities of a step have no dates and are left out of what is expected; None where none is."""
    codes = left_out(state)
    if not codes:
        return None
    named = Many(tuple(Ref(code) for code in codes[:MOST_CODES]))
    words = {"codes": named, "step": Ref(state.step.id)}
    if len(codes) <= MOST_CODES:
        return msg("Without dates and left out of the expected progress of {step}: {codes}.", **words)
    more = len(codes) - MOST_CODES
    return msg("Without dates and left out of the expected progress of {step}: {codes} and {n} more.", **words, n=more)


def _of_programme(tracker: Tracker, assessment: Assessment) -> Iterator[Note]:
    yield from (Note(text, None, s.step.id) for s in assessment.steps.values() if (text := undated_activities(s)))
    undated = [s for s in assessment.steps.values() if not (s.step.planned_start and s.step.planned_end)]
    undated = [s for s in undated if s.status not in (Status.COMPLETED, Status.CANCELLED)]
    if undated:
        yield Note(nouns.steps_without_dates(len(undated)))
    idle = [s for s in assessment.steps.values() if s.step.owner is None and s.status is Status.NOT_STARTED]
    if idle:
        yield Note(nouns.steps_without_owner(len(idle)))
    weights = sum(s.step.weight for s in assessment.steps.values() if s.status is not Status.CANCELLED)
    if assessment.steps and weights != 100:
        yield Note(msg("Weights sum to {sum}; 100 is expected.", sum=weights), Health.AMBER)
    for meeting in tracker.meetings.values():
        if meeting.date and meeting.minutes_missing(assessment.day, tracker.thresholds.minutes_days):
            text = msg("No minutes are recorded for {code} ({day}).", code=Ref(meeting.id), day=Day(meeting.date))
            yield Note(text, Health.AMBER if meeting.created_on else None, meeting.id)
