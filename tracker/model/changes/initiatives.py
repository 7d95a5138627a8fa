"""Changing the initiative (rule 6.1)."""

from datetime import date

from tracker import errors
from tracker.frozen import asdict, replace
from tracker.model.changes.asked import Asked
from tracker.model.changes.offices import known_office
from tracker.model.records.initiatives import Initiative, LegalInstrument
from tracker.model.records.localized import reworded
from tracker.model.records.office import Office
from tracker.model.tracker import Tracker


class InitiativeUpdate(Asked, kw_only=True):
    """A change asked of the initiative."""

    owner: Office | None = None
    planned_start: date | None = None
    planned_end: date | None = None
    title_ar: str | None = None
    title_tr: str | None = None
    title_en: str | None = None
    mou_number: str | None = None
    mou_date: date | None = None


def update(tracker: Tracker, wanted: InitiativeUpdate, on: date) -> Tracker:
    """The tracker after the change; moving a planned date that was set needs a reason."""
    old = tracker.initiative
    owner = wanted.after(old, "owner")
    if wanted.owner:
        tracker, owner = known_office(tracker, wanted.owner, on)
    start, end = wanted.after(old, "planned_start"), wanted.after(old, "planned_end")
    moved = (old.planned_start and start != old.planned_start) or (old.planned_end and end != old.planned_end)
    if moved and not wanted.reason:
        raise errors.NeedsReason(old.id, "baseline")
    if start and end and start > end:
        raise errors.DatesReversed(old.id, start.isoformat(), end.isoformat())
    title = reworded(old.title, asdict(wanted), "title", wanted.clear)
    new = replace(old, owner=owner, planned_start=start, planned_end=end, title=title)
    return tracker.put(replace(new, legal_instrument=_instrument(old, wanted)), on)


def _instrument(old: Initiative, wanted: InitiativeUpdate) -> LegalInstrument | None:
    known = old.legal_instrument
    if known is None and not (wanted.mou_number or wanted.mou_date):
        return None
    known = known or LegalInstrument(type="mou", signed=True)
    number = None if "mou_number" in wanted.clear else wanted.mou_number or known.number
    day = None if "mou_date" in wanted.clear else wanted.mou_date or known.date
    return replace(known, number=number, date=day)
