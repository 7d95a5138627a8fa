"""The whole command line that was probably meant by one that was refused, ready to be pasted."""

import re
import shlex
from collections.abc import Sequence

from tracker import errors
from tracker.cli.command_table import COMMANDS
from tracker.cli.global_options import COMPLETION, OPTIONS
from tracker.cli.input.suggestions import like
from tracker.cli.lookup import command_named, joined
from tracker.cli.meant.composing import composed, mistyped
from tracker.cli.meant.option_words import options_named
from tracker.cli.meant.reading import read
from tracker.cli.meant.repairing import ParamsOf, repaired
from tracker.cli.parser import UsageError, is_switch
from tracker.cli.session import Session
from tracker.errors.bases import BadUsage

_GLOBAL = {name: is_switch(option) for option in (*OPTIONS, *COMPLETION) for name in option.opts}


def line_meant(failure: Exception, typed: Sequence[str], params_of: ParamsOf, session: Session) -> str:
    """The line that was meant, empty where it cannot be told or is what was typed.

    Only what was not understood has one: a rule that refuses a line is right, and says itself what it needs.
    """
    if not isinstance(failure, (UsageError, BadUsage, errors.NotFound, errors.BadDate)):
        return ""
    words, shared = _parted(typed)
    try:
        line = _line(words, params_of, session)
    except errors.TrackerError:
        return ""
    if not line or (sorted(line) in (_parts(words), _parts(_named(words))) and not _exchanged(line, words)):
        return ""
    return " ".join(map(_quoted, ("tracker", *line, *shared)))


def _line(words: list[str], params_of: ParamsOf, session: Session) -> list[str]:
    named = _named(words)
    if not named:
        return []
    if named[0].startswith("-"):
        return _of_the_program(words)
    if named[0] not in COMMANDS and not read(parts := words[0].split("-")).rest:
        words = [*parts, *words[1:]]  # `add-evidence`
    line = named if named[0] in COMMANDS else composed(words)
    near = () if line is named else like(words[0], session.words.lang)
    if near and near[0] in COMMANDS and read(words[:1]).rest:
        line = [near[0], *words[1:]]  # a slip in the name of a command is no word of a title or note
    if not line and not near:
        line = mistyped(words)
    return repaired(line, params_of, session) if line and line[0] in COMMANDS else line


def _named(words: list[str]) -> list[str]:
    """The line with its command by the English name, as far as it begins with one."""
    together = joined(words)
    return [command_named(together[0]) or together[0], *together[1:]] if together else []


def _parts(words: list[str]) -> list[str]:
    """The words in no order, an option apart from its value: who changes the order of a line changes nothing."""
    return sorted(part for word in words for part in (word.split("=", 1) if word.startswith("--") else [word]))


def _exchanged(line: list[str], words: list[str]) -> bool:
    """Whether the first two arguments have changed places: `attach FILE CODE`."""
    return len(words) > 2 and line[1:3] == words[2:0:-1] != words[1:3] and not any(w[0] == "-" for w in line[1:3] if w)


def _of_the_program(words: list[str]) -> list[str]:
    """An option in the place of a command: one of the program by another name, or a wish with dashes."""
    known = [option for option in options_named(words[0]) if _GLOBAL.get(option)]
    return known[:1] or composed([words[0].lstrip("-"), *words[1:]])


def _parted(typed: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words of the command, and the options that every command has."""
    left = list(typed)
    words: list[str] = []
    shared: list[str] = []
    while left:
        word = left.pop(0)
        name, equals, _ = word.partition("=")
        if word == "--":
            return [*words, word, *left], shared
        if name not in _GLOBAL or name == "--help":
            words.append(word)
            continue
        shared.append(word)
        if not _GLOBAL[name] and not equals and left:
            shared.append(left.pop(0))
    return words, shared


def _quoted(word: str) -> str:
    """The word as it is typed in a shell: plain, in double quotes, or as the shell quotes what is special."""
    if re.fullmatch(r"[\w@%+=:,./٪-]+", word):
        return word
    return shlex.quote(word) if re.search(r'[$`"\\!]', word) else f'"{word}"'
