"""A change is judged by what it touches; nothing that it breaks may be missed by that."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.demo import DEMO
from tracker.frozen import replace
from tracker.model.records.activities import Gate
from tracker.model.records.office import Office
from tracker.model.records.status import Status
from tracker.model.rules.invariants import violations
from tracker.model.tracker import Tracker

NOWHERE = {"step": "S9", "steps": ("S9",), "meeting": "M99", "source": "M99", "owner": Office("XX")}


def with_a_blocked_activity() -> Tracker:
    found = DEMO
    activity = replace(found.activities["S3.2"], status=Status.BLOCKED, gate=Gate.NONE)
    found = changed(found, "obstacles", "O1", {"activities": ("S3.2",)})
    return replace(found, tables={**found.tables, "activities": {**found.activities, "S3.2": activity}})


TELLING = {
    *("status", "status_reason", "gate", "gate_dates", "step", "steps", "supports", "links", "declared", "owner"),
    *("activities", "participants", "type", "minutes", "meeting", "source", "planned_start", "planned_end", "weight"),
}
KINDS = ["steps", "activities", "evidence", "obstacles", "commitments", "meetings", "decisions", "roles", "indicators"]


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, str, dict[str, Any] | None]:
    """A record with a field of another one of its kind, or (None) without which the tracker is left."""
    table = draw(st.sampled_from(KINDS))
    rows = DEMO.tables[table]
    code, other = draw(st.sampled_from(sorted(rows))), draw(st.sampled_from(sorted(rows)))
    fields = {name: getattr(rows[other], name) for name in type(rows[code]).__struct_fields__ if name in TELLING}
    unlike = [{name: value} for name, value in fields.items() if getattr(rows[code], name) != value]
    nowhere = [{name: value} for name, value in NOWHERE.items() if name in fields]
    return table, code, draw(st.sampled_from([None, *unlike, *nowhere, *({name: None} for name in fields)]))


def changed(tracker: Tracker, table: str, code: str, fields: dict[str, Any] | None) -> Tracker:
    rows = dict(tracker.tables[table])
    if fields is None:
        rows.pop(code, None)
    elif code in rows and not (None in fields.values() and _needed(rows[code], *fields)):
        rows[code] = replace(rows[code], **fields)
    return replace(tracker, tables={**tracker.tables, table: rows})


def _needed(record: Any, field: str) -> bool:
    return "None" not in str(type(record).__annotations__.get(field, ""))


WHOLE = with_a_blocked_activity()


@settings(max_examples=400)
@given(st.lists(changes(), max_size=3), st.lists(changes(), min_size=1, max_size=3))
def test_what_a_change_breaks_is_found(earlier: list[Any], later: list[Any]) -> None:
    before = WHOLE
    for one in earlier:
        before = changed(before, *one)
    after = before
    for one in later:
        after = changed(after, *one)
    known = {repr(each) for each in violations(before)}
    assert {repr(each) for each in violations(after)} - known <= {repr(each) for each in violations(after, before)}
    assert {repr(each) for each in violations(after, before)} <= {repr(each) for each in violations(after)}
