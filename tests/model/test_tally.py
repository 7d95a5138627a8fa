"""Counted activities say of a step what looking at each of them says, whoever has read how much of them."""

from datetime import date, timedelta
from typing import Any, TypeVar

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.model.build import DAY, OWNER, activity, commitment, paper, running, step, tracker
from tracker.frozen import replace
from tracker.model.records.activities import Activity, Gate
from tracker.model.records.evidence import Evidence, Support
from tracker.model.records.office import Office
from tracker.model.records.record import Record
from tracker.model.records.rows import Overlay, Unread, with_records
from tracker.model.records.status import Status
from tracker.model.state.assessment import assess
from tracker.model.state.figures import together
from tracker.model.state.health import Reason
from tracker.model.state.steps import CAP, step_state
from tracker.model.state.tally import PARTS, earliest_due, tally
from tracker.model.tracker import Tracker
from tracker.store.plain_form import to_document

T = TypeVar("T")
CODES = [f"S{step}.{number}" for step in (1, 2) for number in (1, 2, 3)]
DAYS = st.none() | st.integers(-40, 40).map(lambda days: DAY + timedelta(days))


class Kept:
    """A table as something keeps it: its parts, its tally, single records; `asked` is what was read of it."""

    def __init__(self, table: str, rows: dict[str, Any], counted: Any = None) -> None:
        self.table, self.rows, self.counted = table, rows, counted
        self.asked: list[str] = []

    def records(self) -> dict[str, Any]:
        self.asked.append("all")
        return dict(self.rows)

    def parts(self, kind: type[T]) -> list[T]:
        self.asked.append("parts")
        assert kind is PARTS[self.table]
        return [msgspec.convert(to_document(each), kind) for each in self.rows.values()]

    def tally(self) -> Any:
        return self.counted

    def record(self, code: str) -> Any:
        if self.counted is None:
            raise LookupError(code)
        self.asked.append(code)
        return self.rows.get(code)

    def linked(self, link: str, code: str) -> list[Any] | None:
        if self.counted is None:
            return None
        assert link == "evidence"
        self.asked.append(f"{link} of {code}")
        return [each for each in self.rows.values() if any(support.record == code for support in each.supports)]


@st.composite
def activities(draw: st.DrawFn, code: str = "") -> Activity:
    return activity(
        code or draw(st.sampled_from(CODES)),
        status=draw(st.sampled_from(Status)),
        gate=draw(st.sampled_from(Gate)),
        weight=draw(st.integers(1, 3)),
        planned_start=draw(DAYS),
        planned_end=draw(DAYS),
        updated_on=draw(DAYS),
        owner=draw(st.sampled_from((None, OWNER))),
        after=draw(st.sampled_from(((), ("S1.1",)))),
    )


@st.composite
def papers(draw: st.DrawFn, code: str = "") -> Evidence:
    supports = draw(st.dictionaries(st.sampled_from([*CODES, "S1"]), st.integers(0, 100), max_size=2))
    verified = draw(st.booleans())
    return paper(
        code or draw(st.sampled_from(("E1", "E2", "E3"))),
        supports=tuple(Support(*each) for each in supports.items()),
        verified_on=DAY if verified else None,
        verified_by=draw(st.sampled_from((OWNER, Office("TR", "coord")))) if verified else None,
    )


RECORDS = st.tuples(st.lists(activities()), st.lists(papers())).map(lambda both: (*both[0], *both[1]))


def programme(records: tuple[Record, ...]) -> Tracker:
    promises = [commitment("C1", step="S1", due=DAY), commitment("C2", step="S2", due=DAY + timedelta(1))]
    return tracker(running("S1"), step("S2"), *promises, *records)


def unread(whole: Tracker, *, counting: bool) -> Tracker:
    """The same tracker before anybody has read its large tables, which are counted where they are kept or are not."""
    counted = {"activities": tally(whole), "evidence": {}, "commitments": earliest_due(whole)} if counting else {}
    sources = {
        name: Kept(name, {**whole.tables[name]}, counted.get(name))
        for name in ("activities", "evidence", "commitments")
    }
    return replace(whole, tables={**whole.tables, **{name: Unread(source) for name, source in sources.items()}})


def asked_of(unopened: Tracker, table: str) -> list[str]:
    rows = unopened.tables[table]
    assert isinstance(rows, Unread)
    assert isinstance(rows.source, Kept)
    return rows.source.asked


@given(RECORDS, st.booleans())
def test_a_table_that_nobody_has_read_is_counted_as_one_that_was(records: tuple[Record, ...], counting: bool) -> None:
    whole = programme(records)
    unopened = unread(whole, counting=counting)
    assert tally(unopened) == tally(whole)
    assert earliest_due(unopened) == earliest_due(whole)
    assert asked_of(unopened, "activities") == ([] if counting else ["parts"])
    assert asked_of(unopened, "commitments") == ([] if counting else ["parts"])


@given(RECORDS)
def test_a_step_is_what_its_activities_make_it(records: tuple[Record, ...]) -> None:
    whole = programme(records)
    for state in assess(whole, DAY).steps.values():
        parts = [part for part in state.activities if part.counted]
        assert state.rolled_up == bool(parts)
        assert state.figures == together([(part.activity.weight, part.figures) for part in parts], CAP) or not parts
        assert any(part.overdue for part in state.activities) == (Reason.ACTIVITY_OVERDUE in state.reasons)


@given(RECORDS, st.lists(activities()), st.lists(papers()))
def test_what_is_put_over_a_table_that_nobody_has_read_changes_its_count(
    records: tuple[Record, ...], put: list[Activity], attached: list[Evidence]
) -> None:
    whole = programme(records)
    unopened = unread(whole, counting=True)
    for table, records_put in (("activities", put), ("evidence", attached)):
        for each in records_put:
            whole = _put(whole, table, each)
            unopened = _put(unopened, table, each)
    assert tally(unopened) == tally(whole)
    assert step_state(unopened, whole.steps["S1"], DAY).figures == step_state(whole, whole.steps["S1"], DAY).figures
    assert "all" not in asked_of_below(unopened, "activities")
    assert "all" not in asked_of_below(unopened, "evidence")


def _put(before: Tracker, table: str, record: Record) -> Tracker:
    return replace(before, tables={**before.tables, table: with_records(before.tables[table], {record.id: record})})


def asked_of_below(changed: Tracker, table: str) -> list[str]:
    rows = changed.tables[table]
    below = rows.below if isinstance(rows, Overlay) else rows
    assert isinstance(below, Unread)
    assert isinstance(below.source, Kept)
    return below.source.asked


def test_an_open_commitment_counts_by_its_first_day() -> None:
    kept = tracker(
        step("S1"),
        commitment("C1", step="S1", due=date(2026, 5, 1)),
        commitment("C2", step="S1", due=date(2026, 4, 1), status=Status.COMPLETED),
        commitment("C3", step="S1", due=date(2026, 6, 1), status=Status.SUSPENDED),
        commitment("C4", due=date(2026, 1, 1)),
    )
    assert earliest_due(kept) == earliest_due(unread(kept, counting=False)) == {"S1": date(2026, 5, 1)}
