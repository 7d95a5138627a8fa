"""The programme itself and the memorandum it follows from."""

import datetime

from tracker.frozen import Frozen
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.records.record import Record

BRIEF_NUMBER = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]{1,60}"
"""The form of a registry's number; it is an identifier, so it is no text that a side may withhold."""


class LegalInstrument(Frozen, kw_only=True):
    """The signed text behind the programme; number and date stay empty until somebody knows them."""

    type: str
    signed: bool
    purpose: Localized | None = None
    role: Localized | None = None
    scope: tuple[Localized, ...] = ()
    number: str | None = None
    date: datetime.date | None = None


class IssuedBrief(Frozen, kw_only=True):
    """A brief that went to a minister, with its figures as they were: percent 0–100 as shown (rule 11.9).

    `number` is that under which the registry filed it. One per day and party: a later one of the day stands instead.
    """

    date: datetime.date
    by: Office | None = None
    number: str | None = None
    declared: int | None = None
    evidenced: int | None = None
    expected: int | None = None


class Initiative(Record, kw_only=True):
    """The one initiative that a tracker follows; its status and health are derived.

    `briefs` were issued to ministers, in the order of their days.
    """

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
    briefs: tuple[IssuedBrief, ...] = ()
