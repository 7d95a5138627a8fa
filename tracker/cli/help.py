"""Help, laid out in the reader's direction and printed by the same writer as everything else."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tracker.cli.command_table import COMMANDS, PANELS
from tracker.reports.message import mark, msg
from tracker.reports.report import Many, Ref
from tracker.text.line import Cell, Frame, Line, Piece
from tracker.text.printable import FSI, LRI, PDI
from tracker.text.wrap import width_of, wrap
from tracker.views.words import Words

if TYPE_CHECKING:
    from tracker.cli.parser import Command, Parameter

PAGE = 100  # where there is no terminal to fit
GAP = 2
COMPLETION = "tracker --install-completion"
TITLE, TERM, FAINT = "bold", "cyan", "dim"

INTRODUCTION = mark("Follow up the steps of a memorandum of understanding: every promise with its proof.")
GLOBAL_HINT = mark("Options such as --db, --lang, --by, --json and --dry-run stand before or after any command.")

OPTIONS, COMMAND, ARGUMENTS = mark("[OPTIONS]"), mark("COMMAND"), mark("[ARGUMENTS]")

Row = tuple[str, str]


def root_help(words: Words, width: int | None) -> Iterator[Line]:
    """What `tracker --help` shows; needs no command to be built."""
    page = width or PAGE
    yield from _sentence(words.phrase(INTRODUCTION), "", page)
    yield ()
    yield from _usage(words, "tracker", _in_order(words, OPTIONS, COMMAND, ARGUMENTS), page)
    rows = {
        panel: [(c.name, words.phrase(c.summary)) for c in COMMANDS.values() if c.panel == panel] for panel in PANELS
    }
    for panel, commands in rows.items():
        yield ()
        yield from _titled(words.phrase(panel), commands, page)
    yield ()
    yield from _sentence(words.phrase(GLOBAL_HINT), FAINT, page)
    more = Ref(f"tracker {_in_order(words, COMMAND)} --help")
    yield from _sentence(words.message(msg("More on a command: {command}", command=more)), FAINT, page)
    yield from _sentence(words.message(msg("Completion with Tab: {command}", command=Ref(COMPLETION))), FAINT, page)


def command_help(
    command: "Command", name: str, words: Words, width: int | None, before: Sequence[str] = ()
) -> Iterator[Line]:
    """What `tracker COMMAND --help` shows, with the values that fit the arguments typed before it."""
    from tracker.cli import parser  # noqa: PLC0415 - root help does without it
    from tracker.cli.global_options import GLOBAL_NAMES  # noqa: PLC0415 - root help does without the parser

    page = width or PAGE
    known = COMMANDS[name]
    yield from _sentence(words.phrase(known.summary), "", page)
    yield ()
    usage = " ".join([_in_order(words, OPTIONS), *(_metavar(p, words) for p in parser.arguments(command.params))])
    yield from _usage(words, f"tracker {name}", usage, page)
    if known.aliases(words.lang):
        names = Many(tuple(Ref(alias) for alias in known.aliases(words.lang)))
        yield from _sentence(words.message(msg("Also by the name {names}.", names=names)), FAINT, page)
    options = parser.options(command.params)
    told = [row for row in (_row(p, words, before) for p in parser.arguments(command.params)) if row[1]]
    own = [_row(p, words, before) for p in options if p.name not in GLOBAL_NAMES]
    shared = [_row(p, words, before) for p in options if p.name in GLOBAL_NAMES]
    titles = (msg("Arguments"), msg("Options"), msg("Options of every command"))
    for title, rows in zip(titles, (told, own, shared), strict=True):
        if rows:
            yield ()
            yield from _titled(words.message(title), rows, page)
    if known.examples:
        yield ()
        yield from _sentence(words.message(msg("Examples")), TITLE, page)
        for example in known.examples:
            yield from _code(example, page)


def _in_order(words: Words, *parts: str) -> str:
    return " ".join(f"{FSI}{words.phrase(part)}{PDI}" for part in parts)


def _metavar(param: "Parameter", words: Words) -> str:
    """Isolated: beside its Latin option, two Arabic words would change places."""
    return _in_order(words, param.metavar or (param.name or "").upper())


def _row(param: "Parameter", words: Words, before: Sequence[str]) -> Row:
    """The term that is typed, and its meaning with all possible values; the latter empty where nothing is said."""
    from tracker.cli import choice_words, parser  # noqa: PLC0415 - root help does without them

    names = ", ".join(sorted(param.opts, key=len)) if isinstance(param, parser.Option) else ""
    metavar = "" if parser.is_switch(param) or not param.metavar else _metavar(param, words)
    said = [words.phrase(parser.meaning(param))] if parser.meaning(param) else []
    if isinstance(param.type, parser.Choice):
        said.append(words.message(choice_words.explained(param.type, words, before)))
    return " ".join(filter(None, (names, metavar))), " ".join(said)


def _usage(words: Words, command: str, arguments: str, page: int) -> Iterator[Line]:
    """The command keeps its left-to-right order inside a right-to-left line."""
    label = words.message(msg("Usage:"))
    pieces = (Piece(f"{label} ", TITLE), Piece(f"{LRI}{command} {arguments}{PDI}", TERM))
    for line in wrap(pieces, page):
        yield (Cell(line),)


def _titled(title: str, rows: list[Row], page: int) -> Iterator[Line]:
    """A heading, then terms and what they mean in two columns; one under the other where the page is narrow."""
    yield from _sentence(title, TITLE, page)
    room = max(width_of(term) for term, _ in rows)
    beside = page - room - 2 * GAP
    for term, meaning in rows:
        if beside < PAGE // 4:
            yield from _code(term, page)
            yield from _indented(meaning, page)
            continue
        for number, line in enumerate(wrap((Piece(meaning),), beside)):
            left = (Piece(f"{LRI}{term}{PDI}", TERM),) if not number else ()
            yield (Frame(" " * GAP), Cell(left, room), Frame(" " * GAP), Cell(line))


def _code(text: str, page: int) -> Iterator[Line]:
    for line in wrap((Piece(f"{LRI}{text}{PDI}", TERM),), page - GAP):
        yield (Frame(" " * GAP), Cell(line))


def _indented(text: str, page: int) -> Iterator[Line]:
    for line in wrap((Piece(text),), page - 2 * GAP):
        yield (Frame(" " * 2 * GAP), Cell(line))


def _sentence(text: str, style: str, page: int) -> Iterator[Line]:
    for line in wrap((Piece(text, style),), page):
        yield (Cell(line),)
