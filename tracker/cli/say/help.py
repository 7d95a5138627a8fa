"""The help, laid out in the reader's direction and printed by the same writer as everything else."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tracker.cli.command_table import COMMANDS, PANELS
from tracker.message import mark, msg
from tracker.model.records.localized import LANGS
from tracker.reports.report import Many, Ref
from tracker.text.line import Piece
from tracker.text.printable import FSI, LRI, PDI
from tracker.views.blocks import EMPTY, Block, Pairs, Pieces, Sentence, sentence
from tracker.views.words import Words

if TYPE_CHECKING:
    from tracker.cli.parser import Command, Parameter

GAP = 2
READABLE = 25  # cells, below which no sentence is put beside its option
COMPLETION = "tracker --install-completion"
TITLE, TERM, FAINT = "bold", "cyan", "dim"

INTRODUCTION = mark("Follow up the steps of a memorandum of understanding: every commitment with its evidence.")
GLOBAL_HINT = mark("Options such as --db, --lang, --by, --json and --dry-run stand before or after any command.")

OPTIONS, COMMAND, ARGUMENTS = mark("[OPTIONS]"), mark("COMMAND"), mark("[ARGUMENTS]")

Row = tuple[str, str]


def root_help(words: Words) -> Iterator[Block]:
    """The help of `tracker --help`; needs no command to be built."""
    yield sentence(words.phrase(INTRODUCTION))
    yield EMPTY
    yield _usage(words, "tracker", _in_order(words, OPTIONS, COMMAND, ARGUMENTS))
    for panel, commands in PANELS.items():
        yield EMPTY
        yield from _titled(words.phrase(panel), [(each.name, words.phrase(each.summary)) for each in commands])
    yield EMPTY
    yield sentence(words.phrase(GLOBAL_HINT), FAINT)
    more = Ref(f"tracker {_in_order(words, COMMAND)} --help")
    yield sentence(words.message(msg("More on a command: {command}", command=more)), FAINT)
    sharing = Ref("tracker help sharing")
    yield sentence(words.message(msg("What the other side gets to see: {command}", command=sharing)), FAINT)
    yield sentence(words.message(msg("Completion with Tab: {command}", command=Ref(COMPLETION))), FAINT)


def command_help(command: "Command", name: str, words: Words, before: Sequence[str] = ()) -> Iterator[Block]:
    """The help of `tracker COMMAND --help`, with the values that fit the arguments typed before it."""
    from tracker.cli import parser  # noqa: PLC0415 - root help does without it
    from tracker.cli.global_options import GLOBAL_NAMES  # noqa: PLC0415 - root help does without the parser

    known = COMMANDS[name]
    yield sentence(words.phrase(known.summary))
    yield EMPTY
    usage = " ".join([_in_order(words, OPTIONS), *(_metavar(p, words) for p in parser.arguments(command.params))])
    yield _usage(words, f"tracker {name}", usage)
    if known.aliases(words.lang):
        names = Many(tuple(Ref(alias) for alias in known.aliases(words.lang)))
        yield sentence(words.message(msg("Other names: {names}.", names=names)), FAINT)
    options = parser.options(command.params)
    told = [_row(p, words, before, name) for p in parser.arguments(command.params)]
    own = list(_own(words, [p for p in options if p.name not in GLOBAL_NAMES], before))
    shared = [_row(p, words, before) for p in options if p.name in GLOBAL_NAMES]
    titles = (msg("Arguments"), msg("Options"), msg("Options of every command"))
    for title, rows in zip(titles, (told, own, shared), strict=True):
        if rows:
            yield EMPTY
            yield from _titled(words.message(title), rows)
    if known.examples:
        yield EMPTY
        yield sentence(words.message(msg("Examples")), TITLE)
        for example in known.examples:
            yield Sentence(_term(example), indent=GAP)


def _own(words: Words, options: "Sequence[Parameter]", before: Sequence[str]) -> Iterator[Row]:
    """The options of a command; those that give one text in each language stand in one line."""
    from tracker.cli.parser import meaning  # noqa: PLC0415 - root help does without it

    by_name = {option.opts[-1]: option for option in options}
    for option in options:
        name, _, lang = option.opts[-1].rpartition("-")
        in_each = [by_name[each] for each in (f"{name}-{each}" for each in LANGS) if each in by_name]
        if lang not in LANGS or len(in_each) < len(LANGS):
            yield _row(option, words, before)
        elif option is in_each[0]:
            said = " ".join(words.phrase(meaning(each)) for each in in_each)
            yield f"{name}-{'|'.join(LANGS)} {_metavar(option, words)}", said


def _in_order(words: Words, *parts: str) -> str:
    return " ".join(f"{FSI}{words.phrase(part)}{PDI}" for part in parts)


def _metavar(param: "Parameter", words: Words) -> str:
    """The name of a value, isolated: beside its Latin option, two Arabic words would change places."""
    return _in_order(words, param.metavar or (param.name or "").upper())


def _row(param: "Parameter", words: Words, before: Sequence[str], command: str = "") -> Row:
    """The term that is typed, and its meaning with all possible values; of an argument that of its command."""
    from tracker.cli import parser  # noqa: PLC0415 - root help does without them
    from tracker.cli.input import choice_words  # noqa: PLC0415 - as above
    from tracker.cli.say.argument_words import told  # noqa: PLC0415 - as above

    names = ", ".join(sorted(param.opts, key=len)) if isinstance(param, parser.Option) else ""
    metavar = "" if parser.is_switch(param) or not param.metavar else _metavar(param, words)
    said = [words.phrase(parser.meaning(param))] if parser.meaning(param) else []
    if not said and (argument := told(command, param.metavar or "")):
        said.append(words.message(argument))
    if isinstance(param.type, parser.Choice):
        said.append(words.message(choice_words.explained(param.type, words, before)))
    return " ".join(filter(None, (names, metavar))), " ".join(said)


def _usage(words: Words, command: str, arguments: str) -> Sentence:
    """The command keeps its left-to-right order inside a right-to-left line."""
    label = words.message(msg("Usage:"))
    return Sentence((Piece(f"{label} ", TITLE), *_term(f"{command} {arguments}")))


def _titled(title: str, rows: list[Row]) -> Iterator[Block]:
    """A heading, then terms and what they mean."""
    yield sentence(title, TITLE)
    pairs = tuple((_term(term), ((Piece(meaning),),)) for term, meaning in rows)
    yield Pairs(pairs, GAP, indent=GAP, least=READABLE)


def _term(text: str) -> Pieces:
    return (Piece(f"{LRI}{text}{PDI}", TERM),)
