"""The options and arguments of a command as values, `Field`, from which Typer makes them."""

from collections.abc import Callable
from functools import cache, cached_property
from inspect import Parameter, Signature
from keyword import iskeyword
from typing import Annotated, Any

import typer

from tracker import errors
from tracker.cli.input.values import given_as
from tracker.cli.parser import Choice, names_of
from tracker.cli.session import Session
from tracker.frozen import Frozen

ADD, UPDATE = "add", "update"
Read = Callable[[Session, Any, str, bool], Any]
"""Reads what was typed for the option or argument of that name; True keeps a text that looks like personal data."""


def plain(read: Callable[[str], Any]) -> Read:
    """Reads a value that needs neither the tracker nor the name of its option."""
    return lambda _, typed, __, ___: read(typed)


class Field(Frozen, kw_only=True, dict=True):
    """An option or argument of a command, called `option` without dashes.

    `sets` is the field of the change or selection that takes its value, empty for what the command makes use of in its
    own way; of a text that is `spoken` its name alone, for the language is that of the words. `also` are its other
    names, with their dashes; `only` names the verb whose command has it, empty for both. `now` gives what holds of a
    record, None where the option belongs to the change; `column` is where that stands in a spreadsheet, with
    `separator` between items if not "; ". `clears` is what `--clear` empties, under the name `cleared_as`. `offers` are
    the tables whose codes may stand there; `hidden` fields stay out of `--edit` while the words of the record are
    locked. `default` is the value that a new record has without it, where the record itself does not tell. A `single`
    one says something of one record, and is refused where several are named. Of a `steady` one the same words have the
    same value whatever the tracker holds, and nothing is told of them.
    """

    option: str
    read: Read
    also: tuple[str, ...] = ()
    metavar: str
    meaning: str = ""
    sets: str = ""
    now: Callable[[Any], Any] | None = None
    column: str = ""
    separator: str = ""
    only: str = ""
    clears: str = ""
    cleared_as: str = ""
    choice: Choice | None = None
    many: bool = False
    switch: bool = False
    place: bool = False
    required: bool = False
    offers: tuple[str, ...] = ()
    hidden: bool = False
    default: str = ""
    spoken: bool = False
    single: bool = False
    steady: bool = False

    @cached_property
    def name(self) -> str:
        """The parameter of the command's function."""
        return parameter_name(self.option)

    @cached_property
    def called(self) -> str:
        """The option or argument as help calls it."""
        return self.metavar.strip("[]") if self.place else f"--{self.option}"

    def parameter(self, default: str = "") -> Parameter:
        """The parameter that Typer makes an option or argument of; `default` is the value that holds without it."""
        kind: Any = bool if self.switch else list[str] if self.many else str
        if self.place:
            info = typer.Argument(metavar=self.metavar, help=self.meaning or None)
        else:
            shown = None if self.switch else self.metavar
            names = (*names_of(self.option), *self.also)
            info = typer.Option(
                *names, metavar=shown, help=self.meaning, click_type=self.choice, show_default=default or False
            )
        absent = Parameter.empty if self.required else False if self.switch else None
        kind = kind if self.required or self.switch else kind | None
        return parameter(self.name, Annotated[kind, info], absent)

    def value(self, session: Session, typed: Any, verb: str, *, force: bool) -> Any:
        """The value that was typed, None where nothing was; raises `EmptyText` and what its reader raises."""
        if typed is None or typed == [] or typed is False:
            return None
        with given_as(self.name):
            try:
                if not (all(map(_says, typed)) if self.many else _says(typed)):
                    raise errors.EmptyText(self.called)
                return self.read(session, typed, self.called, force)
            except errors.EmptyText as empty:
                raise errors.EmptyText(self.called, clears=bool(self.clears) and verb == UPDATE) from empty


def _says(typed: Any) -> bool:
    """Whether something was typed that is no mere blank."""
    return not isinstance(typed, str) or bool(typed.strip())


def parameter(name: str, annotation: Any, default: Any = Parameter.empty) -> Parameter:
    """A parameter of a command's function."""
    return Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=annotation)


@cache
def parameter_name(option: str) -> str:
    """The name that an option has as a parameter of a function."""
    name = option.replace("-", "_")
    return f"{name}_" if iskeyword(name) else name


def with_parameters(*parameters: Parameter) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a function these parameters in place of its own, for Typer to read."""

    def given(command: Callable[..., None]) -> Callable[..., None]:
        signature = Signature(parameters)
        vars(command)["__signature__"] = signature
        command.__annotations__ = {name: each.annotation for name, each in signature.parameters.items()}
        return command

    return given
