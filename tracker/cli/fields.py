"""Sorts of fields, each with the way it is read: what a kind of records declares is made of these."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from operator import attrgetter
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar, Unpack

from tracker.cli.input import values
from tracker.cli.input.choices import Vocabulary
from tracker.cli.parameters import ADD, UPDATE, Field, Read, plain
from tracker.cli.parser import VALUE, Choice
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import mark
from tracker.model.records.meetings import Place
from tracker.model.records.office import Office
from tracker.model.records.record import Record
from tracker.model.records.steps import Step
from tracker.model.records.tables import TABLES, table_of_type
from tracker.text.input.lists import split_list

if TYPE_CHECKING:
    from tracker.model.changes.evidence import Attachment

E = TypeVar("E", bound=StrEnum)
OFFICES, THEMES = "offices", "themes"
"""The sources of completion beside the codes of tables."""
# Steps first; roles and thresholds are not typed by a code.
EVERYTHING = ("steps", *(table for table in TABLES if table not in ("steps", "roles", "thresholds")))


class Traits(TypedDict, total=False):
    """Further properties of a field; `clear`: it may be emptied, under the name of its option."""

    metavar: str
    only: str
    clear: bool
    clears: str
    cleared_as: str
    now: Callable[[Any], Any] | None
    column: str
    separator: str
    many: bool
    choice: Choice
    offers: tuple[str, ...]
    hidden: bool
    default: str
    single: bool
    steady: bool


def field(target: object, option: str, meaning: str, read: Read, traits: Traits) -> Field:
    """A field of a change or selection: `target` is the attribute of its class, at run time a descriptor with its name.

    So a field that the class does not have, or one of another type, is found by the checker of types.
    """
    assert isinstance(target, MemberDescriptorType)
    name = target.__name__
    known: dict[str, Any] = {"now": attrgetter(name), "column": name, **traits}
    if known.pop("clear", False):
        known["clears"] = name
    if "clears" in known:
        known.setdefault("cleared_as", option)
    return Field(option=option, meaning=meaning, read=read, sets=name, **known)


def reference(target: str | None, option: str, meaning: str, **traits: Unpack[Traits]) -> Field:
    """The number or name of a document, in which no personal data is looked for."""

    def read(session: Session, typed: str, called: str, _: bool) -> str | None:
        return values.new_text(session, typed, called, exempt=True)

    return field(target, option, meaning, read, Traits(metavar=mark("REF")) | traits)


def code(target: str | None, option: str, meaning: str, **traits: Unpack[Traits]) -> Field:
    """The code of a record, which the model looks up."""
    return field(target, option, meaning, as_typed, Traits(metavar=mark("CODE")) | traits)


def as_typed(_: Session, typed: Any, __: str, ___: bool) -> Any:
    """The value as it was typed, or as the closed set of its option has read it."""
    return typed


def word(target: E | None, kind: type[E], option: str, meaning: str, **traits: Unpack[Traits]) -> Field:
    """A member of a vocabulary."""
    known = Traits(metavar=VALUE, choice=Vocabulary(kind), steady=True)
    return field(target, option, meaning, as_typed, known | traits)


def status(target: E | None, kind: type[E], gender: str = "feminine") -> Field:
    """The status, which belongs to the command that changes; `gender` is that of the Arabic noun it describes."""
    choice = Vocabulary(kind, gender)
    return word(target, kind, "status", mark("The new status."), metavar=mark("STATUS"), only=UPDATE, choice=choice)


def day(target: date | None, option: str, meaning: str, edge: str = "start", **traits: Unpack[Traits]) -> Field:
    """A date; of a month or year that was named its first day, or the last one with `edge="end"`."""

    def read(session: Session, typed: str, called: str, _: bool) -> date | None:
        return values.day(session, typed, called, edge=edge)

    return field(target, option, meaning, read, Traits(metavar=mark("DATE"), steady=True) | traits)


def number(target: int | None, option: str, meaning: str, **traits: Unpack[Traits]) -> Field:
    """A whole number."""
    return field(target, option, meaning, plain(values.number), Traits(metavar="N", steady=True) | traits)


def natural(target: int | None, option: str, meaning: str, **traits: Unpack[Traits]) -> Field:
    """A whole number that is not below zero."""
    return field(target, option, meaning, plain(values.natural), Traits(metavar="N", steady=True) | traits)


def percent(target: int | None, option: str, meaning: str, **traits: Unpack[Traits]) -> Field:
    """A number from 0 to 100."""
    return field(target, option, meaning, plain(values.percent), Traits(metavar="N", steady=True) | traits)


def place(target: Place | None) -> Field:
    """A country, or a country and a city; it may be emptied."""
    from tracker.cli.input.places import place_of, typed_place  # noqa: PLC0415 - only meetings have one

    def read(session: Session, typed: str, called: str, force: bool) -> Place | None:
        return place_of(session, typed, called, force=force)

    traits = Traits(metavar=mark("COUNTRY/CITY"), now=lambda record: typed_place(record.place), clear=True)
    return field(target, "place", mark("Place: TR, or TR and a city."), read, traits)


def office(target: Office | None, option: str, meaning: str) -> Field:
    """A party, or a role of it; it may be emptied."""

    def read(session: Session, typed: str, called: str, force: bool) -> Office | None:
        return values.office(session, typed, called, force=force)

    return field(target, option, meaning, read, Traits(metavar=mark("PARTY/ROLE"), clear=True, offers=(OFFICES,)))


def owner(target: Office | None) -> Field:
    """The office that answers for a record."""
    return office(target, "owner", mark("The responsible office."))


def support(target: Office | None) -> Field:
    """The office that supports the one that answers."""
    return office(target, "support", mark("The supporting office."))


def steps(target: tuple[str, ...] | None) -> Field:
    """The steps that a record concerns."""
    return records(target, "step", mark("A step it concerns; may be repeated."), Step, "S3")


def records(
    target: tuple[str, ...] | None, option: str, meaning: str, kind: type[Record], metavar: str = "S3.2"
) -> Field:
    """Codes of steps or activities, which are added to those there are; all of them may be emptied."""

    def read(session: Session, typed: list[str], _: str, __: bool) -> tuple[str, ...]:
        codes = (code for text in typed for code in split_list(text))
        return tuple(session.tracker.get(kind, code, "S").id for code in codes)

    traits = Traits(metavar=metavar, many=True, now=None, clear=True, offers=(table_of_type(kind),))
    return field(target, option, meaning, read, traits)


def evidence(target: "tuple[Attachment, ...]", only: str = UPDATE) -> Field:
    """Evidence, which the change attaches."""

    def read(session: Session, typed: list[str], called: str, _: bool) -> "tuple[Attachment, ...]":
        from tracker.cli.input.references import papers_of  # noqa: PLC0415 - most commands name none

        return papers_of(session, typed, called)

    traits = Traits(metavar=mark("REF"), many=True, now=None, only=only, offers=("evidence",))
    return field(target, "evidence", mark("A document that proves it; may be repeated."), read, traits)


def own(option: str, meaning: str, read: Read = as_typed, **traits: Unpack[Traits]) -> Field:
    """An option of which the kind makes use in its own way."""
    known: dict[str, Any] = {**traits}
    return Field(option=option, meaning=meaning, read=read, **known)


def switch(option: str, meaning: str, only: str = "") -> Field:
    """An option without a value, of which the kind makes use in its own way."""
    return Field(option=option, meaning=meaning, read=as_typed, metavar="", switch=True, only=only)


def flag(target: bool, option: str, meaning: str, only: str = "") -> Field:
    """An option without a value, which is true of the change or selection where it is given."""
    return replace(field(target, option, meaning, as_typed, Traits(metavar="", only=only)), switch=True)


def argument(option: str, metavar: str, offers: tuple[str, ...] = (), read: Read = as_typed, column: str = "") -> Field:
    """A code, or another word, that the command which adds takes by place; it has a column of its name, or `column`."""
    traits = Traits(metavar=metavar, only=ADD, offers=offers, column=column or option)
    return replace(own(option, "", read, **traits), place=True, required=True)
