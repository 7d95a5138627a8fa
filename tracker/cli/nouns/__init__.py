"""The kinds of records, one to a file: the fields of each, declared once, and what is special to it."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tracker.cli.command_table import COMMANDS

if TYPE_CHECKING:
    from tracker.cli.noun import Noun


def noun_of(command: str) -> "Noun[Any] | None":
    """The kind whose records that command adds or changes; None for any other command."""
    place = COMMANDS[command].place if command in COMMANDS else ""
    return noun_in(place.removeprefix("nouns.")) if place.startswith("nouns.") else None


def noun_in(file: str) -> "Noun[Any]":
    """The kind that a file declares, which is called like its table."""
    found: Noun[Any] = import_module(f"{__name__}.{file}").NOUN
    return found
