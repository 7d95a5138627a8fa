"""Parties, the sides they belong to, and the register of roles."""

from enum import StrEnum

from tracker.model.records.localized import Localized
from tracker.model.records.record import Record

PARTY_CODE = r"[A-Z]{1,8}(-[A-Z]{1,8})?"
"""The form of the code of a party (rule 12.1): numbers belong to the codes of other records."""


class Side(StrEnum):
    """The side of the memorandum that a party belongs to."""

    LY = "ly"
    TR = "tr"
    JOINT = "joint"
    OTHER = "other"


class PartyKind(StrEnum):
    """The sort of body that a party is."""

    STATE = "state"
    MINISTRY = "ministry"
    AGENCY = "agency"
    SECRETARIAT = "secretariat"
    EVALUATOR = "evaluator"
    INTERNATIONAL_ORG = "international_org"
    OTHER = "other"


class Party(Record, kw_only=True):
    """A body that can own work; `id` is its code, such as LY."""

    shared = frozenset({"name"})
    name: Localized
    kind: PartyKind
    side: Side
    notes: Localized | None = None


class Role(Record, kw_only=True):
    """A function inside a party; together they make an office."""

    shared = frozenset({"name"})
    name: Localized
