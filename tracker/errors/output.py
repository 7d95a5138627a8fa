"""Failures of what is printed or written as a document."""

from typing import ClassVar

from tracker.errors import TrackerError
from tracker.errors.bases import BadUsage, NotInstalled
from tracker.errors.places import Cause, Code
from tracker.message import mark


class OutputClosed(TrackerError):
    """The reader of our output has gone (`| head`): nothing to say, only to stop, as other tools do at SIGPIPE."""

    exit_code = 141


class OutputFailed(TrackerError):
    cause: Cause
    says = mark("The output could not be written: {cause}.")


class NotInFormat(BadUsage):
    kind: Code
    form: Code
    allowed: tuple[Code, ...]
    says = mark("{kind} cannot be written as {form}.")
    hint = mark("Possible: {allowed}.")


class OneKindOnly(BadUsage):
    """Everything was to be written into a file that holds records of one kind, or none."""

    form: Code
    says = mark("Everything is written as JSON; a file of the format {form} holds a part of it.")
    hint = mark("For example {example}")
    example: ClassVar[Code] = "tracker export steps -o steps.csv"


class BinaryOnTerminal(BadUsage):
    form: Code
    says = mark("A terminal cannot show a file of the format {form}.")
    hint = mark("Write it to a file with {output}.")
    output: ClassVar[Code] = "-o report.{form}"


class OptionOfFormat(BadUsage):
    option: Code
    form: Code
    says = mark("{option} belongs to files of the format {form}.")
    hint = mark("Write it to a file with {output}.")
    output: ClassVar[Code] = "-o report.{form}"


class LetterToOthers(BadUsage):
    option: Code
    says = mark("{option} is for your own side; this letter goes to another side, or its sender is not given.")
    hint = mark("Leave it out, or set your own office: {command}")
    command: ClassVar[Code] = "--by LY/sec"


class NumberOfOneLetter(BadUsage):
    option: Code
    says = mark("{option} is the number of one letter; here several would be made, or none.")
    hint = mark("Give also whom the letter goes to: {example}")
    example: ClassVar[Code] = "--owner TR/coord"


class MissingExtra(NotInstalled):
    form: Code
    says = mark("The component that writes {form} is not installed.")


class NotLetterhead(TrackerError):
    path: str
    says = mark("{path} cannot serve as a letterhead.")
    hint = mark("A letterhead is a file that Word saved as {form}, with a page of its own and without macros.")
    form: ClassVar[Code] = ".docx"


class LetterheadKey(TrackerError):
    """A key in the file of a letterhead that means nothing there."""

    path: str
    key: Code
    allowed: tuple[Code, ...]
    says = mark("{path}: {key} is not a key of a letterhead.")
    hint = mark("Possible: {allowed}.")


class LetterheadValue(TrackerError):
    path: str
    key: Code
    form: Code
    says = mark("{path}: the value of {key} cannot be used.")
    hint = mark("It is written like this: {form}")


class LetterheadFaint(TrackerError):
    """A colour with which a text or a picture could not be read."""

    path: str
    key: Code
    contrast: Code
    least: Code
    says = mark("{path}: the colour at {key} is too faint on white: its contrast is {contrast}, and {least} is needed.")
    hint = mark("Choose a darker colour.")
