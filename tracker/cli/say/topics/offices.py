"""The topic `offices`: who answers, acts and verifies, which is never a person."""

from collections.abc import Iterator

from tracker.cli.say.layout import Group, paragraph, termed, typed
from tracker.message import msg
from tracker.reports.report import Ref
from tracker.views.words import Words

OFFICE = msg(
    "An office answers for each record and signs each change, never a person. It is a party, such as {party}, or a role"
    " in one, such as {office}.",
    party=Ref("LY"),
    office=Ref("LY/liaison"),
)
TYPED = msg(
    "An office is typed by its codes or by words of its names in any of the three languages. If the words fit several"
    " offices, none is chosen, and all of them are named. A role that no party has yet is named in Arabic, and added"
    " with the first record that names it: {example}.",
    example=Ref('--owner "LY/مسؤول المخازن"'),
)
OWN = msg(
    "Your own office is set once, and every change is signed with it: {command}. {by} acts as another office for one"
    " command.",
    command=Ref("tracker config by LY/liaison"),
    by=Ref("--by TR/coord"),
)
TASKS = (
    ("--owner", msg("The office that answers for the record, here or in a list.")),
    ("--support", msg("The office that supports it, of steps and activities.")),
    ("--mine", msg("In a list: records for which your own office answers.")),
    ("--side", msg("In a list: records that one side must act on; each party belongs to a side.")),
    ("verify --by", msg("The office that verifies evidence, which answers for none of its records.")),
)


def paragraphs(words: Words) -> Iterator[Group]:
    """The paragraphs of the topic."""
    yield from (paragraph(words, each) for each in (OFFICE, TYPED, OWN))
    yield (termed(words, TASKS),)
    yield typed(
        "tracker list parties",
        "tracker list roles",
        "tracker list --side tr --overdue",
        "tracker update-step S3 --owner LY/coord",
        "tracker add-party SEC @name.txt --kind secretariat --side joint",
        "tracker report owed --owner TR/coord",
    )
