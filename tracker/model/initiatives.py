"""Changing the initiative (rule 6.1)."""

from datetime import date
from typing import Any

from tracker import errors
from tracker.frozen import Frozen, asdict, replace
from tracker.model.initiative import Initiative, LegalInstrument
from tracker.model.localized import reworded
from tracker.model.office import Office
from tracker.model.offices import known_office
from tracker.model.tracker import Tracker


class InitiativeUpdate(Frozen, kw_only=True):
    """A change asked of the initiative; None leaves a field as it is, and `clear` names the fields that are emptied."""

    owner: Office | None = None
    planned_start: date | None = None
    planned_end: date | None = None
    title_ar: str | None = None
    title_tr: str | None = None
    title_en: str | None = None
    mou_number: str | None = None
    mou_date: date | None = None
    reason: str | None = None
    clear: frozenset[str] = frozenset()

    def after(self, field: str, old: Any) -> Any:
        """Give what a field that held `old` holds after the change."""
        new = getattr(self, field)
        return None if field in self.clear else old if new is None else new


def update(tracker: Tracker, wanted: InitiativeUpdate, on: date) -> Tracker:
    """The tracker after the change; moving a planned date that was set needs a reason."""
    old = tracker.initiative
    owner = wanted.after("owner", old.owner)
    if wanted.owner:
        tracker, owner = known_office(tracker, wanted.owner, on)
    start, end = wanted.after("planned_start", old.planned_start), wanted.after("planned_end", old.planned_end)
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
    return replace(known, number=wanted.after("mou_number", known.number), date=wanted.after("mou_date", known.date))
