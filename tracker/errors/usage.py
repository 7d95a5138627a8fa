"""Failures of command lines and settings."""

from typing import ClassVar

from tracker.errors import TrackerError
from tracker.errors.bases import BadUsage
from tracker.errors.places import Code, Usage
from tracker.message import mark


class UnknownCommand(BadUsage):
    name: str
    like: tuple[str, ...] = ()
    says = mark("There is no command “{name}”.")
    command: ClassVar[Usage] = ""

    @property
    def hint(self) -> str:
        return mark("Did you mean {near}?") if self.like else mark("Type {command} to see how it is used.")

    @property
    def near(self) -> Code:
        return f"tracker {self.like[0]}"


class UnknownTopic(UnknownCommand):
    says = mark("There is no help on “{name}”.")

    @property
    def near(self) -> Code:
        return f"tracker help {self.like[0]}"


class TooManyWords(BadUsage):
    words: str
    command: Usage = ""
    says = mark("Unexpected: “{words}”.")
    hint = mark("Type {command} to see how it is used.")


class NothingAsked(BadUsage):
    command: Usage
    says = mark("Nothing to change was given; a note alone changes nothing.")
    hint = mark("Type {command} to see how it is used.")


class NeedsTerminal(BadUsage):
    option: Code
    command: Usage
    says = mark("{option} needs a person at a terminal.")
    hint = mark("Type {command} to see how it is used.")


class NeedsAnswer(BadUsage):
    """A question in a pipe, where nothing ever asks; `option` answers it."""

    option: Code
    says = mark("This needs an answer, and questions are asked only on a terminal.")
    hint = mark("Add {option}.")


class NeedsOffice(BadUsage):
    says = mark("The verifying office was not given.")
    hint = mark("Give it, for example with {option}, or once for all commands: {command}")
    asks_for = "by"
    option: ClassVar[Code] = "--by LY/liaison"
    command: ClassVar[Code] = "tracker config by LY/liaison"


class NoOwnOffice(NeedsOffice):
    says = mark("Your own office is not set, so it is not known which records are yours.")


class Contradictory(BadUsage):
    options: tuple[Code, ...]
    says = mark("Give only one of these: {options}.")


class ServerAddress(BadUsage):
    address: Code
    says = mark("{address} is the address of a server; a file on this computer is needed.")
    hint = mark("Give a file, for example {example}")
    example: ClassVar[Code] = "tracker.json"


class NeedsFolder(BadUsage):
    kind: Code
    says = mark("“{kind}” is a set of documents and is written into a folder.")
    hint = mark("Type it like this: {line}")
    line: ClassVar[Code] = "tracker report {kind} -o M8/"


class OfOneRecord(BadUsage):
    option: Code
    says = mark("{option} is for one record; give one code.")


class UnknownSortKey(BadUsage):
    key: str
    allowed: tuple[Code, ...]
    says = mark("These records cannot be sorted by “{key}”.")
    hint = mark("Possible: {allowed}.")


class UnknownColumn(BadUsage):
    key: str
    allowed: tuple[Code, ...]
    says = mark("These records have no column “{key}”.")
    hint = mark("Possible: {allowed}.")


class UnknownView(BadUsage):
    name: str
    known: tuple[Code, ...] = ()
    says = mark("No list is saved under the name “{name}”.")
    example: ClassVar[Code] = 'tracker config view.1 "list --overdue"'

    @property
    def hint(self) -> str:
        return mark("Known: {known}.") if self.known else mark("To save a list: {example}")


class BadView(BadUsage):
    view: str
    says = mark("“{view}” is not a line of {command}.")
    hint = mark("For example {example}")
    command: ClassVar[Code] = "list"
    example: ClassVar[Code] = 'tracker config view.1 "list --overdue"'


class OptionElsewhere(BadUsage):
    option: Code
    kind: Code
    kinds: tuple[Code, ...]
    says = mark("{option} has no meaning for {kind}.")
    hint = mark("It can be used with: {kinds}.")


class NoShell(BadUsage):
    says = mark("The shell in use cannot be recognized.")
    hint = mark("Give its name: {command}.")
    command: ClassVar[Code] = "tracker --install-completion bash"


class BadConfig(TrackerError):
    """config.toml is not valid TOML; `line` is the first wrong one, 0 if unknown."""

    path: str
    line: int
    hint = mark("Correct the file, or set what you need, for example {command}")
    command: ClassVar[Code] = "tracker config lang ar"

    @property
    def says(self) -> str:
        if self.line:
            return mark("{path} cannot be read; line {line} is not TOML.")
        return mark("{path} cannot be read; it is not TOML.")
