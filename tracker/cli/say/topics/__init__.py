"""The topics of help: what is asked about no single command. Each is a file of this folder, loaded when it is shown."""

from collections.abc import Iterator
from importlib import import_module

from tracker.frozen import Frozen
from tracker.message import Message, msg
from tracker.views.blocks import EMPTY, Block, sentence
from tracker.views.words import Words

TITLE = "bold"


class Topic(Frozen):
    """A topic with its names in Arabic and Turkish and its title; its paragraphs are in a file of its English name."""

    names: tuple[str, str]
    title: Message

    def aliases(self, lang: str) -> tuple[str, ...]:
        """The other names of the topic in a language; English has none."""
        arabic, turkish = self.names
        return {"ar": (arabic,), "tr": (turkish,)}.get(lang, ())


TOPICS = {
    "options": Topic(("خيارات", "seçenekler"), msg("Options of every command, and settings that keep them")),
    "dates": Topic(("تواريخ", "tarihler"), msg("How dates and periods are typed and shown")),
    "statuses": Topic(("حالات", "durumlar"), msg("Statuses, progress and health")),
    "offices": Topic(("جهات", "makamlar"), msg("Parties, roles and offices")),
    "evidence": Topic(("إثبات", "kanıtlar"), msg("Evidence: attached, verified, counted")),
    "sharing": Topic(("تبادل", "paylaşım"), msg("What the other side gets to see")),
    "spreadsheets": Topic(("جداول", "tablolar"), msg("Spreadsheets: filled in, imported, exported")),
    "documents": Topic(("وثائق", "belgeler"), msg("Reports as documents, with a letterhead of one's own")),
    "arabic": Topic(("عربية", "arapça"), msg("Arabic and Turkish on the terminal and in commands")),
    "exit-codes": Topic(("رموز-الخروج", "çıkış-kodları"), msg("Exit codes, and output for programs")),
    "files": Topic(("ملفات", "dosyalar"), msg("Files: the tracker, settings, backups, environment variables")),
}
"""The topics by their English names, in the order in which help lists them."""


def topic_named(word: str) -> str | None:
    """The English name of the topic that a word names in any of the three languages; None where there is none."""
    from tracker.text.input.fold import fold  # noqa: PLC0415 - only for a word that was typed

    wanted = fold(word).removeprefix("ال")
    names = ((name, each) for name, topic in TOPICS.items() for each in (name, *topic.names))
    return next((name for name, each in names if wanted == fold(each)), None)


def nearest_topic(word: str, lang: str) -> tuple[str, ...]:
    """The topic that begins with a word or is most like it, by the name that was meant; else the command that is."""
    from tracker.cli.input.suggestions import like, nearest  # noqa: PLC0415 - only for a word that names nothing
    from tracker.text.input.fold import fold  # noqa: PLC0415 - as above

    names = {fold(each): each for name, topic in TOPICS.items() for each in (name, *topic.names)}
    wanted = fold(word)
    near = next((name for name in names if name.startswith(wanted)), "") or nearest(wanted, names, 0.65)
    return (names[near],) if near else like(word, lang)


def topic_help(name: str, words: Words) -> Iterator[Block]:
    """The help of `tracker help TOPIC`."""
    yield sentence(words.message(TOPICS[name].title), TITLE)
    module = import_module(f"{__name__}.{name.replace('-', '_')}")
    for group in module.paragraphs(words):
        yield EMPTY
        yield from group
