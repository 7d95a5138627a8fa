"""What is due, late or old among the records of the follow-up: the filters and the order of `list`."""

from typing import Any

import pytest

from tests.demo import DAY, DEMO, EXPECTED
from tests.model.build import commitment, tracker
from tracker.frozen import asdict
from tracker.model.records.commitments import Commitment
from tracker.model.records.parties import Side
from tracker.model.state.assessment import assess
from tracker.reports.kinds.kind import Seen
from tracker.reports.lists.selection import Selection, select

SEEN = Seen(DEMO, assess(DEMO, DAY))


def chosen(table: str, **wanted: Any) -> list[str]:
    return select(SEEN, table, Selection(**wanted))


@pytest.mark.parametrize(
    ("table", "wanted", "codes"),
    [
        ("commitments", {"overdue": True}, EXPECTED["commitments"]["overdue"]),
        ("commitments", {"side": Side.TR, "open": True}, ["C11"]),
        ("commitments", {"step": "S4", "open": True}, ["C10", "C11"]),
        ("commitments", {"due_before": DAY.replace(day=14, month=4)}, ["C8", "C10", "C11", "C12", "C14"]),
        ("commitments", {"unverified": True}, EXPECTED["flags"]["completed_unverified_commitments"]),
        ("commitments", {"status": ("not_started",)}, ["C11", "C16"]),
        ("obstacles", {"overdue": True}, EXPECTED["obstacles"]["past_target"]),
        ("obstacles", {"open": True}, ["O2", "O3", "O4", "O6"]),
        ("series", {"overdue": True}, ["T1"]),
        ("decisions", {"step": "S4"}, ["D1", "D4", "D5", "D6"]),
        ("lessons", {"open": True}, ["L3", "L4", "L6"]),
        ("lessons", {"side": Side.TR}, ["L2", "L5"]),
        ("meetings", {"open": True}, ["M5", "M8"]),
        ("meetings", {"overdue": True}, []),
    ],
)
def test_filters(table: str, wanted: dict[str, Any], codes: list[str]) -> None:
    assert sorted(chosen(table, **wanted), key=lambda code: int(code[1:])) == codes


def test_commitments_begin_with_what_is_open_by_its_date() -> None:
    order = chosen("commitments")
    assert order[:8] == ["C12", "C14", "C11", "C8", "C10", "C16", "C15", "C13"]
    assert order[8:] == ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C9"]


def test_obstacles_begin_with_the_gravest_and_oldest() -> None:
    assert chosen("obstacles")[:4] == ["O3", "O2", "O6", "O4"]


@pytest.mark.parametrize(
    ("table", "key", "first"), [("commitments", "due", "C1"), ("obstacles", "due", "O1"), ("meetings", "-due", "M8")]
)
def test_sorting_by_the_day_it_is_due(table: str, key: str, first: str) -> None:
    assert chosen(table, sort=(key,))[0] == first


def test_only_what_is_open_grows_old() -> None:
    old = commitment(updated_on=DAY.replace(day=1))
    done = Commitment(**{**asdict(old), "status": "completed"})
    assert older_than(29, old) == ["C1"]
    assert older_than(30, old) == older_than(0, commitment()) == older_than(0, done) == []
    whole = tracker(done)
    assert select(Seen(whole, assess(whole, DAY)), "commitments", Selection(open=True)) == []


def older_than(days: int, record: Commitment) -> list[str]:
    whole = tracker(record)
    return select(Seen(whole, assess(whole, DAY)), "commitments", Selection(stale_days=days))
