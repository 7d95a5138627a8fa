"""The letters of `report owed`: to whom, in which language, with what they may see."""

from collections.abc import Callable, Iterator

from tracker import errors
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.model.audience import Audience
from tracker.model.records.office import Office
from tracker.model.records.parties import Side
from tracker.reports.documents import document, owed
from tracker.reports.documents.request import Request
from tracker.reports.report import Report

Made = Callable[[Audience], Request]
"""Gives the request for readers."""


def letter(session: Session, made: Made, audience: Audience | None, owner: Office | None, side: Side | None) -> Report:
    """The letter to an office or a side, or without either what all offices owe; raises `LetterToOthers`."""
    side = side if owner is None else session.tracker.side_of(owner)
    asked = replace(made(_readers(session, audience, side)), owner=owner, side=None if owner else side)
    lang = None if session.options.get("lang") else owed.language_of(asked)
    return document("owed", replace(asked, letter_lang=lang))


def letters(session: Session, made: Made, audience: Audience | None, side: Side | None) -> Iterator[tuple[str, Report]]:
    """A letter to each office that owes something, of one side or of all, with a name for its file."""
    for office in owed.letters(replace(made(Audience.INTERNAL), side=side)):
        yield f"owed-{str(office).replace('/', '-')}", letter(session, made, audience, office, None)


def _readers(session: Session, audience: Audience | None, side: Side | None) -> Audience:
    """The readers: who is not known to be of one's own side reads as the counterpart does."""
    if side is None or side is _own_side(session):
        return audience or Audience.INTERNAL
    if audience is Audience.INTERNAL:
        raise errors.LetterToOthers("--audience internal")
    return Audience.COUNTERPART


def _own_side(session: Session) -> Side | None:
    """The side of who writes or, where nobody is named, the one whose copy this is; None if neither is known."""
    from tracker.cli.input import values  # noqa: PLC0415 - only where a letter is written

    office = values.office(session, session.settings["by"] or None, "--by")
    if office is not None:
        return session.tracker.side_of(office)
    return next((side for side in Side if side.upper() == session.state.standing.side), None)
