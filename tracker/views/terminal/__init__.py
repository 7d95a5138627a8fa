"""A report on a terminal, or in a pipe as the same tables in logical order (CLI.md "Output")."""

from collections.abc import Iterator

from tracker.reports.message import msg
from tracker.reports.parts import Part, Signatures
from tracker.reports.report import Facts, Notes, Report, Table
from tracker.text.line import Line
from tracker.views.terminal import style
from tracker.views.terminal.blocks import (
    facts_lines,
    footer_lines,
    heading_lines,
    notes_lines,
    part_lines,
    signature_lines,
    text_lines,
)
from tracker.views.terminal.table import table_lines
from tracker.views.words import Words

NARROWEST = 20


def render(report: Report, words: Words, width: int | None) -> Iterator[Line]:
    """The lines of a report for a page of `width` cells; None (a pipe): as wide as needed."""
    page = max(width, NARROWEST) if width is not None else None
    if report.demo:
        yield from text_lines(words.message(msg("Sample data – not for official use")), style.BANNER, page)
    if report.title:
        yield from text_lines(words.message(report.title), style.TITLE, page)
    if report.heading:
        yield from heading_lines(report.heading, words, page)
    for number, block in enumerate(report.blocks):
        if number or report.heading:
            yield ()
        match block:
            case Table():
                yield from table_lines(block, words, page)
            case Facts():
                yield from facts_lines(block, words, page)
            case Notes():
                yield from notes_lines(block, words, page)
            case Part():
                yield from part_lines(block, words, page)
            case Signatures():
                yield from signature_lines(block, words, page)
            case _:
                from tracker.reports.picture_tables import table_of  # noqa: PLC0415 - few reports have pictures

                yield from table_lines(table_of(block), words, page)
    if report.footer:
        yield ()
        yield from footer_lines(report.footer, words, page)
