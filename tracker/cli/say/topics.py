"""The topics of help: what is asked about no single command."""

from collections.abc import Iterator

from tracker.frozen import Frozen
from tracker.message import Message, msg
from tracker.reports.report import Ref
from tracker.views.blocks import EMPTY, Block, sentence
from tracker.views.words import Words

TITLE = "bold"


class Topic(Frozen):
    """A topic with its names in Arabic and Turkish, its title, and what there is to know, in paragraphs."""

    names: tuple[str, str]
    title: Message
    paragraphs: tuple[Message, ...]


SHARING = Topic(
    ("مشاركة", "paylaşım"),
    msg("What the other side gets to see"),
    (
        msg(
            "{export} makes the file to hand over: every record, figure, date, office and status, and the whole"
            " history. Theirs is taken in with {merge}.",
            export=Ref("tracker export --audience counterpart -o FILE"),
            merge=Ref("tracker merge FILE"),
        ),
        msg(
            "Withheld are notes that are not public; the reasons and decisions behind a status, a forecast or a new"
            " date; the words and files of papers that are not public; the words and scores of evaluations that are not"
            " approved. A digest from which nobody can guess them stands in their place, so that the chain can be"
            " verified and both sides come to one head."
        ),
        msg(
            "Shared are titles, names and descriptions, agendas and decisions of meetings, lessons, responses to"
            " obstacles, measurements, public papers and approved evaluations. The reason given for a block becomes the"
            " title of an obstacle, and is shared with it."
        ),
        msg(
            "The file still reveals that a text exists, which office wrote it and when, and whether it became again"
            " what it was; that a paper or an evaluation exists, with its kind, its dates and what it belongs to."
        ),
        msg(
            "What was given stays given: a paper that is made internal later is not taken back. What {redact} erases is"
            " erased on the other side too, once they take in the next file.",
            redact=Ref("tracker redact"),
        ),
        msg(
            "The other side's file is no backup of yours: your internal texts are not in it. {export} holds everything,"
            " and is for your own side.",
            export=Ref("tracker export -o FILE"),
        ),
    ),
)
TOPICS = {"sharing": SHARING}
"""The topics by their English names."""


def topic_named(word: str) -> Topic | None:
    """The topic that a word names in any of the three languages; None where there is none."""
    from tracker.text.input.fold import fold  # noqa: PLC0415 - only for help

    wanted = fold(word)
    return next((each for name, each in TOPICS.items() if wanted in map(fold, (name, *each.names))), None)


def topic_help(topic: Topic, words: Words) -> Iterator[Block]:
    """The help of `tracker help TOPIC`."""
    yield sentence(words.message(topic.title), TITLE)
    for paragraph in topic.paragraphs:
        yield EMPTY
        yield sentence(words.message(paragraph))
