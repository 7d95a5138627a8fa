"""What a report has to say in a language, to be looked for where it is shown: every heading, cell and sentence."""

from collections.abc import Iterable, Iterator
from datetime import date

from tracker.message import msg
from tracker.reports.document_cells import BothCalendars
from tracker.reports.parts import Figures, Signatures
from tracker.reports.report import (
    Block,
    Colour,
    Day,
    Due,
    Facts,
    Many,
    Notes,
    Percent,
    Points,
    Progress,
    Report,
    Table,
    Value,
    Word,
)
from tracker.reports.vocabulary import SHORT_HEALTH
from tracker.text.arabic.isolates import MARKS_AND_ISOLATES
from tracker.views.words import Words

Spellings = tuple[str, ...]
"""The ways to write one thing, one of which must be found."""
Cell = list[Spellings]
"""The things that one cell says."""
BORDER = "|"
"""Stands between the cells of a row."""


def bare(text: str) -> str:
    """The text without blanks and without what keeps its order, which differ from format to format."""
    return "".join(text.split()).translate(dict.fromkeys(map(ord, MARKS_AND_ISOLATES)))


def line(row: list[str]) -> str:
    """The cells of a row within borders."""
    return BORDER.join(["", *row, ""])


def missing(wanted: Iterable[Spellings], text: str) -> list[Spellings]:
    """What is not in the text."""
    text = bare(text)
    return [each for each in wanted if not any(bare(spelling) in text for spelling in each)]


def lost(table: Table, rows: Iterable[list[str]], words: Words, *, figures: bool = False) -> list[list[Cell]]:
    """The rows of the table, and that of its headings, which do not follow each other among the rows of a file.

    `figures`: the file is a spreadsheet, whose numbers are cells by themselves.
    """
    left, table = iter(rows), table.for_readers()
    wanted = [_headings(table, words, figures)]
    wanted += [[list(_parts(value, words, figures)) for value in row] for row in table.rows]
    return [cells for cells in wanted if not any(_says(row, cells) for row in left)]


def _says(row: list[str], cells: list[Cell]) -> bool:
    """Whether each cell is in its place; where there are no cells, or others, whether it is anywhere in the row."""
    if len(row) == len(cells):
        return not any(missing(cell, line([text])) for cell, text in zip(cells, row, strict=True))
    return not missing([part for cell in cells for part in cell], line(row))


def _headings(table: Table, words: Words, figures: bool) -> list[Cell]:
    split = [any(isinstance(row[place], Progress) for row in table.rows) for place in range(len(table.columns))]
    names = [
        [msg("Declared"), msg("Evidenced")] if figures and two else [column.heading]
        for column, two in zip(table.columns, split, strict=True)
    ]
    return [[(words.bare(name),)] for each in names for name in each]


def headings(report: Report, words: Words) -> list[Spellings]:
    """The titles of the document, of the initiative, and of its blocks."""
    of = report.heading and report.heading.title
    return [(words.bare(each),) for each in (report.title, of, *(block.heading for block in report.blocks)) if each]


def sentences(report: Report, words: Words, *, figures: bool = False) -> Iterator[Spellings]:
    """All else that stands outside tables: totals, labels with their values, notes, signatures, small print."""
    yield from ((words.bare(each),) for each in report.footer)
    if report.heading:
        yield _spellings(Day(report.heading.day), words)
        yield from (_spellings(each, words) for each in report.heading.totals)
    for block in report.blocks:
        yield from _inner(block, words, figures)


def _inner(block: Block, words: Words, figures: bool) -> Iterator[Spellings]:
    match block:
        case Facts():
            for _, label, value in block.items:
                yield (words.bare(label),)
                yield from _parts(value, words, figures and not isinstance(value, Progress))
        case Figures():
            for figure in block.items:
                yield (words.bare(figure.label),)
                yield _spellings(figure.value or figure.note, words)
        case Notes():
            yield from ((words.bare(note.text),) for note in block.items)
        case Signatures():
            yield from ((words.bare(place.office),) for place in block.places)
        case Table() if not block.rows and block.empty:
            yield (words.bare(block.empty),)


def _parts(value: Value, words: Words, figures: bool) -> Iterator[Spellings]:
    """The things that one cell says."""
    match value:
        case None:
            return
        case Many(values):
            for each in values:
                yield from _parts(each, words, False)
        case Progress(declared, evidenced):
            for percent in (declared, evidenced):
                yield from _parts(Percent(percent), words, figures)
        case Percent(number) | Points(number) | int(number) if figures:
            yield f"{BORDER}{number}{BORDER}", f"{BORDER}{number}%{BORDER}"
        case _:
            yield _spellings(value, words)


def _spellings(value: Value, words: Words) -> Spellings:
    """A value as formats write it: days in words or in figures, a colour by its long or its short name."""
    match value:
        case Colour(health, _):
            return words.bare(Word(health)), words.bare(SHORT_HEALTH[health])
        case Day(date() as day) | Due(day, _) | BothCalendars(day):
            return words.bare(Day(day)), *map(words.seen, words.short_days(day)), day.isoformat()
        case _:
            return (words.bare(value),)
