"""The words of a list or vocabulary as they are typed, and the nearest to what is no such word; commands too."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypeVar

from tracker import errors
from tracker.cli.command_table import COMMANDS
from tracker.cli.input.spellings import key_of, others, spelled
from tracker.locale import LANGUAGES, open_catalog
from tracker.model.records.codes import normal_code, table_of
from tracker.model.records.status import Status
from tracker.reports.vocabulary import word_for
from tracker.text.input.fold import fold
from tracker.views.words import Words

E = TypeVar("E", bound=StrEnum)
GRAVE = ("redact", "undo", "remove", "detach")
"""The commands that take away or back, which are never proposed for something else."""


def one_of(given: str, kind: str, allowed: Sequence[str]) -> str:
    """The word of `allowed` that was typed, or meant by another word; raises `BadValue` with the nearest word."""
    found = spelled(given, kind, allowed)
    if found is None:
        raise errors.BadValue(given, kind, tuple(allowed), nearest(fold(given).replace("_", "-"), allowed))
    return found


def member_of(kind: type[E], given: str) -> E:
    """The member of a vocabulary that was typed, by its slug or its word in a language; raises `BadValue`."""
    found = _slug_named(kind, given)
    if found is None:
        slugs = {member.value.lower().replace("_", "-"): member for member in kind}
        close = nearest(key_of(given), [*slugs, *_names(kind), *others(kind.__name__)])
        if close not in slugs and close:
            close = _names(kind).get(close) or others(kind.__name__)[close]
        raise errors.BadValue(given, kind.__name__, tuple(slugs), close.replace("_", "-"))
    return kind(found)


def slug_named(kind: type[StrEnum], given: str) -> str:
    """The member that a text names, spelt as a slug is typed; empty for none."""
    return (_slug_named(kind, given) or "").replace("_", "-")


@lru_cache(4096)  # a spreadsheet says the same words over and over
def _slug_named(kind: type[StrEnum], given: str) -> str | None:
    return spelled(given, kind.__name__, [member.value for member in kind]) or _names(kind).get(key_of(given))


@cache
def _names(kind: type[StrEnum]) -> Mapping[str, str]:
    """Give the slugs of a vocabulary by the keys of its words."""
    return {name: member.value for member in kind for name in names_of(member)}


def names_of(member: StrEnum) -> Iterable[str]:
    """The words for a member in every language and gender, as keys; without what explains them after a dash."""
    genders = ("feminine", "masculine") if isinstance(member, Status) else ("feminine",)
    for lang in LANGUAGES:
        language = Words(open_catalog(lang))
        for gender in genders:
            name = language.bare(word_for(member, gender))
            yield from (key_of(name), key_of(name.partition(" – ")[0]), key_of(name.partition(" (")[0]))


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
    grave = {*GRAVE, *(fold(name) for each in GRAVE for name in COMMANDS[each].aliases(lang))}
    near = nearest(fold(word), {*COMMANDS, *names} - grave, 0.65)
    return (names.get(near, near),) if near else ()
