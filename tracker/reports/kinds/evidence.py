"""The lists and pages of evidence."""

from collections.abc import Iterable

from tracker.message import msg, msg_in
from tracker.model.records.evidence import Evidence
from tracker.model.state.assessment import Assessment
from tracker.model.tracker import Tracker
from tracker.reports.kinds.kind import Item, Kind, day_cell, plain_data, refs
from tracker.reports.report import Column, Day, Many, Percent, Ref, Table, Word
from tracker.reports.values import office_name, record_name


def table(tracker: Tracker, _assessment: Assessment, codes: Iterable[str]) -> Table:
    """Papers, what they support, and who verified them."""
    columns = (
        Column("id", msg_in("heading", "No.")),
        Column("reference", msg("Reference"), flexible=True, letters=18),
        Column("kind", msg("Kind"), rank=2),
        Column("date", msg("Date"), rank=3),
        Column("supports", msg("Supports")),
        Column("verified", msg("Verified"), flexible=True, rank=1),
    )
    rows = tuple(
        (
            Ref(e.id),
            e.reference,
            Word(e.kind, "masculine"),
            Day(e.date) if e.date else None,
            refs(s.record for s in e.supports),
            office_name(tracker, e.verified_by) if e.verified_on else msg("not verified"),
        )
        for e in (tracker.evidence[code] for code in codes)
        if e.reference  # what is withheld from the readers of a document has none
    )
    return Table("evidence", msg("Evidence"), columns, rows, msg("No evidence matches."))


def facts(tracker: Tracker, _assessment: Assessment, evidence: Evidence) -> Iterable[Item]:
    """The fields of a paper, and at what percentage it supports each record."""
    yield "reference", msg("Reference"), evidence.reference
    yield "title", msg("Title"), evidence.title
    yield "kind", msg("Kind"), Word(evidence.kind, "masculine")
    yield "date", msg("Date"), day_cell(evidence.date)
    yield "url", msg("Address"), evidence.url
    if evidence.file:
        yield "file", msg("File"), evidence.file.name
        yield "size", msg("Size in bytes"), evidence.file.size
        yield "sha256", msg("Fingerprint (SHA-256)"), evidence.file.sha256
    yield "confidentiality", msg("Confidentiality"), Word(evidence.confidentiality, "masculine")
    yield "authority", msg("Authority"), Word(evidence.authority, "masculine") if evidence.authority else None
    supports = tuple(
        record_name(s.record)
        if s.progress is None
        else msg("{code} at {percent}", code=record_name(s.record), percent=Percent(s.progress))
        for s in evidence.supports
    )
    yield "supports", msg("Supports"), Many(supports, stacked=True)
    yield "verified_by", msg("Verified by"), office_name(tracker, evidence.verified_by)
    yield "verified_on", msg("Verified on"), day_cell(evidence.verified_on)


KIND = Kind(table, facts, plain_data)
