"""The option `--clear`: the fields that a change empties."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import typer

from tracker import errors
from tracker.cli.input.suggestions import nearest
from tracker.cli.parser import Choice, Command
from tracker.locale import LANGUAGES, open_catalog
from tracker.message import Message, mark
from tracker.reports.field_names import field_name
from tracker.text.input.fold import fold
from tracker.text.input.lists import split_list
from tracker.views.words import Words


def clear_option(fields: Mapping[str, str]) -> Any:
    """The option `--clear` of a command that can empty these fields, by the names of their options."""
    return typer.Option(
        "--clear",
        click_type=Choice(fields, many=True),
        metavar=mark("FIELD"),
        help=mark("Empty a field, which is named like its option; may be repeated."),
    )


def clearable(command: Command) -> Sequence[str]:
    """The fields that `--clear` empties in that command, by the names of their options."""
    kinds = [param.type for param in command.params if param.name == "clear"]
    return next((kind.choices for kind in kinds if isinstance(kind, Choice)), ())


def cleared(given: Sequence[str] | None, fields: Mapping[str, str]) -> frozenset[str]:
    """The fields that `--clear` empties, from names of options or words for fields in any of the three languages.

    `fields` has them by the names of their options. Raises `BadValue`.
    """
    return frozenset(fields[_field(each, fields)] for text in given or () for each in split_list(text))


def _field(given: str, fields: Mapping[str, str]) -> str:
    wanted = fold(given).lstrip("-").replace("_", "-")
    if wanted in fields:
        return wanted
    for option, field in fields.items():
        if any(wanted == fold(each) for each in _in_all_languages(field_name(field))):
            return option
    raise errors.BadValue(given, "field", tuple(fields), nearest(wanted, fields))


def _in_all_languages(word: Message | str) -> Iterable[str]:
    return (Words(open_catalog(lang)).bare(word) for lang in LANGUAGES)
