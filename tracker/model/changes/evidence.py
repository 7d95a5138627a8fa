"""Correcting the particulars of a paper; the records it supports stay (rules 5.4, 5.5)."""

import datetime

from tracker import errors
from tracker.frozen import asdict, replace
from tracker.model.changes.asked import Asked
from tracker.model.records.evidence import Confidentiality, Evidence, EvidenceKind
from tracker.model.records.localized import Localized, reworded
from tracker.model.tracker import Tracker


class PaperAsked(Asked, kw_only=True):
    """A change asked of a paper."""

    reference: str | None = None
    title_ar: str | None = None
    title_tr: str | None = None
    title_en: str | None = None
    date: datetime.date | None = None
    kind: EvidenceKind | None = None
    url: str | None = None
    confidentiality: Confidentiality | None = None


def update(tracker: Tracker, code: str, wanted: PaperAsked, on: datetime.date) -> Tracker:
    """The tracker after the correction. Raises `NotFound`, `ReferenceTaken`, `NeedsArabic`.

    With another reference it is another paper: nobody has verified that one yet.
    """
    old = tracker.get(Evidence, code, "E")
    _check_reference(tracker, old, wanted.reference)
    new = replace(
        old,
        title=_title(old, wanted),
        **{field: wanted.after(old, field) for field in ("reference", "date", "kind", "url", "confidentiality")},
    )
    if new.reference != old.reference:
        new = replace(new, verified_on=None, verified_by=None)
    return tracker.put(new, on)


def _check_reference(tracker: Tracker, paper: Evidence, wanted: str | None) -> None:
    """Check that no two papers have the same reference, for a reference finds its paper."""
    for other in tracker.evidence.values():
        if wanted == other.reference and other.id != paper.id:
            raise errors.ReferenceTaken(wanted, other.id)


def _title(old: Evidence, wanted: PaperAsked) -> Localized | None:
    if "title" in wanted.clear:
        return None
    translated = wanted.title_tr or wanted.title_en
    if old.title is None and not wanted.title_ar:
        if translated:
            raise errors.NeedsArabic(old.id)
        return None
    return reworded(old.title or Localized(wanted.title_ar or ""), asdict(wanted), "title", wanted.clear)
