"""What `check` finds in activities: each finding where it belongs and nowhere else (rule 16.1)."""

from datetime import timedelta
from typing import Any

import pytest

from tests.demo import DAY as DEMO_DAY
from tests.demo import DEMO, EXPECTED
from tests.model.build import DAY, OWNER, activity, obstacle, paper, running, step, tracker
from tracker.frozen import replace
from tracker.model.checks.activities import CODES, activity_findings
from tracker.model.checks.finding import Finding
from tracker.model.checks.findings import findings
from tracker.model.records.activities import ActivityType, Gate
from tracker.model.records.evidence import EvidenceKind
from tracker.model.records.status import OPEN, Status
from tracker.model.state.assessment import assess
from tracker.model.state.health import Health, Reason
from tracker.reports.answers.decisions_needed import decisions_needed
from tracker.reports.answers.status import late_blocked_or_unevidenced

SOON, LATER = DAY + timedelta(5), DAY + timedelta(30)
FINE: dict[str, Any] = {"planned_start": SOON, "planned_end": LATER, "owner": OWNER}
DONE: dict[str, Any] = {"status": Status.IN_PROGRESS, "actual_start": DAY}


def found(*records: Any, **fields: Any) -> list[Finding]:
    whole = tracker(running(), activity(**{**FINE, **fields}), *records)
    return list(activity_findings(whole, assess(whole, DAY)))


def test_a_planned_one_that_is_somebodys_has_none() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("fields", "records", "wanted"),
    [
        ({"planned_start": None}, (), Finding("activity_no_dates", "S1.1")),
        ({"owner": None}, (), Finding("activity_no_owner", "S1.1")),
        (
            {"planned_start": DAY - timedelta(9), "planned_end": DAY - timedelta(4)},
            (),
            Finding("activity_overdue", "S1.1", 4),
        ),
        (
            {**DONE, "gate": Gate.DELIVERED},
            (paper(percent=80, of="S1.1"),),
            Finding("activity_undocumented", "S1.1"),
        ),
        (
            {**DONE, "gate": Gate.PREPARED, "type": ActivityType.EQUIPMENT},
            (paper(percent=40, of="S1.1"),),
            Finding("activity_unassessed", "S1.1"),
        ),
        ({**DONE, "gate": Gate.PREPARED}, (paper(percent=20, of="S1.1"),), Finding("activity_unevidenced", "S1.1")),
        (
            {"status": Status.COMPLETED, "gate": Gate.DOCUMENTED, "actual_start": DAY, "actual_end": DAY},
            (paper(percent=100, of="S1.1"),),
            Finding("activity_unverified", "S1.1", detail="E1"),
        ),
        ({"status": Status.BLOCKED}, (), Finding("activity_unblocked", "S1.1")),
    ],
)
def test_each_finding(fields: dict[str, Any], records: tuple[Any, ...], wanted: Finding) -> None:
    assert found(*records, **fields) == [wanted]


def test_what_is_assessed_or_cancelled_has_none() -> None:
    risk = replace(paper(percent=40, of="S1.1"), kind=EvidenceKind.RISK_ASSESSMENT)
    assert found(risk, **DONE, gate=Gate.PREPARED, type=ActivityType.EQUIPMENT) == []
    assert found(status=Status.CANCELLED, status_reason="سبب", owner=None, planned_start=None) == []


@pytest.mark.parametrize("status", [Status.IN_PROGRESS, Status.SUSPENDED, Status.COMPLETED])
def test_of_an_activity_of_a_cancelled_step_nothing_is_asked(status: Status) -> None:
    """It is neither late nor stale, owes no paper and no gate, and is grey (rule 4.4)."""
    late: dict[str, Any] = {"planned_start": DAY - timedelta(90), "planned_end": DAY - timedelta(40)}
    made = activity(
        status=status,
        gate=Gate.DELIVERED,
        type=ActivityType.EQUIPMENT,
        owner=None,
        updated_on=late["planned_end"],
        **late,
    )
    whole = tracker(step(status=Status.CANCELLED, status_reason="سبب", decision="قرار"), made)
    assessment = assess(whole, DAY)
    state = assessment.activities["S1.1"]
    assert (state.health, state.overdue, state.stale, state.unassessed) == (Health.GREY, False, False, False)
    assert (state.undocumented, state.unverified, state.unevidenced) == (False, False, False)
    assert not assessment.steps["S1"].unevidenced
    assert [f.code for f in activity_findings(whole, assessment)] == ["activity_stopped"] * (status in OPEN)
    assert not late_blocked_or_unevidenced(whole, DAY)
    assert list(decisions_needed(whole, assessment)) == []


def test_an_activity_of_a_suspended_step_is_grey() -> None:
    late: dict[str, Any] = {"planned_start": DAY - timedelta(90), "planned_end": DAY - timedelta(40)}
    whole = tracker(step(status=Status.SUSPENDED, status_reason="سبب", decision="قرار"), activity(**late))
    state = assess(whole, DAY).activities["S1.1"]
    assert (state.health, state.reasons) == (Health.GREY, (Reason.SUSPENDED,))
    assert found(obstacle(activities=("S1.1",)), status=Status.BLOCKED) == []


def test_dates_outside_those_of_the_step() -> None:
    whole = tracker(running(planned_start=DAY, planned_end=SOON), activity(**FINE))
    assert [f.code for f in activity_findings(whole, assess(whole, DAY))] == ["activity_outside"]


def test_the_fictional_programme() -> None:
    codes: dict[str, list[str]] = {code: [] for code in CODES}
    for each in activity_findings(DEMO, assess(DEMO, DEMO_DAY)):
        codes[each.code].append(str(each.record))
    assert codes["activity_unassessed"] == EXPECTED["safeguard_warnings"]
    assert codes["activity_unverified"] == EXPECTED["flags"]["completed_unverified"]
    assert codes["activity_undocumented"] == EXPECTED["flags"]["delivered_not_documented"]
    assert codes["activity_overdue"] == EXPECTED["flags"]["overdue_activities"]
    assert not {"unevidenced", "unverified"} & {f.code for f in findings(DEMO, DEMO_DAY)}  # its steps are rolled up
