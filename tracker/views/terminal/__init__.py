"""The blocks as Rich renderables, in reading order; `text.output.ordered` puts finished lines into a terminal's order.

`Shown` is a report that any Rich console can print: `Console().print(Shown(report, words))`.
"""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

from tracker.reports.report import Report
from tracker.text.output.logical import Logical
from tracker.text.output.ordered import Ordered
from tracker.views.blocks import Block, Grid, Pairs, Sentence, Series
from tracker.views.blocks.report import blocks_of
from tracker.views.terminal.beside import Beside, InSeries, Underlined, indented
from tracker.views.terminal.table import Rows
from tracker.views.words import Words


class Page:
    """The blocks one under the other, each laid out as it is taken."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.blocks = blocks

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for block in self.blocks:
            yield renderable_of(block)


class Shown:
    """A report for anybody's console: in the order of its terminal, or of browsers where it is recorded for them."""

    def __init__(self, report: Report, words: Words) -> None:
        self.report = report
        self.words = words

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Ordered(Page(blocks_of(self.report, self.words)), rtl=self.words.rtl, fenced=True)


def renderable_of(block: Block) -> RenderableType:
    """The renderable of a block."""
    match block:
        case Sentence(pieces, rule, indent):
            return indented(Underlined(pieces, rule) if rule else Logical(pieces), indent)
        case Series():
            return InSeries(block.items)
        case Pairs():
            return Beside(block)
        case Grid():
            return Rows(block)
