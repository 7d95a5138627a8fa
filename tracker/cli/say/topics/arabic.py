"""The topic `arabic`: languages in commands, and Arabic on every terminal."""

from collections.abc import Iterator

from tracker.cli.say.layout import Group, paragraph, termed, typed
from tracker.message import msg
from tracker.reports.report import Many, Ref
from tracker.views.words import Words

COMMANDS = msg(
    "Commands, kinds and statuses have names in Arabic and Turkish: {arabic}, {turkish}. Marks, hamzas and the dots of"
    " Turkish letters may be left out. Options and codes stay Latin.",
    arabic=Ref("tracker قائمة لقاءات"),
    turkish=Ref("tracker liste adımlar"),
)
TEXTS = msg(
    "A text is kept in the language of the session, unless its letters or its option name another: {option}. A text"
    " that is hard to type is read from a file, {file}, or from a pipe, {pipe}.",
    option=Ref("--title-tr"),
    file=Ref("@title.txt"),
    pipe=Ref("-"),
)
TERMINAL = msg(
    "Terminals disagree about Arabic. The program recognizes yours and writes for it. If a line reads wrongly, {check}"
    " shows a card: give the number of the line that reads right, and the mode is kept. {bidi} holds for one command.",
    check=Ref("tracker check --terminal"),
    bidi=Ref("--bidi MODE"),
)


def _names(*terminals: str) -> Many:
    return Many(tuple(map(Ref, terminals)))


UNACCELERATED = msg("{terminal} without a graphics card", terminal=Ref("VS Code"))
MODES = (
    ("auto", msg("as the terminal is recognized")),
    ("logical", msg("in reading order, unjoined: for pipes, files and screen readers")),
    ("b", msg("joined letters in the order of the screen: {names}", names=_names("xterm", "urxvt", "st"))),
    ("n", msg("the same without vowel marks: {names}", names=_names("Alacritty"))),
    ("c", msg("the same with the reordering of the terminal off: {names}", names=_names("GNOME Terminal", "VTE"))),
    ("e2", msg("the same within an override: {names}", names=_names("mlterm", "tmux", "screen"))),
    ("g1", msg("words in the order of the screen, letters in reading order: {names}", names=_names("Konsole"))),
    ("h", msg("joined words in reading order between blank signs: {names}", names=_names("PuTTY"))),
    ("k", msg("joined letters, each word in reading order: {names}", names=_names("kitty"))),
    ("q, hs", msg("variants of {mode}: {names}", mode=Ref("h"), names=Many((Ref("QTerminal"), UNACCELERATED)))),
)
READER = msg(
    "For screen readers and braille, {plain} or {dumb} gives every output as text in reading order, without frames,"
    " bars and colours.",
    plain=Ref("--plain"),
    dumb=Ref("TERM=dumb"),
)


def paragraphs(words: Words) -> Iterator[Group]:
    """The paragraphs of the topic."""
    yield from (paragraph(words, each) for each in (COMMANDS, TEXTS))
    yield (*paragraph(words, TERMINAL), termed(words, MODES))
    yield paragraph(words, READER)
    yield typed("tracker config lang tr", "tracker list --digits arab --calendar hijri", "tracker check --terminal")
