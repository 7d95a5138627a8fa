"""The kinds of records, one to a file: the fields of each, declared once, and what is special to it."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tracker.cli.command_table import COMMANDS

if TYPE_CHECKING:
    from tracker.cli.noun import Noun


def noun_of(command: str) -> "Noun[Any] | None":
    """The kind whose records that command adds or changes; None for any other command."""
    room, _, module = COMMANDS[command].place.partition(":")[0].rpartition(".") if command in COMMANDS else ("",) * 3
    if room != "nouns":
        return None
    found: Noun[Any] = import_module(f"{__name__}.{module}").NOUN
    return found
