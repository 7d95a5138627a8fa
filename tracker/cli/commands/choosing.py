"""The choice of who stays where both sides have changed the same: as the command says, or as a person answers."""

from collections.abc import Mapping, Sequence

import typer

from tracker import errors
from tracker.cli.session import Session
from tracker.message import msg
from tracker.model.joining.conflict import Choose, Conflict, Stays
from tracker.reports.answers.merging import latest
from tracker.reports.report import Ref
from tracker.store.exchange.joining import Comparison

SIDES = tuple(Stays)
ANSWERS = {"1": 0, "2": 1, "١": 0, "٢": 1, "۱": 0, "۲": 1}


def asked_of(session: Session, conflicts: Sequence[Conflict]) -> dict[tuple[str, str], int]:
    """Ask a person which of the two stays, one by one; anything but an answer ends the command."""
    answers = {}
    for number, conflict in enumerate(conflicts, 1):
        place = {"number": str(number), "of": str(len(conflicts)), "place": Ref(conflict.name)}
        answer = session.ask(msg("{place} ({number} of {of}): 1 ours, 2 theirs. Which one stays? (1/2)", **place))
        if answer not in ANSWERS:
            session.say(msg("Nothing was changed."))
            raise typer.Exit(1)
        answers[conflict.unit] = ANSWERS[answer]
    return answers


def choice(
    session: Session, planned: Comparison, chosen: Mapping[str, str], usual: str, answers: Mapping[tuple[str, str], int]
) -> Choose:
    """The answers that were given with the command, or are given one by one."""

    def newer(conflict: Conflict) -> int | None:
        theirs, ours = planned.news
        found = [latest(conflict, side) for side in (ours, theirs)]
        days = [each.at if each else "" for each in found]
        now = session.now.isoformat(timespec="seconds")
        # A clock that runs ahead decides nothing.
        return None if days[0] == days[1] or max(days) > now else days.index(max(days))

    def choose(conflict: Conflict) -> int | None:
        side = chosen.get(conflict.name)
        if side is None and conflict.unit in answers:
            return answers[conflict.unit]
        side = side or usual
        if side == "newer":
            return newer(conflict)
        return SIDES.index(Stays(side)) if side else None

    return choose


def taken(text: str) -> tuple[str, str]:
    """The question and the side that stays there, as they were typed; raises `BadValue`."""
    place, _, side = text.partition("=")
    if not place or side not in SIDES:
        raise errors.BadValue(text, "take")
    return place, side
