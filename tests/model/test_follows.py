"""The order between activities: what waits for what, dates that cannot hold, and no circles (rules 6.6 to 6.8)."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.build import DAY, activity, running, step, tracker
from tracker.errors import FollowsItself, StillNamed
from tracker.model.changes.activities import ActivityChange, update
from tracker.model.changes.removal import remove
from tracker.model.checks.activities import activity_findings
from tracker.model.records.status import Status
from tracker.model.rules.invariants import violations
from tracker.model.state.assessment import assess
from tracker.model.state.follows import awaited, circles, followers, too_early, too_late_for
from tracker.model.tracker import Tracker

MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)
STOPPED: dict[str, Any] = {"status_reason": "سبب", "decision": "قرار"}


def pair(first: dict[str, Any], second: dict[str, Any], **of_step: Any) -> Tracker:
    """S1.1, and S2.1, which follows it."""
    follower = activity("S2.1", after=("S1.1",), **second)
    return tracker(step("S1", **of_step), running("S2"), activity("S1.1", **first), follower)


def late(whole: Tracker) -> list[tuple[str, str]]:
    return [(each.id, before.id) for each, before in too_early(whole)]


def test_it_waits_until_what_it_follows_is_over() -> None:
    whole = pair({}, {})
    assert [each.id for each in awaited(whole, whole.activities["S2.1"])] == ["S1.1"]
    assert [each.id for each in followers(whole, "S1.1")] == ["S2.1"]
    for status in (Status.COMPLETED, Status.CANCELLED):
        over = pair({"status": status}, {})
        assert awaited(over, over.activities["S2.1"]) == ()
        done = pair({}, {"status": status})
        assert awaited(done, done.activities["S2.1"]) == ()
    off = pair({}, {}, status=Status.CANCELLED, **STOPPED)
    assert awaited(off, off.activities["S2.1"]) == ()


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ({"planned_end": JUNE}, {"planned_start": MAY, "planned_end": JULY}, True),
        ({"planned_end": JUNE}, {"planned_start": JUNE, "planned_end": JULY}, False),
        ({"planned_end": JUNE}, {"planned_end": MAY}, True),
        ({"planned_end": MAY, "forecast_end": JULY, "forecast_reason": "سبب"}, {"planned_start": JUNE}, True),
        ({"planned_end": JUNE}, {}, False),
        ({}, {"planned_start": MAY}, False),
        ({"planned_end": JUNE, "status": Status.COMPLETED}, {"planned_start": MAY}, False),
        (
            {"planned_end": JUNE},
            {"planned_start": MAY, "planned_end": JULY, "status": Status.IN_PROGRESS, "actual_start": DAY},
            False,
        ),
        (
            {"planned_end": JULY},
            {"planned_start": MAY, "planned_end": JUNE, "status": Status.IN_PROGRESS, "actual_start": DAY},
            True,
        ),
    ],
)
def test_dates_that_cannot_hold(first: dict[str, Any], second: dict[str, Any], clash: bool) -> None:
    whole = pair(first, second)
    assert late(whole) == [("S2.1", "S1.1")] * clash
    assert len(too_late_for(whole, whole.activities["S2.1"])) == clash
    found = [f for f in activity_findings(whole, assess(whole, DAY)) if f.code == "activity_too_early"]
    assert [(f.record, f.detail) for f in found] == [("S2.1", "S1.1")] * clash


def test_none_follows_itself_by_way_of_others_or_not() -> None:
    whole = pair({}, {})
    around = update(whole, "S1.1", ActivityChange(after=("S2.1",)), DAY)
    assert [(type(each), each.record) for each in violations(around) if isinstance(each, FollowsItself)] == [
        (FollowsItself, "S1.1"),
        (FollowsItself, "S2.1"),
    ]
    alone = update(whole, "S1.1", ActivityChange(after=("S1.1",)), DAY)
    assert [each.record for each in violations(alone, whole) if isinstance(each, FollowsItself)] == ["S1.1"]
    assert not [each for each in violations(whole) if isinstance(each, FollowsItself)]


def test_what_another_follows_is_not_removed() -> None:
    whole = pair({}, {})
    with pytest.raises(StillNamed) as refused:
        remove(whole, ["S1.1"], DAY)
    assert refused.value.by == ("S2.1",)
    free = update(whole, "S2.1", ActivityChange(clear=frozenset({"after"})), DAY)
    assert "S1.1" not in remove(free, ["S1.1"], DAY).activities


def test_a_circle_that_is_opened_elsewhere_is_no_other_fault_of_an_activity() -> None:
    around = FollowsItself("S1.1", ("S1.1", "S1.2", "S1.3"))
    assert around.case == FollowsItself("S1.1", ("S1.1", "S1.2")).case
    assert around.case != FollowsItself("S1.2", around.around).case


CODES = [f"S1.{number}" for number in range(1, 7)]


@given(st.dictionaries(st.sampled_from(CODES), st.lists(st.sampled_from(CODES), max_size=3)))
def test_a_circle_is_what_comes_back_to_itself(ways: dict[str, list[str]]) -> None:
    found = set(circles({code: activity(code, after=tuple(ways.get(code, ()))) for code in CODES}))
    back = {code for code in CODES if code in reached(ways, code)}
    assert back <= found
    assert bool(found) == bool(back)
    for code in found - back:  # it lies between two circles
        assert reached(ways, code) & back
        assert any(code in reached(ways, other) for other in back)


def reached(ways: dict[str, list[str]], start: str) -> set[str]:
    """The codes that one comes to from another, by one step at least."""
    known, waiting = set[str](), list(ways.get(start, ()))
    while waiting:
        code = waiting.pop()
        if code not in known:
            known.add(code)
            waiting += ways.get(code, ())
    return known
