"""Each kind says once how its records are shown: by names that exist, under labels that exist."""

from datetime import date
from itertools import count
from typing import Any

import pytest

from tests.demo import DAY, DEMO
from tracker.frozen import replace
from tracker.message import Message
from tracker.model.records.activities import ActivityType, Gate
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.records.tables import TABLES
from tracker.model.state.assessment import assess
from tracker.reports.kinds import LISTED, kind_of
from tracker.reports.kinds.kind import Seen, Shown
from tracker.reports.labels import FIELDS
from tracker.reports.report import Table, Word

KINDS = (*LISTED, "initiative", "thresholds")
SEEN = Seen(DEMO, assess(DEMO, DAY))


def test_there_is_one_for_every_table() -> None:
    assert set(KINDS) == set(TABLES)
    assert [kind_of(name).name for name in KINDS] == list(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_what_is_shown_by_its_name_is_a_column_or_stored(name: str) -> None:
    kind = kind_of(name)
    columns = {column.key for column in kind.columns}
    stored = set(TABLES[name].__struct_fields__)
    by_name = {fact for fact in kind.facts if isinstance(fact, str)}
    by_name |= {each.key for each in (*kind.facts, *kind.columns) if isinstance(each, Shown) and each.value is None}
    assert by_name <= columns | stored
    assert [fact for fact in kind.facts if isinstance(fact, Shown) and fact in kind.columns] == []


@pytest.mark.parametrize("name", KINDS)
def test_each_has_a_label_and_stands_once(name: str) -> None:
    kind = kind_of(name)
    assert len({column.key for column in kind.columns}) == len(kind.columns)
    keys = [fact if isinstance(fact, str) else fact.key for fact in kind.facts]
    assert sorted(set(keys)) == sorted(keys)
    for record in DEMO.tables[name].values():
        assert all(isinstance(label, Message) for _, label, _ in kind.items(SEEN, record))


@pytest.mark.parametrize("name", LISTED)
def test_a_table_has_a_row_for_each_and_says_where_there_is_none(name: str) -> None:
    kind, codes = kind_of(name), list(DEMO.tables[name])
    table = kind.table(SEEN, codes)
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == [row[0] for code in codes for row in kind.table(SEEN, [code]).rows]
    assert len(table.rows) == len(codes)
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert (table.key, table.heading is not None, table.empty is not None) == (name, True, True)


CHANGES: tuple[dict[str, Any], ...] = (
    {},
    {"title": Localized("نشاط")},
    {"owner": Office("TR", "min")},
    {"status": Status.COMPLETED},
    {"status": Status.SUSPENDED},
    {"gate": Gate.DELIVERED},
    {"planned_start": None},
    {"planned_start": date(2026, 1, 1), "planned_end": date(2026, 1, 31)},
    {"planned_end": date(2027, 1, 31)},
    {"updated_on": date(2026, 3, 1)},
    {"step": "S5"},
    {"type": ActivityType.EQUIPMENT},
)


def test_activities_that_are_alike_share_the_cells_that_each_would_have() -> None:
    """The copies of those of the programme have no papers and no obstacles, and differ from each other in a field."""
    numbers = count(900)
    copies = [
        replace(each, id=f"{each.step}.{next(numbers)}", **changed)
        for each in DEMO.activities.values()
        for changed in CHANGES
    ]
    found = {**DEMO.activities, **{each.id: each for each in copies}}
    whole = replace(DEMO, tables={**DEMO.tables, "activities": found})
    seen, kind = Seen(whole, assess(whole, DAY)), kind_of("activities")
    rows = kind.table(seen, found).rows
    assert rows == replace(kind, alike=None).table(seen, found).rows
    assert len({id(row[3]) for row in rows}) < len(rows)


def test_a_stored_field_is_shown_as_its_type_is() -> None:
    shown: Shown[object] = Shown("severity")
    obstacle = DEMO.obstacles["O1"]
    assert shown.cells("feminine")(SEEN, obstacle) == Word(obstacle.severity)
    assert shown.column.heading == FIELDS["severity"]
