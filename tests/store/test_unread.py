"""A large table of a file is read when somebody asks for its records, and tells then what is wrong in them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from tests.store.stores import DAY, act
from tracker import errors
from tracker.frozen import replace
from tracker.model.changes import activities, steps
from tracker.model.changes.activities import ActivityChange
from tracker.model.changes.steps import StepChange
from tracker.model.records.rows import Unread
from tracker.model.tracker import Tracker
from tracker.reports.answers.changed import changed_report
from tracker.reports.answers.status import status_report
from tracker.reports.kinds import LISTED
from tracker.reports.lists.listing import list_report
from tracker.reports.lists.selection import Selection
from tracker.store.file import layout, rows
from tracker.store.file.layout import Content
from tracker.store.open import open_store
from tracker.store.template import template_state


@pytest.fixture(autouse=True)
def every_table_is_large() -> Iterator[None]:
    with patch.object(rows, "LARGE", 0):
        yield


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "tracker.json"
    open_store(place, named=False).create(act("init"), template_state("demo"))
    return place


def load(path: Path) -> Tracker:
    return open_store(path, named=False).load()


def opened(tracker: Tracker) -> set[str]:
    return {table for table, rows in tracker.tables.items() if not isinstance(rows, Unread) or rows.opened}


def as_text(report: Any) -> str:
    return repr((report.heading, report.blocks, report.data()))


def test_reports_are_the_same_however_the_tables_are_read(path: Path) -> None:
    with patch.object(rows, "LARGE", 1 << 30):
        whole = load(path)
    assert opened(whole) == {*whole.tables}
    for kind in (*LISTED, "all"):
        assert as_text(list_report(load(path), kind, DAY, Selection())) == as_text(
            list_report(whole, kind, DAY, Selection())
        )
    assert as_text(status_report(load(path), DAY)) == as_text(status_report(whole, DAY))


def test_a_change_of_a_step_reads_no_activity(path: Path) -> None:
    store = open_store(path, named=False)
    done = store.change(act("update-step"), lambda t: steps.update(t, "S2", StepChange(weight=21), DAY))
    changed_report(done.before, done.after, done.revision, DAY, dry_run=False)
    for tracker in (done.before, done.after):
        assert opened(tracker).isdisjoint({"activities", "commitments"})
    assert load(path).steps["S2"].weight == 21


def test_a_list_of_steps_reads_no_activity(path: Path) -> None:
    tracker = load(path)
    list_report(tracker, "steps", DAY, Selection())
    assert opened(tracker).isdisjoint({"activities", "commitments"})


def test_a_change_of_an_activity_counts_it_as_it_is_now(path: Path) -> None:
    store = open_store(path, named=False)
    done = store.change(
        act("update-activity"), lambda t: activities.update(t, "S3.4", ActivityChange(weight=9, reason="x"), DAY)
    )
    changed_report(done.before, done.after, done.revision, DAY, dry_run=False)
    assert load(path).activities["S3.4"].weight == 9


def damage(path: Path, table: str, old: str, new: str) -> None:
    """Put a word in the place of the first such word of a table, under a seal that fits."""
    content = layout.split(path.read_bytes())
    assert content is not None
    text = bytes(content.tables[table])
    assert old.encode() in text
    tables = {**content.tables, table: text.replace(old.encode(), new.encode(), 1)}
    path.write_bytes(b"".join(layout.pieces(Content(content.schema, tables, content.revisions))))


def test_a_bad_value_is_told_with_its_place_by_whoever_reads_it(path: Path) -> None:
    damage(path, "activities", '"type":"workshop"', '"type":"party"')
    list_report(load(path), "steps", DAY, Selection())
    with pytest.raises(errors.Corrupt) as found:
        list_report(load(path), "activities", DAY, Selection())
    assert found.value.where.startswith("activities/S")
    assert found.value.where.endswith("/type")


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("activities", '"status":"in_progress"', '"status":"begun"'),
        ("activities", '"planned_end":"2026', '"planned_end":"20x6'),
        ("activities", '"id":"S1.1"', '"id":"S1.2"'),
        ("activities", '"step":"S1"', '"step":1'),
        ("commitments", '"due":"2026', '"due":"20x6'),
    ],
)
def test_a_bad_value_of_what_is_counted_is_told_with_its_place(path: Path, table: str, old: str, new: str) -> None:
    damage(path, table, old, new)
    with pytest.raises(errors.Corrupt) as found:
        list_report(load(path), "steps", DAY, Selection())
    assert found.value.where.startswith(table)


def test_a_file_that_was_edited_is_read_at_once(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace('"type":"workshop"', '"type":"party"', 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(errors.Corrupt):
        load(path)


def test_a_table_that_is_replaced_is_not_the_one_that_was_not_read(path: Path) -> None:
    tracker = load(path)
    emptied = replace(tracker, tables={**tracker.tables, "activities": {}})
    assert not emptied.activities
    assert tracker.activities


def test_one_record_of_many_is_read_alone(path: Path) -> None:
    tracker = load(path)
    whole = load(path)
    for table in ("activities", "commitments", "evidence"):
        whole.read(table)
        for code, record in whole.tables[table].items():
            assert tracker.tables[table].get(code) == record
        assert tracker.tables[table].get("S9.9") is None or table not in opened(tracker)
    assert "activities" in opened(tracker)  # for what is not there all were read


def test_a_text_that_looks_like_a_row_is_none(path: Path) -> None:
    store = open_store(path, named=False)
    forged = 'x": {"id":"S1.1","step":"S9"'
    store.change(act("update-activity"), lambda t: activities.update(t, "S1.2", ActivityChange(title_en=forged), DAY))
    tracker = load(path)
    assert tracker.activities["S1.1"].step == "S1"
    assert tracker.activities["S1.2"].title.en == forged


def test_a_backup_with_a_bad_value_in_a_large_table_is_no_way_out(path: Path) -> None:
    whole = open_store(path, named=False).engine.back_up()
    damaged = open_store(path, named=False).engine.back_up("merge")
    damage(Path(damaged.path), "activities", '"type":"workshop"', '"type":"party"')
    damage(path, "activities", '"type":"workshop"', '"type":"party"')
    with pytest.raises(errors.Corrupt) as found:
        load(path).read("activities")
    assert found.value.backup == whole.name
