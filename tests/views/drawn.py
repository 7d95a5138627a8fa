"""The first picture of README, as Rich draws it: `python -m tests.views.drawn OUT.svg`."""

import io
import re
import sys
from pathlib import Path

from rich.console import CONSOLE_SVG_FORMAT, Console  # type: ignore[attr-defined] # not in __all__ of theirs

from tests.demo import DAY, DEMO
from tests.views.pages import words
from tracker.reports.lists.listing import list_report
from tracker.reports.lists.selection import Selection
from tracker.views.terminal import Shown

WIDTH = 100
FONTS = re.compile(r"@font-face \{\{.*?\}\}", re.DOTALL)
"""Fonts from the network, which a page on paper or behind a wall does without: each letter has its own place."""


def picture() -> str:
    """The list of steps of the fictional programme in Arabic, as SVG that needs nothing else."""
    console = Console(record=True, file=io.StringIO(), width=WIDTH, _environ={})
    console.print(Shown(list_report(DEMO, "steps", DAY, Selection()), words("ar")))
    plain = FONTS.sub("", CONSOLE_SVG_FORMAT).replace("Fira Code", "DejaVu Sans Mono")
    return console.export_svg(title="tracker list", code_format=plain, unique_id="list")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(picture(), encoding="utf-8")
