"""Removing records that nothing names and that were neither quoted nor agreed; history keeps them (rule 1.7)."""

from collections.abc import Iterator, Sequence
from datetime import date

from tracker import errors
from tracker.frozen import replace
from tracker.model.records.evidence import Evidence
from tracker.model.records.record import ANY, Record
from tracker.model.records.reviews import Recommendation, Review, ReviewStatus
from tracker.model.rules.references import references
from tracker.model.tracker import Tracker


def remove(tracker: Tracker, codes: Sequence[str], on: date) -> Tracker:
    """The tracker without these records; evidence that supports one of them does so no longer.

    Raises `NotFound`; `Irremovable` for what is quoted from the source, settings, and approved reviews; `StillNamed`
    for what another record names that is not removed with it.
    """
    found = [tracker.find(code) for code in codes]
    removed = {record.id for _, record in found}
    for table, record in found:
        check_removable(tracker, table, record)
        named_by = tuple(other.id for other in naming(tracker, table, record.id) if other.id not in removed)
        if named_by:
            raise errors.StillNamed(record.id, named_by)
    for table, record in found:
        tracker = _without(tracker, table, record.id)
    return _detach_from(tracker, removed, on)


def naming(tracker: Tracker, table: str, code: str) -> Iterator[Record]:
    """The records that name one; evidence that supports it does not."""
    for _, record in tracker.records():
        if record.id != code and not isinstance(record, Evidence):
            if any(named == code and where in (ANY, table) for where, named in references(record)):
                yield record
        elif isinstance(record, Evidence) and table in ("parties", "roles"):
            office = record.verified_by
            if office and code in (office.party, office.role):
                yield record


def check_removable(tracker: Tracker, table: str, record: Record) -> None:
    """Raise `Irremovable` for a record that stays, whoever names it."""
    if table in ("initiative", "thresholds"):
        raise errors.Irremovable(record.id, "fixed")
    if getattr(record, "verbatim", False):
        raise errors.Irremovable(record.id, "verbatim")
    review = tracker.reviews.get(record.review) if isinstance(record, Recommendation) else record
    if isinstance(review, Review) and review.status is ReviewStatus.APPROVED:
        raise errors.Irremovable(record.id, "approved")


def _without(tracker: Tracker, table: str, code: str) -> Tracker:
    """Take the record away and remember its code: that of a template is not in the counters, and never comes again."""
    rows = {key: record for key, record in tracker.tables[table].items() if key != code}
    return replace(tracker.remembering(code), tables={**tracker.tables, table: rows})


def _detach_from(tracker: Tracker, removed: set[str], on: date) -> Tracker:
    for evidence in tracker.evidence.values():
        kept = tuple(support for support in evidence.supports if support.record not in removed)
        tracker = tracker.put(replace(evidence, supports=kept), on)
    return tracker
