"""The topic `exit-codes`: what scripts and programs get to read."""

from collections.abc import Iterator

from tracker.cli.say.layout import Group, paragraph, termed, typed
from tracker.message import msg
from tracker.reports.report import Many, Ref
from tracker.views.words import Words

CODES = (
    ("0", msg("done; an empty list, too")),
    ("1", msg("refused or failed: a rule, a missing record, a lock, a file that cannot be read")),
    ("2", msg("the command line is wrong")),
    (
        "3",
        msg(
            "a check found something: {checks}",
            checks=Many((Ref("tracker check"), Ref("tracker status --check"), Ref("tracker history --verify"))),
        ),
    ),
    ("130, 143", msg("interrupted; what was not saved is not changed")),
    ("141", msg("the reader of the output went away")),
)
STREAMS = msg(
    "Results go to standard output, messages to standard error. In a pipe nothing is asked: what is missing is an error"
    " that names the option. {yes} answers questions, {dry_run} changes nothing, {quiet} prints nothing but results.",
    yes=Ref("--yes"),
    dry_run=Ref("--dry-run"),
    quiet=Ref("--quiet"),
)
JSON = msg(
    "{json} gives every result as one document; keys are only ever added. {fields} gives these fields alone. An error"
    " is a document on standard error, with its code, message and hint.",
    json=Ref("--json"),
    fields=Ref("--json id,title"),
)
PLAIN = msg(
    "{plain} gives one record per line, with tabs between columns; a list in a pipe without it gives one record per"
    " line, too, as wide as it needs to be.",
    plain=Ref("--plain"),
)


def paragraphs(words: Words) -> Iterator[Group]:
    """The paragraphs of the topic."""
    yield (termed(words, CODES),)
    yield from (paragraph(words, each) for each in (STREAMS, JSON, PLAIN))
    yield typed(
        "tracker list commitments --overdue --json id,due,owner",
        "tracker list steps --plain",
        "tracker status --check --quiet",
    )
