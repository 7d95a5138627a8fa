"""What a write answers: what changed and to what, the new totals (CLI.md "Output")."""

from datetime import date

from tracker.model.assessment import assess
from tracker.model.revision import Revision
from tracker.model.tracker import Tracker
from tracker.reports import machine
from tracker.reports.history import described, machine_revision
from tracker.reports.message import Message, msg
from tracker.reports.report import Block, Colour, Many, Note, Notes, Ref, Report
from tracker.reports.values import declared_and_evidenced


def changed_report(before: Tracker, after: Tracker, revision: Revision | None, day: date, *, dry_run: bool) -> Report:
    """The answer to a writing command; `revision` is None when nothing differed."""
    assessment = assess(after, day)
    sentences = tuple(described(after, revision)) if revision else ()
    notes = [Note(Message("{changes}", {"changes": Many(sentences)}))] if sentences else []
    notes += _started(before, after)
    heading = msg("This would change:") if dry_run else None
    blocks: list[Block] = [Notes("changes", heading, tuple(notes), msg("Nothing changed."))]
    if assessment.figures is not None and revision:
        totals = msg(
            "Initiative: {figures} · {health}",
            figures=declared_and_evidenced(assessment.figures),
            health=Colour(assessment.health),
        )
        blocks.append(Notes("totals", None, (Note(totals, assessment.health),)))
    data = {
        "data": machine_revision(revision) if revision else None,
        "dry_run": dry_run,
        "initiative": machine.initiative(after, assessment),
    }
    return Report("revision", day, None, tuple(blocks), data, after.demo)


def planned_report(tracker: Tracker, revision: Revision | None, day: date) -> Report:
    """What an undo, redo or import is about to do, to be asked about."""
    notes = tuple(Note(sentence) for sentence in (described(tracker, revision) if revision else ()))
    block = Notes("changes", msg("This would change:"), notes, msg("Nothing changed."))
    return Report("planned", day, None, (block,))


def _started(before: Tracker, after: Tracker) -> list[Note]:
    """What a command did beside what it was asked for is said."""
    new = [o for code, o in after.obstacles.items() if code not in before.obstacles]
    return [
        Note(
            msg("Obstacle {code} was recorded from the reason; give it an owner and a response.", code=Ref(o.id)),
            None,
            o.id,
        )
        for o in new
    ]


def undo_hint(number: int) -> Message:
    """How to take the change back."""
    return msg(
        "Revision {number}. To take it back: {command}", number=Ref(str(number)), command=Ref(f"tracker undo {number}")
    )
