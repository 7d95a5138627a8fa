"""Pages in logical order, as a pipe gets them: without what a real terminal makes of them."""

import io
from collections.abc import Iterable

from rich.console import Console

from tracker.locale import open_catalog
from tracker.text.emission import EMISSIONS
from tracker.text.output.ordered import Ordered
from tracker.views.blocks import Block
from tracker.views.pipe import lines_of
from tracker.views.terminal import Page
from tracker.views.words import Words

LANGS = ("ar", "tr", "en")


def words(lang: str, digits: str = "latn", calendar: str = "gregorian") -> Words:
    return Words(open_catalog(lang), digits, calendar, "Africa/Tripoli")  # type: ignore[arg-type] # one of LANGS


def page(blocks: Iterable[Block], rtl: bool, width: int | None = 100) -> str:
    """The blocks on a page of `width` cells, or as a pipe gets them, in logical order."""
    if width is None:
        emit = EMISSIONS["logical"].line
        return "\n".join("".join(text for text, _ in emit(line, rtl, None)) for line in lines_of(blocks))
    file = io.StringIO()
    console = Console(file=file, width=width, color_system=None, _environ={})
    console.print(Ordered(Page(blocks), "logical", rtl=rtl), crop=False, end="")
    return file.getvalue().removesuffix("\n")
