"""The topic `documents`: kinds of reports, their formats and their letterhead."""

from collections.abc import Iterator

from tracker.cli.say.layout import Group, paragraph, termed, typed
from tracker.installation import DISTRIBUTION
from tracker.message import msg
from tracker.reports.report import Many, Ref
from tracker.views.formats import FORMATS
from tracker.views.words import Words

MADE = msg(
    "{command} makes a document from the values that the terminal shows. Without {kind} it is the full report.",
    command=Ref("tracker report KIND -o FILE.EXT"),
    kind=Ref("KIND"),
)
KINDS = (
    ("full", msg("the complete picture")),
    ("brief", msg("one page to the minister, a letter to sign")),
    ("matrix", msg("every step and activity with dates, weight, gate, health and evidence")),
    ("evaluation", msg("a period with its figures, ratings and recommendations")),
    ("followup", msg("a meeting with its decisions, their commitments and places to sign")),
    ("indicators", msg("results against baseline and targets")),
    ("owed", msg("what each office owes; to one office as a letter")),
    ("all", msg("the set for a committee, in a folder")),
)
ENDINGS = msg(
    "The ending of the file gives the format: {formats}; {mail} is the text of an e-mail. A folder gets every format:"
    " {folder}. {pdf} needs {package}.",
    formats=Many(tuple(map(Ref, FORMATS))),
    mail=Ref("txt"),
    folder=Ref("tracker report brief -o brief/"),
    pdf=Ref("pdf"),
    package=Ref(f"{DISTRIBUTION}[pdf]"),
)
LANGUAGE = msg(
    "{lang} chooses the language, and {both} puts two beside each other in the follow-up. {counterpart} leaves out what"
    " only your own side may see.",
    lang=Ref("--lang tr"),
    both=Ref("--lang ar+tr"),
    counterpart=Ref("--audience counterpart"),
)
LETTERHEAD = msg(
    "A letterhead is a TOML file with emblem, colours, fonts and the names of the ministry, or a Word file to write on:"
    " {once}; to use it always: {always}",
    once=Ref("--letterhead own.toml"),
    always=Ref("tracker config letterhead own.toml"),
)
ISSUED = msg(
    "{issue} records that a brief went out, with its {reference}; the next one says what has changed since.",
    issue=Ref("--issue"),
    reference=Ref("--reference"),
)


def paragraphs(words: Words) -> Iterator[Group]:
    """The paragraphs of the topic."""
    yield (*paragraph(words, MADE), termed(words, KINDS))
    yield from (paragraph(words, each) for each in (ENDINGS, LANGUAGE, LETTERHEAD, ISSUED))
    yield typed(
        "tracker report brief -o brief.docx --reference 118/2026 --issue",
        "tracker report followup --meeting M1 -o followup.html --lang ar+tr",
        "tracker report matrix -o matrix.xlsx --audience counterpart",
    )
