"""Attaching, detaching and verifying evidence (section 5)."""

import datetime

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.changes.offices import known_office
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
from tracker.model.state.work import declared_of
from tracker.model.tracker import Tracker


class Paper(Frozen, kw_only=True):
    """A reference as it was given: number, address or file; None leaves a default or what is already stored."""

    reference: str
    url: str | None = None
    file: FileMark | None = None
    kind: EvidenceKind | None = None
    title: Localized | None = None
    date: datetime.date | None = None
    confidentiality: Confidentiality | None = None


def attach(tracker: Tracker, code: str, paper: Paper, on: datetime.date) -> Tracker:
    """Attach the paper to that record, at the percentage that the record declares now.

    The same reference again raises the percentage; it never lowers it. The record counts as updated (rule 5.3).
    Raises `NotFound` for a code of evidence that there is not: it would become the reference of a paper.
    """
    table, record = tracker.find(code)
    if table not in TAKES_EVIDENCE:
        raise errors.NothingAttached(code)
    declared = _declared(tracker, record)
    known = find_paper(tracker, paper.reference)
    if known is None and table_of(normal_code(paper.reference)) == "evidence":
        raise errors.NotFound(paper.reference, tuple(tracker.evidence)[-3:])
    if known is None:
        number, tracker = tracker.new_code("E")
        known = Evidence(id=number, kind=EvidenceKind.OTHER, reference=paper.reference)
    tracker = tracker.put(_supporting(_described(known, paper), record.id, declared), on)
    if (
        isinstance(record, Meeting)
        and record.minutes is None
        and tracker.evidence[known.id].kind is EvidenceKind.MINUTES
    ):
        record = replace(record, minutes=known.id)
    return tracker.put(replace(record, updated_on=on), on)


def find_paper(tracker: Tracker, reference: str) -> Evidence | None:
    """The evidence with that code or that very reference."""
    found = tracker.evidence.get(normal_code(reference))
    return found or next((e for e in tracker.evidence.values() if e.reference == reference), None)


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


def _described(evidence: Evidence, paper: Paper) -> Evidence:
    return replace(
        evidence,
        kind=paper.kind or evidence.kind,
        url=paper.url or evidence.url,
        file=paper.file or evidence.file,
        title=paper.title or evidence.title,
        date=paper.date or evidence.date,
        confidentiality=paper.confidentiality or evidence.confidentiality,
    )


def _supporting(evidence: Evidence, code: str, declared: int | None) -> Evidence:
    before = next((s for s in evidence.supports if s.record == code), None)
    others = tuple(s for s in evidence.supports if s.record != code)
    if before is not None and before.progress is not None and declared is not None:
        declared = max(declared, before.progress)
    return replace(evidence, supports=(*others, Support(code, declared)))


def detach(tracker: Tracker, code: str, reference: str, on: datetime.date) -> Tracker:
    """Detach the paper from that record; what else it supports stays, and so does the paper.

    Of a meeting the minutes go too where they are this paper. Raises `NotAttached`, `StillQuoted` for the source of a
    value or judgement, `ReviewApproved`; a completion that rests on the paper is a rule of its own (rule 2.8).
    """
    _, record = tracker.find(code)
    paper = find_paper(tracker, reference)
    if paper is None or all(support.record != record.id for support in paper.supports):
        raise errors.NotAttached(record.id, paper.id if paper else reference)
    if isinstance(record, Review) and record.status is ReviewStatus.APPROVED:
        raise errors.ReviewApproved(record.id)
    if isinstance(record, Meeting) and record.minutes == paper.id:
        record = replace(record, minutes=None, minutes_signed_on=None)
    if ("evidence", paper.id) in references(record):
        raise errors.StillQuoted(record.id, paper.id)
    kept = tuple(support for support in paper.supports if support.record != record.id)
    tracker = tracker.put(replace(paper, supports=kept), on)
    return tracker.put(replace(record, updated_on=on), on)


def verify(tracker: Tracker, code: str, office: Office, on: datetime.date) -> Tracker:
    """Verify the evidence by another office than any that owns what it supports."""
    evidence = tracker.get(Evidence, code, "E")
    tracker, office = known_office(tracker, office, on)
    for support in evidence.supports:
        owner = getattr(tracker.find(support.record)[1], "owner", None)
        if owner == office:
            raise errors.SelfVerified(evidence.id, str(office))
    return tracker.put(replace(evidence, verified_on=on, verified_by=office), on)
