"""The commands by the names that people type for them in any of the three languages, and the function of each."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from tracker.cli.command_table import COMMANDS

# What asks for help in place of a command.
HELP = ("help", "مساعدة", "yardım")


def command_named(word: str) -> str | None:
    """The English name of the command that a word names in any of the three languages; None when there is none.

    Marks, hamzas, the Arabic article and the dots of Turkish letters may be left out. Help is named too, as `help`.
    """
    if word in COMMANDS or word == "help":
        return word
    from tracker.text.input.fold import fold  # noqa: PLC0415 - who types the English name does not pay for it

    wanted = _key(fold(word))
    if wanted in (_key(fold(name)) for name in HELP):
        return "help"
    names = ((c.name, each) for c in COMMANDS.values() for each in (c.name, *c.aliases("ar"), *c.aliases("tr")))
    return next((name for name, each in names if wanted == _key(fold(each))), None)


def _key(folded: str) -> str:
    """The folded words of a name, each without its Arabic article."""
    return "-".join(_bare(word) for word in folded.replace("_", "-").split("-"))


def _bare(word: str) -> str:
    while word.startswith("ال") and len(word) > 4:  # also from «التزام», which loses its first letters everywhere
        word = word[2:]
    return word


def joined(words: Sequence[str]) -> list[str]:
    """The line with its first two words as the one command that they name together, in either order."""
    if len(words) < 2 or words[0] in COMMANDS or words[0].startswith("-"):
        return list(words)
    for pair in ((words[0], words[1]), (words[1], words[0])):
        if name := command_named("-".join(pair)):
            return [name, *words[2:]]
    return list(words)


def function_of(name: str) -> Callable[..., Any]:
    """The function of one command, from its module or from the fields of its kind."""
    module, _, function = COMMANDS[name].place.partition(":")
    if not function:
        from tracker.cli.noun_commands import command_of  # noqa: PLC0415 - only for the commands of kinds

        return command_of(name)
    found: Callable[..., Any] = getattr(import_module(f"tracker.cli.{module}"), function)
    return found
