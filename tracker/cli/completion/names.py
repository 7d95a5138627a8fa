"""The names of commands and options that may stand at the cursor."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tracker.cli import parser
from tracker.cli.command_table import COMMANDS
from tracker.cli.input.choice_words import Candidate
from tracker.text.input.fold import fold

if TYPE_CHECKING:
    from tracker.cli.session import Session


def commands(session: "Session", typed: str) -> list[Candidate]:
    """The names of the commands, daily ones first; one that begins otherwise, by its name in the reader's language."""
    found, lang = [], session.words.lang
    for command in COMMANDS.values():
        names = (command.name, *command.aliases(lang)) if typed else (command.name,)
        name = next((name for name in names if fold(name).startswith(fold(typed))), None)
        if name:
            found.append(Candidate(name, session.words.catalog.word(command.summary)))
    return found


def options(session: "Session", params: Iterable[parser.Parameter], given: set[str], typed: str) -> list[Candidate]:
    """The options that were not given yet; those that may be repeated stay."""
    phrase = session.words.catalog.word
    found = []
    for option in parser.options(params):
        names = [name for name in option.opts if name.startswith("--" if typed.startswith("--") else "-")]
        if not given & set(option.opts) or option.multiple:
            found += [Candidate(name, phrase(option.help or "")) for name in names[:1] if name.startswith(typed)]
    return found
