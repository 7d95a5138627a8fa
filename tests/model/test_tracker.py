"""The whole record as one value: finding, putting, counting."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis.strategies import DataObject, data, integers, sampled_from

from tests.model.build import DAY, activity, aspect, commitment, obstacle, paper, step, tracker
from tracker.errors import NotFound
from tracker.frozen import replace
from tracker.model.index import LINKS, linked
from tracker.model.records.aspects import Aspect
from tracker.model.records.codes import LETTERS, all_of, normal_code, order_of, table_of
from tracker.model.records.evidence import Evidence
from tracker.model.records.localized import Localized
from tracker.model.records.record import Record
from tracker.model.records.rows import with_records
from tracker.model.records.steps import Step
from tracker.model.records.thresholds import Thresholds
from tracker.model.tracker import Tracker

WHOLE = tracker(step("S1"), step("S2"), paper("E1", percent=5), obstacle("O1", "S2"))


@pytest.mark.parametrize(
    ("code", "table", "found"),
    [
        ("S1", "steps", "S1"),
        ("2", "steps", "S2"),
        ("٢", "steps", "S2"),
        ("s۲", "steps", "S2"),
        ("a1", "aspects", "A1"),
        ("e1", "evidence", "E1"),
        ("o١", "obstacles", "O1"),
        ("ly", "parties", "LY"),
        ("liaison", "roles", "liaison"),
        (" initiative ", "initiative", "initiative"),
    ],
)
def test_find(code: str, table: str, found: str) -> None:
    where, record = WHOLE.find(code)
    assert (where, record.id) == (table, found)


@pytest.mark.parametrize("code", ["S9", "Z1", "", "S01", "9", "S1.1"])
def test_what_is_not_there_is_not_found(code: str) -> None:
    with pytest.raises(NotFound) as missing:
        WHOLE.find(code)
    assert missing.value.wanted == code


def test_get_wants_the_kind() -> None:
    assert WHOLE.get(Step, "1", "S").id == "S1"
    with pytest.raises(NotFound) as missing:
        WHOLE.get(Aspect, "S1")
    assert missing.value.near == ("A1",)


def test_put_stamps_what_differs() -> None:
    made = WHOLE.put(step("S3"), DAY).steps["S3"]
    assert (made.created_on, made.updated_on) == (DAY, DAY)
    later = WHOLE.put(made, DAY).put(replace(made, weight=5), DAY + timedelta(1)).steps["S3"]
    assert (later.created_on, later.updated_on) == (DAY, DAY + timedelta(1))
    assert WHOLE.put(step("S1"), DAY) is WHOLE
    assert WHOLE.steps["S1"].updated_on is None


def test_codes_are_counted_and_never_given_twice() -> None:
    code, once = WHOLE.new_code("E")
    again, twice = once.new_code("E")
    assert (code, again, twice.counters) == ("E2", "E3", {"E": 3})
    assert replace(WHOLE, counters={"E": 7}).new_code("E")[0] == "E8"


def test_papers_and_obstacles_of_a_record() -> None:
    ten = [paper(f"E{n}", percent=n) for n in (10, 9, 1)]
    assert [p.id for p in tracker(step(), *ten).evidence_of("S1")] == ["E1", "E9", "E10"]
    assert [o.id for o in WHOLE.obstacles_of("S2")] == ["O1"]
    assert WHOLE.evidence_of("S2") == WHOLE.obstacles_of("S1") == []


@pytest.mark.parametrize(
    "record",
    [
        step("S2", weight=5),
        activity("S2.1"),
        paper("E2", of="S2", percent=40),
        obstacle("O2", "S1"),
        commitment("C1", step="S1"),
        replace(WHOLE.parties["LY"], name=Localized("الجانب الليبي")),
    ],
    ids=lambda record: type(record).__name__,
)
def test_what_belongs_together_is_known_of_the_tracker_as_it_is(record: Record) -> None:
    before = anew(WHOLE)
    assert links_of(before) == links_of(WHOLE)
    after = before.put(record, DAY)
    assert links_of(after) == links_of(anew(after))


def links_of(tracker: Tracker) -> dict[tuple[str, str], list[Record]]:
    """Every link that is known, from each code and reference."""
    ends = {record.id for _, record in tracker.records()} | {e.reference for e in tracker.evidence.values()}
    return {(link, end): tracker.linked(link, end) for link in LINKS for end in ends}


@given(data())
@settings(max_examples=30)
def test_a_large_table_is_put_to_as_a_small_one_is(data: DataObject) -> None:
    """However records are put over each other, the table holds what a plain one would, in its order."""
    plain: dict[str, Evidence] = {f"E{n}": paper(f"E{n}", of="S1") for n in range(1, 300)}
    rows: Mapping[str, Evidence] = plain
    for _ in range(data.draw(integers(1, 5)) * 70):
        number = data.draw(integers(1, 500))
        put = paper(f"E{number}", of=data.draw(sampled_from(("S1", "S2"))))
        kept, rows = rows, with_records(rows, {put.id: put})
        plain = {**plain, put.id: put}
        assert (len(rows), put.id in rows, rows[put.id], kept is rows) == (len(plain), True, put, False)
    assert [*rows.items()] == [*plain.items()]
    for code in ("S1", "S2", "S3"):
        assert linked("evidence", rows, code) == linked("evidence", plain, code)


@given(data())
@settings(max_examples=30)
def test_what_was_put_since_is_found_whatever_tables_are_compared(data: DataObject) -> None:
    old: dict[str, Evidence] = {f"E{n}": paper(f"E{n}", of="S1") for n in range(1, 300)}
    states = [replace(WHOLE, tables={**WHOLE.tables, "evidence": old})]
    for _ in range(data.draw(integers(1, 4)) * 50):
        states.append(states[-1].put(paper(f"E{data.draw(integers(1, 500))}", of="S2"), DAY))
    one, other = (data.draw(sampled_from(states)) for _ in range(2))
    found = {record.id: record for record in other.changed_since(one, "evidence")}
    assert found == {c: r for c, r in other.evidence.items() if one.evidence.get(c) is not r}
    assert [r.id for r in other.made_since(one, "evidence")] == [c for c in found if c not in one.evidence]


def anew(tracker: Tracker) -> Tracker:
    """The same records in tables of their own."""
    return replace(tracker, tables={table: dict(rows) for table, rows in tracker.tables.items()})


def test_thresholds_have_defaults_until_one_is_set() -> None:
    assert WHOLE.thresholds == Thresholds()
    assert tracker(limits=Thresholds(stale_days=7)).thresholds.stale_days == 7


def test_every_record_with_its_table() -> None:
    assert ("aspects", aspect()) in list(WHOLE.records())
    assert len(list(WHOLE.records())) == 10


@pytest.mark.parametrize(
    ("text", "letter", "code"),
    [("s3", "", "S3"), (" ٣ ", "S", "S3"), ("3", "", "3"), ("۱۲", "E", "E12"), ("LY", "S", "LY"), ("²", "S", "²")],
)
def test_codes_as_they_are_typed(text: str, letter: str, code: str) -> None:
    assert normal_code(text, letter) == code


@pytest.mark.parametrize(
    ("code", "table"),
    [
        ("S1", "steps"),
        ("M12", "meetings"),
        ("S0", None),
        ("S01", None),
        ("Z1", None),
        ("LY", None),
        ("S" + "9" * 10, None),
    ],
)
def test_table_of_a_code(code: str, table: str | None) -> None:
    assert table_of(code) == table
    assert all(
        all_of(["S7", code, "S8"] if each == "steps" else [code], each) == (table == each) for each in LETTERS.values()
    )


def test_codes_of_a_table_are_recognized_all_at_once() -> None:
    assert all_of([], "steps")
    assert all_of(["S1.1", "S12.345"], "activities")
    assert not all_of(["S1.1", "S2"], "activities")
    assert not all_of(["S1", "S2.1"], "steps")
    assert not all_of(["S1\nS2"], "steps")
    assert not all_of(["S1", "M2"], "steps")
    assert not all_of(["S1", "M0S"], "steps")


def test_codes_are_sorted_by_number() -> None:
    assert sorted(["S10", "S9", "LY", "E1"], key=order_of) == ["E1", "LY", "S9", "S10"]


def test_a_missing_translation_falls_back_to_arabic() -> None:
    text = Localized("نص", None, "")
    assert [text.within(lang) for lang in ("ar", "tr", "en")] == ["نص", "نص", "نص"]
    assert Localized("نص", "metin").within("tr") == "metin"
