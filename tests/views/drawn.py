"""The pictures of README: `python -m tests.views.drawn list.svg`, or `brief.png`, makes one in this folder."""

import io
import re
import sys
from pathlib import Path

import pypdfium2
from PIL import Image
from rich.console import CONSOLE_SVG_FORMAT, Console  # type: ignore[attr-defined] # not in __all__ of theirs

from tests.demo import DAY, DEMO
from tests.views.documents.making import content, made
from tests.views.pages import words
from tracker.reports.lists.listing import list_report
from tracker.reports.lists.selection import Selection
from tracker.views.terminal import Shown

WIDTH = 100
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
    page = pypdfium2.PdfDocument(content(made("brief"), "pdf", "ar"))[0].render(scale=1.9).to_pil()
    file = io.BytesIO()
    page.quantize(96, Image.Quantize.FASTOCTREE).save(file, "PNG", optimize=True)
    return file.getvalue()


PICTURES = {"list.svg": listed, "brief.png": brief}

if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(PICTURES[sys.argv[1]]())
