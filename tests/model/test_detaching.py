"""Taking a paper away from one of the records it supports (rule 5.6)."""

from datetime import timedelta

import pytest

from tests.demo import DEMO
from tests.model.build import DAY, paper, running, step, tracker
from tracker import errors
from tracker.frozen import replace
from tracker.model.changes.evidence import Attachment, attach, detach
from tracker.model.records.evidence import EvidenceKind, Support
from tracker.model.records.status import Status
from tracker.model.rules.invariants import violations
from tracker.model.state.assessment import assess
from tracker.model.state.progress import displayed
from tracker.model.tracker import Tracker

NEXT = DAY + timedelta(1)
BOTH = tracker(running("S1", declared=40), step("S2"), paper(supports=(Support("S1", 40), Support("S2", 0))))


def evidenced(found: Tracker, code: str = "S1") -> int:
    return displayed(assess(found, NEXT).steps[code].figures.evidenced)


def test_only_that_record_loses_it() -> None:
    new = detach(BOTH, "S1", "E1", NEXT)
    assert new.evidence["E1"].supports == (Support("S2", 0),)
    assert (evidenced(BOTH), evidenced(new)) == (40, 0)
    assert new.steps["S1"].updated_on == NEXT
    assert new.steps["S2"] is BOTH.steps["S2"]


def test_what_another_paper_shows_stays() -> None:
    more = attach(BOTH, "S1", Attachment(reference="9/2026"), DAY)
    assert evidenced(detach(more, "S1", "E1", NEXT)) == 40


def test_it_is_named_by_code_or_reference() -> None:
    assert detach(BOTH, "1", BOTH.evidence["E1"].reference, NEXT) == detach(BOTH, "S1", "e1", NEXT)


@pytest.mark.parametrize("reference", ["E1", "E9", "9/2026"])
def test_what_does_not_support_it_is_refused(reference: str) -> None:
    alone = tracker(running("S1"), step("S2"), paper(percent=40))
    with pytest.raises(errors.NotAttached):
        detach(alone, "S2", reference, NEXT)


def test_a_completion_rests_on_its_paper() -> None:
    done = tracker(running(status=Status.COMPLETED, declared=100, actual_end=DAY), paper(percent=100))
    assert not any(isinstance(each, errors.NeedsEvidence) for each in violations(done))
    assert any(isinstance(each, errors.NeedsEvidence) for each in violations(detach(done, "S1", "E1", NEXT)))


def test_minutes_go_with_the_paper() -> None:
    """And with them the day on which they were signed."""
    signed = DEMO.put(replace(DEMO.meetings["M7"], minutes="E6", minutes_signed_on=DAY), DAY)
    new = detach(signed, "M7", "E6", NEXT)
    assert (new.meetings["M7"].minutes, new.meetings["M7"].minutes_signed_on) == (None, None)
    assert next(violations(new), None) is None
    again = attach(new, "M7", Attachment(reference="E6", kind=EvidenceKind.MINUTES), NEXT)
    assert again.meetings["M7"].minutes == "E6"


def test_the_source_of_a_value_stays() -> None:
    with pytest.raises(errors.StillQuoted) as refused:
        detach(DEMO, "I3", "E14", NEXT)
    assert vars(refused.value) == {"record": "I3", "paper": "E14"}


def test_an_approved_evaluation_can_only_be_read() -> None:
    with pytest.raises(errors.ReviewApproved):
        detach(DEMO, "R4", "E18", NEXT)


def test_frozen_figures_do_not_move() -> None:
    new = detach(DEMO, "S2.4", "E29", NEXT)
    assert new.reviews == DEMO.reviews
    before, after = (assess(each, DAY).figures for each in (DEMO, new))
    assert before is not None
    assert after is not None
    assert (displayed(before.evidenced), displayed(after.evidenced)) == (57, 54)


def test_who_verified_the_paper_is_not_forgotten() -> None:
    verified = BOTH.put(replace(BOTH.evidence["E1"], verified_on=DAY), DAY)
    assert detach(verified, "S1", "E1", NEXT).evidence["E1"].verified_on == DAY
