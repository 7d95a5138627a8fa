"""Evidence: references to documents, never their content (rule 5.1)."""

import datetime
from enum import StrEnum

from tracker.frozen import Frozen
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.records.record import ANY, Record


class EvidenceKind(StrEnum):
    """The sort of document that evidence is."""

    MINUTES = "minutes"
    REPORT = "report"
    LETTER = "letter"
    DOCUMENT = "document"
    PROCEDURE = "procedure"
    DATASET = "dataset"
    CERTIFICATE = "certificate"
    RISK_ASSESSMENT = "risk_assessment"
    PRESS_ARTICLE = "press_article"
    OTHER = "other"


class Confidentiality(StrEnum):
    """The readers who may see that the evidence exists."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"


class Authority(StrEnum):
    """An official document, or a report of what others said."""

    OFFICIAL = "official"
    REPORTED = "reported"


class Support(Frozen):
    """A record the evidence supports, and the percentage (0–100) the record declared when it was attached."""

    record: str
    progress: int | None = None


class FileMark(Frozen):
    """The trace of an attached file: its name, size in bytes and SHA-256; not its content."""

    name: str
    size: int
    sha256: str


class Evidence(Record, kw_only=True):
    """Evidence; `supports` is the one place where the link to records is stored, reverse links are computed.

    `same` are the identities of evidence that turned out to be this one when two copies were joined.
    """

    refers = (("supports.record", ANY),)
    shared = frozenset({"reference", "title", "url", "file"})
    kind: EvidenceKind
    reference: str
    title: Localized | None = None
    date: datetime.date | None = None
    url: str | None = None
    file: FileMark | None = None
    supports: tuple[Support, ...] = ()
    confidentiality: Confidentiality = Confidentiality.INTERNAL
    authority: Authority | None = None
    verified_on: datetime.date | None = None
    verified_by: Office | None = None
    same: tuple[str, ...] = ()


TAKES_EVIDENCE = (
    *("initiative", "steps", "activities", "aspects"),
    *("meetings", "decisions", "commitments", "obstacles", "lessons", "indicators", "reviews", "recommendations"),
)
"""The tables whose records evidence can support."""
