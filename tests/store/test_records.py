"""Records to and from documents: exact both ways, strict with the place."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_args, get_origin

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields

from tests.model.build import DAY, paper, running, tracker
from tests.model.documents import revision
from tracker.errors import Corrupt, SelfVerified
from tracker.frozen import Frozen, replace
from tracker.model.changes.evidence import verify
from tracker.model.history.revision import Change, Undone
from tracker.model.records.evidence import Support
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office
from tracker.model.records.record import Record
from tracker.model.records.tables import TABLES
from tracker.store.plain_form import to_document
from tracker.store.records import BadDocument, to_documents, to_tracker
from tracker.store.revisions import revision_document, to_revision
from tracker.store.template import template_state

WHOLE = template_state()
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=4)
PLAIN = {
    str: TEXTS,
    int: st.integers(-(2**31), 2**31),
    bool: st.booleans(),
    date: st.dates(),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False),
    type(None): st.none(),
}


def any_of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that fields of records have."""
    if kind in PLAIN:
        return PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, Frozen):
        made = st.fixed_dictionaries({field.name: any_of(field.type) for field in fields(kind)})
        if kind is Localized:
            made = made.filter(lambda values: any(value is not None for value in values.values()))
        return made.map(lambda values: kind(**values))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    if get_origin(kind) is tuple:
        return st.lists(any_of(get_args(kind)[0]), max_size=2).map(tuple)
    return st.one_of([any_of(part) for part in get_args(kind)])


def test_a_change_tells_only_itself() -> None:
    """Defaults that a document does not say are none: nobody reset anything."""
    demo = template_state("demo")
    before = to_tracker(demo.documents, {}, demo=True)
    short = {name: value for name, value in demo.documents["activities"]["S3.4"].items() if name != "gate"}
    known = {**demo.documents, "activities": {**demo.documents["activities"], "S3.4": short}}
    moved = replace(before.activities["S3.4"], planned_start=DAY)
    tables = {**before.tables, "activities": {**before.activities, "S3.4": moved}}
    documents = to_documents(replace(before, tables=tables), before, known)
    assert documents["activities"]["S3.4"] == {**short, "planned_start": DAY.isoformat()}


@given(st.sampled_from(sorted(TABLES)).flatmap(lambda table: any_of(TABLES[table])))
def test_any_record_comes_back_as_it_was(record: Record) -> None:
    document = to_document(record)
    back = msgspec.convert(msgspec.json.decode(msgspec.json.encode(document)), type(record), strict=True)
    assert back == record
    assert to_document(back) == document
    assert not [name for name, value in document.items() if value is None or value in ([], {})]


def test_what_is_read_equals_what_is_made() -> None:
    read = msgspec.convert({"record": "S1"}, Support)
    assert read == Support("S1")
    assert hash(read) == hash(Support("S1"))
    assert read != Support("S1", 0)


def test_an_office_without_a_role_does_not_verify_for_itself() -> None:
    whole = tracker(running(owner=Office("LY")), paper(percent=0))
    documents = to_documents(whole, None, {})
    step = {**documents["steps"]["S1"], "owner": {"party": "LY"}}
    documents = {**documents, "steps": {"S1": step}}
    with pytest.raises(SelfVerified):
        verify(to_tracker(documents, {}, False), "E1", Office("LY"), DAY)


def test_a_tracker_comes_back_as_it_was() -> None:
    whole = tracker(running(), paper(percent=10))
    back = to_tracker(to_documents(whole, None, {}), {}, False)
    assert {t: dict(rows) for t, rows in back.tables.items()} == whole.tables


def test_what_did_not_change_is_the_same_document() -> None:
    before = to_tracker(WHOLE.documents, {}, False)
    after = before.put(replace(before.steps["S1"], weight=5), DAY)
    documents = to_documents(after, before, WHOLE.documents)
    assert documents["aspects"] is WHOLE.documents["aspects"]
    assert documents["steps"]["S2"] is WHOLE.documents["steps"]["S2"]
    assert documents["steps"]["S1"]["weight"] == 5


def test_steps_and_aspects_come_in_their_order() -> None:
    rows = dict(reversed([*WHOLE.documents["steps"].items()]))
    extra = {"E10": {"id": "E10"}, "E9": {"id": "E9"}}
    papers = {code: {**WHOLE.documents["evidence"]["E1"], **fields} for code, fields in extra.items()}
    read = to_tracker({**WHOLE.documents, "steps": rows, "evidence": papers}, {}, False)
    assert list(read.steps) == ["S1", "S2", "S3", "S4", "S5"]
    assert list(read.evidence) == ["E9", "E10"]


@pytest.mark.parametrize(
    ("table", "code", "fields", "where"),
    [
        ("steps", "S1", {"colour": "red"}, "steps/S1/colour"),
        ("steps", "S1", {"weight": "20"}, "steps/S1/weight"),
        ("steps", "S1", {"weight": 20.5}, "steps/S1/weight"),
        ("steps", "S1", {"verbatim": 1}, "steps/S1/verbatim"),
        ("steps", "S1", {"status": "late"}, "steps/S1/status"),
        ("steps", "S1", {"planned_end": "2026-02-30"}, "steps/S1/planned_end"),
        ("steps", "S1", {"title": {}}, "steps/S1/title"),
        ("steps", "S1", {"owner": {"party": 5}}, "steps/S1/owner/party"),
        ("steps", "S1", {"id": "1"}, "steps/S1/id"),
        ("steps", "S1", {"title": {"ar": "نص", "fr": "texte"}}, "steps/S1/title/fr"),
        ("steps", "S1", {"links": [{"aspect": "A1", "strength": "primary", "since": 1}]}, "steps/S1/links[0]/since"),
        ("meetings", "M1", {"place": {"country": "TR", "city": {"ar": "أ", "fr": "A"}}}, "meetings/M1/place/city/fr"),
        ("meetings", "M1", {"date": "2024-05"}, "meetings/M1/date"),
        ("evidence", "E1", {"supports": [{}]}, "evidence/E1/supports[0]"),
    ],
)
def test_a_bad_value_is_refused_with_its_place(table: str, code: str, fields: dict[str, Any], where: str) -> None:
    rows = {**WHOLE.documents[table], code: {**WHOLE.documents[table][code], **fields}}
    with pytest.raises(BadDocument) as refused:
        to_tracker({**WHOLE.documents, table: rows}, {}, False)
    assert refused.value.where == where


def test_unknown_tables_are_refused() -> None:
    with pytest.raises(BadDocument) as refused:
        to_tracker({**WHOLE.documents, "colours": {}}, {}, False)
    assert refused.value.where == "colours"


CHANGE = Change("steps", "S1", {"declared": 0, "owner": None}, {"declared": 40, "owner": {"party": "LY"}})


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"schema": 1, "undoes": Undone(1)},
        {"copy": "0a", "erases": ("ab",)},
        {"note": "سبب"},
        {"undoes": Undone(1, "ab")},
        {"erased": {"note": "ab"}, "salts": {"x": "y"}},
    ],
)
def test_a_revision_comes_back_as_it_was(fields: dict[str, Any]) -> None:
    made = revision(2, CHANGE, Change("evidence", "E1", {"id": "E1"}, None), **fields)
    document = revision_document(made)
    assert to_revision(msgspec.json.decode(msgspec.json.encode(document)), "x.json") == made
    assert None not in document.values()


@pytest.mark.parametrize(
    "fields",
    [
        {"number": "2"},
        {"at": "2026-03-31"},
        {"at": "2026-03-31T10:00:00"},
        {"at": "9999-12-31T23:00:00+00:00"},
        {"by": None},
        {"changes": [["steps", "S1", {}]]},
        {"changes": [["colours", "S1", None, {}]]},
        {"changes": [["steps", "S1", None, {"colour": 1}]]},
        {"changes": [["steps", "S1", None, {"declared": "40"}]]},
        {"changes": [["steps", 1, None, {}]]},
        {"changes": {}},
    ],
)
def test_a_bad_revision_is_refused_by_its_number(fields: dict[str, Any]) -> None:
    document = {**revision_document(revision(2, CHANGE)), **fields}
    if fields == {"changes": {}}:
        document.pop("changes")
    with pytest.raises(Corrupt) as refused:
        to_revision(document, "x.json")
    assert (refused.value.path, refused.value.reason) == ("x.json", "bad_value")
    assert refused.value.where == f"revisions/{document['number']}"


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_a_value_that_is_no_number_is_refused(value: str) -> None:
    indicator = {
        "id": "I1",
        "title": {"ar": "مؤشر"},
        "level": "output",
        "unit": "item",
        "measurements": [{"period_end": "2026-03-31", "value": value}],
    }
    documents = {**WHOLE.documents, "indicators": {"I1": indicator}}
    with pytest.raises(BadDocument, match="I1/value"):
        to_tracker(documents, {}, demo=False)
