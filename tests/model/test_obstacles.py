"""Adding and treating obstacles (rules 9.1, 9.2)."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.build import DAY, OWNER, activity, obstacle, paper, running, step, tracker
from tracker import errors
from tracker.model.changes import obstacles
from tracker.model.changes.evidence import Attachment
from tracker.model.changes.obstacles import ALLOWED, ObstacleChange
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Meeting, MeetingKind, MeetingStatus, Precision
from tracker.model.records.obstacles import Obstacle, ObstacleStatus, ObstacleType, Severity
from tracker.model.records.status import Status

OPEN, TREATED = ObstacleStatus.OPEN, ObstacleStatus.UNDER_TREATMENT
RESOLVED, ACCEPTED = ObstacleStatus.RESOLVED, ObstacleStatus.ACCEPTED
MEETING = Meeting(
    id="M1",
    kind=MeetingKind.MEETING,
    title=Localized("لقاء"),
    status=MeetingStatus.HELD,
    date_precision=Precision.UNKNOWN,
)
SHOWN = (Attachment(reference="7/2026"),)


def changed(old: Obstacle, *records: Any, **wanted: Any) -> Obstacle:
    whole = tracker(old, step(), MEETING, *records)
    return obstacles.update(whole, old.id, ObstacleChange(**wanted), DAY).obstacles[old.id]


def test_a_title_is_all_that_an_obstacle_needs() -> None:
    new = obstacles.add(tracker(), ObstacleChange(title_ar="تأخر"), DAY).obstacles["O1"]
    assert (new.title, new.status, new.severity, new.raised_on) == (Localized("تأخر"), OPEN, Severity.MEDIUM, DAY)


def test_like_another_it_takes_over_what_it_hinders_but_not_how_it_was_treated() -> None:
    model = obstacle("O1", "S1", type=ObstacleType.LEGAL, owner=OWNER, response="طلب رأي", status=TREATED)
    new = obstacles.add(tracker(model, step()), ObstacleChange(title_ar="تأخر"), DAY, "o1").obstacles["O2"]
    assert (new.type, new.owner, new.steps) == (ObstacleType.LEGAL, OWNER, ("S1",))
    assert (new.response, new.status, new.raised_on) == (None, OPEN, DAY)


def test_treated_by_somebody_and_somehow() -> None:
    with pytest.raises(errors.NeedsOwner):
        changed(obstacle(), status=TREATED, response_ar="طلب رأي")
    with pytest.raises(errors.NeedsResponse):
        changed(obstacle(owner=OWNER), status=TREATED)
    assert changed(obstacle(), status=TREATED, response_ar="طلب رأي", owner=OWNER).status is TREATED


def test_resolved_with_a_paper_or_a_word() -> None:
    with pytest.raises(errors.NeedsProof):
        changed(obstacle(), status=RESOLVED)
    assert changed(obstacle(), status=RESOLVED, evidence=SHOWN).resolved_on == DAY
    assert changed(obstacle(), paper(percent=None), status=RESOLVED, reason="صدر الرأي").status_reason == "صدر الرأي"
    earlier = DAY - timedelta(3)
    assert changed(obstacle(), status=RESOLVED, reason="صدر", resolved_on=earlier).resolved_on == earlier


def test_not_resolved_before_it_was_raised_nor_after_today() -> None:
    with pytest.raises(errors.DatesReversed):
        changed(obstacle(raised_on=DAY), status=RESOLVED, reason="صدر", resolved_on=DAY - timedelta(1))
    with pytest.raises(errors.DateInFuture):
        changed(obstacle(), status=RESOLVED, reason="صدر", resolved_on=DAY + timedelta(1))
    with pytest.raises(errors.DateInFuture):
        changed(obstacle(), raised_on=DAY + timedelta(1))


def test_accepted_by_a_meeting_or_decision_alone() -> None:
    with pytest.raises(errors.NeedsDecision):
        changed(obstacle(), status=ACCEPTED)
    with pytest.raises(errors.NeedsDecision):
        changed(obstacle(), status=ACCEPTED, decision="S1")
    with pytest.raises(errors.NotFound):
        changed(obstacle(), status=ACCEPTED, decision="D9")
    assert changed(obstacle(), status=ACCEPTED, decision="m1").decision == "M1"


def test_taken_up_again_with_a_reason() -> None:
    old = obstacle(status=RESOLVED, resolved_on=DAY)
    with pytest.raises(errors.NeedsReason):
        changed(old, status=OPEN)
    assert changed(old, status=OPEN, reason="عادت").resolved_on is None


@given(st.sampled_from(ObstacleStatus), st.sampled_from(ObstacleStatus))
def test_no_way_but_those_of_the_table(before: ObstacleStatus, after: ObstacleStatus) -> None:
    old = obstacle(status=before, owner=OWNER, response="طلب رأي")
    if after is before or after in ALLOWED[before]:
        assert changed(old, status=after, reason="سبب", decision="M1").status is after
    else:
        with pytest.raises(errors.TransitionRefused):
            changed(old, status=after, reason="سبب", decision="M1")


def test_what_the_last_obstacle_blocked_can_resume() -> None:
    blocked = {"status": Status.BLOCKED, "actual_start": DAY}
    work = (running("S1", **blocked), running("S2", **blocked), activity("S1.1", **blocked))
    one, two = obstacle("O1", "S1", activities=("S1.1",)), obstacle("O2", "S2")
    whole = tracker(*work, one, two, obstacle("O3", "S2"))
    free = obstacles.update(whole, "O1", ObstacleChange(status=RESOLVED, reason="صدر"), DAY)
    assert obstacles.can_resume(whole, free) == ["S1", "S1.1"]
    held = obstacles.update(whole, "O2", ObstacleChange(status=RESOLVED, reason="صدر"), DAY)
    assert obstacles.can_resume(whole, held) == []


def test_age_ends_when_it_is_resolved_and_delay_when_it_is_no_longer_active() -> None:
    old = obstacle(raised_on=date(2026, 3, 1), target_resolution=date(2026, 3, 21))
    assert (old.age_days(DAY), old.overdue_days(DAY), old.overdue_days(date(2026, 3, 21))) == (30, 10, 0)
    done = obstacle(
        raised_on=date(2026, 3, 1), target_resolution=date(2026, 3, 5), resolved_on=date(2026, 3, 11), status=RESOLVED
    )
    assert (done.age_days(DAY), done.overdue_days(DAY)) == (10, 0)
    assert obstacle().age_days(DAY) is None
