"""Runs of the program: each is a process with its own streams, forked by one that has the program loaded (`zygote.py`).

So a run costs a few hundredths of a second, and nothing that the tests have loaded or left is in it.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from select import select
from socket import send_fds, socket, socketpair
from tempfile import TemporaryFile

ROOT = Path(__file__).parents[2]


class Run:
    """A process that runs the program."""

    def __init__(self, reply: socket) -> None:
        self._reply = reply.makefile("rb")
        self._child = int(self._reply.readline())

    def ended(self) -> int:
        """Its exit code, once it has ended; that of a signal is negative."""
        with self._reply:
            return int(self._reply.readline())

    def kill(self) -> None:
        """Kill it, unless it has ended: its number may be another's then."""
        if not select([self._reply], [], [], 0)[0]:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)


def start(
    arguments: Sequence[str],
    streams: tuple[int, int, int],
    *,
    env: Mapping[str, str],
    folder: Path,
    before: str = "",
    terminal: bool = False,
) -> Run:
    """Starts the program with these streams; if they are a `terminal`, it is that of the process.

    `before` is what the process does, in Python, before the program begins.
    """
    ours, theirs = socketpair()
    with ours, theirs, TemporaryFile() as request:
        asked = {"arguments": arguments, "env": env, "folder": str(folder), "before": before, "terminal": terminal}
        request.write(json.dumps(asked).encode())
        request.seek(0)
        send_fds(_zygote(), [b"."], [request.fileno(), theirs.fileno(), *streams])
        theirs.close()
        return Run(ours)


@cache
def _zygote() -> socket:
    """The socket of this process's own; it ends when this one does, and is waited for then."""
    ours, theirs = socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.zygote", str(theirs.fileno())],
            cwd=ROOT,
            env=os.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            start_new_session=True,  # a Ctrl-C is for the tests, and their terminal for nobody else
        )
    atexit.register(_end, ours, process)
    return ours


def _end(control: socket, process: subprocess.Popen[bytes]) -> None:
    control.close()
    process.wait()
