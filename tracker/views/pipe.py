"""The blocks as lines of a pipe: nothing is wrapped, for there is no width, and each record of a table is one line."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from tracker.reports.report import Value
from tracker.text.emission.lines import logical_text
from tracker.text.line import Cell, Frame, Line, Piece, text_of
from tracker.text.memo import Memo
from tracker.text.output.wrap import wrap
from tracker.text.printable import filled_up, shown, width_of
from tracker.views.blocks import Block, Grid, Pairs, Pieces, Sentence, Series, style
from tracker.views.blocks.paragraphs import all_as_typed, as_typed, in_one_line, paragraphs
from tracker.views.words import Words


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """The lines of the blocks, in logical order."""
    for block in blocks:
        yield from _lines(block)


def texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """The texts of the same lines, for a stream that shows no styles: a table is put into words column by column."""
    for block in blocks:
        yield from _texts(block) if isinstance(block, Grid) else map(logical_text, _lines(block))


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Sentence():
            yield from _sentence(block)
        case Series():
            yield from _sentence(Sentence(in_one_line(block.items)))
        case Pairs():
            yield from _pairs(block)
        case Grid():
            yield from _records(block)


def _sentence(block: Sentence) -> Iterator[Line]:
    for line in wrap(block.pieces, None):
        yield (Frame(" " * block.indent), Cell(line)) if block.indent else (Cell(line),)
        if block.rule:
            yield (Frame(block.rule * width_of(text_of(line)), style.FAINT),)


def _pairs(block: Pairs) -> Iterator[Line]:
    room = max(width_of(text_of(left)) for left, _ in block.rows)
    before = (Frame(" " * block.indent),) if block.indent else ()
    for left, right in block.rows:
        beside = [line for one in right for line in wrap(one, None)]
        for label, line in zip_longest((left,), beside, fillvalue=()):
            yield (*before, Cell(label, room), Frame(" " * block.gap), Cell(line))


def _records(block: Grid) -> Iterator[Line]:
    """Write each record on a line, with no rule between them: `grep`, `sort` and `wc -l` take each as it is."""
    table, words = block.table, block.words
    known: dict[Value, Pieces] = {}
    head, body, total = [], [], 0
    for column, values in zip(table.columns, zip(*table.rows, strict=True), strict=True):
        heading = words.message(column.heading)
        distinct = dict.fromkeys(values)
        for value in distinct.keys() - known.keys():
            known[value] = in_one_line(paragraphs(value, words))
        width = max([width_of(heading), *[width_of(text_of(known[value])) for value in distinct]]) + len(style.GAP)
        cells = {value: Cell(known[value], width) for value in distinct}
        head.append(Cell((Piece(heading, style.HEADER),), width))
        body.append(map(cells.__getitem__, values))
        total += width
    yield tuple(head)
    yield (Frame(style.STRONG_RULE * (total - len(style.GAP)), style.FAINT),)
    yield from zip(*body, strict=True)


def _texts(block: Grid) -> Iterator[str]:
    """Write the lines of `_records` as texts: ten thousand of them are not made of pieces and cells first."""
    table, words = block.table, block.words
    known = Memo[Value, str](lambda value: _text_of(value, words))
    head, body = "", []
    for column, values in zip(table.columns, zip(*table.rows, strict=True), strict=True):
        heading = shown(words.message(column.heading))
        texts = all_as_typed(values, words) or [known[value] for value in values]
        distinct = [*dict.fromkeys((heading, *texts))]
        filled = dict(zip(distinct, filled_up(distinct, len(style.GAP)), strict=True))
        head += filled[heading]
        body.append(map(filled.__getitem__, texts))
    yield head.rstrip(" ")
    yield style.STRONG_RULE * (width_of(head) - len(style.GAP))
    yield from (row.rstrip(" ") for row in map("".join, zip(*body, strict=True)))


def _text_of(value: Value, words: Words) -> str:
    typed = as_typed(value, words)
    return typed or "".join([shown(piece.text) for piece in in_one_line(paragraphs(value, words))])
