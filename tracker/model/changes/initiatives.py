"""Changing the initiative (rule 6.1)."""

from datetime import date

from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.change import TitleChange, apply_fields
from tracker.model.records.initiatives import Initiative, LegalInstrument
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.rules.dates import check_order, is_moved
from tracker.model.tracker import Tracker

NEW = Localized(ar="مبادرة جديدة", tr="Yeni girişim", en="New initiative")
"""The title of a programme that nobody has named yet: whoever names it in one language names it anew in all."""


class InitiativeChange(TitleChange, kw_only=True):
    """A change asked of the initiative."""

    owner: Office | None = None
    planned_start: date | None = None
    planned_end: date | None = None
    mou_number: str | None = None
    mou_date: date | None = None


def update(tracker: Tracker, change: InitiativeChange, on: date) -> Tracker:
    """The tracker after the change. Raises `UnknownParty`, `NeedsReason` for a moved date, `DatesReversed`."""
    old = tracker.initiative
    tracker, new = apply_fields(tracker, old, change, on)
    if old.title == NEW and change.words("title"):
        new = replace(new, title=change.text("title"))
    if is_moved(old, new) and not change.reason:
        raise errors.NeedsReason(old.id, "baseline")
    check_order(new.id, (new.planned_start, new.planned_end))
    return tracker.put(replace(new, legal_instrument=_instrument(old, change)), on)


def _instrument(old: Initiative, change: InitiativeChange) -> LegalInstrument | None:
    known = old.legal_instrument
    if known is None and not (change.mou_number or change.mou_date):
        return None
    known = known or LegalInstrument(type="mou", signed=True)
    number = None if "mou_number" in change.clear else change.mou_number or known.number
    day = None if "mou_date" in change.clear else change.mou_date or known.date
    return replace(known, number=number, date=day)
