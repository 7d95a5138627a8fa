"""One screen for all, one window per terminal: pytest sorts the tests so that each window is opened once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("numpy")
features = pytest.importorskip("PIL.features")

from .windows.display import virtual_screen  # noqa: E402 - Pillow may be missing
from .windows.window import NAMES, Window, needs, open_window  # noqa: E402 - as above

_FONT_FILE = Path("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf")


def missing(name: str) -> list[str]:
    """What a window of this name needs and is not installed."""
    absent = [program for program in needs(name) if shutil.which(program) is None]
    absent += [f"Pillow with {feature}" for feature in ("raqm", "xcb") if not features.check(feature)]
    return absent if _FONT_FILE.exists() else [*absent, str(_FONT_FILE)]


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """The name of a virtual screen."""
    with virtual_screen() as name:
        yield name


@pytest.fixture(scope="session", params=[name.replace(" ", "-") for name in NAMES])
def terminal(request: pytest.FixtureRequest) -> str:
    """The name of a terminal whose programs are all installed."""
    name = NAMES[[one.replace(" ", "-") for one in NAMES].index(request.param)]
    if absent := missing(name):
        pytest.skip(f"not installed: {', '.join(absent)}")
    return name


@pytest.fixture(scope="session")
def window(terminal: str, request: pytest.FixtureRequest) -> Iterator[Window]:
    """A window of the terminal."""
    display: str = request.getfixturevalue("display")
    with open_window(terminal, display) as opened:
        yield opened
