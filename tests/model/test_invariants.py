"""Rules that hold between records whatever command was given (rule 15.4)."""

from datetime import date
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.build import DAY, activity, aspect, obstacle, paper, running, step, tracker
from tracker import errors
from tracker.frozen import replace
from tracker.model.records.activities import Gate, GateDates, Participants
from tracker.model.records.evidence import Support
from tracker.model.records.initiatives import Initiative
from tracker.model.records.localized import Localized
from tracker.model.records.meetings import Delegation, Meeting, MeetingKind, MeetingStatus, Precision
from tracker.model.records.obstacles import ObstacleStatus
from tracker.model.records.office import Office
from tracker.model.records.record import ANY, Record
from tracker.model.records.status import Status
from tracker.model.records.steps import Link, Strength
from tracker.model.records.tables import TABLES
from tracker.model.rules.invariants import locked, violations
from tracker.model.rules.work import broken_in_activity, is_sound

EARLY, LATE = date(2026, 1, 1), date(2026, 6, 1)


def meeting(**fields: Any) -> Meeting:
    defaults = {"kind": MeetingKind.MEETING, "title": Localized("لقاء"), "status": MeetingStatus.HELD}
    return Meeting(id="M1", **{**defaults, "date_precision": Precision.UNKNOWN, **fields})


def initiative(**fields: Any) -> Initiative:
    return Initiative(id="initiative", title=Localized("مبادرة"), **fields)


SOUND = (step(), paper(percent=0), obstacle())


def test_a_sound_tracker_breaks_nothing() -> None:
    done = step("S2", status=Status.COMPLETED, declared=100)
    held = step("S3", status=Status.SUSPENDED, status_reason="سبب", decision="قرار")
    blocked = step("S4", status=Status.BLOCKED)
    solved = obstacle("O2", "S4", status=ObstacleStatus.RESOLVED)
    assert list(violations(tracker(*SOUND, done, held, blocked, solved, paper("E2", percent=100, of="S2")))) == []


@pytest.mark.parametrize(
    ("records", "broken"),
    [
        ([step(weight=101)], errors.PercentOutOfRange(101, "S1")),
        ([running(declared=-1)], errors.PercentOutOfRange(-1, "S1")),
        ([step(planned_start=LATE, planned_end=EARLY)], errors.DatesReversed("S1", "2026-06-01", "2026-01-01")),
        ([running(actual_start=LATE, actual_end=EARLY)], errors.DatesReversed("S1", "2026-06-01", "2026-01-01")),
        (
            [step(), initiative(planned_start=LATE, planned_end=EARLY)],
            errors.DatesReversed("initiative", "2026-06-01", "2026-01-01"),
        ),
        ([step(planned_end=EARLY, forecast_end=LATE)], errors.NeedsReason("S1", "forecast")),
        ([step(declared=10)], errors.ProgressRefused("S1", "not_started")),
        ([step(status=Status.COMPLETED, declared=100)], errors.NeedsEvidence("S1")),
        ([step(status=Status.COMPLETED, declared=100), paper(percent=99)], errors.NeedsEvidence("S1")),
        ([step(status=Status.COMPLETED, declared=90), paper(percent=100)], errors.NeedsEvidence("S1")),
        ([step(status=Status.BLOCKED)], errors.NeedsObstacle("S1")),
        ([step(status=Status.SUSPENDED, decision="قرار")], errors.NeedsReason("S1", "suspended")),
        ([step(status=Status.CANCELLED, status_reason="سبب")], errors.NeedsDecision("S1")),
        ([step(), aspect("A2")], errors.LastPrimaryLink("A2")),
        ([step(), step("S2", links=(Link("A1", Strength.SECONDARY),))], errors.LastPrimaryLink("S2")),
        (
            [step(links=(Link("A1", Strength.PRIMARY), Link("A1", Strength.PRIMARY)))],
            errors.LastPrimaryLink("S1"),
        ),
    ],
)
def test_each_rule(records: list[Record], broken: errors.RuleBroken) -> None:
    found = list(violations(tracker(*records)))
    assert [(type(rule), vars(rule)) for rule in found] == [(type(broken), vars(broken))]


@pytest.mark.parametrize(
    ("record", "missing"),
    [
        (step("S2", links=(Link("A1", Strength.PRIMARY), Link("S1", Strength.SECONDARY))), "S1"),
        (step("S2", owner=Office("XX")), "XX"),
        (step("S2", owner=Office("LY", "nobody")), "nobody"),
        (paper(percent=0, of="S9"), "S9"),
        (paper(supports=(Support("A9"),)), "A9"),
        (paper(verified_by=Office("XX"), verified_on=DAY), "XX"),
        (obstacle("O1", "A1"), "A1"),
        (obstacle("O1", "S1", owner=Office("XX")), "XX"),
        (meeting(steps=("S9",)), "S9"),
        (meeting(minutes="S1"), "S1"),
        (meeting(rescheduled_to="M9"), "M9"),
        (meeting(participants=(Delegation(Office("LY", "nobody"), 2),)), "nobody"),
        (initiative(parties=("LY", "XX")), "XX"),
        (initiative(owner=Office("XX")), "XX"),
    ],
)
def test_references_name_what_exists(record: Record, missing: str) -> None:
    found = [rule for rule in violations(tracker(step(), record)) if isinstance(rule, errors.BrokenReference)]
    assert [(rule.record, rule.missing) for rule in found] == [(record.id, missing)]


@pytest.mark.parametrize("kind", TABLES.values(), ids=lambda kind: kind.__name__)
def test_every_kind_refers_by_fields_that_it_has_to_tables_that_there_are(kind: type[Record]) -> None:
    hints = get_type_hints(kind)
    for path, table in kind.refers:
        name, _, inner = path.partition(".")
        assert table == ANY or table in TABLES
        if inner:
            assert inner in get_args(hints[name])[0].__struct_fields__
        else:
            assert name in kind.__struct_fields__


def test_without_aspects_no_link_is_wanted() -> None:
    bare = tracker(step(links=()))
    assert list(violations(replace(bare, tables={**bare.tables, "aspects": {}}))) == []


QUOTED = tracker(step(verbatim=True), aspect(verbatim=True))


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (step(verbatim=True, title=Localized("غيره")), "S1"),
        (step(verbatim=False), "S1"),
        (aspect(verbatim=False), "A1"),
        (replace(aspect(verbatim=True), name=Localized("غيره")), "A1"),
        (replace(aspect(verbatim=True), details=Localized("غيرها")), "A1"),
    ],
)
def test_what_is_quoted_is_neither_changed_nor_unlocked(record: Record, code: str) -> None:
    assert [rule.record for rule in locked(QUOTED, QUOTED.put(record, DAY))] == [code]  # type: ignore[attr-defined]  # all are TextLocked


@pytest.mark.parametrize(
    "record",
    [
        step(verbatim=True, title=Localized("خطوة S1", "Adım"), weight=50),
        replace(aspect(verbatim=True), name=Localized("A1", "Yön")),
    ],
)
def test_translations_and_the_rest_are_free(record: Record) -> None:
    assert list(locked(QUOTED, QUOTED.put(record, DAY))) == []


def test_what_is_not_quoted_may_be_quoted() -> None:
    plain = tracker(step(), aspect())
    assert list(locked(plain, QUOTED)) == []
    assert list(locked(QUOTED, tracker())) != []


@given(st.data())
def test_a_plan_that_is_sound_breaks_no_rule(data: st.DataObject) -> None:
    days = st.sampled_from([None, EARLY, LATE])
    kinds = {
        **dict.fromkeys(("planned_start", "planned_end", "forecast_end", "actual_start", "actual_end"), days),
        "id": st.sampled_from(["S1.1", "S1.1.2", "S2.1", "S1"]),
        "weight": st.integers(-1, 2),
        "status": st.sampled_from(Status),
        "gate": st.sampled_from(Gate),
        "gate_dates": st.builds(GateDates, approved=days, delivered=days),
        "participants": st.sampled_from([None, Participants(ly=1), Participants(women=1)]),
    }
    chosen = data.draw(st.sets(st.sampled_from(sorted(kinds)), max_size=3))
    planned = replace(activity("S1.1"), **{name: data.draw(kinds[name]) for name in sorted(chosen)})
    broken = [*broken_in_activity(tracker(step(), planned), planned)]
    assert not (is_sound(planned) and broken)
    if not chosen:
        assert is_sound(planned)
