"""The topic `files`: where the tracker, its backups and the settings are, and the variables that say so."""

from collections.abc import Iterator

from tracker.cli.say.layout import Group, paragraph, termed, typed
from tracker.message import msg
from tracker.reports.report import Many, Ref
from tracker.settings import KEYS
from tracker.views.words import Words

SHARE = Ref("tracker share")
PLACES = (
    ("~/.local/share/tracker/tracker.json", msg("The tracker, where no other place is stated.")),
    ("tracker.json.backups/", msg("Its backups, beside it.")),
    (
        "postgresql://…",
        msg("On a server; rights: {command}.", command=SHARE),
    ),
    ("~/.config/tracker/config.toml", msg("The settings, the views of lists, the answers about headings.")),
    ("~/.local/state/tracker/edits/", msg("Texts of an editor that could not be saved.")),
)
SYSTEMS = msg(
    "On {systems} these folders are those of the system; {check} says where the tracker is.",
    systems=Many((Ref("macOS"), Ref("Windows"))),
    check=Ref("tracker check"),
)
PAGER = {"pager": Ref("PAGER"), "none": Ref("cat")}
VARIABLES = (
    *((variable, msg("As {option}.", option=Ref(f"--{key}"))) for key, (_, variable) in KEYS.items()),
    ("TRACKER_TODAY", msg("As {option}.", option=Ref("--today"))),
    ("TRACKER_CONFIG", msg("The file of the settings.")),
    ("TRACKER_PAGER", msg("The program for long output, else that of {pager}; {none} for none.", **PAGER)),
    ("VISUAL, EDITOR", msg("The editor for {option}.", option=Ref("--edit"))),
    ("NO_COLOR", msg("Output without colours.")),
)
BACKUPS = msg(
    "Every change keeps the file that it replaces: the last three of them, and the last of each of fourteen days."
    " {make} keeps one for good, {list} names them, {restore} brings one back.",
    make=Ref("tracker backup"),
    list=Ref("tracker backup list"),
    restore=Ref("tracker backup restore NAME"),
)
EDITED = msg(
    "A file that was changed by hand is read, and every command says so; none writes to it. {check} names what was"
    " changed, {fix} takes it in by the rules, as a revision.",
    check=Ref("tracker check"),
    fix=Ref("tracker check --fix"),
)


def paragraphs(words: Words) -> Iterator[Group]:
    """The paragraphs of the topic."""
    yield (termed(words, PLACES),)
    yield paragraph(words, SYSTEMS)
    yield (termed(words, VARIABLES),)
    yield from (paragraph(words, each) for each in (BACKUPS, EDITED))
    yield typed("tracker config", "tracker config db programme.json", "tracker init --db programme.json")
