"""The topic `sharing`: what the other side gets to see."""

from collections.abc import Iterator

from tracker.cli.say.layout import Group, paragraph
from tracker.message import msg
from tracker.reports.report import Ref
from tracker.views.words import Words

PARAGRAPHS = (
    msg(
        "{export} makes the file to hand over: every record, figure, date, office and status, and the "
        "whole history. Their file is merged with {merge}.",
        export=Ref("tracker export --audience counterpart -o FILE"),
        merge=Ref("tracker merge FILE"),
    ),
    msg(
        "Withheld are notes that are not public; the reasons and decisions behind a status, a forecast or a new"
        " date; the words and files of evidence that is not public; the words and scores of evaluations that are not"
        " approved. A digest from which nobody can guess them stands in their place, so that the chain can be"
        " verified and both sides come to one head."
    ),
    msg(
        "Shared are titles, names and descriptions, agendas and decisions of meetings, lessons, responses to"
        " obstacles, measurements, public evidence and approved evaluations. The reason given for a block becomes the"
        " title of an obstacle, and is shared with it."
    ),
    msg(
        "The file still reveals that a text exists, which office wrote it and when, and whether it became again"
        " what it was; that evidence or an evaluation exists, with its kind, its dates and what it belongs to."
    ),
    msg(
        "What was given stays given: evidence that is made internal later is not taken back. What "
        "{redact} erases is erased on the other side too, once they merge the next file.",
        redact=Ref("tracker redact"),
    ),
    msg(
        "The other side's file is not a backup of yours: your internal texts are not in it. {export} "
        "holds everything, and is for your own side.",
        export=Ref("tracker export -o FILE"),
    ),
)


def paragraphs(words: Words) -> Iterator[Group]:
    """The paragraphs of the topic."""
    return (paragraph(words, each) for each in PARAGRAPHS)
