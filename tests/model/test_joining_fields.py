"""Every field of every kind of record, joined: changed on one side, on both alike, and on both differently."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec
import pytest

from tracker.model.history.documents import Documents
from tracker.model.joining.conflict import Conflict
from tracker.model.joining.states import Joined, Side, join
from tracker.model.records.tables import TABLES

STAMPED = {"id", "uid", "rev", "created_on", "updated_on", "former", "same"}
"""Fields that follow from others, or from the join itself."""

WAYS = {
    "initiative": "title=L objective=L policy_context=L expected_impact=L legal_instrument=instrument parties=set "
    "owner=S planned_start=S planned_end=S briefs=key",
    "thresholds": "amber_variance_points=variance red_variance_points=variance red_overdue_days=S stale_days=staleness "
    "very_stale_days=staleness due_soon_days=S red_weight_numerator=share red_weight_denominator=share "
    "measurement_grace_days=S indicator_green_percent=indicators indicator_amber_percent=indicators minutes_days=S "
    "series_red_days=S small_count=S timezone=S",
    "parties": "name=L kind=S side=S notes=L",
    "roles": "name=L",
    "aspects": "order=S name=L details=L verbatim=S",
    "steps": "order=S title=L verbatim=S weight=S owner=S support=S planned_start=S planned_end=S "
    "forecast_end=forecast forecast_reason=forecast actual_start=status actual_end=status "
    "status=status status_reason=status decision=status "
    "declared=S reopened=count concern=concern concern_reason=concern themes=set links=key",
    "activities": "step=S title=L type=S weight=S owner=S support=S planned_start=S planned_end=S "
    "forecast_end=forecast forecast_reason=forecast actual_start=status actual_end=status status=status "
    "status_reason=status reopened=count gate=gate gate_dates=gate place=place mode=S participants=participants "
    "duration_days=S themes=set aspects=set after=set",
    "series": "name=L interval_months=S level=S",
    "meetings": "kind=S title=L status=date date_precision=date date=date level=S place=place mode=S "
    "status_reason=date participants=key agenda=items steps=set minutes=minutes minutes_signed_on=minutes "
    "rescheduled_to=date series=S",
    "decisions": "meeting=S text=L",
    "commitments": "source=S title=L owner=S due=due original_due=due reschedules=count reschedule_reason=due "
    "priority=S status=status status_reason=status started_on=status completed_on=status reopened=count step=S",
    "obstacles": "title=L type=S severity=S status=status raised_on=S steps=set activities=set owner=status "
    "response=status status_reason=status decision=status target_resolution=S resolved_on=status",
    "lessons": "text=L source_side=S recommendation=L origin=S steps=set status=status status_reason=status "
    "recorded_on=S applied_in=status",
    "indicators": "title=L level=S unit=S direction=S aggregation=S frequency=S category=S strict=S definition=L "
    "means_of_verification=L owner=S baseline=baseline targets=key measurements=key steps=set",
    "reviews": "kind=S period_start=S period_end=S status=approval lead=S summary=L completed_on=approval ratings=key "
    "findings=items figures=approval corrects=S",
    "recommendations": "review=S text=L response=response response_reason=response",
    "evidence": "kind=S reference=S title=L date=S url=S file=file supports=progress confidentiality=S authority=S "
    "verified_on=verification verified_by=verification",
}
"""The way of each field: S is one question, L one for each language, `set` and `key` keep the items of both, `items`
are reworded, `count` adds up, `progress` only rises, and any other word is the question that several fields share."""

ITEMS: Mapping[str, tuple[Any, Any, Any, str]] = {
    "briefs": ({"date": "2026-03-31", "by": {"party": "LY"}, "declared": 3}, "declared", 4, "2026-03-31:LY"),
    "links": ({"aspect": "A1", "strength": "primary"}, "strength", "secondary", "A1"),
    "participants": ({"office": {"party": "LY"}, "count": 3}, "count", 4, "LY"),
    "targets": ({"date": "2026-12-31", "value": "3"}, "value", "4", "2026-12-31"),
    "measurements": (
        {"period_start": "2026-01-01", "period_end": "2026-03-31", "value": "3"},
        "value",
        "4",
        "2026-01-01..2026-03-31",
    ),
    "ratings": ({"step": "S1", "criterion": "impact", "value": 3}, "value", 4, "S1:impact"),
}
"""Of each list with keys an item, a field of it, another value, and its key."""
OTHERS: Mapping[str, tuple[Any, Any]] = {
    "briefs": ({"date": "2026-03-31", "by": {"party": "TR"}, "declared": 1}, {"date": "2026-06-30", "declared": 2}),
    "links": ({"aspect": "A2", "strength": "secondary"}, {"aspect": "A3", "strength": "secondary"}),
    "participants": ({"office": {"party": "TR"}, "count": 1}, {"office": {"party": "LY", "role": "min"}, "count": 2}),
    "targets": ({"date": "2027-12-31", "value": "1"}, {"date": "2028-12-31", "value": "2"}),
    "measurements": (
        {"period_start": "2026-04-01", "period_end": "2026-06-30", "value": "1"},
        {"period_start": "2026-07-01", "period_end": "2026-09-30", "value": "2"},
    ),
    "ratings": (
        {"step": "S1", "criterion": "relevance", "value": 1},
        {"step": "S2", "criterion": "impact", "value": 2},
    ),
}


NEEDED = {"activities": {"step": "S1"}}
"""Fields without which no record of the table is joined."""
OBJECTS = {"baseline", "figures", "file", "gate_dates", "legal_instrument", "participants", "place"}
"""Fields that have parts, and are one value all the same."""


class Field(NamedTuple):
    table: str
    name: str
    way: str


def fields() -> Iterator[Field]:
    for table, line in WAYS.items():
        for each in line.split():
            name, _, way = each.partition("=")
            yield Field(table, name, way)


FIELDS = list(fields())


def of_way(*ways: str) -> list[Any]:
    return [pytest.param(each, id=f"{each.table}.{each.name}") for each in FIELDS if each.way in ways]


QUESTIONS = [each for each in FIELDS if each.way not in {"S", "L", "set", "key", "items", "count", "progress"}]


def state(field: Field, value: Any) -> Documents:
    row: dict[str, Any] = {"id": "X1", "uid": "0123456789abcdef", "rev": 0, **NEEDED.get(field.table, {})}
    return {field.table: {"X1": row if value is None else {**row, field.name: value}}}


def asked_of(
    base: Documents, one: Documents, other: Documents, answer: int = 0, *contested: str
) -> tuple[Joined, list[str]]:
    """The join of three states, and the questions that were asked."""
    asked: list[str] = []

    def choose(conflict: Conflict) -> int:
        asked.append(conflict.question)
        return answer

    units = frozenset(("0123456789abcdef", question) for question in contested)
    return join(base, Side(one), Side(other), choose, contested=units), asked


def joined(field: Field, base: Any, one: Any, other: Any, answer: int = 0, *contested: str) -> tuple[Any, list[str]]:
    """The value after the join, and the questions that were asked."""
    found, asked = asked_of(state(field, base), state(field, one), state(field, other), answer, *contested)
    return found.documents[field.table]["X1"].get(field.name), asked


def test_every_field_has_a_way() -> None:
    for table, kind in {name: TABLES[name] for name in TABLES}.items():
        known = {field.name for field in msgspec.structs.fields(kind)} - STAMPED
        assert known == {each.name for each in FIELDS if each.table == table}, table


@pytest.mark.parametrize("field", of_way("S"))
def test_a_single_field_is_one_question(field: Field) -> None:
    assert joined(field, "a", "a", "b") == ("b", [])
    assert joined(field, "a", "b", "b") == ("b", [])
    for answer, kept in enumerate("bc"):
        assert joined(field, "a", "b", "c", answer) == (kept, [field.name])
    assert joined(field, "a", "b", "a", 1, field.name) == ("a", [field.name])
    assert joined(field, "a", None, "a") == (NEEDED.get(field.table, {}).get(field.name), [])


@pytest.mark.parametrize("field", of_way("L"))
def test_a_text_is_a_question_for_each_language(field: Field) -> None:
    base = {"ar": "نص", "tr": "bir"}
    assert joined(field, base, {**base, "tr": "iki"}, {**base, "en": "one"}) == ({**base, "tr": "iki", "en": "one"}, [])
    assert joined(field, base, {**base, "tr": "iki"}, {**base, "tr": "iki"}) == ({**base, "tr": "iki"}, [])
    found = joined(field, base, {**base, "tr": "iki"}, {**base, "tr": "üç"}, 1)
    assert found == ({**base, "tr": "üç"}, [f"{field.name}/tr"])
    # Answered on both sides before, neither knowing of the other.
    found = joined(field, base, {**base, "tr": "iki"}, base, 1, f"{field.name}/tr")
    assert found == (base, [f"{field.name}/tr"])


@pytest.mark.parametrize("field", of_way("set"))
def test_what_either_side_adds_is_kept_and_what_it_removes_goes(field: Field) -> None:
    assert joined(field, ["A1"], ["A1"], ["A1", "A2"]) == (["A1", "A2"], [])
    assert joined(field, ["A1"], ["A1", "A2"], ["A1", "A2"]) == (["A1", "A2"], [])
    assert joined(field, ["A1"], ["A1", "A2"], ["A1", "A3"]) == (["A1", "A2", "A3"], [])
    assert joined(field, ["A1"], ["A1", "A2"], None) == (["A2"], [])
    assert joined(field, None, ["A1"], None) == (["A1"], [])


@pytest.mark.parametrize("field", of_way("key"))
def test_items_are_known_by_their_keys(field: Field) -> None:
    item, name, value, key = ITEMS[field.name]
    first, second = OTHERS[field.name]
    changed, other = {**item, name: value}, {**item, name: f"{value}9"}
    assert joined(field, [item], [item], [changed]) == ([changed], [])
    assert joined(field, [item], [changed], [changed]) == ([changed], [])
    assert joined(field, [item], [changed], [other], 1) == ([other], [f"{field.name}/{key}"])
    assert joined(field, [item], [item, first], [item, second]) == ([item, first, second], [])
    assert joined(field, [item], [item, first], [item, first]) == ([item, first], [])
    assert joined(field, [item], None, [item, first]) == ([first], [])
    assert joined(field, [item], None, [changed], 1) == ([changed], [f"{field.name}/{key}"])


def item(field: Field, words: str, **more: str) -> Any:
    text = {"ar": words, **more}
    return {"text": text} if field.name == "findings" else text


@pytest.mark.parametrize("field", of_way("items"))
def test_a_reworded_item_is_still_that_item(field: Field) -> None:
    first, second, third = (item(field, words) for words in ("أول", "ثان", "ثالث"))
    reworded, otherwise = item(field, "أول معدل"), item(field, "أول آخر")
    assert joined(field, [first, second], [reworded, second], [first, second]) == ([reworded, second], [])
    assert joined(field, [first, second], [reworded, second], [first, second, third]) == ([reworded, second, third], [])
    assert joined(field, [first, second], [reworded, second], [reworded, second]) == ([reworded, second], [])
    found = joined(field, [first, second], [reworded, second], [otherwise, second], 1)
    assert found == ([otherwise, second], [f"{field.name}/1/ar"])
    found = joined(field, [first, second], [reworded, second], [second], 0)
    assert found == ([reworded, second], [f"{field.name}/1"])
    assert joined(field, [first], [first, second], [first, third]) == ([first, second, third], [])
    assert joined(field, [first], [first, second], [first, second]) == ([first, second], [])
    assert joined(field, [first, second], [second], [first, second]) == ([second], [])
    assert joined(field, [first, second], [second, first], [first, second, third]) == ([second, first, third], [])
    translated = item(field, "أول", tr="bir")
    assert joined(field, [first], [translated], [reworded]) == ([item(field, "أول معدل", tr="bir")], [])


@pytest.mark.parametrize("field", of_way("count"))
def test_what_is_counted_adds_up(field: Field) -> None:
    assert joined(field, 1, 1, 2) == (2, [])
    assert joined(field, 1, 2, 2) == (3, [])
    assert joined(field, 1, 2, 3) == (4, [])
    assert joined(field, 1, None, None)[0] in (None, 0)


@pytest.mark.parametrize("field", of_way("progress"))
def test_what_a_paper_supports_only_rises(field: Field) -> None:
    def support(percent: int) -> Any:
        return [{"record": "S1", "progress": percent}]

    assert joined(field, support(20), support(40), support(30)) == (support(40), [])
    assert joined(field, support(20), support(40), None, 1) == (None, [f"{field.name}/S1"])
    assert joined(field, support(20), support(20), None) == (None, [])


@pytest.mark.parametrize("field", [pytest.param(each, id=f"{each.table}.{each.name}") for each in QUESTIONS])
def test_fields_that_answer_one_question_are_never_mixed(field: Field) -> None:
    values: Any = [{"n": "a"}, {"n": "b"}, {"n": "c"}] if field.name in OBJECTS else ["a", "b", "c"]
    base, one, other = values
    assert joined(field, base, base, one) == (one, [])
    assert joined(field, base, one, one) == (one, [])
    assert joined(field, base, one, other, 1) == (other, [field.way])
    for beside in QUESTIONS:
        if (beside.table, beside.way) == (field.table, field.way) and beside != field:
            (row,) = state(field, base)[field.table].values()
            theirs = {field.table: {"X1": {**row, beside.name: "d"}}}
            assert asked_of(state(field, base), state(field, one), theirs)[1] == [field.way]


@pytest.mark.parametrize("name", ["former", "same"])
@pytest.mark.parametrize("answer", [0, 1])
def test_from_what_a_record_was_known_by_nothing_goes_whatever_is_answered(name: str, answer: int) -> None:
    base, one, other = (state(Field("evidence", "reference", "S"), reference) for reference in "abc")
    uid = "0123456789abcdef"
    one = {"evidence": {"X1": {**one["evidence"]["X1"], name: ["1", "2"]}}}
    other = {"evidence": {"X1": {**other["evidence"]["X1"], name: ["2", "3"]}}}
    found = join(base, Side(one), Side(other), lambda _: answer, whole={uid: None})
    assert [each.question for each in found.conflicts] == ["rule"]
    record = found.documents["evidence"]["X1"]
    assert (record["reference"], record[name]) == ("bc"[answer], ["1", "2", "3"])
    unanswered = join(base, Side(one), Side(other), None, whole={uid: None}).documents
    assert join(unanswered, Side(one), Side(other), lambda _: answer).documents == found.documents
