"""A picture of the page of hard cells, or of a command, in any terminal, and what the judge says about it.

`python -m tests.terminals.look TERMINAL OUT.png [--mode M] [--page rtl|ltr|rich] [--judge] [-- COMMAND…]`
"""

import argparse
import os
import sys
from pathlib import Path

from PIL import Image

from . import page as pages
from .judge import Verdict, judge
from .picture import Picture
from .strictness import strictness_for
from .windows.display import virtual_screen
from .windows.window import NAMES, Window, open_window

ROOT = Path(__file__).parents[2]


def page_shown(window: Window, direction: str, mode: str = "auto") -> Image.Image:
    """The page as the Writer prints it; direction "rich" is the control, as Rich prints it by itself."""
    program = ["rich_table", "rtl"] if direction == "rich" else ["page", direction, mode]
    argv = [sys.executable, "-m", f"tests.terminals.{program[0]}", *program[1:]]
    return window.show(argv, {"PYTHONPATH": str(ROOT)})


def page_judged(window: Window, seen: Image.Image, direction: str) -> Verdict:
    """What is wrong with a picture of the page."""
    page = pages.PAGES["rtl" if direction == "rich" else direction]
    return judge(
        Picture(seen, window.grid),
        pages.expected(page),
        rtl=page.rtl,
        borders=pages.BORDERS,
        colors=pages.expected_colors(page),
        strictness=strictness_for(window.name),
    )


def main() -> None:
    """Exit code 1 where the judge finds a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("terminal", choices=NAMES)
    parser.add_argument("out", type=Path)
    parser.add_argument("--mode", default="auto")
    parser.add_argument("--page", choices=[*pages.PAGES, "rich"], default="rtl")
    parser.add_argument("--judge", action="store_true")
    parser.add_argument("command", nargs="*", help="shown instead of the page, after --")
    asked = parser.parse_args()
    with virtual_screen() as display, open_window(asked.terminal, display) as window:
        environ = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
        seen = window.show(asked.command, environ) if asked.command else page_shown(window, asked.page, asked.mode)
        Picture(seen, window.grid).image.save(asked.out)
        if asked.judge and not asked.command:
            problems = page_judged(window, seen, asked.page).problems
            print(f"{asked.terminal}: " + ("right" if not problems else "\n  ".join(["WRONG", *problems])))
            sys.exit(bool(problems))


if __name__ == "__main__":
    main()
