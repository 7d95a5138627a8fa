"""The request for a document: the tracker, the day, and the options of `report`."""

from collections.abc import Callable, Sequence
from datetime import date

from tracker import errors
from tracker.frozen import Frozen
from tracker.model.audience import Audience
from tracker.model.history.revision import Revision
from tracker.model.records.localized import Lang
from tracker.model.records.office import Office
from tracker.model.records.parties import Side
from tracker.model.records.reviews import Review
from tracker.model.tracker import Tracker


class Standing(Frozen):
    """The last revision a document shows: its number, its hash, and its UTC time; nothing changed yet without them."""

    number: int = 0
    head: str = ""
    at: str = ""


def no_past(day: date) -> Tracker:
    """Refuse an earlier day, for a tracker without a history; raises `BeforeFirst`."""
    raise errors.BeforeFirst(day.isoformat(), day.isoformat())


def never_approved(review: Review) -> Tracker:
    """Refuse the moment of an approval, for a tracker without a history; raises `BeforeFirst`."""
    raise errors.BeforeFirst(str(review.completed_on), str(review.completed_on))


def no_notes() -> tuple[Revision, ...]:
    """Give no note, for a tracker without a history."""
    return ()


class Request(Frozen, kw_only=True):
    """The request: `tracker` as it stood at the end of `day`; `past` gives it at the end of an earlier one.

    `approved` gives it as it was when an evaluation was approved.

    `office` prepares the document, which is `printed` when it goes to a file. `period` and `against` are periods such
    as `2026-Q1`; `meeting` is a code, `reference` the number of a letter, `owner` the office that owes; `letter_lang`
    is the language of who gets a letter, where it is not the reader's; `beside` is a second language for sheets in two,
    `lang` the first. `notes` gives the notes on records that stood at the end of `day`. `tracker`, `past`, `approved`
    and `notes` hold what the `audience` may see.
    """

    tracker: Tracker
    day: date
    standing: Standing = Standing()
    office: Office | None = None
    printed: bool = False
    audience: Audience = Audience.INTERNAL
    period: str | None = None
    against: str | None = None
    side: Side | None = None
    owner: Office | None = None
    letter_lang: Lang | None = None
    meeting: str | None = None
    reference: str = ""
    beside: Lang | None = None
    lang: Lang = "ar"
    past: Callable[[date], Tracker] = no_past
    approved: Callable[[Review], Tracker] = never_approved
    notes: Callable[[], Sequence[Revision]] = no_notes
