"""One window of a terminal: started once, shown page after page, looked at after each."""

import json
import os
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from PIL import Image, ImageChops

from .display import picture_of
from .drivers import DRIVERS
from .grid import CORNERS, Grid, grid_of, is_blank
from .multiplexers import INSIDE, MULTIPLEXERS

NAMES = (*DRIVERS, *(f"{inner} in {outer}" for inner, outers in INSIDE.items() for outer in outers))
START, ANSWER, PAINT = 40.0, 60.0, 6.0  # seconds; a slow machine needs some of them
_STILL, _PAUSE = 3, 0.1  # so many equal pictures, so far apart
_HERE = Path(__file__).parent


def needs(name: str) -> list[str]:
    """The programs that a window of this name needs."""
    inner, _, outer = name.rpartition(" in ")
    driver = DRIVERS[outer]
    return ["Xvfb", driver.program, *driver.needs, *([inner] if inner else [])]


@contextmanager
def open_window(name: str, display: str) -> Iterator["Window"]:
    """A window of the terminal, or of the multiplexer in a terminal ("tmux in xterm"); ends all it started."""
    # A short path: sockets are made below it.
    with tempfile.TemporaryDirectory(prefix="window.", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        os.mkfifo(home / "jobs")
        with (home / "log").open("w") as log:
            keeper = subprocess.Popen(
                [sys.executable, "-I", str(_HERE / "keeper.py"), *_command(name, home)],
                env=_environ(home, display),
                cwd=home,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
            )
        try:
            with Window.started(name, display, home) as window:
                yield window
        finally:
            keeper.communicate()


def _command(name: str, home: Path) -> list[str]:
    inner, _, outer = name.rpartition(" in ")
    script = _script(home / "agent.sh", [sys.executable, "-I", str(_HERE / "agent.py"), str(home)])
    if inner:
        script = _script(home / "inner.sh", MULTIPLEXERS[inner](home, script))
    return DRIVERS[outer].command(home, script)


def _script(file: Path, command: Sequence[str]) -> str:
    file.write_text(f"#!/bin/sh\nexec {shlex.join(command)}\n")
    file.chmod(0o755)
    return str(file)


def _environ(home: Path, display: str) -> dict[str, str]:
    """What a desktop session gives to a program; nothing of the terminal in which the tests run."""
    (home / "runtime").mkdir(mode=0o700)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "USER": "reader",
        "SHELL": "/bin/sh",
        "XDG_RUNTIME_DIR": str(home / "runtime"),
        "LANG": "C.UTF-8",
        "DISPLAY": display,
        "NO_AT_BRIDGE": "1",
        "LIBGL_ALWAYS_SOFTWARE": "1",
    }


class Window:
    """A terminal that runs one command after another. `grid` is where its cells are on the screen."""

    def __init__(self, name: str, display: str, home: Path, jobs: int) -> None:
        self.name, self.display, self.home = name, display, home
        self._jobs = jobs
        self._number = 0
        self._before = picture_of(display)
        columns, rows = map(int, (home / "size").read_text().split())
        corners = self.show([sys.executable, "-I", "-c", CORNERS.format(columns=columns, rows=rows)])
        self.grid: Grid = grid_of(corners, columns, rows)
        # QTerminal tells the size of a new window in its middle for a while, over what is printed there.
        _wait_for(self._is_empty_between_corners, START, name, home)

    @classmethod
    @contextmanager
    def started(cls, name: str, display: str, home: Path) -> Iterator[Self]:
        _wait_for((home / "size").exists, START, name, home)
        jobs = os.open(home / "jobs", os.O_WRONLY)
        try:
            yield cls(name, display, home, jobs)
        finally:
            os.close(jobs)

    def show(self, argv: Sequence[str], environ: Mapping[str, str] | None = None) -> Image.Image:
        """Runs the command to its end on an empty screen and gives the picture of it."""
        number = self._start(argv, environ)
        _wait_for((self.home / f"done.{number}").exists, ANSWER, self.name, self.home)
        return self._still()

    def show_waiting(self, argv: Sequence[str], environ: Mapping[str, str] | None = None) -> Image.Image:
        """The same for a command that waits for its user; it is interrupted then."""
        number = self._start(argv, environ)
        running, done = self.home / f"running.{number}", self.home / f"done.{number}"
        _wait_for(running.exists, ANSWER, self.name, self.home)
        picture = self._still(least=1.0)
        if not done.exists():
            os.kill(int(running.read_text()), signal.SIGINT)
        _wait_for(done.exists, ANSWER, self.name, self.home)
        return picture

    def _is_empty_between_corners(self) -> bool:
        self._before = picture_of(self.display)
        return is_blank(self._before, self.grid)

    def _start(self, argv: Sequence[str], environ: Mapping[str, str] | None) -> int:
        self._number += 1
        job = {"number": self._number, "argv": list(argv), "environ": dict(environ or {})}
        os.write(self._jobs, json.dumps(job).encode() + b"\n")
        return self._number

    def _still(self, least: float = 0.0) -> Image.Image:
        """A terminal paints some time after it has read: the picture must be another than before, and stay."""
        start = time.monotonic()
        last, equal = picture_of(self.display), 1
        while time.monotonic() < start + PAINT:
            time.sleep(_PAUSE)
            now = picture_of(self.display)
            equal = equal + 1 if _same(now, last) else 1
            last = now
            if equal >= _STILL and time.monotonic() > start + least and not _same(now, self._before):
                break
        self._before = last
        return last


def _same(one: Image.Image, other: Image.Image) -> bool:
    return one.size == other.size and ImageChops.difference(one, other).getbbox() is None


def _wait_for(condition: Callable[[], bool], seconds: float, name: str, home: Path) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            log = (home / "log").read_text(errors="replace")[-600:]
            message = f"{name}: nothing came back from inside the window\n{log}"
            raise TimeoutError(message)
        time.sleep(0.03)
