"""`list --sort`: every key, both ways, empty values last."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from tests.model.build import DAY, OWNER, aspect, obstacle, paper, running, step, tracker
from tracker.errors import UnknownSortKey
from tracker.model.records.localized import Localized
from tracker.model.records.obstacles import Severity
from tracker.model.records.office import Office
from tracker.model.records.tables import TABLES
from tracker.model.state.assessment import assess
from tracker.reports.kinds.kind import Seen
from tracker.reports.lists.selection import Selection, select
from tracker.reports.lists.sorting import check_keys, keys_of

SOON = {"planned_start": DAY, "planned_end": DAY + timedelta(9)}
LATE = {"planned_start": date(2026, 1, 1), "planned_end": date(2026, 2, 1)}
WHOLE = tracker(
    aspect("A2", verbatim=True),
    running("S1", declared=40, weight=10, owner=Office("TR"), title=Localized("ب"), **SOON),
    running("S2", declared=10, weight=30, updated_on=DAY - timedelta(3), title=Localized("أ"), **LATE),
    step("S10", weight=10, owner=None, title=Localized("ت")),
    *[paper(f"E{n}", percent=n) for n in (9, 10, 1)],
    obstacle("O1", "S1", severity=Severity.CRITICAL, owner=OWNER),
    obstacle("O2", "S1", severity=Severity.LOW, target_resolution=DAY),
)


def ordered(table: str, *sort: str) -> list[str]:
    return select(Seen(WHOLE, assess(WHOLE, DAY)), table, Selection(sort=sort))


@pytest.mark.parametrize(
    ("table", "sort", "codes"),
    [
        ("steps", ["code"], "S1 S2 S10"),
        ("steps", ["-id"], "S10 S2 S1"),
        ("steps", ["due"], "S2 S1 S10"),
        ("steps", ["-due"], "S1 S2 S10"),
        ("steps", ["start"], "S2 S1 S10"),
        ("steps", ["updated"], "S2 S1 S10"),
        ("steps", ["-updated"], "S1 S2 S10"),
        ("steps", ["weight", "-code"], "S10 S1 S2"),
        ("steps", ["-weight", "code"], "S2 S1 S10"),
        ("steps", ["progress"], "S10 S2 S1"),
        ("steps", ["-progress"], "S1 S2 S10"),
        ("steps", ["-evidenced"], "S1 S2 S10"),
        ("steps", ["expected"], "S1 S2 S10"),
        ("steps", ["variance"], "S2 S1 S10"),
        ("steps", ["-health"], "S1 S2 S10"),
        ("steps", ["health"], "S10 S1 S2"),
        ("steps", ["status"], "S10 S1 S2"),
        ("steps", ["title"], "S2 S1 S10"),
        ("steps", ["owner"], "S2 S1 S10"),
        ("evidence", ["code"], "E1 E9 E10"),
        ("evidence", ["-code"], "E10 E9 E1"),
        ("evidence", ["reference"], "E1 E10 E9"),
        ("obstacles", ["severity"], "O2 O1"),
        ("obstacles", ["-severity"], "O1 O2"),
        ("obstacles", ["due"], "O2 O1"),
        ("obstacles", ["owner"], "O1 O2"),
        ("aspects", ["-progress"], "A1 A2"),
        ("aspects", ["health"], "A2 A1"),
        ("aspects", ["status"], "A2 A1"),
        ("aspects", ["due"], "A1 A2"),
        ("parties", ["-name"], "LY TR"),
        ("parties", ["name"], "TR LY"),
    ],
)
def test_order(table: str, sort: Iterable[str], codes: str) -> None:
    assert ordered(table, *sort) == codes.split()


@pytest.mark.parametrize("table", sorted(set(TABLES) - {"initiative", "thresholds", "roles"}))
def test_every_key_works_both_ways(table: str) -> None:
    for key in keys_of(table):
        assert sorted(ordered(table, key)) == sorted(ordered(table, f"-{key}")) == sorted(WHOLE.tables[table])


def test_a_key_is_known_to_one_of_the_kinds_that_are_shown() -> None:
    check_keys(("steps", "aspects"), ("-due", "weight"))
    with pytest.raises(UnknownSortKey) as refused:
        check_keys(("steps", "aspects"), ("-colour",))
    assert refused.value.key == "colour"
    assert {"due", "weight", "health", "updated", "name"} <= set(refused.value.allowed)


@pytest.mark.parametrize("key", ["links", "supports", "place", "file", "legal_instrument", "themes"])
def test_compounds_have_no_order(key: str) -> None:
    with pytest.raises(UnknownSortKey):
        check_keys(set(TABLES), (key,))
