"""The answer to a write: what changed and to what, and the new totals."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tracker.frozen import replace
from tracker.message import Message, count, msg
from tracker.model.checks.activities import outside_step
from tracker.model.history.revision import Revision
from tracker.model.records.obstacles import Obstacle
from tracker.model.records.status import Status
from tracker.model.state.assessment import assess
from tracker.model.state.health import Health
from tracker.model.state.tally import tally
from tracker.model.state.work import unassessed
from tracker.model.tracker import Tracker
from tracker.reports.answers.history import described, machine_revision
from tracker.reports.kinds import initiative
from tracker.reports.report import Block, Colour, Day, Note, Notes, Percent, Ref, Report
from tracker.reports.values import beside, declared_and_evidenced

MOST, MOST_ASKED = 50, 500
"""Records that are told one by one after a command, and before somebody agrees to one."""


def changed_report(before: Tracker, after: Tracker, revision: Revision | None, day: date, *, dry_run: bool) -> Report:
    """The answer to a writing command; `revision` is None when nothing differed."""
    assessment = assess(after, day)
    sentences = tuple(_told(after, revision, MOST)) if revision else ()
    notes = [Note(beside(sentences))] if sentences else []
    notes += _started(before, after)
    heading = msg("The following would change:") if dry_run else None
    blocks: list[Block] = [Notes("changes", heading, tuple(notes), msg("Nothing changed."))]
    if assessment.figures is not None and revision:
        totals = msg(
            "Initiative: {figures} · {health}",
            figures=declared_and_evidenced(assessment.figures),
            health=Colour(assessment.health, assessment.reasons),
        )
        blocks.append(Notes("totals", None, (Note(totals, assessment.health),)))

    def data() -> dict[str, Any]:  # as only programs read it
        return {
            "data": machine_revision(revision) if revision else None,
            "dry_run": dry_run,
            "initiative": initiative.data(after, assessment),
        }

    return Report("revision", day, None, tuple(blocks), data, after.demo)


def planned_report(tracker: Tracker, revision: Revision | None, day: date) -> Report:
    """The report of what an undo, redo or import is about to do, to be asked about."""
    notes = tuple(Note(sentence) for sentence in (_told(tracker, revision, MOST_ASKED) if revision else ()))
    block = Notes("changes", msg("The following will change:"), notes, msg("Nothing changed."))
    return Report("planned", day, None, (block,))


def _told(tracker: Tracker, revision: Revision, most: int) -> Iterator[Message]:
    """The sentences about the first records of a revision, and the number of the others."""
    yield from described(tracker, replace(revision, changes=revision.changes[:most]))
    rest = len(revision.changes) - most
    if rest > 0:
        yield further(rest)


def further(n: int) -> Message:
    """The number of records that are not told one by one."""
    return count("{n} further record; --json tells all of them", "{n} further records; --json tells all of them", n)


def _started(before: Tracker, after: Tracker) -> list[Note]:
    """Say what a command did beside what it was asked for."""
    new = [o for code, o in after.obstacles.items() if code not in before.obstacles and _blocks_now(before, after, o)]
    made = (
        Note(
            msg("Obstacle {code} was recorded from the reason; give it an owner and a response.", code=Ref(o.id)),
            None,
            o.id,
        )
        for o in new
    )
    return [*_begun(before, after), *made, *_of_activities(before, after)]


def _begun(before: Tracker, after: Tracker) -> Iterator[Note]:
    """Say of what was completed without having been started that it was started too."""
    for table in ("steps", "activities", "commitments"):
        for new in after.changed_since(before, table):
            code, old = new.id, before.tables.get(table, {}).get(new.id)
            if old and old.status is Status.NOT_STARTED and new.status is Status.COMPLETED:
                day = new.started_on if table == "commitments" else new.actual_start
                named = {"code": Ref(code), "day": Day(day)}
                yield Note(msg("{code} had not been started; it began on {day} and is completed.", **named), None, code)


def _blocks_now(before: Tracker, after: Tracker, obstacle: Obstacle) -> bool:
    """Whether something was blocked by the change that made the obstacle."""
    return any(
        (work := new.get(code)) and work.status is Status.BLOCKED and old.get(code) != work
        for old, new in ((before.steps, after.steps), (before.activities, after.activities))
        for code in (*obstacle.steps, *obstacle.activities)
    )


def _of_activities(before: Tracker, after: Tracker) -> Iterator[Note]:
    """Say what a change of an activity asks of people, or took from its step."""
    changed = [a for a in after.changed_since(before, "activities") if before.activities.get(a.id) != a]
    for code in sorted({activity.step for activity in changed}):
        old, new = before.steps.get(code), after.steps.get(code)
        if old and new and old.declared and not new.declared:
            gone = {"percent": Percent(old.declared), "code": Ref(code)}
            yield Note(
                msg("The {percent} that {code} declared no longer counts; its activities count instead.", **gone),
                None,
                code,
            )
    for activity in changed:
        name = Ref(activity.id)
        if unassessed(after, activity):
            yield Note(
                msg("None of the documents of {code} is a risk assessment.", code=name), Health.AMBER, activity.id
            )
        if outside_step(after.steps.get(activity.step), activity):
            text = msg("{code} lies outside the planned dates of {step}.", code=name, step=Ref(activity.step))
            yield Note(text, Health.AMBER, activity.id)
    yield from _too_early(after, {activity.id for activity in changed})


def _too_early(after: Tracker, changed: set[str]) -> Iterator[Note]:
    """Say which dates cannot hold of what was changed, and of what follows it."""
    if not changed or not any(facts.follows for alike in tally(after).values() for facts in alike):
        return
    from tracker.model.state.follows import too_early  # noqa: PLC0415 - few activities follow others
    from tracker.reports.answers.order_words import too_early_note  # noqa: PLC0415 - as above

    for activity, late in too_early(after):
        if activity.id in changed or late.id in changed:
            yield too_early_note(activity, late)


def undo_hint(revision: Revision) -> Message:
    """Say how to take the change back."""
    number = revision.number
    if not (revision.changes or revision.about):
        return msg("Revision {number}.", number=Ref(str(number)))
    return msg(
        "Revision {number}. To take it back: {command}", number=Ref(str(number)), command=Ref(f"tracker undo {number}")
    )
