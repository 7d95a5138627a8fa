"""Click's refusals in our own words, from the exception's type and fields: none of its English is ever shown."""

import click

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
        case click.BadOptionUsage() if _is_flag(error):
            return msg("Option {name} takes no value.", name=Ref(error.option_name)), _help(error)
        case click.BadOptionUsage():
            return msg("Option {name} needs a value.", name=Ref(error.option_name)), _help(error)
        case click.BadParameter():
            return msg("The value of {name} cannot be read.", name=_name(error.param)), _help(error)
    return msg("The command line cannot be read."), _help(error)


def _is_flag(error: click.BadOptionUsage) -> bool:
    params = error.ctx.command.params if error.ctx else ()
    return any(getattr(param, "is_flag", False) for param in params if error.option_name in param.opts)


def _name(param: click.Parameter | None) -> Ref | Message:
    if param is None:
        return Ref("?")
    return Ref(param.opts[0]) if param.param_type_name == "option" else Message(param.metavar or param.name or "?")


def _no_option(error: click.NoSuchOption) -> Worded:
    near = error.possibilities or ()
    message = msg("There is no option {name}.", name=Ref(error.option_name))
    return message, msg("Did you mean {near}?", near=Ref(near[0])) if near else _help(error)


def _help(error: click.UsageError) -> Message:
    path = error.ctx.command_path if error.ctx else "tracker"
    return msg("Type {command} to see how it is used.", command=Ref(f"{path} --help"))
