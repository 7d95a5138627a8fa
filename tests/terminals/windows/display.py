"""A virtual screen."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageGrab

SCREEN = "1500x1300x24"


@contextmanager
def virtual_screen() -> Iterator[str]:
    """Starts one and gives its DISPLAY."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-dpi", "96", "-nolisten", "tcp"]
    process = subprocess.Popen(
        command, pass_fds=(writing,), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield ":" + number.readline().strip()
    finally:
        process.terminate()
        process.wait()


def picture_of(display: str) -> Image.Image:
    """All that the screen shows now."""
    return ImageGrab.grab(xdisplay=display).convert("RGB")
