"""The functions of commands, each imported when its command is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from tracker.cli.command_table import COMMANDS


def function_of(name: str) -> Callable[..., Any]:
    """The function of one command, from its module or from the fields of its kind."""
    module, _, function = COMMANDS[name].place.partition(":")
    if not function:
        from tracker.cli.noun_commands import command_of  # noqa: PLC0415 - only for the commands of kinds

        return command_of(name)
    found: Callable[..., Any] = getattr(import_module(f"tracker.cli.{module}"), function)
    return found
