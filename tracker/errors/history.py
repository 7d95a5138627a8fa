"""Failures of revisions: conflicts, undo, redaction and the past."""

from typing import ClassVar

from tracker.errors import TrackerError
from tracker.errors.places import Code, FieldName, Held, Iso, Number
from tracker.message import mark


class RevisionConflict(TrackerError):
    record: Code
    expected: Number
    present: Number
    says = mark("{record} has since been changed: you saw revision {expected}, and it is now at {present}.")
    hint = mark("Look at it again with {command}.")
    command: ClassVar[Code] = "tracker show {record}"


class NoSuchRevision(TrackerError):
    number: Number
    says = mark("There is no revision {number}.")
    hint = mark("See {command}.")
    command: ClassVar[Code] = "tracker history"


class NothingToUndo(TrackerError):
    office: str
    says = mark("This office has nothing left to take back.")
    hint = mark("To take back a change of another office, give its number, for example {command}")
    command: ClassVar[Code] = "tracker undo 12"


class NothingToRedo(TrackerError):
    office: str
    says = mark("There is nothing to bring back.")


class ChangedSince(TrackerError):
    """A field no longer holds what the revision left there; without a field the record itself came or went."""

    number: Number
    record: Code
    field: FieldName
    left: Held
    present: Held
    hint = mark("Take back the later changes first: {command}")
    command: ClassVar[Code] = "tracker history {record}"

    @property
    def says(self) -> str:
        if not self.field:
            return mark("Revision {number} cannot be taken back: {record} has since been added or removed.")
        return mark(
            "Revision {number} cannot be taken back: {record} {field} has since been changed from {left} to {present}."
        )


class TakenBack(TrackerError):
    number: Number
    says = mark("Revision {number} has already been taken back.")
    hint = mark("See {command}.")
    command: ClassVar[Code] = "tracker history"


class StillShown(TrackerError):
    record: Code
    field: FieldName
    says = mark("The text still stands in {record} ({field}).")
    hint = mark("Change it there first, then erase it from the history.")


class BeforeFirst(TrackerError):
    day: Iso
    first: Iso
    says = mark("The tracker did not exist on {day}; it begins on {first}.")
