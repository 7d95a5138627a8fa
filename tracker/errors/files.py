"""Failures of the tracker's file, its exports and its backups."""

from collections.abc import Mapping
from shlex import quote
from typing import ClassVar

from tracker.errors import StoreError, TrackerError
from tracker.errors.places import Cause, Code, Number, Reason
from tracker.message import Message, count, mark


class Locked(StoreError):
    seconds: float
    says = mark("{path} is being written by another command; waited {time}.")
    hint = mark("Nothing was changed; try again.")

    @property
    def time(self) -> Message:
        return count("{n} second", "{n} seconds", round(self.seconds))


class LocksUnsupported(StoreError):
    cause: Cause
    says = mark("The drive of {path} does not support file locks ({cause}).")
    hint = mark("Keep the tracker on a local disk.")


class CannotRead(StoreError):
    cause: Cause
    says = mark("{path} cannot be read: {cause}.")


class CannotWrite(StoreError):
    cause: Cause
    says = mark("{path} cannot be written: {cause}.")
    hint = mark("Nothing was changed.")


class TooLarge(StoreError):
    """More than `limit` mebibytes."""

    limit: int
    says = mark("{path} is too large: a file of this kind may have up to {limit} MB.")
    hint = mark("Nothing was changed.")


class NoMemory(TrackerError):
    says = mark("There is not enough memory for that.")
    hint = mark("Check with {command} before you type the command again.")
    command: ClassVar[Code] = "tracker history"


class NotAFile(StoreError):
    says = mark("{path} is not a file: output is written to files only.")
    hint = mark("Nothing was changed; choose another place.")


class LinkOfOthers(StoreError):
    says = mark("{path} is a link that another user has put there.")
    hint = mark("Nothing was changed; choose another place.")


class BackupsOfOthers(StoreError):
    says = mark("{path} belongs to another user, who could remove the backups or change them.")
    hint = mark("Nothing was changed; remove that folder, or keep the tracker in a folder of your own.")


class NoSpace(StoreError):
    cause: Cause
    says = mark("There is no room to write {path}: {cause}.")
    hint = mark("Nothing was changed; free some space and try again.")


class ChangedMeanwhile(StoreError):
    says = mark("{path} was changed by another program meanwhile.")
    hint = mark("Nothing was changed; try again.")


class ClockWrong(TrackerError):
    """The clock of this computer says a year in which nothing can have been written."""

    moment: Code
    says = mark("This computer's clock shows {moment}, so nothing was changed.")
    hint = mark("Set the clock and type the command again.")


class EditedByHand(StoreError):
    says = mark("{path} was changed by hand; nothing was changed by this command.")
    hint = mark("To see what was changed: {check}. To record it first: {fix}")
    check: ClassVar[Code] = "tracker check"
    fix: ClassVar[Code] = "tracker check --fix"


class EditRefused(StoreError):
    cause: TrackerError
    says = mark("Changes made by hand cannot be recorded. {cause}")
    hint = mark("Correct it in the file, or restore a backup: {command}")
    command: ClassVar[Code] = "tracker backup list"


class NotAccepted(TrackerError):
    """A file from outside breaks a rule of commands at that place, if it has one; it can be taken in by force."""

    cause: TrackerError
    place: Code = ""
    option: ClassVar[Code] = "--force --reason …"
    hint = mark("Correct it where the file was made. To merge the file all the same, and have that recorded: {option}")

    @property
    def says(self) -> str:
        if self.place:
            return mark("The file was not accepted ({place}). {cause}")
        return mark("The file was not accepted. {cause}")


class Corrupt(StoreError):
    """A file that is no valid tracker; `backup` is the newest good one.

    `where` is the place: a path of keys, or of a text that is none at all its line, or line and column with a colon.
    """

    reason: Reason
    where: str = ""
    backup: str = ""
    command: ClassVar[Code] = "tracker backup restore {backup}"

    REASONS: ClassVar[Mapping[str, str]] = {
        "not_a_file": mark("it is not a file"),
        "empty": mark("it is empty"),
        "not_utf8": mark("it is not UTF-8 text"),
        "not_json": mark("it is not valid JSON"),
        "duplicate_key": mark("it has a duplicate key"),
        "not_tables": mark("it does not hold the tables of a tracker"),
        "bad_schema": mark("its schema number cannot be read"),
        "bad_value": mark("a value in it cannot be read"),
    }

    @property
    def line(self) -> Number:
        return int(self.where.partition(":")[0])

    @property
    def column(self) -> Number:
        return int(self.where.partition(":")[2])

    @property
    def says(self) -> str:
        if not self.where:
            return mark("{path} cannot be used: {reason}.")
        if self.reason == "not_utf8":
            return mark("{path} cannot be used: {reason} (line {line}).")
        if self.reason == "not_json" and ":" in self.where:
            return mark("{path} cannot be used: {reason} (line {line}, column {column}).")
        return mark("{path} cannot be used: {reason} ({where}).")

    @property
    def hint(self) -> str:
        if self.backup:
            return mark("The file was left untouched. The newest good backup: {command}")
        return mark("The file was left untouched. There is no backup of it.")


class NotAnExport(StoreError):
    says = mark("{path} is a tracker itself, not an export of one.")
    hint = mark("Export it first: {command}")
    command: ClassVar[Code] = "tracker export --db {path} -o export.json"


class TooNew(StoreError):
    found: int
    known: int
    says = mark("{path} was written by a newer program (schema {found}; this one knows {known}).")
    hint = mark("The file was left untouched; install the newer program.")


class Detached(StoreError):
    says = mark("{path} has a second name (hard link) that a change would break.")
    hint = mark("Nothing was changed; remove the other link or use a symbolic link.")


class NotFlushed(StoreError):
    cause: Cause
    says = mark("{path} was changed, but the disk did not confirm it: {cause}.")
    hint = mark("Check with {command} before you type the command again.")
    command: ClassVar[Code] = "tracker history"


class DatabaseMissing(StoreError):
    """The file that was named, or that backups tell of, is not there; `backup` is the newest good one."""

    backup: str = ""
    says = mark("There is no tracker at {path}.")
    restore: ClassVar[Code] = "tracker backup restore {backup}"

    @property
    def init(self) -> Code:
        """The line that makes a tracker there."""
        return f"tracker init --db {quote(self.path)}"

    @property
    def hint(self) -> str:
        return mark("There was one before; to restore it: {restore}") if self.backup else mark("Make one: {init}")


class AlreadyExists(StoreError):
    says = mark("{path} already exists and is not overwritten.")
    hint = mark("Choose another place or remove it yourself.")


class DemoMixed(StoreError):
    says = mark("Sample records and real records cannot be mixed in one tracker.")
    hint = mark("Import into a new place, for example {command}")
    command: ClassVar[Code] = "tracker import export.json --db new.json"


class NoSuchBackup(StoreError):
    wanted: str
    near: tuple[Code, ...] = ()

    @property
    def says(self) -> str:
        return mark("There is no backup “{wanted}”.") if self.wanted else mark("Give the backup to restore.")

    @property
    def hint(self) -> str:
        return mark("The newest are {near}.") if self.near else mark("There is no backup yet.")
