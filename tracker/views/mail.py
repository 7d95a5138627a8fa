"""The text for a mail: lines of any length in logical order, without marks of direction, tables as lists."""

from collections.abc import Iterator

from tracker.reports.parts import Figures, Part, Signatures
from tracker.reports.pictures.tables import table_of
from tracker.reports.report import Block, Facts, Notes, Report, Table, Value
from tracker.reports.values import filled, said_of
from tracker.views.banners import banners
from tracker.views.words import Words, as_of


def render(report: Report, words: Words) -> Iterator[str]:
    """The document in pieces, a blank line between its blocks."""
    for banner in banners(report):
        yield _line(words.bare(banner)) + "\n"
    if report.heading:
        yield _line(words.bare(report.heading.title))
        totals = [words.bare(as_of(report.heading.day)), *map(words.bare, report.heading.totals)]
        yield _line(" · ".join(totals)) if report.heading.totals else ""
    if report.title:
        yield _line(words.bare(report.title))
    for block in report.blocks:
        yield "\n"
        if block.heading:
            yield _line(words.bare(block.heading))
        yield from _block(block, words)
    yield "\n"
    for sentence in report.footer:
        yield _line(words.bare(sentence))


def _block(block: Block, words: Words) -> Iterator[str]:
    match block:
        case Table():
            yield from _list(block.for_readers(), words)
        case Facts():
            yield from (_line(f"{words.bare(label)}: {_flat(words, value)}") for _, label, value in block.items)
        case Notes():
            for number, note in enumerate(block.items, 1):
                yield _line(
                    f"{words.bare(number)}. {words.bare(note.text)}" if block.numbered else words.bare(note.text)
                )
            yield _line(words.bare(block.empty)) if not block.items and block.empty else ""
        case Signatures():
            yield from (_line(words.bare(place.office)) for place in block.places)
        case Figures():
            yield from (_line(f"{words.bare(f.label)}: {_flat(words, said_of(f))}") for f in block.items)
        case Part():
            return
        case _:
            yield _line(words.bare(block.alt))
            yield from _list(table_of(block), words)


def _list(table: Table, words: Words) -> Iterator[str]:
    """Each row as an item: what names it, then a line for each other cell that says something."""
    if not table.rows and table.empty:
        yield _line(words.bare(table.empty))
    title = next((place for place, column in enumerate(table.columns) if column.flexible and place), 0)
    for row in table.rows:
        named = [_flat(words, row[place]) for place in dict.fromkeys((0, title))]
        yield _line("- " + " ".join(filter(None, named)))
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            if place not in (0, title) and filled(value):
                yield _line(f"  {words.bare(column.heading)}: {_flat(words, value)}")


def _flat(words: Words, value: Value) -> str:
    return " ".join(words.bare(value).split()) if filled(value) else ""


def _line(text: str) -> str:
    return text.rstrip() + "\n"
