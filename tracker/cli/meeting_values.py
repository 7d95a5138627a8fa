"""What was typed of a meeting, as values."""

from dataclasses import dataclass

from tracker.cli import values
from tracker.cli.places import place_of
from tracker.cli.record_codes import step_codes
from tracker.cli.references import papers_of
from tracker.cli.session import Session
from tracker.errors import BadDelegation
from tracker.model.codes import normal_code, table_of
from tracker.model.localized import Localized
from tracker.model.meeting import Delegation, Level, MeetingKind, MeetingMode
from tracker.model.meetings import MeetingAsked
from tracker.text.lists import split_list


@dataclass
class Given:
    """The options of a meeting as they were typed; `titles` in Arabic, Turkish and English."""

    titles: tuple[str | None, str | None, str | None]
    on: str | None
    series: str | None
    kind: MeetingKind | None
    level: Level | None
    place: str | None
    mode: MeetingMode | None
    steps: list[str] | None
    agenda: list[str] | None
    participants: list[str] | None
    minutes: str | None
    signed: str | None
    rescheduled_to: str | None = None
    force: bool = False


def asked(session: Session, given: Given) -> MeetingAsked:
    """What is asked of the meeting, status and reason aside."""
    ar, tr, en = (values.new_text(session, title, force=given.force) for title in given.titles)
    minutes = papers_of(session, [given.minutes]) if given.minutes is not None else ()
    items = [values.new_text(session, item, force=given.force) for item in given.agenda or ()]
    return MeetingAsked(
        title_ar=ar,
        title_tr=tr,
        title_en=en,
        date=values.partial_day(session, given.on),
        series=given.series,
        kind=given.kind,
        level=given.level,
        place=None if given.place is None else place_of(session, given.place, "--place", force=given.force),
        mode=given.mode,
        steps=step_codes(session, given.steps),
        agenda=tuple(Localized(item) for item in items if item) or None,
        participants=tuple(_delegation(session, each) for text in given.participants or () for each in split_list(text))
        or None,
        minutes=minutes[0] if minutes else None,
        minutes_signed_on=values.day(session, given.signed, edge="end"),
        rescheduled_to=_successor(session, given.rescheduled_to),
    )


def _delegation(session: Session, given: str) -> Delegation:
    """`LY/min=6`; none is 0, which takes the office from the list."""
    named, _, number = given.rpartition("=")
    office = values.office(session, named or None)
    if office is None:
        raise BadDelegation(given)
    return Delegation(office, values.natural(number) or 0)


def _successor(session: Session, given: str | None) -> str | None:
    """The code of a meeting, or the ISO date of one to be made."""
    if given is None or table_of(normal_code(given, "M")) == "meetings":
        return given and normal_code(given, "M")
    return values.partial_day(session, given)
