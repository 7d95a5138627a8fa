"""Failures of records whatever their kind: codes, names, offices, references, papers and texts."""

from collections.abc import Mapping
from typing import ClassVar

from tracker.errors import RuleBroken, TrackerError
from tracker.errors.bases import RecordRefused
from tracker.errors.places import Code, FieldName, RecordName
from tracker.message import mark


class NotFound(TrackerError):
    """`none_of` is the table in which the record was looked for, where it is empty."""

    wanted: str
    near: tuple[Code, ...] = ()
    none_of: Code = ""
    says = mark("No record with code {wanted}.")
    command: ClassVar[Code] = "tracker list all"

    @property
    def hint(self) -> str:
        return mark("Did you mean {near}?") if self.near else mark("See {command}.")


class NoCodeLeft(RuleBroken):
    """The counter of codes with that letter stands at the last one: somebody has changed it by hand."""

    letter: Code
    says = mark("No number is left for a new code with {letter}: according to the file all of them are used.")
    hint = mark("To correct what was changed by hand: {command}")
    command: ClassVar[Code] = "tracker check --fix"


class CodeTaken(RuleBroken):
    wanted: Code
    says = mark("Code {wanted} is already in use.")


class NameTaken(RuleBroken):
    """A role is found by its name, so no two have the same; `record` is the one that has it."""

    name: str
    record: Code
    says = mark("“{name}” is already the name of {record}.")


class ReferenceTaken(RuleBroken):
    reference: str
    record: Code
    says = mark("{reference} is already the reference number of {record}.")
    hint = mark("To see it: {command}")
    command: ClassVar[Code] = "tracker show {record}"


class ValueOutOfBounds(RecordRefused):
    """A value that no command would have let in; `low` and `high` bound it, where it is a number or a year."""

    field: FieldName
    value: str
    low: Code = ""
    high: Code = ""
    says = mark("{record}: “{value}” cannot stand under “{field}”.")

    @property
    def hint(self) -> str | None:
        return mark("Possible: {low} to {high}.") if self.high else None


class BrokenReference(RecordRefused):
    missing: Code
    says = mark("{record} refers to {missing}, which does not exist.")


class Irremovable(RuleBroken):
    """This record stays; `reason` is a slug of REASONS."""

    record: RecordName
    reason: str
    hint = mark("Nothing was changed.")

    REASONS: ClassVar[Mapping[str, str]] = {
        "verbatim": mark("{record} is quoted from the source and cannot be removed."),
        "fixed": mark("{record} belongs to every tracker and cannot be removed."),
        "approved": mark("{record} belongs to an approved evaluation and stays as it was approved."),
    }

    @property
    def says(self) -> str:
        return self.REASONS[self.reason]


class StillNamed(RecordRefused):
    by: tuple[Code, ...]
    says = mark("{record} cannot be removed; these records refer to it: {first}.")
    hint = mark("Change or remove these first, or remove all of them in one command.")

    @property
    def first(self) -> tuple[Code, ...]:
        return self.by[:8]


class UnknownParty(RuleBroken):
    party: str
    near: tuple[Code, ...] = ()
    says = mark("There is no party {party}.")
    hint = mark("Known: {near}. Add one with {command}.")
    command: ClassVar[Code] = "tracker add-party"


class UnknownOffice(RuleBroken):
    value: str
    parties: tuple[Code, ...] = ()
    says = mark("No office matches “{value}”.")
    hint = mark("Type the party and the role: {example}. Known parties: {parties}.")
    example: ClassVar[Code] = "LY/…"


class UnknownRole(RuleBroken):
    """A role in Latin letters that is not in the register; new ones are named in Arabic, as they are shown."""

    role: str
    known: tuple[Code, ...] = ()
    party: Code = ""
    says = mark("There is no role “{role}”.")
    example: ClassVar[Code] = "{party}/…"

    @property
    def hint(self) -> str:
        if self.known:
            return mark("Known: {known}. A new role is named in Arabic: {example}.")
        return mark("A new role is named in Arabic: {example}.")


class UnclearOffice(RuleBroken):
    value: str
    candidates: tuple[Code, ...] = ()
    says = mark("“{value}” may be more than one office.")
    hint = mark("Type one of these: {candidates}.")


class SelfVerified(RecordRefused):
    office: Code
    says = mark("{office} is the owner of what {record} supports, so another office must verify it.")
    hint = mark("Give another office with --by.")


class TextLocked(RecordRefused):
    says = mark("The Arabic of {record} is quoted from the source and cannot be edited.")
    hint = mark("Translations can be changed.")


class NeedsText(RecordRefused):
    """A text that every record of its kind has would be left without any wording; `field` is its name."""

    field: FieldName
    says = mark("{record} needs this text in at least one language: {field}.")
    hint = mark("Give it in another language first.")


class NoSuchItem(RecordRefused):
    """A list of a record, such as the agenda of a meeting, has fewer items."""

    place: int
    items: int
    says = mark("{record} has no item number {place}; it has {items}.")
    hint = mark("Its items by their number: {command}")
    command: ClassVar[Code] = "tracker show {record}"


class NothingAttached(RuleBroken):
    record: str
    says = mark("Evidence cannot be attached to {record}.")


class NotAttached(RecordRefused):
    paper: str
    says = mark("{paper} does not support {record}.")
    hint = mark("To see its evidence: {command}")
    command: ClassVar[Code] = "tracker show {record}"


class StillQuoted(RecordRefused):
    paper: Code
    says = mark("{record} names {paper} as the source of a value or a judgement.")
    hint = mark("Give another document there first.")


class LastPrimaryLink(RecordRefused):
    says = mark(
        "Each step has one primary aspect and each aspect at least one primary step; this would no "
        "longer hold for {record}."
    )
    hint = mark("Link another as primary first.")


class NeedsAspect(RuleBroken):
    aspects: tuple[Code, ...]
    says = mark("A step mainly serves one aspect of the memorandum.")
    hint = mark("Give the aspect with {option}: {aspects}.")
    asks_for = "aspect"
    option: ClassVar[Code] = "--aspect"


class NeedsStep(RecordRefused):
    says = mark("An aspect is mainly served by at least one step.")
    hint = mark("Give one with {option}.")
    asks_for = "step"
    option: ClassVar[Code] = "--step S2"
