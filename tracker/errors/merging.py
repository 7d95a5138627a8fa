"""Failures of joining two copies of the tracker."""

from typing import ClassVar

from tracker.errors import RuleBroken, TrackerError
from tracker.errors.places import Code, Number
from tracker.message import Message, count, mark


class OtherTracker(TrackerError):
    """The file is that of another programme: its Arabic title is another, and it has nothing in common with ours."""

    path: str
    title: str
    says = mark("{path} is the file of another tracker, “{title}”: they have no revision in common.")


class BegunApart(TrackerError):
    """The file is that of the same programme, but was begun on its own."""

    path: str
    option: ClassVar[Code] = "--begun-apart"
    says = mark("{path} and this tracker were started separately: they have no revision in common.")
    hint = mark("If both are of the same programme: {option}")


class ForgedFile(TrackerError):
    """A revision of the file does not fit its digests, or follows none that is known."""

    path: str
    number: Number
    says = mark("The chain of {path} breaks at revision {number}: the content does not match the digest.")
    hint = mark("The file was not merged. Compare the head of the chain with the one in your minutes.")


class WithheldText(RuleBroken):
    """A text that the other side withholds from this copy would go, and nothing with it that it explains."""

    record: Code
    says = mark("{record} has a text that the other side withholds: it cannot be replaced unseen.")
    hint = mark("Change what it explains, such as the status, and give a reason of your own.")


class BrokenHistory(TrackerError):
    """The revisions of a copy do not lead to its records."""

    number: Number
    says = mark("Its chain breaks at revision {number}: the content does not match the digest.")


class SaidOtherwise(TrackerError):
    """A copy says one thing beside its records, and its revisions tell another (rule 15.7)."""

    place: Code
    said: Code
    told: Code
    says = mark("{place}: the file has {said}, its history has {told}.")


class Unanswered(TrackerError):
    """Both sides have changed the same, and nobody has said which of the two stays, or only: the `newer` one."""

    number: int
    place: Code
    newer: bool = False
    command: ClassVar[Code] = "tracker merge … --take {place}=theirs"
    says = mark("Nothing was changed: both sides have changed {places}.")

    @property
    def hint(self) -> str:
        if self.newer:  # two of the same moment, or a clock that runs ahead: that rule leaves them open
            return mark("The times do not show which is newer. Choose: {command}, or --ours or --theirs for all.")
        return mark("Choose: {command}, or --ours, --theirs, --newer for all.")

    @property
    def places(self) -> Message:
        return count("{n} place", "{n} places", self.number)


class NoSuchPlace(TrackerError):
    """The place that an answer was given for is none that both sides have changed."""

    exit_code: ClassVar[int] = 2
    place: Code
    known: tuple[Code, ...]
    says = mark("{place} is not a place that both sides have changed.")

    @property
    def hint(self) -> str:
        return mark("Places that both sides have changed: {known}") if self.known else ""
