"""A report as blocks, from its banner to its footer."""

from collections.abc import Iterator

from tracker.message import Message
from tracker.reports.parts import Figure, Figures, Part, Signatures
from tracker.reports.report import Block as ReportBlock
from tracker.reports.report import Colour, Day, Facts, Heading, Notes, Report, Table, Value
from tracker.text.line import Piece
from tracker.views.banners import banners
from tracker.views.blocks import EMPTY, Block, Grid, Pairs, Paragraphs, Pieces, Sentence, Series, sentence, style
from tracker.views.blocks.paragraphs import in_colour, paragraphs
from tracker.views.symbols import HEALTH_SYMBOL
from tracker.views.words import Words, as_of


def blocks_of(report: Report, words: Words) -> Iterator[Block]:
    """The blocks of a report, made as they are taken."""
    for banner in banners(report):
        yield sentence(words.message(banner), style.BANNER)
    if report.letter is not None and report.letter.to is None:
        yield from _letter(report, report.letter.subject, words)
        return
    if report.title:
        yield sentence(words.message(report.title), style.TITLE)
    if report.heading:
        yield from _heading(report.heading, words)
    for number, block in enumerate(report.blocks):
        if number or report.heading:
            yield EMPTY
        yield from _block(block, words)
    if report.footer:
        yield EMPTY
        for small_print in report.footer:
            yield sentence(words.message(small_print), style.FAINT)


def _letter(report: Report, subject: Message, words: Words) -> Iterator[Block]:
    """A letter is read without gaps, on about a screen."""
    from tracker.views.blocks.letter import parts_of  # noqa: PLC0415 - one kind is a letter

    yield sentence(words.message(subject), style.TITLE)
    for part in parts_of(report):
        yield from [sentence(words.message(part))] if isinstance(part, Message) else _notes(part, words)
    for small_print in report.footer:
        yield sentence(words.message(small_print), style.FAINT)


def _block(block: ReportBlock, words: Words) -> Iterator[Block]:
    match block:
        case Table():
            yield from _table(block, words)
        case Facts():
            yield from _facts(block, words)
        case Figures():
            yield from _title(block.heading, words)
            yield Series(tuple(_figure(figure, words) for figure in block.items))
        case Notes():
            yield from _notes(block, words)
        case Part():
            yield Sentence((Piece(words.message(block.heading), style.TITLE),), style.STRONG_RULE)
        case Signatures():  # one office under the other: nobody signs a terminal
            yield from _title(block.heading, words)
            for place in block.places:
                yield sentence(words.message(place.office))
        case _:
            from tracker.reports.pictures.tables import table_of  # noqa: PLC0415 - few reports have pictures

            yield from _table(table_of(block), words)


def _title(heading: Message | None, words: Words) -> Iterator[Block]:
    if heading:
        yield sentence(words.message(heading), style.TITLE)


def _heading(heading: Heading, words: Words) -> Iterator[Block]:
    """The title, then the day and the totals."""
    yield sentence(words.text(heading.title), style.TITLE)
    items: list[Pieces] = [(Piece(words.message(as_of(heading.day))),)]
    for total in heading.totals:
        if isinstance(total, Colour):
            items.append(in_colour(total.health, words.text(total)))
        else:
            items.append((Piece(words.text(total)),))
    yield Series(tuple(items))


def _facts(facts: Facts, words: Words) -> Iterator[Block]:
    """The labels in one column, the values in the other."""
    yield from _title(facts.heading, words)
    rows = [((Piece(words.message(label), style.LABEL),), _roomy(value, words)) for _, label, value in facts.items]
    if rows:
        yield Pairs(tuple(rows), len(style.GAP))


def _roomy(value: Value, words: Words) -> Paragraphs:
    """The value in words: beside a label there is room for a date in words."""
    return ((Piece(words.text(value)),),) if isinstance(value, Day) else paragraphs(value, words)


def _figure(figure: Figure, words: Words) -> Pieces:
    """The label before its number, and what is said of it."""
    value = words.text(figure.value) if figure.value is not None else ""
    note = words.message(figure.note) if figure.note else ""
    said = " ".join(part for part in (value, note) if part) or words.text(None)
    return (Piece(f"{words.message(figure.label)}: ", style.LABEL), Piece(said))


def _notes(notes: Notes, words: Words) -> Iterator[Block]:
    """The sentences behind their health symbols."""
    yield from _title(notes.heading, words)
    if not notes.items and notes.empty:
        yield sentence(words.message(notes.empty), style.FAINT)
    rows: list[tuple[Pieces, Paragraphs]] = []
    for number, note in enumerate(notes.items, 1):
        sign = Piece(HEALTH_SYMBOL[note.health], style.HEALTH_STYLE[note.health]) if note.health else _POINT
        sign = Piece(words.number(number), style.LABEL) if notes.numbered else sign
        rows.append(((sign,), ((Piece(words.message(note.text)),),)))
    if rows:
        yield Pairs(tuple(rows), 1)


def _table(table: Table, words: Words) -> Iterator[Block]:
    yield from _title(table.heading, words)
    if table.rows:
        yield Grid(table.for_readers(), words)
    elif table.empty:
        yield sentence(words.message(table.empty), style.FAINT)


_POINT = Piece("·", style.FAINT)
