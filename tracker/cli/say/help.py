"""The help, laid out in the reader's direction and printed by the same writer as everything else."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tracker.cli.command_table import COMMANDS, PANELS
from tracker.cli.say.layout import Row, examples, in_order, titled, usage
from tracker.cli.say.topics import TOPICS
from tracker.message import mark, msg
from tracker.reports.report import Ref
from tracker.views.blocks import EMPTY, Block, sentence
from tracker.views.words import Words

if TYPE_CHECKING:
    from tracker.cli.parser import Command

COMPLETION = "tracker --install-completion"
SHOWN = 2
"""The number of examples that a screen of help begins with."""
FEW = 7
"""The number of options up to which nobody asks for those used daily."""
FAINT = "dim"

INTRODUCTION = mark("Follow up the steps of a memorandum of understanding: every commitment with its evidence.")
GLOBAL_HINT = msg(
    "Options of every command, such as {options}: {command}",
    options=Ref("--db --lang --json --yes"),
    command=Ref("tracker help options"),
)

OPTIONS, COMMAND, ARGUMENTS, TOPIC = mark("[OPTIONS]"), mark("COMMAND"), mark("[ARGUMENTS]"), mark("TOPIC")


def root_help(words: Words) -> Iterator[Block]:
    """The help of `tracker --help`; needs no command to be built."""
    yield sentence(words.phrase(INTRODUCTION))
    yield EMPTY
    yield usage(words, "tracker", in_order(words, OPTIONS, COMMAND, ARGUMENTS))
    for panel, commands in PANELS.items():
        yield EMPTY
        yield from titled(words.phrase(panel), [(each.name, words.phrase(each.summary)) for each in commands])
    yield EMPTY
    topics = words.message(msg("Topics: {command}", command=Ref(f"tracker help {in_order(words, TOPIC)}")))
    yield from titled(topics, [(name, words.message(topic.title)) for name, topic in TOPICS.items()])
    yield EMPTY
    more = Ref(f"tracker {in_order(words, COMMAND)} --help")
    yield sentence(words.message(msg("More on a command: {command}", command=more)), FAINT)
    yield sentence(words.message(GLOBAL_HINT), FAINT)
    yield sentence(words.message(msg("Completion with Tab: {command}", command=Ref(COMPLETION))), FAINT)


def command_help(command: "Command", name: str, words: Words, before: Sequence[str] = ()) -> Iterator[Block]:
    """The help of `tracker COMMAND --help`, with the values that fit the arguments typed before it."""
    from tracker.cli import parser  # noqa: PLC0415 - root help does without it
    from tracker.cli.global_options import OPTIONS as GLOBAL  # noqa: PLC0415 - as above
    from tracker.cli.say import rows  # noqa: PLC0415 - as above

    known = COMMANDS[name]
    places = parser.arguments(command.params)
    own = [param for param in parser.options(command.params) if param not in GLOBAL]
    daily, others = list[Row](), list[Row]()
    for group in rows.grouped(own):
        shown = len(own) > FEW and any(known.shows(option.opts) for option in group)
        (daily if shown else others).append(rows.of_group(words, group, before))
    yield sentence(words.phrase(known.summary))
    yield EMPTY
    yield from examples(words, known.examples[:SHOWN])
    yield EMPTY
    yield usage(
        words, f"tracker {name}", " ".join([in_order(words, OPTIONS), *(rows.metavar(p, words) for p in places)])
    )
    sections = (
        (msg("Arguments"), [rows.of_argument(words, param, before, name) for param in places]),
        (msg("Options used daily"), daily),
        (msg("Other options") if daily else msg("Options"), others),
    )
    for title, found in sections:
        if found:
            yield EMPTY
            yield from titled(words.message(title), found)
    yield EMPTY
    yield sentence(words.message(GLOBAL_HINT), FAINT)
