"""The topic `options`: what every command takes, and what keeps it."""

from collections.abc import Iterator

from tracker.cli.global_options import COMPLETION, OPTIONS, SHELLS
from tracker.cli.say.layout import Group, paragraph, terms
from tracker.cli.say.rows import of_group
from tracker.message import msg
from tracker.reports.report import Many, Ref
from tracker.views.words import Words

PLACE = msg(
    "These options stand before or after any command; letters may stand together: {line}.", line=Ref("tracker undo -yq")
)
KEPT = msg(
    "{setting} keeps a value for all commands. An option goes before an environment variable, and that before a"
    " setting: {command}",
    setting=Ref("tracker config lang tr"),
    command=Ref("tracker help files"),
)
ALONE = msg("Without a command, for the shells {shells}:", shells=Many(tuple(Ref(shell) for shell in SHELLS.choices)))


def paragraphs(words: Words) -> Iterator[Group]:
    """The paragraphs of the topic."""
    yield paragraph(words, PLACE)
    yield (terms(of_group(words, (option,)) for option in OPTIONS),)
    yield paragraph(words, KEPT)
    yield (*paragraph(words, ALONE), terms(of_group(words, (option,)) for option in COMPLETION))
