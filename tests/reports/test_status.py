"""`status`: where the programme stands, and what moved."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.demo import DAY as DEMO_DAY
from tests.demo import DEMO
from tests.model.build import DAY, PLANNED, commitment, obstacle, paper, running, step, tracker
from tests.reports.told import facts, notes, told
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Meeting, MeetingKind, MeetingStatus, Precision
from tracker.model.records.obstacles import Severity
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.state.health import Health, Reason
from tracker.reports.answers.moved import Earlier
from tracker.reports.answers.status import late_blocked_or_unevidenced, status_report
from tracker.reports.lists.listing import list_report
from tracker.reports.lists.selection import Selection
from tracker.reports.report import Report, Word

LATE = {"planned_start": date(2026, 1, 1), "planned_end": DAY - timedelta(1)}

AMBER, GREEN = told(Word(Health.AMBER)), told(Word(Health.GREEN))


def made(report: Report) -> Any:
    assert report.data
    return report.data()


def meeting(
    code: str, day: str | None, precision: Precision, status: MeetingStatus = MeetingStatus.SCHEDULED
) -> Meeting:
    return Meeting(
        id=code, kind=MeetingKind.MEETING, title=Localized(code), status=status, date=day, date_precision=precision
    )


WHOLE = tracker(
    running("S1", declared=40, updated_on=DAY - timedelta(31), **LATE),
    step("S2", owner=Office("TR"), **LATE),
    step("S3", owner=None, **LATE),
    running("S4", status=Status.BLOCKED, **PLANNED),
    paper("E1", percent=30, of="S1"),
    paper("E2", verified_on=DAY, verified_by=Office("TR")),
    obstacle("O1", "S4"),
    meeting("M1", "2026-03-30", Precision.DAY),
    meeting("M2", "2026-09", Precision.MONTH),
    meeting("M3", "2026-06-01", Precision.DAY),
    meeting("M4", None, Precision.UNKNOWN),
    meeting("M5", "2026-04-01", Precision.DAY, MeetingStatus.CANCELLED),
)


def test_the_position() -> None:
    position = facts(status_report(WHOLE, DAY), "position")
    assert position["overdue"] == "3 (Libyan side 1, Turkish side 1, joint 0, no owner 1)"
    assert (position["stale"], position["obstacles"]) == ("1", "1")
    assert position["next_meeting"] == "M3 on 1 June 2026: M3"
    assert "4 steps" in position["steps"]
    assert "not verified: 1" in position["evidence"]


def test_no_meeting_is_scheduled() -> None:
    assert facts(status_report(tracker(step()), DAY), "position")["next_meeting"] == "none is scheduled"


def test_a_meeting_this_month_is_still_to_come() -> None:
    whole = tracker(step(), meeting("M1", "2026-03", Precision.MONTH))
    assert facts(status_report(whole, DAY), "position")["next_meeting"].startswith("M1 on March 2026")


def test_the_values_for_machines() -> None:
    data: Any = made(status_report(WHOLE, DAY))["data"]
    assert data["by_status"] == {
        "not_started": ["S2", "S3"],
        "in_progress": ["S1"],
        "blocked": ["S4"],
        "suspended": [],
        "completed": [],
        "cancelled": [],
    }
    assert (data["overdue"], data["blocked"], data["stale"]) == (["S1", "S2", "S3"], ["S4"], ["S1"])
    assert (data["unevidenced"], data["open_obstacles"], data["unverified_evidence"]) == (["S1"], ["O1"], ["E1"])
    assert (data["moved"], data["initiative"]["progress"]) == ([], 10)


def test_what_moved_since() -> None:
    before = tracker(step("S1", **PLANNED), running("S2", declared=10, **PLANNED), step("S3", **PLANNED))
    after = tracker(
        running("S1", declared=24, **PLANNED),
        running("S2", declared=30, **PLANNED),
        paper(percent=20, of="S2"),
        step("S3", **PLANNED),
        step("S4"),
    )
    report = status_report(after, DAY, Earlier(before, DAY - timedelta(1)))
    assert notes(report, "moved") == [
        ("green", "S1: status from not started to in progress."),
        ("green", "S1: declared from 0% to 24%, evidenced from 0% to 0%."),
        ("green", f"S1: health from {AMBER} to {GREEN}."),
        ("green", "S2: declared from 10% to 30%, evidenced from 0% to 20%."),
        ("green", f"S2: health from {AMBER} to {GREEN}."),
        ("grey", "S4 is new."),
    ]
    assert made(report)["data"]["moved"] == ["S1", "S2", "S4"]


def test_nothing_moved() -> None:
    assert notes(status_report(WHOLE, DAY, Earlier(WHOLE, DAY)), "moved") == [(None, "Nothing has changed.")]


def test_why_a_step_went_worse() -> None:
    """Not the colour alone: what brought it, and what was added to the same colour (rule 4.1)."""
    before = tracker(running("S1", declared=24, **PLANNED), running("S2", declared=10, **PLANNED))
    after = tracker(
        *before.steps.values(), *(obstacle(o, s, severity=Severity.HIGH) for o, s in (("O1", "S1"), ("O2", "S2")))
    )
    report = status_report(after, DAY, Earlier(before, DAY))
    high = told(Word(Reason.OBSTACLE_HIGH))
    assert notes(report, "moved") == [
        ("amber", f"S1: health from {GREEN} to {AMBER}: {high}."),
        ("amber", f"S2: new reasons: {high}."),
    ]


def test_a_history_that_does_not_reach_back() -> None:
    report = status_report(WHOLE, DAY, Earlier(WHOLE, DAY, begins=DAY))
    assert notes(report, "moved") == [
        (None, "The tracker begins on 31 March 2026; it is compared with how it stood at first."),
        (None, "Nothing has changed."),
    ]
    assert made(report)["data"]["moved"] == []


@pytest.mark.parametrize(
    ("records", "late"),
    [
        ([step()], False),
        ([running(declared=24, **PLANNED), paper(percent=24)], False),
        ([step(**LATE)], True),
        ([running(status=Status.BLOCKED)], True),
        ([running(declared=24), paper(percent=23)], True),
    ],
)
def test_check(records: list[Any], late: bool) -> None:
    assert late_blocked_or_unevidenced(tracker(*records), DAY) is late


def test_what_else_is_late_is_counted_by_side() -> None:
    """Of the fictional programme: S2.4 and S3.3; C8, C11, C12 and C14."""
    report = status_report(DEMO, DEMO_DAY)
    position = facts(report, "position")
    assert position["overdue_activities"] == "2 (Libyan side 2, Turkish side 0, joint 0, no owner 0)"
    assert position["overdue_commitments"] == "4 (Libyan side 2, Turkish side 1, joint 1, no owner 0)"
    data: Any = made(report)
    assert data["data"]["overdue_commitments"] == ["C8", "C11", "C12", "C14"]
    late = tracker(step(), obstacle("O1", "S1"), commitment("C1", due=DAY - timedelta(1)))
    assert late_blocked_or_unevidenced(late, DAY)


def test_what_is_late_is_named_with_its_days_and_its_office_the_longest_first() -> None:
    report = status_report(DEMO, DEMO_DAY)
    first, second, *rest, last = notes(report, "late")
    assert first == ("amber", "T1 Annual ministerial meetings: 195 days overdue, due on 17 September 2025")
    assert second == (
        "red",
        "S2.4 Field exercise in maritime rescue and first aid: 106 days overdue, due on 15 December 2025; "
        "Training body – Libyan side – Training manager",
    )
    assert len(rest) == 3
    assert last == (None, "4 more are late: tracker list --overdue")
    data: Any = made(report)
    assert data["data"]["late"][1] == {
        "id": "S2.4",
        "kind": "activities",
        "due": "2025-12-15",
        "days": 106,
        "owner": str(DEMO.activities["S2.4"].owner),
    }
    assert [each["id"] for each in data["data"]["late"]].count("C8") == 1


def test_as_many_are_late_as_the_list_of_them_has() -> None:
    data: Any = made(status_report(DEMO, DEMO_DAY))
    listed: Any = made(list_report(DEMO, "all", DEMO_DAY, Selection(overdue=True)))["data"]
    rows = [row["id"] for kind, found in listed.items() if kind not in ("initiative", "aspects") for row in found]
    assert sorted(each["id"] for each in data["data"]["late"]) == sorted(rows)


def test_an_overdue_step_is_named_once_and_nobody_owns_it() -> None:
    late = tracker(step("S1", owner=None, **LATE))
    report = status_report(late, DAY)
    assert notes(report, "late") == [("red", "S1 خطوة S1 [in Arabic]: 1 day overdue, due on 30 March 2026; no owner")]
    assert not any("overdue" in text for _, text in notes(report, "attention"))


def test_nothing_late_has_no_block() -> None:
    assert "late" not in [block.key for block in status_report(tracker(step()), DAY).blocks]


def test_who_must_decide_is_said_once() -> None:
    report = status_report(DEMO, DEMO_DAY)
    assert [text.split()[0] for _, text in notes(report, "decisions")] == ["S4.4"]
    assert "T1" in [text.split()[0] for _, text in notes(report, "late")]
    data: Any = made(report)
    assert data["data"]["decisions_needed"] == ["S3", "S4.4", "T1"]


def test_a_title_within_a_sentence_has_no_full_stop() -> None:
    title = Localized("إنقاذ في البحر.", en="Rescue at sea.")
    late = running("S1", title=title, **{**PLANNED, "planned_end": DAY - timedelta(1)})
    report = status_report(tracker(late, step("S2", title=title, status=Status.SUSPENDED)), DAY)
    said = [text for block in ("late", "decisions") for _, text in notes(report, block)]
    assert [text.split()[0] for text in said] == ["S1", "S2"]
    assert all("Rescue at sea:" in text or "Rescue at sea (" in text for text in said), said
