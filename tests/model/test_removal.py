"""Removing records (rule 1.7)."""

from datetime import date

import pytest

from tests.demo import DAY, DEMO
from tests.model.build import commitment, obstacle, paper, step, tracker
from tracker import errors
from tracker.frozen import replace
from tracker.model.changes import commitments, decisions
from tracker.model.changes.commitments import CommitmentChange
from tracker.model.changes.removal import naming, remove
from tracker.model.records.evidence import Support
from tracker.model.records.localized import Localized
from tracker.model.records.reviews import ReviewStatus
from tracker.model.records.tables import TABLES
from tracker.model.rules.invariants import violations


def test_what_nothing_names_goes_and_nothing_else() -> None:
    whole = tracker(step(), obstacle(), commitment())
    new = remove(whole, ["c1"], DAY)
    assert new.commitments == {}
    assert {table: rows for table, rows in new.tables.items() if table != "commitments"} == {
        table: rows for table, rows in whole.tables.items() if table != "commitments"
    }


def test_what_is_named_stays_unless_all_go_together() -> None:
    whole = tracker(step(), obstacle(), commitment("C1"), commitment("C2"))
    with pytest.raises(errors.StillNamed) as refused:
        remove(whole, ["O1", "C2"], DAY)
    assert (refused.value.record, refused.value.by) == ("O1", ("C1",))
    new = remove(whole, ["O1", "C1", "C2"], DAY)
    assert (new.obstacles, new.commitments) == ({}, {})


@pytest.mark.parametrize(
    ("code", "why"),
    [("S1", "verbatim"), ("A1", "verbatim"), ("initiative", "fixed"), ("R1", "approved"), ("N1", "approved")],
)
def test_what_always_stays(code: str, why: str) -> None:
    assert all(review.status is ReviewStatus.APPROVED for review in DEMO.reviews.values())
    with pytest.raises(errors.Irremovable) as refused:
        remove(DEMO, [code], DAY)
    assert (refused.value.record, refused.value.reason) == (code, why)


@pytest.mark.parametrize(("code", "by"), [("SEC", "C1"), ("liaison", "C4"), ("E6", "M7"), ("T1", "M1"), ("M6", "M5")])
def test_parties_roles_papers_and_meetings_in_use(code: str, by: str) -> None:
    with pytest.raises(errors.StillNamed) as refused:
        remove(DEMO, [code], DAY)
    assert by in refused.value.by


def test_a_paper_lets_go_of_what_is_removed() -> None:
    shown = replace(paper(), supports=(Support("S1", 40), Support("O1")))
    new = remove(tracker(step(), obstacle(), shown), ["O1"], DAY)
    assert new.evidence["E1"].supports == (Support("S1", 40),)
    assert new.evidence["E1"].updated_on == DAY


def test_a_code_is_never_given_again() -> None:
    old = replace(DEMO, counters={})
    last = max(int(code[1:]) for code in old.commitments)
    new = remove(old, [f"C{last}"], DAY)
    asked = CommitmentChange(title_ar="ملف", due=date(2026, 5, 1))
    assert f"C{last + 1}" in commitments.add(new, "D1", asked, DAY).commitments
    assert "D7" in decisions.add(new, "M7", Localized("قرار"), DAY).decisions


def test_whatever_can_be_removed_breaks_no_reference() -> None:
    whole, gone = DEMO, 0
    for table in TABLES:
        for code in list(whole.tables.get(table, {})):
            try:
                new = remove(whole, [code], DAY)
            except (errors.Irremovable, errors.StillNamed):
                continue
            gone += 1
            assert not [rule for rule in violations(new) if isinstance(rule, errors.BrokenReference)]
            assert not list(naming(new, table, code))
    assert gone > 20
