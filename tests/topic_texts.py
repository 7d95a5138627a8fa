"""The text of a topic of help, the lines in it that can be typed, and the terms that it explains."""

import re

from tracker.cli.say.topics import topic_help
from tracker.locale import open_catalog
from tracker.model.records.localized import Lang
from tracker.text.printable import LRI, PDI
from tracker.views.blocks import Block, Pairs, Sentence
from tracker.views.words import Words

FILLED_IN = {
    "tracker attach": "tracker attach S2 118/2026",
    "tracker redact": "tracker redact 1 --reason @reason.txt",
    "tracker report KIND -o FILE.EXT": "tracker report matrix -o matrix.csv",
    "tracker merge FILE": "tracker merge tr.json",
    "tracker export -o FILE": "tracker export -o all.json",
    "tracker export --audience counterpart -o FILE": "tracker export --audience counterpart -o all.json",
}
"""Lines that name a command or a place for something, as somebody would type them."""


def blocks_of(name: str, lang: Lang) -> list[Block]:
    return list(topic_help(name, Words(open_catalog(lang))))


def text_of(name: str, lang: Lang) -> str:
    """What the topic says, with the marks of direction around what is typed."""
    return "\n".join(text for block in blocks_of(name, lang) for text in _texts(block))


def typed_in(name: str, lang: Lang) -> list[str]:
    """Everything in the topic that is typed."""
    return re.findall(rf"{LRI}([^{PDI}]*){PDI}", text_of(name, lang))


def lines_in(name: str, lang: Lang) -> list[str]:
    """Every command line in the topic, in its paragraphs and by itself."""
    found = [typed for typed in typed_in(name, lang) if typed.startswith("tracker ")]
    return list(dict.fromkeys(FILLED_IN.get(line, line) for line in found))


def terms_in(name: str, lang: Lang) -> list[str]:
    """The terms that are explained in the topic."""
    words = Words(open_catalog(lang))
    rows = [row for block in blocks_of(name, lang) if isinstance(block, Pairs) for row in block.rows]
    return [words.seen("".join(piece.text for piece in term)) for term, _ in rows]


def _texts(block: Block) -> list[str]:
    if isinstance(block, Sentence):
        return ["".join(piece.text for piece in block.pieces)]
    assert isinstance(block, Pairs)
    return ["".join(p.text for p in each) for term, lines in block.rows for each in (term, *lines)]
