"""Differences between states: applied, taken back, compared, chained (rules 15.1, 15.2)."""

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.documents import STATES, filled, revision
from tracker.frozen import replace
from tracker.model.history.chain import (
    Place,
    canonical,
    digest,
    digest_at,
    digest_of_state,
    places,
    private_salt,
    salt_at,
)
from tracker.model.history.documents import Documents
from tracker.model.history.hashes import chained
from tracker.model.history.leaves import PLAIN, leaves
from tracker.model.history.revision import Change, Undone, applied, conflict, difference
from tracker.model.records.indicators import Measurement
from tracker.model.records.localized import plain_texts
from tracker.model.records.reviews import Finding, Rating
from tracker.model.records.tables import TABLES

S1: Documents = {"steps": {"S1": {"id": "S1", "declared": 10, "rev": 3}}}


@given(STATES, STATES)
def test_a_difference_leads_there_and_back(before: Documents, after: Documents) -> None:
    untouched = deepcopy((before, after))
    changes = difference(before, after)
    assert filled(applied(before, changes)) == filled(after)
    assert filled(applied(after, changes, back=True)) == filled(before)
    assert (before, after) == untouched


@given(STATES, STATES)
def test_a_state_holds_what_a_change_left_or_found(before: Documents, after: Documents) -> None:
    changes = difference(before, after)
    assert conflict(after, changes, back=True) is None
    assert conflict(before, changes) is None
    assert (conflict(before, changes, back=True) is None) == (not changes)


@given(STATES)
def test_a_state_does_not_differ_from_itself(state: Documents) -> None:
    assert difference(state, deepcopy(state)) == difference(state, state) == ()


@given(STATES, STATES, STATES)
def test_several_changes_at_once_are_those_one_by_one(one: Documents, two: Documents, three: Documents) -> None:
    first, second = difference(one, two), difference(two, three)
    assert filled(applied(one, [*first, *second])) == filled(three)


def test_only_changed_fields_are_kept_and_the_number_of_a_revision_never() -> None:
    after: Documents = {"steps": {"S1": {"id": "S1", "declared": 40, "rev": 9, "owner": {"party": "LY"}}}}
    assert difference(S1, after) == (
        Change("steps", "S1", {"declared": 10, "owner": None}, {"declared": 40, "owner": {"party": "LY"}}),
    )
    assert difference(S1, {"steps": {"S1": {**S1["steps"]["S1"], "rev": 7}}}) == ()
    assert difference({}, S1) == (Change("steps", "S1", None, {"id": "S1", "declared": 10}),)


def test_nothing_and_an_absent_field_are_the_same() -> None:
    assert difference({"steps": {"S1": {"owner": None}}}, {"steps": {"S1": {}}}) == ()


def test_the_first_conflict_is_named() -> None:
    changes = (Change("steps", "S1", {"declared": 0}, {"declared": 40}),)
    assert conflict(S1, changes, back=True) == ("S1", "declared", 40, 10)
    assert conflict(S1, changes, back=True, ignoring=frozenset({"declared"})) is None
    assert conflict({}, changes, back=True) == ("S1", "", {"declared": 40}, None)
    made = (Change("steps", "S1", None, {"id": "S1"}),)
    assert conflict(S1, made, back=True) == ("S1", "declared", None, 10)
    assert conflict(S1, (Change("steps", "S1", {}, {}),), back=True) is None


@given(STATES)
def test_the_digest_of_a_state_knows_no_order_and_no_empty_table(state: Documents) -> None:
    turned = {t: dict(reversed([*rows.items()])) for t, rows in reversed([*state.items()])}
    assert digest_of_state({**turned, "meetings": {}}) == digest_of_state(state)


@given(STATES, STATES)
def test_different_states_have_different_digests(one: Documents, other: Documents) -> None:
    assert (digest_of_state(one) == digest_of_state(other)) == (filled(one) == filled(other))


def test_canonical_form() -> None:
    assert canonical({"ب": 1, "a": [True, None]}) == '{"a":[true,null],"ب":1}'.encode()
    assert digest("x", "salt") != digest("x")


TITLE = {"ar": "نص", "tr": "metin"}
CHANGED = Change("steps", "S1", {"declared": 10, "title": None}, {"declared": 40, "title": TITLE}, "ab")


@pytest.mark.parametrize(
    "field",
    [
        {"number": 2},
        {"uuid": "other"},
        {"at": "2026-04-01T10:00:00+00:00"},
        {"by": "TR"},
        {"command": "undo"},
        {"note": "سبب"},
        {"schema": 3},
        {"copy": "0a"},
        {"parents": ("ff",)},
        {"parents": ("", "ff")},
        {"undoes": Undone(1)},
        {"forced": True},
        {"erases": ("ab",)},
        {"changes": (replace(CHANGED, after={"declared": 41, "title": TITLE}),)},
        {"changes": (replace(CHANGED, after={"declared": 40, "title": {**TITLE, "tr": "başka"}}),)},
        {"changes": (replace(CHANGED, after={"declared": 40, "title": None}),)},
        {"changes": (replace(CHANGED, before=None),)},
        {"changes": (replace(CHANGED, code="S2"),)},
        {"changes": (replace(CHANGED, uid="cd"),)},
        {"changes": (replace(CHANGED, after=None),)},
        {"changes": ()},
    ],
)
def test_the_hash_covers_everything(field: dict[str, object]) -> None:
    whole = revision(1, CHANGED)
    assert chained(whole) == whole.hash
    assert chained(replace(whole, **field)) != whole.hash


@pytest.mark.parametrize(
    "field",
    [
        {"uuid": "other"},
        {"parents": ("ff",)},
        {"undoes": Undone(1)},
        {"forced": True},
        {"changes": (replace(CHANGED, after={"declared": 41, "title": TITLE}),)},
        {"changes": (replace(CHANGED, before={"declared": 11, "title": None}),)},
    ],
)
def test_the_hash_of_the_first_schema_covers_everything(field: dict[str, object]) -> None:
    whole = revision(1, CHANGED, schema=1)
    assert chained(whole) == whole.hash
    assert chained(replace(whole, **field)) != whole.hash


def test_a_revision_of_the_first_schema_has_the_hash_that_it_was_given_then() -> None:
    change = Change("steps", "S1", {"declared": 0}, {"declared": 40})
    written = revision(1, change, schema=1, note="سبب", previous="ab")
    assert written.hash == "c0cdd8515edc1fe61327432d88614f79eba4c2ba577f11a751b258c689bbc135"


def test_every_value_has_a_place() -> None:
    assert places(revision(1, CHANGED, note="سبب")) == {
        "note": Place("سبب", text=True, private=True),
        "steps/S1/declared": Place(40),
        "steps/S1/title/ar": Place("نص", text=True),
        "steps/S1/title/tr": Place("metin", text=True),
    }
    assert places(revision(1, CHANGED, note="سبب", schema=1)) == {
        "note": Place("سبب", text=True, private=True),
        "steps/S1/before": Place(value=True),
        "steps/S1/before/declared": Place(10),
        "steps/S1/before/title": Place(None, text=True),
        "steps/S1/after": Place(value=True),
        "steps/S1/after/declared": Place(40),
        "steps/S1/after/title": Place(TITLE, text=True),
    }


@given(st.text(), st.text())
def test_a_salt_belongs_to_one_place(one: str, other: str) -> None:
    whole = revision(1, Change("steps", "S1", None, {"title": one, "place": one}), note=other)
    found = places(whole)
    salts = [salt_at(whole, place) for place in found]
    assert len(set(salts)) == len(salts)
    title, place = (digest_at(whole, name, found[name]) for name in ("steps/S1/title", "steps/S1/place"))
    assert title != place


def test_words_in_arabic_alone_have_one_digest_with_and_without_their_language() -> None:
    """They are those that a record may keep as a plain string (rule 17.9)."""
    kinds = (*TABLES.values(), Rating, Finding, Measurement)
    assert {name for kind in kinds for name in plain_texts(kind)} == PLAIN
    alone, beside = ({"reschedule_reason": words} for words in ("سبب", {"ar": "سبب", "tr": "Sebep"}))
    salts = [
        {private_salt("secret", "u", leaf.path) for leaf in leaves("commitments", each)} for each in (alone, beside)
    ]
    assert salts[0] < salts[1]
