"""The picture of the guide to terminals: one table in four windows. `python -m tests.terminals.side_by_side OUT.png`"""

import os
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from .look import ROOT
from .picture import Picture
from .reference import FOLDER
from .windows.display import virtual_screen
from .windows.window import open_window

WINDOWS = ("xterm", "xfce4-terminal", "konsole", "kitty")
COMMAND = ("list", "aspects")
ROWS, GAP, TITLE = 18, 16, 30
COLORS = 128


def main() -> None:
    """Two above, two below, each under the name of its terminal."""
    shots = [_titled(name, _shot(name)) for name in WINDOWS]
    width, height = max(shot.width for shot in shots), max(shot.height for shot in shots)
    whole = Image.new("RGB", (2 * width + 3 * GAP, 2 * height + 3 * GAP), "#808080")
    for number, shot in enumerate(shots):
        down, across = divmod(number, 2)
        whole.paste(shot, (GAP + across * (width + GAP), GAP + down * (height + GAP)))
    half = whole.resize((whole.width * 2 // 3, whole.height * 2 // 3), Image.Resampling.LANCZOS)
    half.quantize(COLORS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(sys.argv[1], optimize=True)


def _shot(name: str) -> Image.Image:
    environ = {
        "PYTHONPATH": str(ROOT),
        "TRACKER_CONFIG": os.devnull,
        "TRACKER_TODAY": "2026-03-31",
        "TRACKER_PAGER": "",
    }
    with virtual_screen() as display, open_window(name, display) as window:
        demo = str(Path(window.home) / "demo.json")
        tracker = [sys.executable, "-m", "tracker", "--db", demo]
        window.show([*tracker, "init", "--template", "demo"], environ)
        seen = Picture(window.show([*tracker, *COMMAND], environ), window.grid)
    return seen.image.crop((0, 0, seen.image.width, round(ROWS * window.grid.height)))


def _titled(name: str, shot: Image.Image) -> Image.Image:
    whole = Image.new("RGB", (shot.width, shot.height + TITLE), "#404040")
    whole.paste(shot, (0, TITLE))
    font = ImageFont.truetype(FOLDER + "DejaVuSansMono.ttf", 20)
    ImageDraw.Draw(whole).text((10, 3), name, font=font, fill="white")
    return whole


if __name__ == "__main__":
    main()
