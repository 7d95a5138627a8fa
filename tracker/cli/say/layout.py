"""The parts of a screen of help: terms beside their meanings, examples, the line of usage."""

from collections.abc import Iterable, Iterator, Sequence

from tracker.message import Message, msg
from tracker.text.line import Piece
from tracker.text.printable import FSI, LRI, PDI
from tracker.views.blocks import Block, Pairs, Pieces, Sentence, sentence
from tracker.views.words import Words

GAP = 2
READABLE = 25  # cells, below which no sentence is put beside its option
TITLE, TERM = "bold", "cyan"

Row = tuple[str, str]
Group = Sequence[Block]
"""The blocks that stand together without an empty line."""


def in_order(words: Words, *parts: str) -> str:
    """Words of the catalog beside each other, each isolated: two Arabic ones beside Latin would change places."""
    return " ".join(f"{FSI}{words.phrase(part)}{PDI}" for part in parts)


def term(text: str) -> Pieces:
    """A text that is typed, which keeps its left-to-right order inside a right-to-left line."""
    return (Piece(f"{LRI}{text}{PDI}", TERM),)


def usage(words: Words, command: str, arguments: str) -> Sentence:
    """The line that shows how a command is typed."""
    label = words.message(msg("Usage:"))
    return Sentence((Piece(f"{label} ", TITLE), *term(f"{command} {arguments}")))


def titled(title: str, rows: Iterable[Row]) -> Iterator[Block]:
    """A heading, then terms and what they mean."""
    yield sentence(title, TITLE)
    yield terms(rows)


def terms(rows: Iterable[Row]) -> Pairs:
    """Terms that are typed, and what they mean."""
    return _pairs((term(name), meaning) for name, meaning in rows)


def _pairs(rows: Iterable[tuple[Pieces, str]]) -> Pairs:
    return Pairs(tuple((name, ((Piece(meaning),),)) for name, meaning in rows), GAP, indent=GAP, least=READABLE)


def examples(words: Words, lines: Sequence[str]) -> Iterator[Block]:
    """A heading, then lines that can be typed as they stand."""
    yield sentence(words.message(msg("Examples")), TITLE)
    yield from typed(*lines)


def termed(words: Words, rows: Iterable[tuple[str | Message, Message]]) -> Pairs:
    """Terms that are typed, or words for what is meant, beside sentences."""
    pairs = ((term(name) if isinstance(name, str) else named(words, name), meaning) for name, meaning in rows)
    return _pairs((name, words.message(meaning)) for name, meaning in pairs)


def named(words: Words, name: Message) -> Pieces:
    """A term in the reader's language."""
    return (Piece(words.message(name), TERM),)


def paragraph(words: Words, message: Message) -> Group:
    """A paragraph of sentences."""
    return (sentence(words.message(message)),)


def typed(*lines: str) -> Group:
    """Lines that can be typed as they stand."""
    return tuple(Sentence(term(line), indent=GAP) for line in lines)
