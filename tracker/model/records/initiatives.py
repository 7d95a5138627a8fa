"""The programme itself and the memorandum it follows from."""

import datetime

from tracker.frozen import Frozen
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.records.record import Record


class LegalInstrument(Frozen, kw_only=True):
    """The signed text behind the programme; number and date stay empty until somebody knows them."""

    type: str
    signed: bool
    purpose: Localized | None = None
    role: Localized | None = None
    scope: tuple[Localized, ...] = ()
    number: str | None = None
    date: datetime.date | None = None


class Initiative(Record, kw_only=True):
    """The one initiative that a tracker follows; its status and health are derived."""

    refers = (("parties", "parties"),)
    shared = frozenset({"title", "objective", "policy_context", "expected_impact", "legal_instrument"})
    title: Localized
    objective: Localized | None = None
    policy_context: Localized | None = None
    expected_impact: Localized | None = None
    legal_instrument: LegalInstrument | None = None
    parties: tuple[str, ...] = ()
    owner: Office | None = None
    planned_start: datetime.date | None = None
    planned_end: datetime.date | None = None
