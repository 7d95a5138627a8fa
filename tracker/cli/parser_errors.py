"""Click's refusals in our own words, from the exception's type and fields: none of its English is ever shown."""

import difflib

import click

from tracker.cli.command_table import COMMANDS
from tracker.reports.message import Message, msg
from tracker.reports.report import Ref

Worded = tuple[Message, Message | None]


def worded(error: click.UsageError) -> Worded:
    """The message and the hint for a refused command line."""
    match error:
        case click.NoSuchOption():
            return _no_option(error)
        case click.MissingParameter():
            return msg("{name} is missing.", name=_name(error.param)), _help(error)
        case click.BadOptionUsage():
            return msg("Option {name} needs a value.", name=Ref(error.option_name)), _help(error)
        case click.BadParameter():
            return msg("The value of {name} cannot be read.", name=_name(error.param)), _help(error)
    return _other(error)


def _name(param: click.Parameter | None) -> Ref:
    if param is None:
        return Ref("?")
    return Ref(param.opts[0] if param.param_type_name == "option" else (param.metavar or param.name or "?"))


def _no_option(error: click.NoSuchOption) -> Worded:
    near = error.possibilities or ()
    message = msg("There is no option {name}.", name=Ref(error.option_name))
    return message, msg("Did you mean {near}?", near=Ref(near[0])) if near else _help(error)


def _help(error: click.UsageError) -> Message:
    path = error.ctx.command_path if error.ctx else "tracker"
    return msg("Type {command} to see how it is used.", command=Ref(f"{path} --help"))


def _other(error: click.UsageError) -> Worded:
    """Unknown commands, words too many; click tells them apart only by its message and the context."""
    extra = error.ctx.args if error.ctx and error.ctx.args else []
    if error.ctx is not None and error.ctx.parent is None:
        name = unknown_command(error)
        near = difflib.get_close_matches(name, list(COMMANDS), n=1, cutoff=0.5)
        message = msg("There is no command {name}.", name=Ref(name))
        return message, msg("Did you mean {near}?", near=Ref(f"tracker {near[0]}")) if near else _help(error)
    if extra:
        return msg("There is one word too many: {word}", word=" ".join(extra)), _help(error)
    return msg("The command line cannot be read."), _help(error)


def unknown_command(error: click.UsageError) -> str:
    """The word that stands where a command should."""
    context = error.ctx
    words = [*getattr(context, "_protected_args", ()), *(context.args if context else ())]
    return words[0] if words else ""
