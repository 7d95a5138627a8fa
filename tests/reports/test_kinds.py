"""Each kind says once how its records are shown: by names that exist, under labels that exist."""

import pytest

from tests.demo import DAY, DEMO
from tracker.message import Message
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


def test_a_stored_field_is_shown_as_its_type_is() -> None:
    shown: Shown[object] = Shown("severity")
    obstacle = DEMO.obstacles["O1"]
    assert shown.cells("feminine")(SEEN, obstacle) == Word(obstacle.severity)
    assert shown.column.heading == FIELDS["severity"]
