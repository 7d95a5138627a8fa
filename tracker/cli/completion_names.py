"""The names of commands and options that may stand at the cursor."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tracker.cli import parser
from tracker.cli.command_table import COMMANDS
from tracker.cli.kind_words import words_in
from tracker.text.fold import fold

if TYPE_CHECKING:
    from tracker.cli.session import Session


class Candidate(NamedTuple):
    """A word that may stand at the cursor, and what it means to the reader."""

    value: str
    meaning: str = ""


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


def kinds(names: Sequence[str], lang: str) -> Iterator[Candidate]:
    """Kinds with the reader's word for each; and these words themselves, for those who type them."""
    words = {name: words_in(lang, name)[:1] if lang != "en" else [] for name in names}
    yield from (Candidate(name, *word) for name, word in words.items())
    yield from (Candidate(word[0], name) for name, word in words.items() if word and not word[0].isascii())
