"""Words of a short list, as typed in any case, and the nearest of them for what is not among them; commands too."""

from collections.abc import Iterable, Sequence

from tracker.cli.command_table import COMMANDS
from tracker.cli.spellings import spelled
from tracker.errors import BadValue
from tracker.model.codes import normal_code, table_of
from tracker.text.fold import fold


def one_of(given: str, kind: str, allowed: Sequence[str]) -> str:
    """The word of `allowed` that was typed, or meant by another word; raises `BadValue` with the nearest word."""
    found = spelled(given, kind, allowed)
    if found is None:
        raise BadValue(given, kind, tuple(allowed), nearest(fold(given).replace("_", "-"), allowed))
    return found


def nearest(given: str, words: Iterable[str], cutoff: float = 0.6) -> str:
    """The word most like what was typed, else an empty text."""
    import difflib  # noqa: PLC0415 - only for a word that is not known

    found = difflib.get_close_matches(given.lower(), list(words), n=1, cutoff=cutoff)
    return found[0] if found else ""


def like(word: str, lang: str) -> tuple[str, ...]:
    """The command most like a word, by a name that readers of `lang` know; a code is something to show."""
    if word.isascii() and table_of(normal_code(word)):
        return (f"show {normal_code(word)}",)
    names = {fold(name): name for command in COMMANDS.values() for name in command.aliases(lang)}
    near = nearest(fold(word), (*COMMANDS, *names), 0.5)
    return (names.get(near, near),) if near else ()
