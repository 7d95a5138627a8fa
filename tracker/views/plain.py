"""The output of `--plain`: one record per line, tab-separated, no header: for screen readers and `cut`."""

from collections.abc import Iterator
from functools import cache, partial

from tracker.reports.parts import Figures, Part, Signatures
from tracker.reports.report import Facts, Notes, Report, Table, Value
from tracker.views.words import Words


def render(report: Report, words: Words) -> Iterator[str]:
    """The lines of a report, each ended."""
    for block in report.blocks:
        match block:
            case Table():
                yield from _rows(block, words)
            case Facts():
                for _, label, value in block.items:
                    yield _line([words.bare(label), _flat(words, value)])
            case Figures():
                for figure in block.items:
                    yield _line([words.bare(figure.label), _flat(words, figure.value), _flat(words, figure.note)])
            case Notes():
                for note in block.items:
                    yield _line([words.bare(note.text)])
            case Part():
                yield _line([words.bare(block.heading)])
            case Signatures():
                yield from (_line([words.bare(place.office)]) for place in block.places)
            case _:
                from tracker.reports.pictures.tables import table_of  # noqa: PLC0415 - few reports have pictures

                yield from _rows(table_of(block), words)


def _rows(table: Table, words: Words) -> Iterator[str]:
    known = cache(partial(_flat, words))  # most cells of a long table have been there before
    for row in table.rows:
        yield _line([known(value) for value in row])


def _flat(words: Words, value: Value) -> str:
    return "" if value is None else words.bare(value)


def _line(cells: list[str]) -> str:
    return "\t".join(" ".join(cell.split()) for cell in cells) + "\n"
