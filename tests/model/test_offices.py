"""Offices, parties and the register of roles (section 12)."""

from datetime import timedelta

import pytest

from tests.model.build import DAY, tracker
from tracker import errors
from tracker.model.changes.office import known_office, party_of
from tracker.model.changes.parties import RoleChange, add_party, update_role
from tracker.model.records.localized import Localized
from tracker.model.records.office import Office, parse_office
from tracker.model.records.parties import PartyKind, Side
from tracker.model.records.record import Record
from tracker.model.rules.references import offices_of

NAME = Localized("الأمانة")
NEXT = DAY + timedelta(1)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("LY/liaison", Office("LY", "liaison")),
        (" ly / ضابط الاتصال ", Office("LY", "ضابط الاتصال")),
        ("tr", Office("TR")),
        ("TR/", Office("TR")),
    ],
)
def test_parse(text: str, office: Office) -> None:
    assert parse_office(text) == office


def test_an_office_is_written_as_it_is_typed() -> None:
    assert [str(Office("LY", "liaison")), str(Office("TR"))] == ["LY/liaison", "TR"]


@pytest.mark.parametrize("role", ["liaison", "LIAISON", "ضابط الاتصال", "Irtibat", "Liaison Officer"])
def test_a_known_role_in_any_of_its_words(role: str) -> None:
    old = tracker()
    assert known_office(old, Office("LY", role), DAY) == (old, Office("LY", "liaison"))


class Hosted(Record, kw_only=True):
    host: Office | None = None
    guest: Office = Office("TR")


def test_a_record_names_an_office_in_any_field_that_holds_one() -> None:
    assert offices_of(Hosted(id="H1", host=Office("LY", "liaison"))) == [Office("LY", "liaison"), Office("TR")]
    assert offices_of(Hosted(id="H1")) == [Office("TR")]


def test_a_new_role_is_added_to_the_register() -> None:
    new, office = known_office(tracker(), Office("LY", "مدير البرنامج"), DAY)
    assert office.role is not None
    assert new.roles[office.role].name == Localized("مدير البرنامج")
    assert known_office(new, Office("TR", "مدير البرنامج"), DAY) == (new, Office("TR", office.role))


@pytest.mark.parametrize("name", ["legal", "initiative", "role-1", "Procurement manager", "Satınalma müdürü", "7"])
def test_a_new_role_without_arabic_letters_is_refused_with_those_that_are_known(name: str) -> None:
    with pytest.raises(errors.UnknownRole) as refused:
        known_office(tracker(), Office("LY", name), DAY)
    assert (refused.value.role, refused.value.known, refused.value.party) == (name, tuple(tracker().roles), "LY")


def test_an_unknown_party_is_refused_with_those_that_are_known() -> None:
    for party in ("LYY", "مجهول"):
        with pytest.raises(errors.UnknownParty) as refused:
            party_of(tracker(), Office(party))
        assert "LY" in refused.value.near


@pytest.mark.parametrize("code", ["LY", "liaison", "A1", "initiative"])
def test_codes_are_never_used_twice(code: str) -> None:
    with pytest.raises(errors.CodeTaken):
        add_party(tracker(), code, NAME, PartyKind.OTHER, Side.JOINT, DAY)


def test_adding_a_party() -> None:
    new = add_party(tracker(), "SEC", NAME, PartyKind.SECRETARIAT, Side.JOINT, DAY)
    made = new.parties["SEC"]
    assert (made.name, made.kind, made.side, made.created_on) == (NAME, PartyKind.SECRETARIAT, Side.JOINT, DAY)


def test_a_role_has_another_name_and_keeps_its_offices() -> None:
    old = tracker()
    new = update_role(old, "liaison", RoleChange(name_ar="منسق", name_en="Contact"), NEXT)
    assert new.roles["liaison"].name == Localized("منسق", old.roles["liaison"].name.tr, "Contact")
    assert known_office(new, Office("LY", "منسق"), NEXT)[1] == Office("LY", "liaison")
    bare = update_role(new, "liaison", RoleChange(clear=frozenset({"name_tr", "name_en"})), NEXT)
    assert bare.roles["liaison"].name == Localized("منسق")


def test_two_roles_have_no_name_in_common() -> None:
    """An office is found by the name of its role."""
    other, _ = known_office(tracker(), Office("LY", "مراقب"), DAY)
    with pytest.raises(errors.NameTaken) as refused:
        update_role(other, "liaison", RoleChange(name_ar="مراقب"), NEXT)
    assert refused.value.record == "role-1"
