"""Headings, facts, notes and sentences of the terminal view."""

from collections.abc import Iterator, Sequence

from tracker.reports.message import Message, msg
from tracker.reports.parts import Part, Signatures
from tracker.reports.report import Colour, Day, Facts, Heading, Notes, Value
from tracker.text.line import Cell, Frame, Line, Piece
from tracker.text.wrap import width_of, wrap
from tracker.views.symbols import HEALTH_SYMBOL
from tracker.views.terminal import style
from tracker.views.terminal.cells import Paragraphs, paragraphs
from tracker.views.words import Words


def text_lines(text: str, look: str, page: int | None) -> Iterator[Line]:
    """A sentence, broken to the page."""
    for line in wrap((Piece(text, look),), page):
        yield (Cell(line),)


def heading_lines(heading: Heading, words: Words, page: int | None) -> Iterator[Line]:
    """The title, then the day and the totals on one line."""
    yield from text_lines(words.text(heading.title), style.TITLE, page)
    pieces = [Piece(words.message(msg("As of {day}", day=Day(heading.day))))]
    for total in heading.totals:
        pieces.append(Piece(" · ", style.FAINT))
        if isinstance(total, Colour):
            symbol = HEALTH_SYMBOL[total.health]
            pieces.append(Piece(f"{symbol} {words.text(total)}", style.HEALTH_STYLE[total.health]))
        else:
            pieces.append(Piece(words.text(total)))
    for line in wrap(pieces, page):
        yield (Cell(line),)


def facts_lines(facts: Facts, words: Words, page: int | None) -> Iterator[Line]:
    """Labels in one column, values in the other."""
    if facts.heading:
        yield from text_lines(words.message(facts.heading), style.TITLE, page)
    labels = [words.message(label) for _, label, _ in facts.items]
    room = label_room(labels, page)
    for label, (_, _, value) in zip(labels, facts.items, strict=True):
        yield from label_lines(label, _roomy(value, words), room, page)


def _roomy(value: Value, words: Words) -> Paragraphs:
    """Beside a label there is room for a date in words."""
    return [(Piece(words.text(value)),)] if isinstance(value, Day) else paragraphs(value, words)


def label_room(labels: Sequence[str], page: int | None) -> int | None:
    """Cells for a column of labels, at most a third of the page; None where that would cut words."""
    widest = max(map(width_of, labels), default=0)
    if page is None or widest <= page // 3:
        return widest
    longest_word = max(width_of(word) for label in labels for word in label.split())
    return page // 3 if longest_word <= page // 3 else None


def label_lines(label: str, value: Paragraphs, room: int | None, page: int | None) -> Iterator[Line]:
    """A faint label beside its value in `room` cells; without room the value stands below it."""
    faint = (Piece(label, style.LABEL),)
    if room is None:
        yield from ((Cell(line),) for line in wrap(faint, page))
        rest = None if page is None else page - len(style.GAP)
        yield from ((Frame(style.GAP), Cell(line)) for one in value for line in wrap(one, rest))
        return
    left = wrap(faint, room)
    rest = None if page is None else max(page - room - len(style.GAP), 10)
    right = [line for one in value for line in wrap(one, rest)]
    for number in range(max(len(left), len(right))):
        yield (
            Cell(left[number] if number < len(left) else (), room),
            Frame(style.GAP),
            Cell(right[number] if number < len(right) else ()),
        )


def notes_lines(notes: Notes, words: Words, page: int | None) -> Iterator[Line]:
    """Sentences behind their health symbols."""
    if notes.heading:
        yield from text_lines(words.message(notes.heading), style.TITLE, page)
    if not notes.items and notes.empty:
        yield from text_lines(words.message(notes.empty), style.FAINT, page)
    for note in notes.items:
        symbol = HEALTH_SYMBOL[note.health] if note.health else "·"
        look = style.HEALTH_STYLE[note.health] if note.health else style.FAINT
        rest = None if page is None else page - 2
        for number, line in enumerate(wrap((Piece(words.message(note.text)),), rest)):
            yield (Cell((Piece("" if number else symbol, look),), 1), Frame(" "), Cell(line))


def part_lines(part: Part, words: Words, page: int | None) -> Iterator[Line]:
    """The heading of a part, underlined as far as it reaches."""
    for line in wrap((Piece(words.message(part.heading), style.TITLE),), page):
        yield (Cell(line),)
        yield (Frame(style.STRONG_RULE * width_of("".join(piece.text for piece in line)), style.FAINT),)


def signature_lines(signatures: Signatures, words: Words, page: int | None) -> Iterator[Line]:
    """The offices that sign, one under the other: a terminal is not signed."""
    if signatures.heading:
        yield from text_lines(words.message(signatures.heading), style.TITLE, page)
    for place in signatures.places:
        yield from text_lines(words.message(place.office), "", page)


def footer_lines(footer: tuple[Message, ...], words: Words, page: int | None) -> Iterator[Line]:
    """Small print."""
    for sentence in footer:
        yield from text_lines(words.message(sentence), style.FAINT, page)
