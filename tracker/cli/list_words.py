"""The words of a line of `list`, rewritten before they are parsed: the fields behind `--json`, and views by name."""

import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tracker import errors
from tracker.cli.command_table import COMMANDS
from tracker.cli.input.kind_words import kind_of
from tracker.cli.parser import Context, Option, Parameter, is_switch
from tracker.reports.kinds import LISTED
from tracker.settings import VIEW, before_dashes
from tracker.text.input.fold import fold

NAMES = ("list", *COMMANDS["list"].aliases("ar"), *COMMANDS["list"].aliases("tr"))


def rewritten(words: Sequence[str], params: Sequence[Parameter], views: Mapping[str, str]) -> list[str]:
    """The line with the words of its view before its own, and the fields behind `--json` as its columns.

    Raises `UnknownView`.
    """
    line = list(words)
    named, line = _taken(line, "--view")
    if named is not None:
        line = _joined(words_of(_view(named, views)), line, params)
    return _with_fields(line)


def words_of(view: str) -> list[str]:
    """The options of a view, without the name of the command; raises `BadView` for what is no line of a list."""
    try:
        words = shlex.split(view)
    except ValueError as error:
        raise errors.BadView(view) from error
    if words[:1] == ["tracker"]:
        del words[0]
    if words and fold(words[0]) in {fold(name) for name in NAMES}:
        del words[0]
    if not words or words[0] in COMMANDS or any(word.partition("=")[0] == "--view" for word in words):
        raise errors.BadView(view)
    return words


def _view(name: str, views: Mapping[str, str]) -> str:
    if name not in views:
        raise errors.UnknownView(name, tuple(sorted(views)))
    return views[name]


def _taken(words: list[str], option: str) -> tuple[str | None, list[str]]:
    """The value of an option, None where it is not given, and the line without it; the parser refuses a bare one."""
    for place, word in enumerate(before_dashes(words)):
        name, equals, value = word.partition("=")
        if name == option and equals:
            return value, [*words[:place], *words[place + 1 :]]
        if word == option and place + 1 < len(words):
            return words[place + 1], [*words[:place], *words[place + 2 :]]
    return None, words


def _joined(view: list[str], line: list[str], params: Sequence[Parameter]) -> list[str]:
    """The words of the view and of the line, which has the last word: its kind replaces that of the view."""
    if _arguments(line, params):
        for place in reversed(_arguments(view, params)):
            del view[place]
    return [*view, *line]


def _arguments(words: Sequence[str], params: Sequence[Parameter]) -> list[int]:
    """The places of the words that are neither options nor their values."""
    takes = {name for param in params if isinstance(param, Option) and not is_switch(param) for name in param.opts}
    found, value = list[int](), False
    for place, word in enumerate(words):
        if not value and not word.startswith("-"):
            found.append(place)
        value = not value and word in takes
    return found


def _with_fields(words: list[str]) -> list[str]:
    """The line with `--json id,title` or `--json=id,title` as `--json --columns id,title`."""
    line = list[str]()
    left = list(words)
    while left:
        word = left.pop(0)
        if word == "--":
            return [*line, word, *left]
        if word.startswith("--json="):
            line += ["--json", "--columns", word.removeprefix("--json=")]
        elif word == "--json" and left and _is_fields(left[0]):
            line += [word, "--columns", left.pop(0)]
        else:
            line.append(word)
    return line


def _is_fields(word: str) -> bool:
    """Whether a word names fields: several with commas, or one that is the name of a field and of no kind."""
    if word.startswith("-"):
        return False
    if "," in word or "،" in word:
        return True
    from tracker.reports.lists.columns import columns_of  # noqa: PLC0415 - only where a word stands behind --json

    return not _is_kind(word) and any(word in columns_of(kind) for kind in LISTED)


def _is_kind(word: str) -> bool:
    try:
        kind_of(word, "kind", (*LISTED, "all"))
    except errors.BadValue:
        return False
    return True


def name_of(key: str) -> str:
    """The name of a view in a key of `config`; raises `BadValue` for what can be no name."""
    name = key.removeprefix(VIEW)
    if not re.fullmatch(r"[\w-]+", name):
        raise errors.BadValue(key, "config", (f"{VIEW}late",))
    return name


def check_view(ctx: Context, line: str, listed: Callable[[Mapping[str, Any]], object]) -> None:
    """Has `listed` carry out what a view asks for, so that what cannot be understood is refused at once.

    Raises `BadView`, the refusals of the parser, and those of `list`.
    """
    root = ctx.find_root()
    command = root.command.get_command(root, "list")  # type: ignore[attr-defined]  # the group of all commands
    with command.make_context("list", words_of(line), parent=root) as inner:
        listed(inner.params)
