"""The topic `evidence`: how it is attached, counted, verified and kept from other eyes."""

from collections.abc import Iterator

from tracker.cli.say.layout import Group, paragraph, termed, typed
from tracker.message import msg
from tracker.reports.report import Ref
from tracker.views.words import Words

WHAT = msg(
    "Evidence is a reference to a document: a number, an address or a file. Of a file only name, size and digest are"
    " kept, so the document itself must be kept elsewhere."
)
ATTACHED = msg(
    "{option} attaches it together with a change, {command} alone. A reference that is known already is the same"
    " evidence, which may support several records.",
    option=Ref("--evidence"),
    command=Ref("tracker attach"),
)
COUNTED = msg(
    "Evidence keeps the percentage that the record declared when it was attached; to attach it again raises that"
    " percentage. Evidenced progress is the highest of them, and never more than declared progress. Nothing is"
    " completed without evidence."
)
VERIFIED = msg(
    "Evidence is verified by an office that answers for none of the records it supports. Until then completed work is"
    " shown as not verified. Evidence with a corrected reference must be verified again."
)
CONFIDENTIALITY = (
    ("public", msg("Both sides may read it.")),
    ("internal", msg("Only your own side may read it. This is the default.")),
    ("restricted", msg("It is left out of documents, also of those for your own side.")),
)
WITHHELD = msg("The option {option} says who may read it:", option=Ref("--confidentiality"))


def paragraphs(words: Words) -> Iterator[Group]:
    """The paragraphs of the topic."""
    yield from (paragraph(words, each) for each in (WHAT, ATTACHED, COUNTED, VERIFIED))
    yield (*paragraph(words, WITHHELD), termed(words, CONFIDENTIALITY))
    yield typed(
        "tracker attach S2 118/2026 --kind minutes --date 2026-03-03",
        "tracker list evidence --unverified",
        "tracker verify E1 --by TR",
        "tracker update-evidence E1 --confidentiality public",
        'tracker detach M4 E2 --reason "Belongs to M2"',
        "tracker list steps --no-evidence",
    )
