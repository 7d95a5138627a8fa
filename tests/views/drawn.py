"""The pictures of the guides: `python -m tests.views.drawn list.svg`, or another of them, makes one in this folder."""

import io
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image
from rich.console import CONSOLE_SVG_FORMAT, Console  # type: ignore[attr-defined] # not in __all__ of theirs

from tests.demo import DAY, DEMO
from tests.views.documents.making import content, made
from tests.views.pages import words
from tracker.locale import LANGUAGES
from tracker.model.records.office import Office
from tracker.model.records.parties import Side
from tracker.reports.lists.listing import list_report
from tracker.reports.lists.selection import Selection
from tracker.views.terminal import Shown

WIDTH = 100
OFFICE = Office("LY", "liaison")
EDGE, GREY = 10, (154, 154, 154)
"""The pixels between pages, and the colour there."""
FONTS = re.compile(r"@font-face \{\{.*?\}\}", re.DOTALL)
"""Fonts from the network, which a page on paper or behind a wall does without: each letter has its own place."""


def listed() -> bytes:
    """The list of steps of the fictional programme in Arabic, as SVG that needs nothing else."""
    console = Console(record=True, file=io.StringIO(), width=WIDTH, _environ={})
    console.print(Shown(list_report(DEMO, "steps", DAY, Selection()), words("ar")))
    plain = FONTS.sub("", CONSOLE_SVG_FORMAT).replace("Fira Code", "DejaVu Sans Mono")
    return console.export_svg(title="tracker list", code_format=plain, unique_id="list").encode()


def brief() -> bytes:
    """The brief of the fictional programme in Arabic, a page of 1,600 pixels in few colours."""
    return _png(pypdfium2.PdfDocument(content(made("brief"), "pdf", "ar"))[0].render(scale=1.9).to_pil())


def _png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.quantize(96, Image.Quantize.FASTOCTREE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _pages(kind: str, lang: str = "ar", **asked: Any) -> Iterator[Image.Image]:
    for page in pypdfium2.PdfDocument(content(made(kind, printed=True, office=OFFICE, **asked), "pdf", lang)):
        yield page.render(scale=2).to_pil()


def sheet(pages: Iterable[Image.Image], across: int, wide: int) -> bytes:
    """The pages side by side, each so `wide`, on grey."""
    shown = [page.resize((wide, round(page.height * wide / page.width)), Image.Resampling.LANCZOS) for page in pages]
    rows = [shown[at : at + across] for at in range(0, len(shown), across)]
    high = sum(max(page.height for page in row) + EDGE for row in rows) + EDGE
    whole = Image.new("RGB", (across * (wide + EDGE) + EDGE, high), GREY)
    top = EDGE
    for row in rows:
        for place, page in enumerate(row):
            whole.paste(page, (EDGE + place * (wide + EDGE), top))
        top += max(page.height for page in row) + EDGE
    return _png(whole)


def owed() -> bytes:
    """The letters to both sides, each in its language, on paper without a letterhead."""
    return sheet((*_pages("owed", side=Side.LY), *_pages("owed", "tr", side=Side.TR)), 2, 760)


def _side_by_side() -> Iterator[Image.Image]:
    return _pages("followup", beside="tr", meeting="M7")


def kinds() -> bytes:
    """A page of each kind: brief, matrix, evaluation, follow-up, indicators, full."""
    several = (
        next(islice(_pages(kind), number, None)) for kind, number in (("brief", 0), ("matrix", 0), ("evaluation", 2))
    )
    others = (next(pages) for pages in (_side_by_side(), _pages("indicators"), _pages("full")))
    return sheet((*several, *others), 3, 660)


def formats() -> bytes:
    """Four documents as other programs show them: a Word file beside a workbook, a web page beside a phone."""
    from tests.views.drawn_formats import shown

    word, book, web, phone = shown()
    return _png(_above(_beside(word, book), _beside(web, phone)))


def _beside(*pages: Image.Image, wide: int = 1610) -> Image.Image:
    """Pages of one height on grey, together so `wide`."""
    high = round((wide - EDGE * (len(pages) + 1)) / sum(page.width / page.height for page in pages))
    whole, left = Image.new("RGB", (wide, high + EDGE), GREY), EDGE
    for page in pages:
        shown = page.resize((round(page.width * high / page.height), high), Image.Resampling.LANCZOS)
        whole.paste(shown, (left, EDGE))
        left += shown.width + EDGE
    return whole


def _above(*rows: Image.Image) -> Image.Image:
    whole, top = Image.new("RGB", (rows[0].width, sum(row.height for row in rows) + EDGE), GREY), 0
    for row in rows:
        whole.paste(row, (0, top))
        top += row.height
    return whole


PICTURES: dict[str, Callable[[], bytes]] = {
    "list.svg": listed,
    "brief.png": brief,
    "briefs.png": lambda: sheet((page for lang in LANGUAGES for page in _pages("brief", lang)), 3, 630),
    "owed.png": owed,
    "matrix.png": lambda: sheet(islice(_pages("matrix"), 2), 2, 1030),
    "indicators.png": lambda: sheet(_pages("indicators"), 2, 800),
    "followup.png": lambda: sheet(islice(_side_by_side(), 2), 2, 850),
    "full.png": lambda: sheet(islice(_pages("full"), 4), 2, 740),
    "kinds.png": kinds,
    "formats.png": formats,
    "evaluation.png": lambda: sheet(_pages("evaluation"), 2, 800),
}

if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(PICTURES[sys.argv[1]]())
