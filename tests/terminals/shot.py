"""Runs a command inside a real terminal emulator on a screen of its own and takes a picture of it."""

import os
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

FONT = "DejaVu Sans Mono"
FONT_POINTS = 15  # 20 pixels at 96 dots per inch: cells of 12 x 24 pixels or nearly
SCREEN = "1500x1300x24"
DEADLINE = 25.0

_TOOLS = ("Xvfb", "import", "dbus-run-session", "fc-list")
_FONT_FILE = Path("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf")


def missing(terminal: str) -> str:
    """What is not installed of all that a shot needs, "" if nothing."""
    absent = [tool for tool in (*_TOOLS, terminal) if shutil.which(tool) is None]
    return ", ".join(absent if _FONT_FILE.exists() else [*absent, str(_FONT_FILE)])


@contextmanager
def screen() -> Iterator[str]:
    """A virtual screen; gives its DISPLAY."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-dpi", "96", "-nolisten", "tcp"]
    with _running(command, dict(os.environ), pass_fds=(writing,)):
        os.close(writing)
        with os.fdopen(reading) as number:
            yield ":" + number.readline().strip()


def take(
    terminal: str, command: Sequence[str], png: Path, display: str, home: Path, environ: Mapping[str, str] | None = None
) -> None:
    """Saves to `png` the root window after `command` has ended inside `terminal` and the picture stands still.

    `home` is an empty folder that becomes the terminal's home.
    """
    done = home / "done"
    script = home / "run.sh"
    script.write_text(
        f"#!/bin/sh\nprintf '\\033[?25l'\n{shlex.join(command)}\ntouch {shlex.quote(str(done))}\nexec sleep 1000\n"
    )
    script.chmod(0o755)
    (home / "runtime").mkdir(mode=0o700)
    inside = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "runtime"),
        "LANG": "C.UTF-8",
        "DISPLAY": display,
        "NO_AT_BRIDGE": "1",
        **(environ or {}),
    }
    with _running(_COMMANDS[terminal](str(script)), inside):
        _wait_for(done)
        _wait_for_stillness(png, display)


def _xterm(script: str) -> list[str]:
    colours = ["-bg", "white", "-fg", "black"]
    return ["xterm", "-u8", "-fa", FONT, "-fs", str(FONT_POINTS), "-geometry", "100x48+0+0", *colours, "-e", script]


def _xfce4_terminal(script: str) -> list[str]:
    bare = ["--hide-menubar", "--hide-scrollbar", "--hide-borders", "--hide-toolbar"]
    colours = ["--color-bg=#ffffff", "--color-text=#000000"]
    options = ["--disable-server", "--geometry=100x48+0+0", f"--font={FONT} {FONT_POINTS}", *bare, *colours]
    return ["dbus-run-session", "--", "xfce4-terminal", *options, "-x", script]


_COMMANDS = {"xterm": _xterm, "xfce4-terminal": _xfce4_terminal}
TERMINALS = tuple(_COMMANDS)


@contextmanager
def _running(command: list[str], environ: Mapping[str, str], pass_fds: Sequence[int] = ()) -> Iterator[None]:
    """The command in a process group of its own, which ends with the block."""
    process = subprocess.Popen(
        command,
        env=environ,
        pass_fds=pass_fds,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        for end in (signal.SIGTERM, signal.SIGKILL):
            _end_group(process, end)


def _end_group(process: subprocess.Popen[bytes], end: signal.Signals) -> None:
    try:
        os.killpg(process.pid, end)
        process.wait(2)
    except (ProcessLookupError, subprocess.TimeoutExpired):
        pass


def _wait_for(file: Path) -> None:
    deadline = time.monotonic() + DEADLINE
    while not file.exists():
        if time.monotonic() > deadline:
            message = "the command did not end inside the terminal"
            raise TimeoutError(message)
        time.sleep(0.05)


def _wait_for_stillness(png: Path, display: str) -> None:
    """A terminal paints some time after it has read; two equal pictures mean that it has finished."""
    before = b""
    for _ in range(20):
        time.sleep(0.25)
        subprocess.run(["import", "-silent", "-window", "root", "-display", display, f"ppm:{png}.ppm"], check=True)
        picture = Path(f"{png}.ppm").read_bytes()
        if picture == before:
            break
        before = picture
    subprocess.run(["convert", f"{png}.ppm", str(png)], check=True)
