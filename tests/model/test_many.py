"""Many records made at once are those that are made one by one."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.build import DAY, activity, commitment, obstacle, step, tracker
from tracker import errors
from tracker.model.changes import activities, commitments
from tracker.model.changes.activities import ActivityChange
from tracker.model.changes.commitments import CommitmentChange
from tracker.model.changes.many import Asked
from tracker.model.records.activities import ActivityMode, ActivityType, Gate, Participants
from tracker.model.records.commitments import Priority
from tracker.model.records.localized import LANGS, Localized
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.tracker import Tracker

DAYS = st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 9))
OFFICES = st.sampled_from([None, None, Office("LY", "liaison"), Office("TR"), Office("ly", "Irtibat"), Office("XX")])
NUMBERS = st.none() | st.integers(0, 3)
TITLES = {f"title_{lang}": st.none() | st.text(min_size=1, max_size=2) for lang in LANGS}
OF_ACTIVITIES = {
    "step": st.sampled_from(["S1", "S2", "3", "s1"]),
    **TITLES,
    "type": st.none() | st.sampled_from(ActivityType),
    "mode": st.none() | st.sampled_from(ActivityMode),
    "owner": OFFICES,
    "support": OFFICES,
    "planned_start": DAYS,
    "planned_end": DAYS,
    **dict.fromkeys(("weight", "duration_days", "ly", "tr", "women"), NUMBERS),
}
OF_COMMITMENTS = {
    "source": st.sampled_from(["O1", "o2", "O3"]),
    **TITLES,
    "owner": OFFICES,
    "due": DAYS,
    "priority": st.none() | st.sampled_from(Priority),
    "step": st.sampled_from([None, "S1", "2"]),
}
BEFORE = tracker(
    step("S1"),
    step("S2", status=Status.IN_PROGRESS, actual_start=DAY, declared=40),
    step("S3", owner=None),
    step("S4", status=Status.CANCELLED, status_reason="سبب"),
    activity("S1.2"),
    activity("S3.1"),
    obstacle("O1", "S1"),
    obstacle("O2", "S1", "S2"),
    obstacle("O3"),
    commitment("C2", source="O1"),
)


def test_what_is_asked_of_many_is_named() -> None:
    assert set(OF_ACTIVITIES) == activities.OF_MANY
    assert set(OF_COMMITMENTS) == commitments.OF_MANY


def one_by_one(before: Tracker, kind: str, rows: list[dict[str, Any]]) -> Tracker:
    for row in rows:
        asked = {name: value for name, value in row.items() if name not in ("step", "source")}
        if kind == "activities":
            change = ActivityChange(**asked)
            before = activities.add(before, row["step"], change.text("title"), change, DAY)[1]
        else:
            before = commitments.add(before, row["source"], CommitmentChange(**asked, step=row["step"]), DAY)
    return before


@pytest.mark.parametrize("kind", ["activities", "commitments"])
@given(st.data())
def test_they_are_those_that_are_made_one_by_one(kind: str, data: st.DataObject) -> None:
    columns, add_all = {
        "activities": (OF_ACTIVITIES, activities.add_all),
        "commitments": (OF_COMMITMENTS, commitments.add_all),
    }[kind]
    rows = data.draw(st.lists(st.fixed_dictionaries(columns), min_size=1, max_size=6))
    asked = Asked(len(rows), {name: [row[name] for row in rows] for name in columns})
    try:
        expected = one_by_one(BEFORE, kind, rows)
    except errors.RuleBroken:
        with pytest.raises(errors.RuleBroken):
            add_all(BEFORE, asked, DAY)
        return
    found = add_all(BEFORE, asked, DAY)
    assert found.counters == expected.counters
    for table in expected.tables:
        assert dict(found.tables[table]) == dict(expected.tables[table])
        assert [*found.tables[table]] == [*expected.tables[table]]


CHANGED = tracker(
    step("S1"),
    step("S2", status=Status.IN_PROGRESS, actual_start=DAY),
    activity("S1.1", title=Localized("أ"), owner=Office("TR")),
    activity("S1.2", title=Localized(None, "b"), type=ActivityType.WORKSHOP, participants=Participants(ly=2)),
    activity("S2.1", status=Status.IN_PROGRESS, actual_start=DAY, forecast_reason="سبب"),
    activity("S2.2", status=Status.COMPLETED, actual_start=DAY, gate=Gate.DOCUMENTED),
    activity("S1.3", status=Status.IN_PROGRESS, actual_start=DAY),
    activity("S1.4", planned_start=date(2026, 1, 2), planned_end=date(2026, 1, 1)),
    obstacle("O1", "S1"),
    commitment("C1", source="O1", step="S1"),
    commitment("C2", source="O1", status=Status.COMPLETED, completed_on=DAY),
    commitment("C3", source="O1", started_on=date(2026, 1, 2), completed_on=date(2026, 1, 1)),
)
"""Records of which the rules have something to say, whatever is asked of some."""
KNOWN = {
    "activities": ({name: OF_ACTIVITIES[name] for name in sorted(activities.OF_KNOWN)}, ActivityChange, activities),
    "commitments": (
        {name: OF_COMMITMENTS[name] for name in sorted(commitments.OF_KNOWN)},
        CommitmentChange,
        commitments,
    ),
}


@pytest.mark.parametrize("kind", KNOWN)
@given(st.data())
def test_they_are_changed_as_one_by_one(kind: str, data: st.DataObject) -> None:
    columns, change, use_cases = KNOWN[kind]
    codes = data.draw(st.lists(st.sampled_from([*CHANGED.tables[kind]]), min_size=1, unique=True))
    names = data.draw(st.sets(st.sampled_from(sorted(columns)), max_size=4))
    asked = st.fixed_dictionaries({name: columns[name] for name in sorted(names)})
    rows = data.draw(st.lists(asked, min_size=len(codes), max_size=len(codes)))
    at_once = Asked(len(codes), {name: [row[name] for row in rows] for name in names})
    expected = CHANGED
    try:
        for code, row in zip(codes, rows, strict=True):
            expected = use_cases.update(expected, code, change(**row), DAY)
    except errors.RuleBroken:
        with pytest.raises(errors.RuleBroken):
            use_cases.change_all(CHANGED, codes, at_once, DAY)
        return
    found = use_cases.change_all(CHANGED, codes, at_once, DAY)
    assert {table: [*rows.values()] for table, rows in found.tables.items()} == {
        table: [*rows.values()] for table, rows in expected.tables.items()
    }
    assert found.counters == expected.counters


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"step": "S4"}, errors.StepClosed),
        ({"step": "S9"}, errors.NotFound),
        ({"planned_end": date(2020, 1, 1)}, errors.DatesReversed),
        ({"owner": Office("XX")}, errors.UnknownParty),
        ({"owner": Office("LY", "مكتب جديد")}, errors.UnknownRole),
        ({"title_ar": None}, errors.NeedsText),
    ],
)
def test_what_one_would_be_refused_for_all_are(fault: dict[str, Any], error: type[errors.TrackerError]) -> None:
    row = {"step": "S1", "title_ar": "دورة", "planned_start": DAY, "planned_end": DAY, "owner": None}
    rows = [row, {**row, **fault}, row]
    with pytest.raises(error):
        activities.add_all(BEFORE, Asked(3, {name: [each[name] for each in rows] for name in row}), DAY)


@given(st.sets(st.integers(1, 12)), st.integers(0, 9), st.integers(1, 6))
def test_many_codes_are_those_that_come_one_after_the_other(there: set[int], last: int, many: int) -> None:
    before = tracker(*(obstacle(f"O{number}") for number in there)).remembering(f"O{last}" if last else "O")
    expected, codes = before, list[str]()
    for _ in range(many):
        code, expected = expected.new_code("O")
        codes.append(code)
    assert before.new_codes("O", many) == (codes, expected)


def test_no_code_is_past_the_last_one() -> None:
    with pytest.raises(errors.NoCodeLeft):
        tracker().remembering("O999999998").new_codes("O", 2)
