"""Attaching, detaching, verifying and correcting evidence (section 5)."""

import datetime
from collections.abc import Iterable

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.changes.change import TitleChange, apply_fields
from tracker.model.changes.office import known_office
from tracker.model.records.activities import Activity
from tracker.model.records.codes import normal_code, table_of
from tracker.model.records.commitments import Commitment
from tracker.model.records.evidence import TAKES_EVIDENCE, Confidentiality, Evidence, EvidenceKind, FileMark, Support
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Meeting
from tracker.model.records.office import Office
from tracker.model.records.record import Record
from tracker.model.records.reviews import Review, ReviewStatus
from tracker.model.records.steps import Step
from tracker.model.rules.references import references
from tracker.model.state.progress import displayed
from tracker.model.state.steps import declared_of
from tracker.model.tracker import Tracker


class Attachment(Frozen, kw_only=True):
    """Evidence as it was given: its reference, address or file; None leaves a default or what is already stored."""

    reference: str
    url: str | None = None
    file: FileMark | None = None
    kind: EvidenceKind | None = None
    title: Localized | None = None
    date: datetime.date | None = None
    confidentiality: Confidentiality | None = None


class EvidenceChange(TitleChange, kw_only=True):
    """A change asked of evidence; the records that it supports stay."""

    reference: str | None = None
    date: datetime.date | None = None
    kind: EvidenceKind | None = None
    url: str | None = None
    confidentiality: Confidentiality | None = None


def attach(tracker: Tracker, code: str, given: Attachment, on: datetime.date) -> Tracker:
    """Attach evidence to that record, at the percentage that the record declares now.

    The same reference again raises the percentage; it never lowers it. The record counts as updated (rule 5.3).
    Raises `NotFound` for a code of evidence that there is not: it would become the reference of a new one.
    """
    table, record = tracker.find(code)
    if table not in TAKES_EVIDENCE:
        raise errors.NothingAttached(code)
    declared = _declared(tracker, record)
    known = find_evidence(tracker, given.reference)
    if known is None and table_of(normal_code(given.reference)) == "evidence":
        raise errors.NotFound(given.reference, tuple(tracker.evidence)[-3:])
    if known is None:
        number, tracker = tracker.new_code("E")
        known = Evidence(id=number, kind=EvidenceKind.OTHER, reference=given.reference)
    known = _supporting(_with_details(known, given), record.id, declared)
    tracker = tracker.put(known, on)
    if isinstance(record, Meeting) and record.minutes is None and known.kind is EvidenceKind.MINUTES:
        record = replace(record, minutes=known.id)
    return tracker.put(replace(record, updated_on=on), on)


def put_with_evidence(tracker: Tracker, record: Record, given: Iterable[Attachment], on: datetime.date) -> Tracker:
    """The tracker with the record as it was changed, and what came with the change attached to it as `attach` does."""
    return attach_all(tracker.put(record, on), record.id, given, on)


def attach_all(tracker: Tracker, code: str, given: Iterable[Attachment], on: datetime.date) -> Tracker:
    """The tracker with each attached to the record, one after the other, as `attach` does."""
    for each in given:
        tracker = attach(tracker, code, each, on)
    return tracker


def find_evidence(tracker: Tracker, reference: str) -> Evidence | None:
    """The evidence with that code or that very reference."""
    found = tracker.evidence.get(normal_code(reference))
    return found or next(iter(tracker.linked("references", reference)), None)


def _declared(tracker: Tracker, record: Record) -> int | None:
    """The percentage that a record shows; None for kinds without one."""
    match record:
        case Step():
            return displayed(declared_of(tracker, record))
        case Activity():
            return record.declared
        case Commitment():
            return record.progress
    return None


def _with_details(evidence: Evidence, given: Attachment) -> Evidence:
    names = [name for name in given.__struct_fields__ if name != "reference" and getattr(given, name)]
    return replace(evidence, **{name: getattr(given, name) for name in names})


def _supporting(evidence: Evidence, code: str, declared: int | None) -> Evidence:
    before = next((s for s in evidence.supports if s.record == code), None)
    others = tuple(s for s in evidence.supports if s.record != code)
    if before is not None and before.progress is not None and declared is not None:
        declared = max(declared, before.progress)
    return replace(evidence, supports=(*others, Support(code, declared)))


def detach(tracker: Tracker, code: str, reference: str, on: datetime.date) -> Tracker:
    """Detach evidence from that record; it stays, and so does what else it supports.

    Of a meeting the minutes go too where they are this evidence. Raises `NotAttached`, `StillQuoted` for the source
    of a value or judgement, `ReviewApproved`; a completion that needs the evidence is a rule of its own (rule 2.8).
    """
    _, record = tracker.find(code)
    found = find_evidence(tracker, reference)
    if found is None or all(support.record != record.id for support in found.supports):
        raise errors.NotAttached(record.id, found.id if found else reference)
    if isinstance(record, Review) and record.status is ReviewStatus.APPROVED:
        raise errors.ReviewApproved(record.id)
    if isinstance(record, Meeting) and record.minutes == found.id:
        record = replace(record, minutes=None, minutes_signed_on=None)
    if ("evidence", found.id) in references(record):
        raise errors.StillQuoted(record.id, found.id)
    kept = tuple(support for support in found.supports if support.record != record.id)
    tracker = tracker.put(replace(found, supports=kept), on)
    return tracker.put(replace(record, updated_on=on), on)


def verify(tracker: Tracker, code: str, office: Office, on: datetime.date) -> Tracker:
    """Verify the evidence by another office than any that owns what it supports."""
    evidence = tracker.get(Evidence, code)
    tracker, office = known_office(tracker, office, on)
    for support in evidence.supports:
        owner = getattr(tracker.find(support.record)[1], "owner", None)
        if owner == office:
            raise errors.SelfVerified(evidence.id, str(office))
    return tracker.put(replace(evidence, verified_on=on, verified_by=office), on)


def update(tracker: Tracker, code: str, change: EvidenceChange, on: datetime.date) -> Tracker:
    """The tracker after the correction (rules 5.4, 5.5). Raises `NotFound`, `ReferenceTaken`.

    Under another reference it is other evidence: nobody has verified that one yet.
    """
    old = tracker.get(Evidence, code)
    others = (each for each in tracker.linked("references", change.reference or "") if each.id != old.id)
    if change.reference and (other := next(others, None)):
        raise errors.ReferenceTaken(change.reference, other.id)
    tracker, new = apply_fields(tracker, old, change, on)
    if new.reference != old.reference:
        new = replace(new, verified_on=None, verified_by=None)
    return tracker.put(new, on)
