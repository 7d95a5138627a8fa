"""Attaching and verifying evidence (rules 5.2, 5.3, 5.7)."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.model.build import DAY, OWNER, obstacle, paper, running, step, tracker
from tracker import errors
from tracker.model.changes.evidence import Attachment, attach, find_evidence, verify
from tracker.model.records.evidence import Confidentiality, EvidenceKind, FileMark, Support
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Meeting, MeetingKind, MeetingStatus, Precision
from tracker.model.records.office import Office
from tracker.model.tracker import Tracker

NEXT = DAY + timedelta(1)


def attached(old: Tracker, code: str = "S1", text: str = "محضر 118/2026", **fields: Any) -> Tracker:
    return attach(old, code, Attachment(reference=text, **fields), NEXT)


def test_it_keeps_what_the_step_declares_now_and_renews_it() -> None:
    new = attached(tracker(running(declared=40)))
    assert new.evidence["E1"].supports == (Support("S1", 40),)
    assert new.evidence["E1"].reference == "محضر 118/2026"
    assert new.steps["S1"].updated_on == NEXT
    assert new.counters["E"] == 1


@pytest.mark.parametrize("code", ["initiative", "A1", "O1"])
def test_records_without_a_percentage_keep_none(code: str) -> None:
    new = attached(tracker(running(), obstacle()), code)
    assert new.evidence["E1"].supports == (Support(code, None),)


@pytest.mark.parametrize("code", ["LY", "E1", "liaison"])
def test_some_records_take_no_evidence(code: str) -> None:
    with pytest.raises(errors.NothingAttached):
        attached(tracker(running(), paper(percent=10)), code)


def test_the_same_reference_raises_the_percentage_and_never_lowers_it() -> None:
    first = attached(tracker(running(declared=40)))
    for declared, kept in ((70, 70), (20, 40)):
        later = attached(first.put(running(declared=declared), NEXT))
        assert later.evidence["E1"].supports == (Support("S1", kept),)
        assert list(later.evidence) == ["E1"]


def test_one_paper_may_support_several_records() -> None:
    new = attached(attached(tracker(running(declared=40), running("S2", declared=10))), "S2")
    assert new.evidence["E1"].supports == (Support("S1", 40), Support("S2", 10))


@pytest.mark.parametrize("reference", ["E1", "e1", "E١"])
def test_a_code_means_the_paper_that_has_it(reference: str) -> None:
    new = attached(tracker(running(declared=40), paper()), text=reference)
    assert new.evidence["E1"].supports == (Support("S1", 40),)


def test_a_code_that_is_not_there_is_no_reference() -> None:
    with pytest.raises(errors.NotFound) as missing:
        attached(tracker(running(), paper()), text="E12")
    assert missing.value.near == ("E1",)


def test_minutes_of_a_meeting_that_has_none_are_its_minutes() -> None:
    held = Meeting(
        id="M1",
        kind=MeetingKind.MEETING,
        title=Localized("لقاء"),
        status=MeetingStatus.HELD,
        date_precision=Precision.UNKNOWN,
    )
    new = attached(tracker(held), "M1", kind=EvidenceKind.MINUTES)
    assert new.meetings["M1"].minutes == "E1"
    assert attached(new, "M1", "ملحق", kind=EvidenceKind.MINUTES).meetings["M1"].minutes == "E1"
    assert attached(tracker(held), "M1", kind=EvidenceKind.LETTER).meetings["M1"].minutes is None


def test_details_are_added_and_stay_when_not_given() -> None:
    mark = FileMark("report.pdf", 12, "ab" * 32)
    old = attached(tracker(running()), kind=EvidenceKind.MINUTES, title=Localized("محضر"), date=DAY, file=mark)
    assert (old.evidence["E1"].kind, old.evidence["E1"].file) == (EvidenceKind.MINUTES, mark)
    new = attached(old, url="https://example.org/a", confidentiality=Confidentiality.PUBLIC).evidence["E1"]
    assert (new.kind, new.title, new.date, new.file) == (EvidenceKind.MINUTES, Localized("محضر"), DAY, mark)
    assert (new.url, new.confidentiality) == ("https://example.org/a", Confidentiality.PUBLIC)


def test_codes_in_a_file_that_its_counters_do_not_know_are_not_given_again() -> None:
    by_hand = tracker(running(), paper("E1"), paper("E2"))
    assert by_hand.counters == {}
    assert set(attached(by_hand).evidence) == {"E1", "E2", "E3"}


def test_verifying_names_office_and_day() -> None:
    new = verify(tracker(running(), paper(percent=10)), "E1", Office("TR", "coord"), DAY)
    assert (new.evidence["E1"].verified_by, new.evidence["E1"].verified_on) == (Office("TR", "coord"), DAY)


@pytest.mark.parametrize("code", ["1", "e1", "E1", "١"])
def test_verify_takes_codes_as_they_are_typed(code: str) -> None:
    assert verify(tracker(running(), paper()), code, Office("TR"), DAY).evidence["E1"].verified_on == DAY


@pytest.mark.parametrize("office", [OWNER, Office("LY", "ضابط الاتصال"), Office("LY", "Liaison Officer")])
def test_nobody_verifies_for_himself(office: Office) -> None:
    with pytest.raises(errors.SelfVerified):
        verify(tracker(running(), paper(percent=10)), "E1", office, DAY)


def test_another_role_of_the_same_party_is_another_office() -> None:
    verified = verify(tracker(running(), paper(percent=10)), "E1", Office("LY", "coord"), DAY)
    assert verified.evidence["E1"].verified_by == Office("LY", "coord")


def test_every_record_that_the_paper_supports_has_a_say() -> None:
    both = tracker(step("S1", owner=None), step("S2"), paper(supports=(Support("S1", 1), Support("S2", 1))))
    with pytest.raises(errors.SelfVerified):
        verify(both, "E1", OWNER, DAY)


def test_verifying_an_unknown_office_or_paper() -> None:
    with pytest.raises(errors.UnknownParty):
        verify(tracker(running(), paper()), "E1", Office("XX"), DAY)
    with pytest.raises(errors.NotFound):
        verify(tracker(running(), paper()), "E7", Office("TR"), DAY)


def test_finding_a_paper() -> None:
    old = tracker(paper("E1"), paper("E2", date=date(2026, 1, 1)))
    assert find_evidence(old, "محضر E2") is old.evidence["E2"]
    assert find_evidence(old, "e2") is old.evidence["E2"]
    assert find_evidence(old, "محضر E3") is None
