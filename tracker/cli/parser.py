"""The parser beneath Typer: its parameters, contexts and refusals, and the refusals in our own words.

The one file that knows click, which Typer carries within itself: the others ask here. Names that begin with an
underscore are Typer's own affair, so the version of Typer is bounded on both sides (pyproject.toml).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from typer._click import Command, Context, Parameter
from typer._click.exceptions import BadOptionUsage, BadParameter, MissingParameter, NoSuchOption, UsageError
from typer._click.shell_completion import split_arg_string
from typer._types import TyperChoice as KnownChoice
from typer.core import TyperArgument as Argument
from typer.core import TyperOption as Option

from tracker.message import Message, mark, msg
from tracker.reports.report import Ref

if TYPE_CHECKING:
    from tracker.views.words import Words

VALUE = mark("VALUE")
"""The name of a value in help, where all possible values follow."""

LETTERS = {
    "status": "-s",
    "progress": "-p",
    "evidence": "-e",
    "note": "-m",
    "reason": "-r",
    "due": "-d",
    "search": "-S",
    "limit": "-L",
    "output": "-o",
    "yes": "-y",
    "dry-run": "-n",
    "quiet": "-q",
    "version": "-V",
    "help": "-h",
}
"""The short names of the daily options, which are the same in every command."""

__all__ = [
    "LETTERS",
    "VALUE",
    "Argument",
    "BadOptionUsage",
    "BadParameter",
    "Choice",
    "Command",
    "Context",
    "MissingParameter",
    "NoSuchOption",
    "Option",
    "Parameter",
    "UsageError",
    "arguments",
    "called",
    "default_of",
    "is_switch",
    "meaning",
    "names_of",
    "options",
    "split_arg_string",
    "taken",
    "text_last",
    "with_values",
    "word_of",
    "worded",
]

Worded = tuple[Message, Message | None]


class Choice(KnownChoice[str]):
    """One of a closed set of values; Typer knows `choices`, help shows them, and completion offers them."""

    def __init__(self, choices: Iterable[str], *, many: bool = False) -> None:
        super().__init__(choices, case_sensitive=False)
        self.many = many  # whether several may stand there, with commas

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> Any:  # noqa: ARG002 - click's
        """The value that was typed, read."""
        return self.read(value)

    def read(self, given: str) -> Any:
        """The value, here as it was typed: some sets are read by the command, with what else it is told."""
        return given

    def of(self, before: Sequence[str]) -> "Choice":  # noqa: ARG002 - some sets depend on it
        """The set that holds after these arguments."""
        return self

    def meaning(self, choice: str, words: "Words") -> str:  # noqa: ARG002 - most words have one
        """The meaning of a value for the reader; empty where it says so itself."""
        return ""


def names_of(option: str) -> tuple[str, ...]:
    """The names of an option, with their dashes: its letter, if it has one, before the word."""
    letter = LETTERS.get(option)
    return (letter, f"--{option}") if letter else (f"--{option}",)


def word_of(option: Parameter) -> str:
    """The name of an option that is a word, with its dashes."""
    return next(name for name in option.opts if name.startswith("--"))


def arguments(params: Iterable[Parameter]) -> list[Argument]:
    """The parameters that are told by their place."""
    return [param for param in params if isinstance(param, Argument)]


def options(params: Iterable[Parameter]) -> list[Option]:
    """The parameters that are told by their name."""
    return [param for param in params if isinstance(param, Option)]


def taken(ctx: Context, name: str, value: Any) -> Any:
    """Reads a value that was not on the line as the option of that name does; raises `BadValue`."""
    return next(param for param in ctx.command.params if param.name == name).type_cast_value(ctx, value)


def is_switch(param: Parameter) -> bool:
    """Whether it is an option that takes no value."""
    return isinstance(param, Option) and param.is_flag


def meaning(param: Parameter) -> str:
    """The sentence that help says of an option, still to be translated; empty for most arguments."""
    return getattr(param, "help", None) or ""


def default_of(param: Parameter) -> str:
    """The value that holds where none is typed, as it would be typed; empty where there is none."""
    shown = getattr(param, "show_default", None)
    default = shown if isinstance(shown, str) else param.default
    return default if isinstance(default, str) else ""


def with_values(params: Iterable[Parameter], words: Sequence[str], usual: Mapping[str, str]) -> list[str]:
    """Gives the options that need no value their usual one, by their names, as far as they stand before a command."""
    known = {name: option for option in options(params) for name in option.opts}
    found, rest = list[str](), list(words)
    while rest and rest[0].startswith("-") and rest[0] != "--":
        word = rest.pop(0)
        option = known.get(word)  # none for `--name=value`, which has its value
        value = usual.get(option.name or "") if option else None
        if value is not None and (not rest or rest[0].startswith("-")):
            word = f"{word}={value}"
        found.append(word)
        if option and "=" not in word and not option.is_flag:
            found += rest[:1]
            del rest[:1]
    return found + rest


def text_last(words: list[str], option: str) -> list[str] | None:
    """The line with a text that begins with a dash behind `--`: a number below zero, an item, a word in other letters.

    None where it may be an option.
    """
    at = next((place for place, word in enumerate(words) if word.startswith(option) and word != "--"), None)
    letter = option[1:2]
    if at is None or "--" in words[:at] or letter in ("", "-") or (letter.isascii() and letter.isalpha()):
        return None
    rest = [*words[:at], *words[at + 1 :]]
    return [*rest, words[at]] if "--" in rest else [*rest, "--", words[at]]


def worded(error: UsageError) -> Worded:
    """The message and the hint for a refused command line, from its type and fields: none of its English is shown."""
    match error:
        case NoSuchOption():
            return msg("There is no option {name}.", name=Ref(error.option_name)), _help(error)
        case MissingParameter():
            return msg("{name} is missing.", name=called(error.param)), _help(error)
        case BadOptionUsage() if _of_switch(error):
            return msg("Option {name} takes no value.", name=Ref(error.option_name)), _help(error)
        case BadOptionUsage():
            return msg("Option {name} needs a value.", name=Ref(error.option_name)), _help(error)
        case BadParameter():
            return msg("The value of {name} cannot be read.", name=called(error.param)), _help(error)
    return msg("The command line cannot be read."), _help(error)


def _of_switch(error: BadOptionUsage) -> bool:
    params = error.ctx.command.params if error.ctx else ()
    return any(is_switch(param) for param in params if error.option_name in param.opts)


_ONE_OF_SEVERAL = (mark("CODE"), mark("REF"), mark("EVIDENCE"))
"""The words within a sentence for places that take several and have three dots in the help."""


def called(param: Parameter | None) -> Ref | Message:
    """The word by which a reader knows a parameter: that of its place, or the name of its option."""
    if param is None:
        return Ref("?")
    if not isinstance(param, Option):
        return Message((param.metavar or param.name or "?").strip("[]").removesuffix("…"))
    return Ref(word_of(param))


def _help(error: UsageError) -> Message:
    path = error.ctx.command_path if error.ctx else "tracker"
    return msg("Type {command} to see how it is used.", command=Ref(f"{path} --help"))
