"""Correcting what is said of a paper (rules 5.4, 5.5)."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.model.build import DAY, paper, running, tracker
from tracker import errors
from tracker.model.changes.evidence import EvidenceChange, update, verify
from tracker.model.records.evidence import Confidentiality, EvidenceKind
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.tracker import Tracker

NEXT = DAY + timedelta(1)
OLD = verify(tracker(running(declared=40), paper(percent=40)), "E1", Office("TR"), DAY)


def corrected(old: Tracker = OLD, **asked: Any) -> Any:
    return update(old, "1", EvidenceChange(**asked), NEXT).evidence["E1"]


def test_what_is_said_of_it_changes_and_what_it_supports_stays() -> None:
    new = corrected(
        title_ar="محضر",
        title_en="Minutes",
        date=date(2026, 3, 1),
        kind=EvidenceKind.MINUTES,
        confidentiality=Confidentiality.PUBLIC,
        url="https://example.org/1",
    )
    assert new.title == Localized("محضر", None, "Minutes")
    assert (new.date, new.kind, new.url) == (date(2026, 3, 1), EvidenceKind.MINUTES, "https://example.org/1")
    assert new.confidentiality is Confidentiality.PUBLIC
    assert new.supports == OLD.evidence["E1"].supports
    assert new.verified_by == Office("TR")


def test_with_another_reference_nobody_has_verified_it() -> None:
    new = corrected(reference="9/2026")
    assert (new.reference, new.verified_on, new.verified_by) == ("9/2026", None, None)
    assert corrected(reference=OLD.evidence["E1"].reference).verified_by == Office("TR")


def test_a_reference_means_one_paper() -> None:
    other = OLD.put(paper("E2"), DAY)
    with pytest.raises(errors.ReferenceTaken) as refused:
        update(other, "E1", EvidenceChange(reference=other.evidence["E2"].reference), NEXT)
    assert refused.value.record == "E2"


def test_fields_are_emptied() -> None:
    full = update(OLD, "E1", EvidenceChange(title_ar="م", title_tr="T", date=DAY), NEXT)
    assert corrected(full, clear=frozenset({"title_tr", "date"})).title == Localized("م")
    assert corrected(full, clear=frozenset({"title"})).title is None
    assert corrected(full, clear=frozenset({"date"})).date is None


def test_a_title_stands_in_the_language_that_it_was_given_in() -> None:
    assert corrected(title_tr="Tutanak").title == Localized(tr="Tutanak")
