"""Pages in logical order, as a pipe gets them: without what a real terminal makes of them."""

import io
from collections.abc import Iterable

from rich.console import Console

from tests.views import said
from tracker.frozen import replace
from tracker.locale import open_catalog
from tracker.reports.report import Report, Table
from tracker.text.emission import EMISSIONS
from tracker.text.output.ordered import Ordered
from tracker.views.blocks import Block
from tracker.views.blocks.report import blocks_of
from tracker.views.pipe import lines_of, texts_of
from tracker.views.terminal import Page
from tracker.views.words import Words

LANGS = ("ar", "tr", "en")


def words(lang: str, digits: str = "latn", calendar: str = "gregorian") -> Words:
    return Words(open_catalog(lang), digits, calendar, "Africa/Tripoli")  # type: ignore[arg-type] # one of LANGS


def page(blocks: Iterable[Block], rtl: bool, width: int | None = 100) -> str:
    """The blocks on a page of `width` cells, or as a pipe gets them, in logical order."""
    if width is None:
        blocks, emit = list(blocks), EMISSIONS["logical"].line
        lines = ["".join(text for text, _ in emit(line, rtl, None)) for line in lines_of(blocks)]
        assert lines == list(texts_of(blocks))  # the way of a pipe that shows no styles
        return "\n".join(lines)
    file = io.StringIO()
    console = Console(file=file, width=width, color_system=None, _environ={})
    console.print(Ordered(Page(blocks), "logical", rtl=rtl), crop=False, end="")
    return file.getvalue().removesuffix("\n")


def first_rows(report: Report, rows: int = 2) -> Report:
    """Its tables alone, and their first rows: enough to see how a page is laid out."""
    cut = (replace(block, rows=block.rows[:rows]) for block in report.blocks if isinstance(block, Table))
    return replace(report, blocks=tuple(cut))


def says_all(report: Report, lang: str) -> None:
    """Make sure that the report says in a pipe, where a record is a line, all that it has to say."""
    found = page(blocks_of(report, words(lang)), lang == "ar", None)
    wanted = [*said.headings(report, words(lang)), *said.sentences(report, words(lang))]
    assert said.missing(wanted, found) == []
    lines = [[line] for line in found.split("\n")]
    for table in (block for block in report.blocks if isinstance(block, Table) and block.rows):
        assert said.lost(table, lines, words(lang)) == [], table.key
