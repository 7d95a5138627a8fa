"""The program as a user runs it: its own process, its own streams, its own folders."""

import json
import os
import select
import tempfile
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

from tests.cli import runs

TODAY = "2026-03-31"
VTE = {"TERM": "xterm-256color", "VTE_VERSION": "7006"}  # a terminal that says who it is, so that nobody need ask


class Result(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def data(self) -> Any:
        return self.json["data"]


class Program:
    """`program("list", "--json")`, with folders of its own; English and a fixed day unless asked otherwise."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.config = home / "config.toml"
        self.file = home / "data" / "tracker" / "tracker.json"
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "TRACKER_CONFIG": str(self.config),
            "TRACKER_LANG": "en",
            "TRACKER_TODAY": TODAY,
            "LC_ALL": "C.UTF-8",
        }
        self.before = ""  # what each process does, in Python, before the program begins

    def __call__(
        self, *args: str, stdin: bytes | str | IO[bytes] = b"", env: Mapping[str, str] | None = None
    ) -> Result:
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            if isinstance(stdin, bytes | str):
                given.write(stdin.encode() if isinstance(stdin, str) else stdin)
                given.seek(0)
                stdin = given
            code = self.started(args, (stdin.fileno(), out.fileno(), err.fileno()), env).ended()
            out.seek(0)
            err.seek(0)
            return Result(code, out.read().decode(), err.read().decode())

    def typed(
        self,
        *args: str,
        keys: str = "",
        env: Mapping[str, str] | None = None,
        seconds: float = 10,
        screen: tuple[int, int] = (0, 0),
    ) -> Result:
        """On a terminal where a person types `keys`; `out` is what the screen got, `err` is empty.

        `screen`: its lines and columns; without any nothing is too long for it.
        """
        run, terminal = self.on_terminal(*args, env={**VTE, **(env or {})}, screen=screen)
        os.write(terminal, keys.encode())
        shown = _all_of(terminal, seconds)
        if shown is None:
            run.kill()
        code = run.ended()
        os.close(terminal)
        return Result(code, (shown or "still waiting").replace("\r\n", "\n"), "")

    def on_terminal(self, *args: str, env: Mapping[str, str], screen: tuple[int, int] = (0, 0)) -> tuple[runs.Run, int]:
        """A run on a terminal of its own, and the end of that at which a person sits."""
        ours, theirs = os.openpty()
        termios.tcsetwinsize(theirs, screen)
        run = self.started(args, (theirs, theirs, theirs), env, terminal=True)
        os.close(theirs)
        return run, ours

    def started(
        self,
        args: tuple[str, ...],
        streams: tuple[int, int, int],
        env: Mapping[str, str] | None = None,
        *,
        terminal: bool = False,
    ) -> runs.Run:
        """A run with these streams."""
        env = {**self.env, **(env or {})}
        return runs.start(args, streams, env=env, folder=self.home, before=self.before, terminal=terminal)


def _all_of(terminal: int, seconds: float) -> str | None:
    """What the program writes until it ends; None when it does not end in time."""
    parts: list[bytes] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        try:
            part = os.read(terminal, 65536)
        except OSError:  # the other side is closed
            part = b""
        if not part:
            return b"".join(parts).decode()
        parts.append(part)
    return None
