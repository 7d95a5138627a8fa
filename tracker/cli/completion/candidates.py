"""The candidates at the cursor: commands, options, and what may stand for each option and argument."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tracker.cli import parser
from tracker.cli.command_table import COMMANDS
from tracker.cli.completion import candidate_sources as sources
from tracker.cli.completion.candidate_sources import FILES, Offered, Source
from tracker.cli.fields import EVERYTHING, OFFICES, THEMES
from tracker.cli.input.choice_words import Candidate, offered
from tracker.cli.nouns import noun_of
from tracker.cli.parameters import ADD, UPDATE
from tracker.cli.parser import Choice
from tracker.model.records.codes import normal_code
from tracker.model.records.evidence import TAKES_EVIDENCE
from tracker.model.records.tables import table_of_type
from tracker.text.input.fold import fold

if TYPE_CHECKING:
    from tracker.cli.parser import Parameter
    from tracker.cli.session import Session


MOST = 100
"""The candidates that are offered at most."""


class Place(NamedTuple):
    """An option or argument of a command."""

    command: str
    param: "Parameter"


def candidates(session: "Session", place: Place, typed: str, values: Sequence[str]) -> list[Candidate]:
    """The candidates for that place that begin like what is being typed; `values` are the arguments before it."""
    kind = place.param.type
    many = isinstance(kind, Choice) and kind.many
    *before, last = typed.replace("،", ",").split(",") if many else [typed]
    start = "".join(f"{word}," for word in before)
    wanted = (fold(last), fold(normal_code(last, "S")))
    found = [
        each
        for each in _offered(session, place, values)
        if each is FILES or ((not last or fold(each.value).startswith(wanted)) and each.value not in values)
    ]
    return [each if each is FILES else Candidate(start + each.value, each.meaning) for each in few_of(found)]


def few_of(found: Sequence[Offered]) -> Sequence[Offered]:
    """The first of the candidates, as many as somebody looks through.

    The first and the last in the alphabet are among them, so that a shell completes no further than all of them agree.
    """
    if len(found) <= MOST:
        return found
    ends = {min(each.value for each in found), max(each.value for each in found)}
    first = found[: MOST - len(ends)]
    return [*first, *(each for each in found[len(first) :] if each.value in ends)]


def _offered(session: "Session", place: Place, values: Sequence[str]) -> Iterable[Offered]:
    """The values of its type, where that is a closed set; else what the tracker holds, or the system."""
    if isinstance(place.param.type, Choice):
        return offered(place.param.type, session.words, values)
    source = _source(place.command, place.param.name or "")
    return source(session, values) if source else ()


def _source(command: str, name: str) -> Source | None:
    """The source of what can stand there: as the kind has declared it, else by the name of the parameter."""
    noun = noun_of(command)
    for field in noun.of(ADD if command.startswith("add-") else UPDATE) if noun else ():
        if field.name == name:
            return OFFERED.get(field.offers[0], sources.records(*field.offers)) if field.offers else None
    if noun and name in ("codes", "like"):
        return sources.records(table_of_type(noun.record))
    return _SOURCES.get(f"{command} {name}") or _SOURCES.get(name)


# What is offered beside the codes of tables.
OFFERED: dict[str, Source] = {OFFICES: sources.offices, THEMES: sources.themes}

# By the name of a parameter, or of a command and a parameter where it means something else there.
_SOURCES: dict[str, Source] = {
    "code": sources.records(*EVERYTHING),
    "codes": sources.records(*EVERYTHING),
    "attach code": sources.records(*TAKES_EVIDENCE),
    "detach code": sources.records(*TAKES_EVIDENCE),
    "detach references": sources.attached,
    "add-measurement code": sources.records("indicators"),
    "verify codes": sources.unverified,
    "step": sources.records("steps"),
    "aspect": sources.records("aspects"),
    "meeting": sources.records("meetings"),
    "view": sources.views,
    "evidence": sources.records("evidence"),
    "owner": sources.offices,
    "support": sources.offices,
    "by": sources.offices,
    "references": sources.files,
    "file": sources.files,
    "output": sources.files,
    "letterhead": sources.files,
    "db": sources.files,
    "backup name": sources.backups,
    "config value": sources.setting_values,
    "revision": sources.revisions,
}


def commands(session: "Session", typed: str) -> list[Candidate]:
    """The names of the commands, daily ones first; one that begins otherwise, by its name in the reader's language."""
    lang, phrase = session.words.lang, session.words.catalog.word
    named = ((each.name, each.aliases(lang), phrase(each.summary)) for each in COMMANDS.values())
    return [found for name, others, meaning in named for found in _named(name, others, meaning, typed)]


def topics(session: "Session", typed: str) -> list[Candidate]:
    """The topics of help, by the same names."""
    from tracker.cli.say.topics import TOPICS  # noqa: PLC0415 - only behind `help`

    named = ((name, topic.aliases(session.words.lang), topic.title) for name, topic in TOPICS.items())
    return [found for name, others, title in named for found in _named(name, others, session.words.bare(title), typed)]


def _named(name: str, others: Sequence[str], meaning: str, typed: str) -> Iterator[Candidate]:
    """The candidate of that name or, where something was typed, of one of the others, if it begins so."""
    names = (name, *others) if typed else (name,)
    found = next((each for each in names if fold(each).startswith(fold(typed))), None)
    if found:
        yield Candidate(found, meaning)


def options(session: "Session", params: Iterable["Parameter"], given: set[str], typed: str) -> list[Candidate]:
    """The options that were not given yet; those that may be repeated stay."""
    phrase = session.words.catalog.word
    found = []
    for option in parser.options(params):
        letters = [name for name in option.opts if len(name) == 2 and name.startswith(typed)]
        words = [name for name in option.opts if len(name) > 2 and name.startswith(typed)]
        if not given & set(option.opts) or option.multiple:
            found += [Candidate(name, phrase(option.help or "")) for name in (*letters, *words[:1])]
    return found
