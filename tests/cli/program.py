"""The program as a user runs it: its own process, its own streams, its own folders.

The process is a fork of this one: the modules are loaded already, so a run costs a few hundredths of a second.
"""

import gc
import io
import json
import os
import pty
import select
import signal
import sys
import tempfile
import termios
import time
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from tracker.__main__ import main

# The program collects no cycles, for it is over at once. This process goes on, and each fork copies what it has.
gc.enable()
TODAY = "2026-03-31"
VTE = {"TERM": "xterm-256color", "VTE_VERSION": "7006"}  # a terminal that says who it is, so that nobody need ask
FAULT = 99  # what a traceback of ours ends with here


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

    def __call__(self, *args: str, stdin: bytes | str | None = b"", env: Mapping[str, str] | None = None) -> Result:
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            given.write(stdin.encode() if isinstance(stdin, str) else stdin or b"")
            given.seek(0)
            streams = (given.fileno(), out.fileno(), err.fileno())
            child = os.fork() or self.become(args, env, streams)
            code = _ended(child)
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
        child, terminal = pty.fork()
        if not child:
            termios.tcsetwinsize(0, screen)
            self.become(args, {**VTE, **(env or {})}, None)
        os.write(terminal, keys.encode())
        shown = _all_of(terminal, seconds)
        if shown is None:
            os.kill(child, signal.SIGKILL)
        code = _ended(child)
        os.close(terminal)
        return Result(code, (shown or "still waiting").replace("\r\n", "\n"), "")

    def started(
        self, args: tuple[str, ...], streams: tuple[int, int, int], env: Mapping[str, str] | None = None
    ) -> int:
        """The number of a process that runs with these streams."""
        return os.fork() or self.become(args, env, streams)

    def become(
        self, args: tuple[str, ...], env: Mapping[str, str] | None, streams: tuple[int, int, int] | None
    ) -> NoReturn:
        code = FAULT
        try:
            gc.disable()
            signal.signal(signal.SIGINT, signal.default_int_handler)
            for number, stream in enumerate(streams or ()):
                os.dup2(stream, number)
            os.environ.clear()
            os.environ.update({**self.env, **(env or {})})
            os.chdir(self.home)
            if "typst" in sys.modules:  # its threads are not in a fork, which would wait for them for ever
                # With the environment named: libraries put LINES and COLUMNS into it past Python.
                os.execve(sys.executable, [sys.executable, "-m", "tracker", *args], os.environ)
            sys.argv = ["tracker", *args]
            sys.stdin = _reopened(0, "r")
            sys.stdout, sys.stderr = _reopened(1, "w"), _reopened(2, "w")
            code = _exit_code(main)
        except BaseException:
            os.write(2, traceback.format_exc().encode())
        finally:
            os._exit(code)


def _reopened(number: int, mode: str) -> Any:
    return io.TextIOWrapper(os.fdopen(number, mode + "b", closefd=False), encoding="utf-8", errors="surrogateescape")


def _exit_code(run: Callable[[], None]) -> int:
    try:
        run()
    except SystemExit as end:
        sys.stdout.flush()
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _ended(child: int) -> int:
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


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
