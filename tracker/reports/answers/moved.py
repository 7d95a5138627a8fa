"""The changes since an earlier day, step by step, and why a colour is another."""

from collections.abc import Iterator
from datetime import date

from tracker.frozen import Frozen
from tracker.message import msg
from tracker.model.state.assessment import Assessment, assess
from tracker.model.state.progress import displayed
from tracker.model.state.steps import StepState
from tracker.model.tracker import Tracker
from tracker.reports.report import Day, Many, Note, Percent, Ref, Word

NOTHING = msg("Nothing has changed.")


class Earlier(Frozen):
    """A tracker to compare with, and the day to count with; `begins` where nothing earlier is known than that day."""

    tracker: Tracker
    day: date
    begins: date | None = None


def moved_since(before: Earlier, after: Assessment) -> tuple[Note, ...]:
    """The differences from the earlier day; first, where so, that the history does not reach back to it."""
    earlier = assess(before.tracker, before.day)
    moved = tuple(note for code in after.steps for note in _moved(earlier.steps.get(code), after.steps[code]))
    if before.begins is None:
        return moved
    text = msg("The tracker begins on {day}; it is compared with how it stood at first.", day=Day(before.begins))
    return Note(text), *(moved or (Note(NOTHING),))


def _moved(old: StepState | None, new: StepState) -> Iterator[Note]:
    code = Ref(new.step.id)
    if old is None:
        yield Note(msg("{code} is new.", code=code), new.health, code.code)
        return
    if old.status is not new.status:
        words = {"before": Word(old.status), "after": Word(new.status)}
        yield Note(msg("{code}: status from {before} to {after}.", code=code, **words), new.health, code.code)
    if (old.figures.declared, old.figures.evidenced) != (new.figures.declared, new.figures.evidenced):
        text = msg(
            "{code}: declared from {a} to {b}, evidenced from {c} to {d}.",
            code=code,
            a=Percent(displayed(old.figures.declared)),
            b=Percent(displayed(new.figures.declared)),
            c=Percent(displayed(old.figures.evidenced)),
            d=Percent(displayed(new.figures.evidenced)),
        )
        yield Note(text, new.health, code.code)
    yield from _colour(old, new)


def _colour(old: StepState, new: StepState) -> Iterator[Note]:
    """The other colour with what brought it; also what came on top of the same colour."""
    code = Ref(new.step.id)
    fresh = Many(tuple(Word(reason) for reason in new.reasons if reason not in old.reasons))
    if old.health is not new.health:
        words = {"code": code, "before": Word(old.health), "after": Word(new.health)}
        text = (
            msg("{code}: health from {before} to {after}: {reasons}.", **words, reasons=fresh)
            if fresh.values
            else msg("{code}: health from {before} to {after}.", **words)
        )
        yield Note(text, new.health, code.code)
    elif fresh.values:
        yield Note(msg("{code}: new reasons: {reasons}.", code=code, reasons=fresh), new.health, code.code)
