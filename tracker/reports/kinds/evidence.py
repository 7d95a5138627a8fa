"""The lists and pages of evidence."""

from tracker.message import msg
from tracker.model.records.evidence import Evidence
from tracker.reports.kinds.kind import Kind, Seen, Shown, refs
from tracker.reports.report import Many, Percent, Value
from tracker.reports.values import record_name


def verified(seen: Seen, paper: Evidence) -> Value:
    """The office that verified a paper, or that none did."""
    return seen.office(paper.verified_by) if paper.verified_on else msg("not verified")


def _supports(_: Seen, paper: Evidence) -> Many:
    """The records that it supports, each at its percentage."""
    found = tuple(
        record_name(support.record)
        if support.progress is None
        else msg("{code} at {percent}", code=record_name(support.record), percent=Percent(support.progress))
        for support in paper.supports
    )
    return Many(found, stacked=True)


KIND: Kind[Evidence] = Kind(
    name="evidence",
    heading=msg("Evidence"),
    empty=msg("No evidence matches."),
    added_by="attach",
    withheld=lambda paper: not paper.reference,  # from the readers of a document, who see no reference either
    columns=[
        Shown("reference", flexible=True, letters=18),
        Shown("kind", rank=2),
        Shown("date", rank=3),
        Shown("supports", value=lambda _, paper: refs(support.record for support in paper.supports)),
        Shown("verified", msg("Verified by"), verified, flexible=True, rank=1),
    ],
    facts=[
        *("reference", "title", "kind", "date", "url"),
        Shown("file", value=lambda _, paper: paper.file.name if paper.file else None),
        Shown("size", msg("Size in bytes"), lambda _, paper: paper.file.size if paper.file else None),
        Shown("sha256", msg("Fingerprint (SHA-256)"), lambda _, paper: paper.file.sha256 if paper.file else None),
        *("confidentiality", "authority"),
        Shown("supports", value=_supports),
        *("verified_by", "verified_on"),
    ],
    filters=("aspect", "step", "unverified"),
)
