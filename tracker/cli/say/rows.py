"""The rows of help for options and arguments: how each is typed, what it means, its possible values, its default."""

from collections.abc import Iterator, Sequence

from tracker.cli.input import choice_words
from tracker.cli.parser import Argument, Choice, Option, Parameter, default_of, is_switch, meaning, word_of
from tracker.cli.say.argument_words import told as meaning_of
from tracker.cli.say.layout import Row, in_order
from tracker.cli.texts import IN_WORDS, NUMBERED_IN
from tracker.message import Message, msg
from tracker.model.records.localized import LANGS
from tracker.reports.labels import FIELDS
from tracker.reports.report import Ref
from tracker.views.words import Words


def of_argument(words: Words, param: Argument, before: Sequence[str], command: str) -> Row:
    """The row of an argument of a command."""
    if meaning(param):
        said = [words.phrase(meaning(param))]
    else:
        told = meaning_of(command, param.metavar or "")
        said = [words.message(told)] if told else []
    return metavar(param, words), " ".join([*said, *_values(words, param, before)])


def grouped(options: Sequence[Option]) -> Iterator[Sequence[Option]]:
    """The options in their order; those that give one text in each language stand together."""
    by_name = {word_of(option): option for option in options}
    for option in options:
        name, _, lang = word_of(option).rpartition("-")
        in_each = [by_name[each] for each in (f"{name}-{each}" for each in LANGS) if each in by_name]
        if lang not in LANGS or len(in_each) < len(LANGS):
            yield (option,)
        elif option is in_each[0]:
            yield in_each


def of_group(words: Words, group: Sequence[Option], before: Sequence[str] = ()) -> Row:
    """The row of options that stand together, of one its letter and its first name."""
    option, names = group[0], word_of(group[0])
    if len(group) > 1:
        stem = names.rpartition("-")[0]
        return f"{stem}-{'|'.join(LANGS)} {metavar(option, words)}", _in_each(words, stem, group)
    letters = [name for name in option.opts if not name.startswith("--")]
    value = "" if is_switch(option) or not option.metavar else f" {metavar(option, words)}"
    said = [words.phrase(meaning(option)), *_values(words, option, before)]
    return f"{', '.join([*letters, names])}{value}", " ".join(said)


def metavar(param: Parameter, words: Words) -> str:
    """The name of a value in the reader's language."""
    return in_order(words, param.metavar or (param.name or "").upper())


def _values(words: Words, param: Parameter, before: Sequence[str]) -> Iterator[str]:
    if isinstance(param.type, Choice):
        yield words.message(choice_words.explained(param.type, words, before))
    if default := default_of(param):
        yield words.message(msg("Default: {value}.", value=Ref(default)))


def _in_each(words: Words, name: str, options: Sequence[Option]) -> str:
    """The sentence for a text that has an option in each language."""
    said = [meaning(option) for option in options]
    if said == list(NUMBERED_IN.values()):
        return words.message(msg("An item by its number, in Arabic, Turkish or English."))
    if said != list(IN_WORDS):
        return " ".join(map(words.phrase, said))
    field: Message = FIELDS.get(name.removeprefix("--").replace("-", "_"), msg("The same text"))
    return words.message(msg("{field}, in Arabic, Turkish or English.", field=field))
